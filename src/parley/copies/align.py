"""Two fingerprints → which sentences of one stand in the other, and how faithfully.

A sentence stands in the other text when most of its weight of words does, in one sentence, and much of it in the same
order. Words weigh by how rare they are in news, so "he said on Tuesday" proves little; order keeps apart two reporters
who name the same people, place and toll in words of their own.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from parley.copies.profile import Bag, Flags, Floats, Ints, Profile

ENOUGH_WORDS = 0.6
"""Share of a sentence's weight that must be found."""
ENOUGH_ORDER = 0.3
"""Share of a sentence's neighbouring word pairs that must be found."""
TELLING = 2.0
"""Weight of words below which a sentence ("He gave no details.") proves nothing."""


@dataclass(frozen=True, slots=True)
class Side:
    """One article of an aligned pair; each field has an entry for each sentence.

    Args:
        lengths: words.
        quoted: share of words in quotation marks, in this article or in the partner (copies lose the marks).
        telling: whether the sentence says enough to be compared.
        partner: index of the most alike sentence of the other article.
        found: share of its weight of words found in the partner.
        order: share of its neighbouring word pairs found in the partner.
        aligned: whether it stands in the other article.
        covered: words that stand in the other article, which includes parts that are whole sentences there.
    """

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


@dataclass(frozen=True, slots=True)
class _Match:
    """The best partner of each sentence of one article, before the other side is known."""

    partner: Ints
    found: Floats
    order: Floats
    weight: Floats

    @property
    def aligned(self) -> Flags:
        return np.asarray((self.found >= ENOUGH_WORDS) & (self.order >= ENOUGH_ORDER) & (self.weight >= TELLING))


def align(one: Profile, other: Profile) -> tuple[Side, Side]:
    """Aligns the sentences of two articles, each side on its own.

    Each sentence takes its best partner, so a body pasted twice and sentences in another order align as well.
    """
    words, pairs = _shared(one.words, other.words), _shared(one.pairs, other.pairs)
    match, back = _match(words, pairs, one), _match(words.T, pairs.T, other)
    return _side(one, other, match, back), _side(other, one, back, match)


def _shared(one: Bag, other: Bag) -> Floats:
    """Returns the weight that each sentence of `one` shares with each sentence of `other`."""
    first, last = np.searchsorted(other.keys, one.keys, "left"), np.searchsorted(other.keys, one.keys, "right")
    meetings = last - first
    ones = np.repeat(np.arange(len(one.keys)), meetings)
    others = np.arange(len(ones)) + np.repeat(first - np.cumsum(meetings) + meetings, meetings)
    shape = len(one.totals), len(other.totals)
    cells = one.rows[ones] * shape[1] + other.rows[others]
    return np.bincount(cells, one.weights[ones], shape[0] * shape[1]).reshape(shape).astype(np.float32)


def _match(words: Floats, pairs: Floats, own: Profile) -> _Match:
    """Picks the best partner of each sentence by the weight of words and the number of pairs it shares."""
    if not words.size:
        none = np.zeros(len(words), np.float32)
        return _Match(none.astype(np.int64), none, none, own.words.totals)
    found = words / np.maximum(own.words.totals, 1e-6)[:, None]
    order = pairs / np.maximum(own.pairs.totals, 1e-6)[:, None]
    partner = np.argmax(found + order, axis=1)
    rows = np.arange(len(partner))
    return _Match(partner, found[rows, partner], order[rows, partner], own.words.totals)


def _side(own: Profile, other: Profile, match: _Match, back: _Match) -> Side:
    aligned = match.aligned
    quoted = np.where(aligned, np.maximum(own.quoted, other.quoted[match.partner]), own.quoted) if len(other.lengths) else own.quoted
    pieces = np.bincount(back.partner[back.aligned], other.lengths[back.aligned], len(own.lengths))
    covered = np.where(aligned, own.lengths, np.minimum(pieces, own.lengths)).astype(np.float32)
    return Side(own.lengths, quoted, match.weight >= TELLING, match.partner, match.found, match.order, aligned, covered)
