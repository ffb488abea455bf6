"""Figure → the verb by which those counted leave where they live, where no single word says so."""

from __future__ import annotations

from spacy.tokens import Token

from parley.claims.figures import Figure
from parley.claims.fitting import is_people
from parley.claims.phrases import relation
from parley.language.phrases import children
from parley.lexicon.quantities import HarmWords

_REACH = 10
_LOCALS = frozenset("people person family resident villager civilian inhabitant islander".split())
_ACROSS = frozenset(("into", "to", "over", "across"))


def find_flight(figure: Figure, noun: Token | None, head: Token, words: HarmWords) -> Token | None:
    """Returns the verb of "driven from their homes", "left their village", "sought refuge in schools", "crossed into Norland", or None.

    Args:
        noun: the head of those counted, if it is named.
        head: the head of the figure's whole phrase.
    """
    subject, role = relation(figure, head)
    crossing = [c for c in children(head, "acl") if words.is_a(c.lemma_.lower(), "crossing")]  # "5,000 people crossed into Norland, he said"
    verb, role = (crossing[0], "nsubj") if crossing else (subject.head, role)
    if verb.pos_ != "VERB":
        return None
    lemma = verb.lemma_.lower()
    if words.is_a(lemma, "driving") and role in ("obj", "nsubj:pass"):
        return verb if is_driven_out(figure, verb, words) else None
    if role != "nsubj" or (noun is not None and (not is_people(noun, words) or words.is_a(noun.lemma_.lower(), "doer"))):
        return None
    objects = children(verb, "obj")
    lived_there = noun is not None and noun.lemma_.lower() in _LOCALS
    homes = [o for o in objects if words.is_a(o.lemma_.lower(), "hearth") and (lived_there or children(o, "nmod:poss"))]
    left = words.is_a(lemma, "leaving") and bool(homes)
    hides = words.is_a(lemma, "sheltering") and any(words.is_a(o.lemma_.lower(), "refuge") for o in objects)
    return verb if left or hides or (noun is not None and words.is_a(lemma, "crossing") and _is_abroad(verb, words)) else None


def is_driven_out(figure: Figure, verb: Token, words: HarmWords) -> bool:
    """Returns whether a verb drives those counted "from their homes"."""
    if not words.is_a(verb.lemma_.lower(), "driving"):
        return False
    behind = verb.doc[figure.end : min(figure.end + _REACH, verb.sent.end)]
    homes = [t for t in behind if words.is_a(t.lemma_.lower(), "hearth")]
    return any(c.lower_ in ("from", "out") for t in homes[:1] for c in t.children)


def _is_abroad(verb: Token, words: HarmWords) -> bool:
    """Returns whether a border or a land is what is crossed, poured over or streamed into."""
    behind = [c for c in children(verb, "obl", "obj") if c.i > verb.i]
    is_border = any(words.is_a(c.lemma_.lower(), "border") for c in behind)
    return is_border or any(c.ent_type_ == "LOC" and any(g.lower_ in _ACROSS for g in c.children) for c in behind)
