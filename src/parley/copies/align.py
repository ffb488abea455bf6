"""Pairs of articles → which sentences of one stand in the other, and how faithfully.

A sentence stands in the other text when most of its weight of words does, in one sentence, and much of it in the same
order. Words weigh by how rare they are in news, so "he said on Tuesday" proves little; order keeps apart two reporters
who name the same people, place and toll in words of their own.

All pairs of a batch are aligned in the same numpy steps. Their tables of sentences against sentences lie one after the
other in one flat array of cells, row by row.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from parley.copies.profile import HASH_BITS, Bag, Flags, Floats, Profiles
from parley.copies.words import Ints

ENOUGH_WORDS = 0.6
"""Share of a sentence's weight that must be found."""
ENOUGH_ORDER = 0.3
"""Share of a sentence's neighbouring word pairs that must be found."""
TELLING = 200
"""Weight of words, in hundredths, below which a sentence ("He gave no details.") proves nothing."""
_MOST_MEETINGS = 1 << 20
"""Meetings of equal words that are listed at once; texts that repeat a few words have very many."""


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """One article of each aligned pair; but for `starts`, each field has an entry for each sentence of each pair in turn.

    Args:
        starts: where each pair's sentences begin.
        pair: number of the pair.
        rows: number of the sentence in the profiles.
        lengths: words.
        quoted: share of words in quotation marks, in this article or in the partner (copies lose the marks).
        telling: whether the sentence says enough to be compared.
        partner: place of the most alike sentence of the other article in the other side's arrays.
        found: share of its weight of words found in the partner.
        order: share of its neighbouring word pairs found in the partner.
        aligned: whether it stands in the other article.
        covered: words that stand in the other article, which includes parts that are whole sentences there.
    """

    starts: Ints
    pair: Ints
    rows: Ints
    lengths: Ints
    quoted: Floats
    telling: Flags
    partner: Ints
    found: Floats
    order: Floats
    aligned: Flags
    covered: Floats

    @property
    def same(self) -> Flags:
        """Which sentences stand in the other article word for word."""
        return np.asarray(self.aligned & (self.order > 0.999))

    def count(self, chosen: Flags) -> Ints:
        """Counts chosen sentences by pair."""
        return np.bincount(self.pair[chosen], minlength=len(self.starts))

    def add(self, values: Ints | Floats) -> Floats:
        """Adds up values of sentences by pair."""
        return np.asarray(np.bincount(self.pair, values, len(self.starts)), np.float64)


@dataclass(frozen=True, slots=True, eq=False)
class _Grid:
    """The cells of all pairs. `heights` and `widths`: sentences of the two articles; `base`: each pair's first cell."""

    ones: Ints
    others: Ints
    heights: Ints
    widths: Ints
    base: Ints

    @classmethod
    def of(cls, profiles: Profiles, ones: Ints, others: Ints) -> _Grid:
        counts = np.diff(profiles.starts)
        heights, widths = counts[ones], counts[others]
        return cls(ones, others, heights, widths, np.concatenate(([0], np.cumsum(heights * widths))))

    @property
    def turned_cells(self) -> Ints:
        """The cells column by column, for the other side's view."""
        areas = self.heights * self.widths
        place = _count_up(areas)
        column, row = np.divmod(place, np.repeat(self.heights, areas))
        return np.asarray(np.repeat(self.base[:-1], areas) + row * np.repeat(self.widths, areas) + column)


@dataclass(frozen=True, slots=True, eq=False)
class _Match:
    """The best partner of each sentence of one article of each pair, before the other side is known."""

    starts: Ints
    pair: Ints
    rows: Ints
    partner: Ints
    found: Floats
    order: Floats
    weight: Ints

    @property
    def aligned(self) -> Flags:
        return np.asarray((self.found >= ENOUGH_WORDS) & (self.order >= ENOUGH_ORDER) & (self.weight >= TELLING))


def align(profiles: Profiles, ones: Ints, others: Ints) -> tuple[Side, Side]:
    """Aligns the sentences of pairs of articles, each side on its own; every article must have a sentence.

    Each sentence takes its best partner, so a body pasted twice and sentences in another order align as well.

    Args:
        ones, others: numbers of the articles in `profiles`, one of each for each pair.
    """
    grid = _Grid.of(profiles, ones, others)
    words, pairs = _share(profiles.words, profiles.starts, grid), _share(profiles.pairs, profiles.starts, grid)
    match = _match(words, pairs, profiles, ones, grid.widths)
    cells = grid.turned_cells
    back = _match(words[cells], pairs[cells], profiles, others, grid.heights)
    return _side(profiles, match, back), _side(profiles, back, match)


def _count_up(counts: Ints) -> Ints:
    """Returns 0, 1, … up to each count in turn."""
    return np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)


def _share(bag: Bag, starts: Ints, grid: _Grid) -> Floats:
    """Returns, for each cell, the weight that its two sentences share."""
    bounds = np.searchsorted(bag.keys, np.arange(len(starts), dtype=np.uint64) << HASH_BITS)
    counts = np.diff(bounds)[grid.ones]
    pair = np.repeat(np.arange(len(grid.ones)), counts)
    key = bounds[grid.ones][pair] + _count_up(counts)
    sought = bag.keys[key] + ((grid.others - grid.ones).astype(np.uint64) << HASH_BITS)[pair]
    place = np.minimum(np.searchsorted(bag.keys, sought), max(0, len(bag.keys) - 1))
    held = np.flatnonzero(bag.keys[place] == sought)
    pair, key, place = pair[held], key[held], place[held]
    meetings = np.diff(bag.starts)[key] * np.diff(bag.starts)[place]
    cells = np.zeros(grid.base[-1])
    slices = np.flatnonzero(np.diff(np.cumsum(meetings) // _MOST_MEETINGS, prepend=-1, append=-1))
    for first, last in pairwise(slices.tolist()):
        part = slice(first, last)
        where, weights = _meet(bag, starts, grid, pair[part], key[part], place[part])
        cells += np.bincount(where, weights, len(cells))
    return cells


def _meet(bag: Bag, starts: Ints, grid: _Grid, pair: Ints, key: Ints, place: Ints) -> tuple[Ints, Ints]:
    """Returns the cell and the weight of each meeting of an entry of `key` with one of `place`."""
    sizes = np.diff(bag.starts)
    meetings = sizes[key] * sizes[place]
    step, other_step = np.divmod(_count_up(meetings), np.repeat(sizes[place], meetings))
    row = bag.rows[np.repeat(bag.starts[key], meetings) + step]
    other_row = bag.rows[np.repeat(bag.starts[place], meetings) + other_step]
    corner = grid.base[:-1] - starts[grid.ones] * grid.widths - starts[grid.others]
    return np.repeat(corner[pair], meetings) + row * np.repeat(grid.widths[pair], meetings) + other_row, np.repeat(bag.weights[key], meetings)


def _match(words: Floats, pairs: Floats, profiles: Profiles, own: Ints, widths: Ints) -> _Match:
    """Picks the best partner of each sentence by the weight of words and the number of pairs it shares."""
    heights = np.diff(profiles.starts)[own]
    pair = np.repeat(np.arange(len(own)), heights)
    rows = profiles.starts[own][pair] + _count_up(heights)
    across = widths[pair]
    weight = profiles.words.totals[rows]
    found = words / np.repeat(np.maximum(weight, 1), across)
    order = pairs / np.repeat(np.maximum(profiles.pairs.totals[rows], 1), across)
    score = found + order
    first = np.cumsum(across) - across
    is_best = np.flatnonzero(score == np.repeat(np.maximum.reduceat(score, first), across))
    best = is_best[np.searchsorted(is_best, first)]
    other_starts = np.cumsum(widths) - widths
    return _Match(np.cumsum(heights) - heights, pair, rows, other_starts[pair] + best - first, found[best], order[best], weight)


def _side(profiles: Profiles, match: _Match, back: _Match) -> Side:
    aligned, answered = match.aligned, back.aligned
    lengths, quoted = profiles.lengths[match.rows], profiles.quoted[match.rows]
    quoted = np.where(aligned, np.maximum(quoted, profiles.quoted[back.rows][match.partner]), quoted)
    pieces = np.bincount(back.partner[answered], profiles.lengths[back.rows][answered], len(lengths))
    covered = np.where(aligned, lengths, np.minimum(pieces, lengths)).astype(np.float64)
    telling = match.weight >= TELLING
    return Side(match.starts, match.pair, match.rows, lengths, quoted, telling, match.partner, match.found, match.order, aligned, covered)
