"""Figure → people held or in want where no verb of harm says it: "living under siege", "left 400 people without water"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from parley.claims.figures import Figure
from parley.claims.phrases import first_conjunct
from parley.language.phrases import children
from parley.lexicon.quantities import HarmWords

_REACH = 12
_SIEGE_REACH = 5
_BEING = frozenset(("is", "are", "was", "were", "be", "been", "remain", "remained", "remains"))


def is_under_siege(doc: Doc, figure: Figure, head: Token, words: HarmWords) -> Token | None:
    """Returns the word that says those counted live, are or remain under siege, or None."""
    subject = first_conjunct(head)
    for verb in (subject.head, *children(head, "acl", "acl:relcl")):
        for place in children(verb, "obl", "xcomp", "nmod"):
            is_siege = words.is_a(place.lemma_.lower(), "siege") and any(c.lower_ == "under" for c in place.children)
            if is_siege and subject.dep_ in ("nsubj", "obj", "nsubj:pass"):
                return verb
    after = [t.lower_ for t in doc[figure.end : min(figure.end + _REACH, head.sent.end)]]
    if "under" not in after:
        return None
    behind = after[after.index("under") :][:_SIEGE_REACH]
    return head if any(t in words.sorts["siege"] for t in behind) else None


def is_without(doc: Doc, noun: Token | None, words: HarmWords) -> Token | None:
    """Returns the noun of people left "without" something or "cut off", or None."""
    if noun is None or not words.is_a(noun.lemma_.lower(), "party", "person", "doer"):
        return None
    behind = [t.lower_ for t in doc[noun.i + 1 : min(noun.i + 5, noun.sent.end)]]
    while behind and behind[0] in _BEING:
        behind = behind[1:]
    return noun if behind[:1] == ["without"] or behind[:2] == ["cut", "off"] or behind[:3] == ["in", "need", "of"] else None
