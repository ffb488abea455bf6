"""Words around figures → frozen tables: numbers, bounds, units, and what a figure counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from parley.lexicon.rows import read_rows

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Number words with their values, and the phrases that bound a number (longest first).

    `before` and `after` hold pairs of a phrase and the side it bounds: low, high or both.
    """

    units: Mapping[str, float]
    scales: Mapping[str, float]
    plurals: Mapping[str, float]
    vague: Mapping[str, float]
    parts: Mapping[str, float]
    before: tuple[tuple[Phrase, str], ...]
    after: tuple[tuple[Phrase, str], ...]


@dataclass(frozen=True, slots=True)
class Units:
    """Units of time in hours, units that are no count, and words before a number that make it a name ("Resolution 2254")."""

    hours: Mapping[str, float]
    other: frozenset[str]
    labels: frozenset[str]


@dataclass(frozen=True, slots=True)
class Counted:
    """What a word says is counted, and where those counted stand (`obj`, `subj`, `xobj`, `of`)."""

    measure: str
    roles: frozenset[str]


@dataclass(frozen=True, slots=True)
class HarmWords:
    """Words that say what a figure counts, by sort; the sorts are explained in `data/harm.tsv`."""

    verbs: Mapping[str, Counted]
    nouns: Mapping[str, Counted]
    states: Mapping[str, Counted]
    taking: Mapping[str, Counted]
    sorts: Mapping[str, frozenset[str]]

    def is_a(self, lemma: str, *sorts: str) -> bool:
        """Returns whether `lemma` is listed under one of `sorts`."""
        return any(lemma in self.sorts.get(sort, frozenset()) for sort in sorts)


@cache
def number_words() -> NumberWords:
    """Loads the number grammar."""
    rows = read_rows("numbers.tsv", 3)
    tables = {sort: {word: float(value) for word, s, value in rows if s == sort} for sort in ("unit", "scale", "plural", "vague", "part")}
    bounds = sorted(((tuple(phrase.split()), place, side) for phrase, place, side in read_rows("bounds.tsv", 3)), key=lambda b: -len(b[0]))
    return NumberWords(
        tables["unit"],
        tables["scale"],
        tables["plural"],
        tables["vague"],
        tables["part"],
        tuple((phrase, side) for phrase, place, side in bounds if place == "before"),
        tuple((phrase, side) for phrase, place, side in bounds if place == "after"),
    )


@cache
def units() -> Units:
    """Loads what may stand beside a number."""
    rows = read_rows("units.tsv", 3)
    return Units(
        {word: float(value) for word, sort, value in rows if sort == "time"},
        frozenset(word for word, sort, _ in rows if sort == "not"),
        frozenset(word for word, sort, _ in rows if sort == "label"),
    )


@cache
def harm_words() -> HarmWords:
    """Loads the words of harm, of taking part and of lasting."""
    rows = read_rows("harm.tsv", 4)
    tables = {
        sort: {word: Counted(measure, frozenset(roles.split()) - {"-"}) for word, s, measure, roles in rows if s == sort}
        for sort in ("verb", "noun", "state", "taking")
    }
    sorts = {sort: frozenset(word for word, s, _, _ in rows if s == sort) for sort in {row[1] for row in rows}}
    return HarmWords(tables["verb"], tables["noun"], tables["state"], tables["taking"], sorts)


@cache
def plights() -> tuple[tuple[Phrase, str], ...]:
    """Loads the phrases that say how those before them fare, with the measure; longest first."""
    return tuple(sorted(((tuple(phrase.split()), measure) for phrase, measure in read_rows("plights.tsv", 2)), key=lambda row: -len(row[0])))


@cache
def falsehoods() -> Mapping[str, frozenset[str]]:
    """Loads the words by which what is told is said not to be so, by sort; the sorts are explained in `data/falsehoods.tsv`."""
    rows = read_rows("falsehoods.tsv", 2)
    return {sort: frozenset(word for word, s in rows if s == sort) for _, sort in rows}


@cache
def hedges() -> Mapping[str, str]:
    """Loads the words that make an act `probable` or `possible`."""
    return {row[0]: row[1] for row in read_rows("hedges.tsv", 2)}
