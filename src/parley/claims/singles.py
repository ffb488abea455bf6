"""Victims without a number → counts of one: "a security guard was killed", "his driver", "killing the commander Raul Onik".

A noun with "a" or "an" may have been killed, hurt, held or be missing. Whom the text takes for known ("the mayor", "her son") or calls by name
counts only where it says that somebody killed them, once in an article. Those joined by "and" are one count.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from parley.claims.counts import Count
from parley.claims.figures import Figure
from parley.claims.measures import by_loss, by_nominal, by_plight, by_verb, predicates
from parley.claims.touching import by_touching
from parley.claims.unreal import is_told_as_done
from parley.language.phrases import children
from parley.lexicon.people_words import persons
from parley.lexicon.quantities import harm_words
from parley.lexicon.speech import speech_words
from parley.model import Naming

_INDEFINITE = frozenset(("a", "an", "another"))
_DEFINITE = frozenset(("the", "this", "that"))
_INSIDE = frozenset("compound flat amod appos nmod:desc nmod:poss case".split())
_PLURAL = frozenset(("were", "are", "have"))
_WOUNDS = frozenset(("wound", "injury", "burn", "torture"))
_SUFFERED = frozenset(("killed", "injured", "missing", "detained"))
_DESCRIBING = frozenset("NN NNP JJ VBN HYPH POS CD RB".split())
_MAX_PHRASE = 8
_MAX_AUXILIARIES = 4


@dataclass(frozen=True, slots=True)
class Single:
    """One human being told of without a number: the phrase as a figure, its noun, and whether it is new to the text ("a guard")."""

    figure: Figure
    noun: Token
    is_new: bool


def find_singles(doc: Doc, naming: Naming, figures: Sequence[Figure]) -> list[Single]:
    """Returns the phrases for one person, or a couple, in text order; those inside a figure's own phrase left out."""
    taken = {i for f in figures for i in range(f.start, f.end)}
    found = [s for token in doc if (s := _common(token)) is not None] + list(_named(doc, naming))
    free = [s for s in found if not _speaks(s) and not taken & {*range(s.figure.start, s.figure.end), *(c.i for c in children(s.noun, "nummod"))}]
    return sorted({s.noun.i: s for s in free}.values(), key=lambda s: s.figure.start)


def _common(noun: Token) -> Single | None:
    number = persons().get(noun.lower_) if noun.tag_ == "NN" and noun.dep_ not in _INSIDE else None
    if number is None:
        return None
    if noun.dep_ == "conj" and 0 < noun.head.i < noun.i and noun.nbor(-1).lower_ == "and":
        # "A brother and sister were killed" tells of two, "a lawyer and activist was killed" of one.
        first = _common(noun.head) if any(c.lower_ in _PLURAL for c in noun.head.head.children) else None
        return Single(_figure(noun.i, noun.i + 1, number), noun, first.is_new) if first is not None else None
    for word in reversed(noun.doc[max(noun.sent.start, noun.i - _MAX_PHRASE) : noun.i]):
        if word.lower_ in _INDEFINITE or word.lower_ in _DEFINITE or word.tag_ == "PRP$":
            return Single(_figure(word.i, noun.i + 1, number), noun, word.lower_ in _INDEFINITE)
        if word.tag_ not in _DESCRIBING:
            return None
    return None


def _named(doc: Doc, naming: Naming) -> Iterator[Single]:
    for entity in naming.entities:
        covered = doc.char_span(entity.span.start, entity.span.end, alignment_mode="expand") if entity.type == "PERSON" else None
        if covered is not None and covered.root.dep_ not in _INSIDE:
            yield Single(_figure(covered.start, covered.end, 1), covered.root, False)


def _figure(start: int, end: int, number: int) -> Figure:
    return Figure(start, end, start, start, number, number, "")


def count_singles(doc: Doc, singles: Sequence[Single]) -> dict[int, Count]:
    """Returns what became of those of whom the text says so, by the first token of their phrase; those joined by "and" in one count."""
    told: dict[int, Count] = {}
    known: set[tuple[str, str]] = set()
    for single in singles:
        count = _count(doc, single) or _joined(doc, single, list(told.values())[-1:])
        if count is None:
            continue
        key = (count.measure, single.noun.lower_)
        if not (key in known and not single.is_new):
            told[single.noun.i] = count
        known.add(key)
    return {count.figure.start: count for count in _together(told)}


def _count(doc: Doc, single: Single) -> Count | None:
    words, figure, noun = harm_words(), single.figure, single.noun
    rules = (by_loss, by_touching, by_verb, by_plight) + ((by_nominal,) if single.is_new else ())
    found = next((c for rule in rules if (c := rule(doc, figure, noun, noun, words)) is not None and c.measure in _SUFFERED), None)
    found = found or _by_state(figure, noun)
    if found is None or words.is_a(found.anchor.lemma_.lower(), "burying") or _is_illness(found.anchor) or not is_told_as_done(found.anchor):
        return None
    return found if single.is_new or (found.measure == "killed" and _is_violent(found, noun)) else None


def _joined(doc: Doc, single: Single, before: Sequence[Count]) -> Count | None:
    """One who stands between another and the verb they share, whatever the parse: "a boy of 12 and his grandmother were killed"."""
    for count in before:
        between = [t for t in doc[count.figure.end : single.figure.start] if not t.is_space]
        is_joined = between and between[-1].lower_ == "and" and len(between) <= _MAX_PHRASE and not any(t.pos_ in ("VERB", "AUX") for t in between)
        if is_joined and single.noun.i < count.anchor.i <= single.noun.i + _MAX_AUXILIARIES:
            return replace(count, figure=single.figure, noun=single.noun)
    return None


def _by_state(figure: Figure, noun: Token) -> Count | None:
    """What the person is said to be: "left a man dead", "a pilot is missing"."""
    states = harm_words().states
    said = next((word for word in predicates(figure, noun) if word.lower_ in states and word.pos_ != "NOUN"), None)
    return Count(figure, states[said.lower_].measure, noun, said) if said is not None else None


def _speaks(single: Single) -> bool:
    """Returns whether a word of saying follows: who speaks did not suffer what the sentence tells, whatever the parse."""
    doc, at = single.noun.doc, single.figure.end
    return at < len(doc) and doc[at].tag_ in ("VBD", "VBZ") and doc[at].lemma_.lower() in speech_words().verbs


def _is_illness(anchor: Token) -> bool:
    """Returns whether somebody is said to have died "of" something that is no wound."""
    causes = [c.lemma_.lower() for c in children(anchor, "obl") if any(g.lower_ in ("of", "from") for g in children(c, "case"))]
    return anchor.lemma_ == "die" and bool(causes) and not set(causes) & _WOUNDS


def _is_violent(count: Count, noun: Token) -> bool:
    """Returns whether somebody or something killed: to die is no such word, unless it says of what."""
    words = harm_words()
    entry = words.verbs.get(count.anchor.lemma_.lower())
    if entry is None or "obj" in entry.roles:
        return True
    causes = [c.lemma_.lower() for c in children(count.anchor, "obl")]
    return any(words.is_a(c, "attack", "force") or c in _WOUNDS for c in causes)


def _together(told: dict[int, Count]) -> Iterator[Count]:
    """Joins the counts of those whom "and" joins: "a boy and his grandmother were killed" tells of two."""
    groups: dict[int, list[Count]] = {}
    for i, count in told.items():
        noun = count.noun
        last = max((n for n in told if n < i), default=i)
        is_joined = noun is not None and [t.lower_ for t in noun.doc[told[last].figure.end : count.figure.start]][-1:] == ["and"]
        first = next((n for n, group in groups.items() if is_joined and last in (c.noun.i for c in group if c.noun is not None)), i)
        same = first in groups and groups[first][0].measure == count.measure
        groups.setdefault(first if same or first == i else i, []).append(count)
    for group in groups.values():
        if len(group) == 1:
            yield group[0]
            continue
        total = sum(c.figure.low or 0 for c in group)
        figure = replace(group[0].figure, end=group[-1].figure.end, low=total, high=total)
        yield replace(group[0], figure=figure, noun=None)
