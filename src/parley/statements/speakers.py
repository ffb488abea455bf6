"""Cue → speaker: the phrase that names who speaks, and the actor it stands for.

The speaker is read off the syntax (subject, agent, antecedent of "who", author of a "statement from X"). Where the
syntax names nobody there is no speaker: the nearest name is never taken.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from parley.language.phrases import children, noun_phrase, offsets, span
from parley.lexicon.speech import speech_words
from parley.model import Naming, Party

_RELATIVE = frozenset(("who", "which", "that", "whom"))
_AUTHOR_CASES = frozenset(("from", "by", "of"))
_SHARED = frozenset(("conj", "xcomp", "advcl", "acl", "ccomp", "parataxis"))
_MAX_STEPS = 5


def find_speaker(cue: Token) -> Token | None:
    """Returns the head of the speaker's phrase, or None."""
    if cue.pos_ == "NOUN":
        return _owner(cue)
    verb = cue
    for _ in range(_MAX_STEPS):
        subject = _subject(verb)
        if subject is not None:
            return None if subject.dep_ == "expl" else _author(_antecedent(subject, verb))
        if verb.dep_ in ("acl", "acl:relcl") and verb.head.i != verb.i:
            return None if verb.tag_ == "VBN" and verb is cue else _author(verb.head)
        if verb.dep_ not in _SHARED or verb.head.i == verb.i or (verb.dep_ in ("ccomp", "parataxis") and verb.tag_ != "VBG"):
            return None
        verb = verb.head
    return None


def _subject(verb: Token) -> Token | None:
    passive = bool(children(verb, "aux:pass", "nsubj:pass")) and verb.tag_ == "VBN"
    if passive and verb.lemma_ != "quote":
        agents = [c for c in verb.children if c.dep_ in ("obl:agent", "obl") and any(g.dep_ == "case" and g.lower_ == "by" for g in c.children)]
        return agents[0] if agents else next(iter(children(verb, "expl")), None)
    subjects = children(verb, "nsubj", "nsubj:pass", "expl")
    return subjects[0] if subjects else None


def _antecedent(subject: Token, verb: Token) -> Token:
    """Resolves "who" to the noun its clause describes."""
    if subject.lower_ not in _RELATIVE or subject.tag_ == "DT":
        return subject
    while verb.dep_ in ("conj", "xcomp") and verb.head.i != verb.i:
        verb = verb.head
    return verb.head if verb.dep_ in ("acl:relcl", "acl") else subject


def _author(head: Token) -> Token:
    """Looks behind a thing that carries words: in "a statement from the ministry" the ministry speaks."""
    return _owner(head) or head if head.lemma_.lower() in speech_words().documents and head.pos_ == "NOUN" else head


def _owner(noun: Token) -> Token | None:
    for child in noun.children:
        if child.dep_ == "nmod:poss" or (child.dep_ == "nmod" and any(g.dep_ == "case" and g.lower_ in _AUTHOR_CASES for g in child.children)):
            return _quantified(child)
    return None


def _quantified(head: Token) -> Token:
    """Steps from "one" or "some" to its apposition if that is a name: "one of the charities, Save the Children"."""
    names = [c for c in head.children if c.dep_ == "appos" and c.pos_ == "PROPN"]
    return names[0] if names and head.pos_ in ("NUM", "DET", "PRON") else head


def party(doc: Doc, text: str, naming: Naming, head: Token) -> Party:
    """Makes the speaker's `Party`: its phrase, and the resolved name where `naming` knows one."""
    start, end = noun_phrase(head, coordinated=True)
    start = _without_case(doc, start, head.i)
    phrase = span(text, doc, start, end)
    return Party(phrase, resolve(naming, phrase.start, phrase.end, head) or phrase.text)


def _without_case(doc: Doc, start: int, head: int) -> int:
    while start < head and doc[start].dep_ in ("case", "mark", "cc"):
        start += 1
    return start


def resolve(naming: Naming, start: int, end: int, head: Token) -> str | None:
    """Returns the resolved name of a phrase: of what covers its head word, else of a person named inside it, else None.

    Several names ("Kerry and Lavrov", "they") are joined with " and ".
    """
    heads = [head, *children(head, "conj")]
    names: list[str] = []
    for word in heads:
        found = _name_at(naming, start, end, word)
        if found is None:
            names = []
            break
        names += [n for n in found if n not in names]
    if names:
        return " and ".join(names)
    people = [e for e in naming.entities if e.type == "PERSON" and start <= e.span.start and e.span.end <= end]
    people = [e for e in people if not _is_possessive(head.doc, e.span.end)]
    return people[0].name if people and len(heads) == 1 else None


def _name_at(naming: Naming, start: int, end: int, word: Token) -> tuple[str, ...] | None:
    left, right = offsets(word.doc, word.i, word.i + 1)
    for reference in naming.references:
        if reference.span.start <= left and right <= reference.span.end and reference.span.end <= end and reference.names:
            return reference.names
    for entity in naming.entities:
        if entity.span.start <= left and right <= entity.span.end and (entity.type != "NORP" or word.pos_ != "ADJ"):
            return (entity.name,)
    return None


def _is_possessive(doc: Doc, offset: int) -> bool:
    """Returns whether a possessive mark begins at `offset`."""
    found = doc.char_span(offset, offset + 2, alignment_mode="expand")
    return found is not None and found[0].tag_ == "POS"
