"""Gists → how alike each two articles are in what they are about, 0 to 1.

Cosine of TF-IDF vectors over words and names, lowered where both name settings and the settings differ: the same people meet again in
another town. How rare a word is comes from what was published in the weeks up to the article's day and, as if `PRIOR` more articles had been
seen, from English news at large: two articles alone are compared as sensibly as ten thousand, and in the news of one war the name
of the country tells nothing apart. What is published later, or long before, changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from parley.record.terms import Codes, Floats, Terms

Ints = NDArray[np.int64]

PRIOR, SETTING_PRIOR = 20.0, 10.0
"""Articles of general news imagined beside those of the window when the rarity of words, and of settings, is counted."""
MOST_TERMS = 120
"""Terms kept of an article, the heaviest first."""
LEAST = 0.02
"""Likeness below which a pair is not listed."""

SETTING_SHARE = 0.5
"""How much of a pair's likeness is lost when its settings have nothing in common."""
SETTING_ALIKE = 0.4
"""Likeness of settings from which on nothing is lost."""
SETTING_UNKNOWN = 0.6
"""What stands in for the settings' likeness, as a share of `SETTING_ALIKE`, when one article names none."""

_AT_ONCE = 1 << 16
"""Pairs that are compared in one go."""


class Pairs(NamedTuple):
    """Pairs as parallel arrays: two numbers of articles, and how alike those are."""

    one: Ints
    other: Ints
    value: Floats

    def where(self, wanted: NDArray[np.bool_]) -> Pairs:
        return Pairs(self.one[wanted], self.other[wanted], self.value[wanted])

    def take(self, places: Ints) -> Pairs:
        return Pairs(self.one[places], self.other[places], self.value[places])


class Vector(NamedTuple):
    """The heaviest terms of an article, weighed by rarity; of length 1."""

    codes: Codes
    weights: Floats


@dataclass(frozen=True, slots=True)
class Weighed:
    """An article's words and settings as vectors."""

    words: Vector
    settings: Vector
    has_setting: bool


class Line:
    """The words, or the settings, of articles that stand in a line.

    Args:
        terms: those of each article.
    """

    def __init__(self, terms: Sequence[Terms]) -> None:
        self._terms = terms
        codes, self._places = np.unique(np.concatenate([np.zeros(0, np.uint64), *(held.codes for held in terms)]), return_inverse=True)
        self._ends = np.cumsum([0, *(len(held.codes) for held in terms)])
        self._count = len(codes)

    def weigh(self, numbers: Sequence[int], window: range, prior: float) -> Iterator[Vector]:
        """Weighs the terms of some articles by how few of those in a window hold them."""
        held = np.bincount(self._places[self._ends[window.start] : self._ends[window.stop]], minlength=self._count)
        for number in numbers:
            terms, places = self._terms[number], self._places[self._ends[number] : self._ends[number + 1]]
            expected = held[places] + prior * terms.shares
            yield scale(terms, np.log((len(window) + prior) / np.maximum(expected, 1e-9)))


def scale(terms: Terms, rarity: Floats) -> Vector:
    """Keeps the heaviest terms, those that are common left out, and brings their weights to length 1."""
    weights = terms.counts * np.maximum(rarity, 0.0)
    kept = np.sort(np.argsort(-weights, kind="stable")[:MOST_TERMS])  # of equal weights the smaller code
    kept = kept[weights[kept] > 0]
    length = float(np.sqrt(np.square(weights[kept]).sum())) or 1.0
    return Vector(terms.codes[kept], weights[kept] / length)


def compare(queries: Sequence[Weighed], targets: Sequence[Weighed]) -> Pairs:
    """Returns how alike each query is to each target, by their places in the two sequences, where that is at least `LEAST`."""
    words = alike([q.words for q in queries], [t.words for t in targets])
    settings = alike([q.settings for q in queries], [t.settings for t in targets])
    has_setting = np.array([target.has_setting for target in targets], np.bool_)
    found = []
    for number, (scores, met) in enumerate(zip(words, settings, strict=True)):
        known = has_setting & queries[number].has_setting
        met = np.where(known, np.minimum(1.0, np.where(met >= LEAST, met, 0.0) / SETTING_ALIKE), SETTING_UNKNOWN)
        others = np.flatnonzero(scores >= LEAST)
        value = scores[others] * (1 - SETTING_SHARE + SETTING_SHARE * met[others])
        found.append(Pairs(np.full(len(others), number), others, value))
    return join(found)


def join(parts: Sequence[Pairs]) -> Pairs:
    """Returns the pairs of several lists as one."""
    empty = np.zeros(0, np.int64)
    return Pairs(*(np.concatenate(column) for column in zip(Pairs(empty, empty, np.zeros(0)), *parts, strict=True)))


def alike(queries: Sequence[Vector], targets: Sequence[Vector]) -> Iterator[Floats]:
    """Yields for each query the cosines with all targets, in order."""
    codes = np.concatenate([np.zeros(0, np.uint64), *(t.codes for t in targets)])
    asked = np.flatnonzero(_low_bits(queries)[codes.astype(np.uint16)])  # most codes are ruled out before they are sorted
    order = asked[np.argsort(codes[asked], kind="stable")]
    codes = codes[order]
    weights = np.concatenate([np.zeros(0), *(t.weights for t in targets)])[order]
    holders = np.repeat(np.arange(len(targets)), [len(t.codes) for t in targets])[order]
    step = max(1, _AT_ONCE // max(1, len(targets)))
    for some in (queries[at : at + step] for at in range(0, len(queries), step)):
        sought = np.concatenate([query.codes for query in some])
        start, end = codes.searchsorted(sought, "left"), codes.searchsorted(sought, "right")
        sizes = end - start
        places = np.repeat(start - np.cumsum(sizes) + sizes, sizes) + np.arange(sizes.sum())
        rows = np.repeat(np.repeat(np.arange(len(some)), [len(query.codes) for query in some]), sizes)
        terms = weights[places] * np.repeat(np.concatenate([query.weights for query in some]), sizes)
        sums = np.asarray(np.bincount(rows * len(targets) + holders[places], terms, len(some) * len(targets)), np.float64)
        yield from np.round(sums, 9).reshape(len(some), len(targets))


def _low_bits(vectors: Iterable[Vector]) -> NDArray[np.bool_]:
    """A table of the lowest 16 bits that codes of the vectors have."""
    table = np.zeros(1 << 16, np.bool_)
    for vector in vectors:
        table[vector.codes.astype(np.uint16)] = True
    return table
