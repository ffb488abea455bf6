"""Cue → content that is an object: "denied the claims", "accused Moscow of shelling the town", "called the talks useful"."""

from __future__ import annotations

from itertools import takewhile

from spacy.tokens import Token

from parley.language.phrases import children
from parley.lexicon.predicates import predicates
from parley.lexicon.quantities import harm_words
from parley.lexicon.speech import speech_words
from parley.statements.cues import Cue, is_passive
from parley.statements.stretches import line_of, opens_with, subtree, token_at

_DENIABLE = frozenset("involvement responsibility wrongdoing charge link role knowledge existence part guilt tie plan attack connection".split())
_JUST_SAID = frozenset(("it", "this", "that"))
_HARMS = frozenset(("ASSAULT", "COERCE"))
_CHARGES = {"accuse": "of", "suspect": "of", "blame": "for", "charge": "with"}
_TOLLS = frozenset("toll number figure total count loss losses casualty dead tally crowd turnout attendance".split())
_BOUNDING = frozenset(("NUM", "ADV", "ADJ", "ADP", "DET", "PART"))
_LISTED = _BOUNDING | {"NOUN", "CCONJ"}
_MAX_FIGURE, _MAX_LIST = 6, 16
_ONESELF = frozenset(("himself", "herself", "itself", "themselves", "myself", "ourselves"))
_REASONS = frozenset(("of", "for", "as"))


def find_object(cue: Cue) -> set[int]:
    """The object and the phrases after it: "accused Moscow of shelling the town", "confirmed the deaths of two men"."""
    kinds = ("nsubj:pass",) if is_passive(cue.token) and children(cue.token, "obl:agent") else ("obj",)
    given = children(cue.token, *kinds) or children(cue.token, "iobj")
    objects = [o for o in given if o.pos_ not in ("PRON", "DET") and o.lower_ not in ("themselves", "himself")]
    if not objects:
        return {o.i for o in given if "deniable" in cue.entry.frames and o.lower_ in _JUST_SAID}
    content_noun = _denied_clause(objects[0]) or _bare_clause(objects[0])
    if content_noun:
        return content_noun
    found = {i for i in subtree(objects[0]) if i > cue.token.i} or subtree(objects[0])
    found -= {i for c in children(objects[0], "nmod") if _is_vehicle(c) for i in subtree(c)}
    behind = token_at(objects[0].doc, max(found) + 1)
    if behind is not None and (cue.denied or behind.lower_ in ("of", "for")) and behind.dep_ in ("case", "mark"):
        found |= {i for i in subtree(behind.head) if i >= behind.i}
    for child in cue.token.rights:
        if child.dep_ in ("obl", "advcl", "xcomp") and child.i > objects[0].i and opens_with(child, _REASONS):
            found |= subtree(child)
    return found


def judged_object(token: Token) -> set[int]:
    """An object with what it is said to be: "called the talks useful", "declared the town a closed zone"."""
    judged = [j for j in children(token, "obj", "iobj", "nsubj:pass") if j.lower_ not in _ONESELF]  # "calls herself Mother Iron" judges nobody
    bare = [c for c in children(token, "xcomp", "ccomp") if not children(c, "mark", "nsubj", "cop", "aux")]
    said = [c for c in bare if c.pos_ in ("ADJ", "NOUN", "PROPN")]
    verdict = said or judged[1:]
    return set().union(*(subtree(t) for t in (judged[0], verdict[0]))) if judged and verdict else set()


def charge(token: Token) -> set[int]:
    """What somebody is accused "of" or blamed "for"; the accused is not part of what is said."""
    opener = _CHARGES.get(token.lemma_, "")
    found: set[int] = set()
    hung_on_object = [c for o in children(token, "obj") for c in children(o, "acl", "nmod")]
    for child in [c for c in token.rights if c.dep_ in ("obl", "advcl", "nmod", "ccomp", "xcomp")] + hung_on_object:
        marks = [g.i for g in child.children if g.dep_ in ("case", "mark") and g.lower_ == opener]
        if marks:
            found |= {i for i in subtree(child) if i >= marks[0]}
    return found


def is_deniable(token: Token) -> bool:
    """Tells "denied the claims", "denied it", "denied involvement" and "denied the shooting" from "denied entry"."""
    return any(
        o.lower_ in _JUST_SAID or o.lemma_.lower() in _DENIABLE or o.lemma_.lower() in speech_words().nouns or _is_harm(o)
        for o in children(token, "obj")
    )


def _is_harm(noun: Token) -> bool:
    return noun.pos_ == "NOUN" and any(p.type in _HARMS and len(p.words) == 1 for p in predicates().get((noun.lemma_.lower(), "n"), ()))


def gives_toll(cue: Cue) -> bool:
    """Returns whether the cue says how many: "put the toll at 30", "estimated the crowd at 400", "spoke of 14 dead", "counts 13"."""
    if "toll" not in cue.entry.frames:
        return False
    objects = children(cue.token, "obj")
    is_counting = cue.entry.lemma == "count"  # "counts 13", but not "has counted casualties since 2016"
    return any(o.pos_ == "NUM" if is_counting else o.lemma_ in _TOLLS for o in objects) or _opens_figure(cue)


def _opens_figure(cue: Cue) -> bool:
    """Returns whether a number follows the cue's preposition, whatever the parser hangs it on: "spoke of no more than 45,000"."""
    behind = cue.token.doc[cue.token.i + 1 : min(cue.token.i + 1 + _MAX_FIGURE, cue.token.sent.end)]
    if not behind or behind[0].lower_ not in cue.entry.prepositions:
        return False
    words = list(takewhile(lambda t: t.pos_ in _BOUNDING, behind[1:]))
    return any(t.pos_ == "NUM" for t in words)


def find_reported_toll(cue: Cue) -> set[int]:
    """What stands right behind a cue and is nothing but figures and what became of people: "reported 9 dead and 30 wounded on Monday"."""
    behind = cue.token.doc[cue.token.i + 1 : min(cue.token.i + 1 + _MAX_LIST, cue.token.sent.end)]
    words = list(takewhile(lambda t: t.pos_ in _LISTED or t.lower_ in harm_words().states or t.text == ",", behind))
    states = [t.i for t in words if t.lower_ in harm_words().states and t.pos_ != "NOUN"]
    if "np" not in cue.entry.frames or not states or not any(t.pos_ == "NUM" for t in words[:_MAX_FIGURE]):
        return set()
    return set(range(words[0].i, states[-1] + 1))


def clauses_of(noun: Token) -> list[Token]:
    """The clauses a noun of saying holds; one that "that" opens as a conjunction is none of the relative ones."""
    relatives = [c for c in children(noun, "acl:relcl") if any(g.dep_ == "mark" and g.lower_ == "that" for g in c.children)]
    return [*children(noun, "acl", "ccomp"), *relatives]


def _is_vehicle(phrase: Token) -> bool:
    """Where something was said, which is not said itself: "confirmed the visit in a letter"."""
    return phrase.lemma_.lower() in speech_words().documents and any(g.dep_ == "case" and g.lower_ in ("in", "on") for g in phrase.children)


def _bare_clause(noun: Token) -> set[int]:
    """The clause without "that" after a noun of saying: "rejected suggestions the vote might be delayed"."""
    behind = token_at(noun.doc, noun.i + 1)
    if noun.lemma_.lower() not in speech_words().nouns or behind is None or behind.pos_ not in ("DET", "PRON", "PROPN", "NOUN"):
        return set()
    last = line_of(noun)[1]
    has_verb = any(t.pos_ in ("VERB", "AUX") for t in noun.doc[behind.i + 1 : last])
    return set(range(behind.i, last)) if has_verb else set()


def _denied_clause(noun: Token) -> set[int]:
    """What "suggestions (that) …" and "claims that …" hold, when they are the object of a cue."""
    found: set[int] = set()
    for clause in clauses_of(noun):
        if any(c.dep_ in ("nsubj", "nsubj:pass", "mark") for c in clause.children) and clause.tag_ != "VBG":
            found |= subtree(clause)
    return found
