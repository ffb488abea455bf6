"""Names in an article → actors: who is who, what they are, and which names of different articles are one actor."""

from parley.actors.merging import Feature, Match, same_actor
from parley.actors.naming import name_actors

__all__ = ["Feature", "Match", "name_actors", "same_actor"]
