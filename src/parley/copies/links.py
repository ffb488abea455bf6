"""Candidate pairs → typed, directed copy links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from parley.copies.align import align
from parley.copies.articles import Known
from parley.copies.candidates import Pairs
from parley.copies.direction import weigh_pages, weigh_texts
from parley.copies.kinds import contained, measure, name_kinds
from parley.copies.profile import MOST_ARTICLES, MOST_SENTENCES, profile
from parley.copies.words import Ints
from parley.model import CopyLink

_MOST_CELLS = 1 << 17
"""Sentences of one article times sentences of the other, summed over the pairs of a batch."""


def link_pairs(known: Sequence[Known], pairs: Pairs) -> Iterator[CopyLink]:
    """Compares the articles of each pair; yields the links of those that share something telling.

    Whether and how two articles are linked depends on those two alone, not on the other pairs or on their order.

    Args:
        pairs: two columns of places in `known`.
    """
    places, numbers = np.unique(pairs, return_inverse=True)
    sentences = np.array([min(len(known[place].print.lengths) // 2, MOST_SENTENCES) for place in places], np.int64)
    cells = sentences[numbers.reshape(pairs.shape)].prod(axis=1)
    pairs, cells = pairs[cells > 0], cells[cells > 0]
    for batch in _batched(pairs, cells):
        yield from _link_batch(known, batch)


def _batched(pairs: Pairs, cells: Ints) -> Iterator[Pairs]:
    """Cuts the pairs into batches of about `_MOST_CELLS` cells, and of no more articles than can be laid side by side."""
    number = np.maximum(np.cumsum(cells) // _MOST_CELLS, np.arange(len(cells)) // (MOST_ARTICLES // 2))
    yield from np.split(pairs, np.flatnonzero(np.diff(number)) + 1)


def _link_batch(known: Sequence[Known], pairs: Pairs) -> Iterator[CopyLink]:
    places, numbers = np.unique(pairs, return_inverse=True)
    profiles = profile([known[place].print for place in places])
    side, other_side = align(profiles, *numbers.reshape(pairs.shape).T)
    overlap, other_overlap = measure(side), measure(other_side)
    kinds, shares = name_kinds(overlap, other_overlap), contained(overlap, other_overlap)
    leanings = weigh_texts(side, other_side, profiles).tolist()
    for (one, other), kind, share, leaning in zip(pairs.tolist(), kinds, shares, leanings, strict=True):
        if kind:
            first, second = _by_age(known[one], known[other], leaning)
            yield CopyLink(first.id, second.id, kind, share)


def _by_age(one: Known, other: Known, leaning: float) -> tuple[Known, Known]:
    """Puts the earlier article first; ids break a tie."""
    balance = leaning + weigh_pages(one, other)
    return (one, other) if balance > 0 or (balance == 0 and one.id < other.id) else (other, one)
