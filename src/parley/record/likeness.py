"""Gists → how alike each two articles are in what they are about, 0 to 1.

Cosine of TF-IDF vectors over words and names, lowered where both name settings and the settings differ: the same people meet again in
another town. How rare a word is comes from what was published in the weeks up to the article's day and, as if `PRIOR` more articles had been
seen, from English news at large: two articles alone are compared as sensibly as ten thousand, and in the news of one war the name
of the country tells nothing apart. What is published later, or long before, changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from parley.record.terms import Codes, Floats, Gist, Terms

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


class Pairs(NamedTuple):
    """Pairs as parallel arrays: two numbers of articles, and how alike those are."""

    one: Ints
    other: Ints
    value: Floats

    def where(self, wanted: NDArray[np.bool_]) -> Pairs:
        return Pairs(self.one[wanted], self.other[wanted], self.value[wanted])


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


class Window:
    """How many of the articles seen of late hold each term; articles come and go.

    Args:
        gists: all articles that will ever come.
    """

    def __init__(self, gists: Sequence[Gist]) -> None:
        parts = [terms.codes for gist in gists for terms in (gist.words, gist.settings)]
        self._codes = np.unique(np.concatenate([np.zeros(0, np.uint64), *parts]))
        self._held = np.zeros((2, len(self._codes)), np.int64)
        self._size = 0

    def move(self, gist: Gist, by: int) -> None:
        """Lets an article come (`by` is 1) or go (-1)."""
        self._size += by
        for held, terms in zip(self._held, (gist.words, gist.settings), strict=True):
            held[self._places(terms)] += by

    def weigh(self, gist: Gist) -> Weighed:
        """Weighs the terms of an article by how few of those now in the window hold them."""
        return Weighed(self._vector(gist.words, 0, PRIOR), self._vector(gist.settings, 1, SETTING_PRIOR), len(gist.settings.codes) > 0)

    def _vector(self, terms: Terms, which: int, prior: float) -> Vector:
        expected = self._held[which, self._places(terms)] + prior * terms.shares
        return scale(terms, np.log((self._size + prior) / np.maximum(expected, 1e-9)))

    def _places(self, terms: Terms) -> Ints:
        return self._codes.searchsorted(terms.codes)


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
    order = np.argsort(codes, kind="stable")
    codes = codes[order]
    weights = np.concatenate([np.zeros(0), *(t.weights for t in targets)])[order]
    holders = np.repeat(np.arange(len(targets)), [len(t.codes) for t in targets])[order]
    for query in queries:
        start, end = codes.searchsorted(query.codes, "left"), codes.searchsorted(query.codes, "right")
        sizes = end - start
        places = np.repeat(start - np.cumsum(sizes) + sizes, sizes) + np.arange(sizes.sum())
        yield np.round(np.bincount(holders[places], weights[places] * np.repeat(query.weights, sizes), len(targets)), 9)
