"""Figure → people held or in want where no verb of harm says it: "living under siege", "left 400 people without water"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from parley.claims.figures import Figure
from parley.claims.fitting import is_people
from parley.claims.phrases import first_conjunct, relation
from parley.language.phrases import children
from parley.lexicon.quantities import HarmWords, plights

_REACH = 12
_SIEGE_REACH = 5
_NEED_REACH = 5
_FARING = frozenset(
    "be remain stay live languish hold keep take rush bring send put place leave land admit transfer airlift push plunge drive force".split()
)
_OF_THEM = frozenset(("of", "them", "whom"))
_UNTRUE = frozenset(("not", "n't", "n’t", "never", "could", "would", "might", "may", "will"))


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


def find_plight(doc: Doc, figure: Figure, noun: Token | None, words: HarmWords) -> tuple[Token, str] | None:
    """Reads the phrase behind those counted that says how they fare: "33 people remain in hospital", "400 people without water".

    Returns:
        The noun, or the number where no noun follows it, with the measure; None where no phrase of `plights.tsv` follows.
    """
    if noun is not None and not is_people(noun, words):
        return None
    last = noun.i if noun is not None and noun.i >= figure.start else figure.end - 1
    end = min(last + _REACH, doc[last].sent.end)
    at = last + 1
    while at < end and (doc[at].pos_ in ("AUX", "ADV") or doc[at].lemma_ in _FARING or doc[at].lower_ in _OF_THEM):
        if doc[at].lower_ in _UNTRUE:
            return None
        at += 1
    behind = [t.lower_ for t in doc[at:end]]
    found = next((measure for phrase, measure in plights() if tuple(behind[: len(phrase)]) == phrase), None)
    if found is None or (behind[0] == "without" and not any(words.is_a(t.lemma_.lower(), "need") for t in doc[at + 1 : at + _NEED_REACH])):
        return None
    return doc[last], found


def find_want(figure: Figure, noun: Token | None, head: Token, words: HarmWords) -> tuple[Token, str] | None:
    """Reads "5.2 million people need food aid", "face starvation"."""
    subject, role = relation(figure, head)
    verb = subject.head
    if noun is None or not is_people(noun, words) or role != "nsubj" or not words.is_a(verb.lemma_.lower(), "wanting"):
        return None
    return (verb, "affected") if any(words.is_a(o.lemma_.lower(), "need") for o in children(verb, "obj")) else None
