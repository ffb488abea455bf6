"""How an account grows: what a new article touches is worked out anew, and everything else stays as it was.

    listed articles ──► cards ──► who is who ──► slips ──► ties ──► events ──► disagreements · follow-ups · days · stories

Everything across articles is cut into *units*: an article's items, an actor, a group of reports that can be one event, a day, a story. Each has
a key made of all that goes into it. A unit whose key was there before keeps its rows. Deriving the whole account is the same work with an
empty memory; a test holds the two to each other.
"""
