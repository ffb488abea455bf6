"""Verb of harm → is it told as done? What is negated, only possible, wanted or still to come harms nobody."""

from __future__ import annotations

from spacy.tokens import Token

from parley.language.phrases import ancestors, children

_UNREAL = frozenset(("could", "would", "might", "may", "can", "should"))
_NEGATIONS = frozenset(("not", "n't", "n’t", "never", "if"))
_WANTED = frozenset("allow want plan threaten order vow aim hope intend try attempt seek urge call prepare expect ask plot conspire".split())

_NOT_DONE = frozenset(("to", "will", "shall", "must", "'ll", "unless", "whether", "until", "lest", "before", "without"))
_DONE = frozenset(("was", "were", "been", "being", "had", "has", "have", "did", "'d", "'ve"))
_CHARGED = frozenset("accuse charge convict suspect blame jail imprison sentence arrest detain admit confess deny try wanted".split())


def is_unreal(verb: Token) -> bool:
    """Returns whether the act is negated or only possible: "could kill", "did not kill"."""
    if any(c.dep_ in ("aux", "advmod", "mark") and (c.lower_ in _UNREAL | _NEGATIONS) for c in verb.children):
        return True
    if verb.dep_ == "conj" and not children(verb, "nsubj", "nsubj:pass") and verb.head.i != verb.i and _has_unreal_aux(verb.head):
        return True
    infinitive = any(c.dep_ == "mark" and c.lower_ == "to" for c in verb.children)
    if infinitive and any(c.lemma_ == "be" and c.i < verb.i for c in children(verb, "aux", "cop")) and verb.lemma_ != "last":
        return True  # "is to release 80 men"
    return infinitive and verb.dep_ in ("xcomp", "acl", "advcl") and verb.head.lemma_ in _WANTED


def is_told_as_done(anchor: Token) -> bool:
    """Returns whether what a word of harm tells of one person is an act that was done, and no rule, habit, plan or condition.

    Stricter than `is_unreal`: without a number, "a soldier is killed" may be anybody's case.
    """
    verb = anchor if anchor.pos_ in ("VERB", "AUX") else next((a for a in ancestors(anchor) if a.pos_ in ("VERB", "AUX")), anchor)
    clause = [verb, *_governing(verb)]
    if verb.tag_ == "VBG" and verb.dep_ == "advcl" and is_unreal(verb.head):
        return False  # "planned to seize power after killing the president"
    if any(is_unreal(v) or any(c.lower_ in _NOT_DONE for c in children(v, "aux", "mark")) for v in clause):
        return False
    if anchor.pos_ == "ADJ" or anchor.lower_ == "missing":
        return True  # a state: "a pilot remains missing"
    if verb.tag_ == "VBG":
        first = verb.head if verb.dep_ == "conj" else verb
        return first.dep_ != "csubj" and (first.dep_ == "advcl" or verb.head.lemma_.lower() in _CHARGED or bool(children(verb, "aux", "cop")))
    auxiliaries = {c.lower_ for c in children(verb, "aux", "aux:pass", "cop")}
    if verb.tag_ == "VBN":
        return not auxiliaries or bool(auxiliaries & _DONE)
    return verb.tag_ == "VBD" or bool(auxiliaries & _DONE) or (verb.tag_ not in ("VB", "VBZ", "VBP") and not auxiliaries & _NOT_DONE)


def _governing(verb: Token) -> list[Token]:
    """The verbs whose clause a verb belongs to: what holds of "tried" holds of "killed" in "tried and killed"."""
    found: list[Token] = []
    token = verb
    for above in ancestors(verb):
        if token.dep_ not in ("xcomp", "conj") or (token.dep_ == "conj" and children(token, "nsubj", "nsubj:pass")):
            break
        if above.pos_ in ("VERB", "AUX"):
            found.append(above)
        token = above
    return found


def _has_unreal_aux(verb: Token) -> bool:
    return any(c.lower_ in _UNREAL for c in children(verb, "aux"))
