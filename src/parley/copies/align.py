"""Two fingerprints → which sentences of one stand in the other, and how faithfully.

A sentence stands in the other text when most of its weight of words does, in one sentence, and much of it in the same
order. Words weigh by how rare they are in news, so "he said on Tuesday" proves little; order keeps apart two reporters
who name the same people, place and toll in words of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from parley.copies.fingerprint import Fingerprint, hash_words
from parley.lexicon.weights import UNSEEN, word_weights

Floats: TypeAlias = npt.NDArray[np.float32]
Flags: TypeAlias = npt.NDArray[np.bool_]
Ints: TypeAlias = npt.NDArray[np.int64]
Keys: TypeAlias = npt.NDArray[np.uint64]

ENOUGH_WORDS = 0.6
"""Share of a sentence's weight that must be found."""
ENOUGH_ORDER = 0.3
"""Share of a sentence's neighbouring word pairs that must be found."""
TELLING = 2.0
"""Weight of words below which a sentence ("He gave no details.") proves nothing."""
MOST_SENTENCES = 400
"""Sentences of an article that are compared; longer texts are cut there."""


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
class _Bag:
    """The words, or neighbouring word pairs, of an article, each with the number of the sentence it stands in."""

    keys: Keys
    rows: Ints
    sentences: int

    def spread(self, places: Ints, width: int) -> Floats:
        """Returns a table with a row for each sentence and 1 in the columns of the keys it holds."""
        table = np.zeros((self.sentences, width), np.float32)
        table[self.rows, places] = 1
        return table


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


def align(one: Fingerprint, other: Fingerprint) -> tuple[Side, Side]:
    """Aligns the sentences of two articles, each side on its own.

    Each sentence takes its best partner, so a body pasted twice and sentences in another order align as well.
    """
    words, weights = _shares(_word_bag(one), _word_bag(other), weigh)
    pairs, _ = _shares(_pair_bag(one), _pair_bag(other), lambda keys: np.ones(len(keys), np.float32))
    matches = tuple(_match(*side) for side in zip(words, pairs, weights, strict=True))
    return _side(one, other, *matches), _side(other, one, *reversed(matches))


def _word_bag(print_: Fingerprint) -> _Bag:
    lengths = print_.sentence_lengths[:MOST_SENTENCES].astype(np.int64)
    return _Bag(print_.word_hashes[: int(lengths.sum())].astype(np.uint64), np.repeat(np.arange(len(lengths)), lengths), len(lengths))


def _pair_bag(print_: Fingerprint) -> _Bag:
    words = _word_bag(print_)
    inside = words.rows[1:] == words.rows[:-1]
    pairs = words.keys[:-1] << np.uint64(32) | words.keys[1:]
    return _Bag(pairs[inside], words.rows[1:][inside], words.sentences)


def _shares(one: _Bag, other: _Bag, weigh_keys: Callable[[Keys], Floats]) -> tuple[tuple[Floats, Floats], tuple[Floats, Floats]]:
    """Returns, for each side, the share of each sentence's weight found in each sentence of the other; and the weights."""
    keys, places = np.unique(np.concatenate([one.keys, other.keys]), return_inverse=True)
    weights = weigh_keys(keys)
    first, second = one.spread(places[: len(one.keys)], len(keys)), other.spread(places[len(one.keys) :], len(keys))
    shared = (first * weights) @ second.T
    totals = first @ weights, second @ weights
    shares = shared / np.maximum(totals[0], 1e-6)[:, None], shared.T / np.maximum(totals[1], 1e-6)[:, None]
    return shares, totals


def _match(found: Floats, order: Floats, weight: Floats) -> _Match:
    if not found.size:
        none = np.zeros(len(found), np.float32)
        return _Match(none.astype(np.int64), none, none, weight)
    partner = np.argmax(found + order, axis=1)
    rows = np.arange(len(partner))
    return _Match(partner, found[rows, partner], order[rows, partner], weight)


def _side(own: Fingerprint, other: Fingerprint, match: _Match, back: _Match) -> Side:
    lengths, other_lengths = (print_.sentence_lengths[:MOST_SENTENCES].astype(np.int64) for print_ in (own, other))
    quoted = own.sentence_quoted[:MOST_SENTENCES] / np.maximum(lengths, 1)
    other_quoted = other.sentence_quoted[:MOST_SENTENCES] / np.maximum(other_lengths, 1)
    aligned = match.aligned
    if len(other_lengths):
        quoted = np.where(aligned, np.maximum(quoted, other_quoted[match.partner]), quoted)
    pieces = np.bincount(back.partner[back.aligned], other_lengths[back.aligned], len(lengths)) if len(lengths) else np.zeros(0)
    covered = np.where(aligned, lengths, np.minimum(pieces, lengths)).astype(np.float32)
    return Side(lengths, quoted.astype(np.float32), match.weight >= TELLING, match.partner, match.found, match.order, aligned, covered)


@cache
def _weight_table() -> tuple[Keys, Floats]:
    table = word_weights()
    hashes, first = np.unique(hash_words(table), return_index=True)
    return hashes.astype(np.uint64), np.array(list(table.values()), np.float32)[first]


def weigh(words: Keys) -> Floats:
    """Returns the weight of each hashed word, 0 to 1."""
    hashes, weights = _weight_table()
    place = np.minimum(np.searchsorted(hashes, words), len(hashes) - 1)
    return np.where(hashes[place] == words, weights[place], np.float32(UNSEEN))
