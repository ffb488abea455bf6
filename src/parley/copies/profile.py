"""Fingerprints → what an alignment needs of the articles, side by side: words and word pairs by sentence, weighed.

Everything is laid out for many articles at once, so that thousands of sentences are compared in one numpy step. Weights
are whole hundredths: their sums are exact, whatever the order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from parley.copies.fingerprint import Fingerprint
from parley.copies.words import Ints, hash_words
from parley.lexicon.day_words import day_words
from parley.lexicon.weights import UNSEEN, word_weights

Floats: TypeAlias = npt.NDArray[np.float64]
Flags: TypeAlias = npt.NDArray[np.bool_]
Keys: TypeAlias = npt.NDArray[np.uint64]

MOST_SENTENCES = 300
"""Sentences of an article that are compared; longer texts are cut there."""
MOST_ARTICLES = 1 << 15
"""Articles that can be laid side by side."""
ROW_BITS, HASH_BITS = np.uint64(9), np.uint64(40)
"""An entry packs an article's number, a hash and the number of the sentence in the article into 64 bits."""
_PAIR_STEP, _PAIR_SHIFT = np.uint64(0xC2B2AE3D27D4EB4F), np.uint64(24)


@dataclass(frozen=True, slots=True, eq=False)
class Bag:
    """Words, or neighbouring word pairs, each once a sentence.

    Args:
        keys: the article's number and the hash of each that weighs something, sorted; each once an article.
        weights: the weight of each key.
        starts: where the entries of each key begin, and where the last ones end.
        rows: the number of the sentence of each entry.
        totals: the weight of each sentence.
    """

    keys: Keys
    weights: Ints
    starts: Ints
    rows: Ints
    totals: Ints


@dataclass(frozen=True, slots=True, eq=False)
class Profiles:
    """What is compared of several articles; but for `starts`, arrays have an entry for each sentence of each article in turn.

    Args:
        starts: number of each article's first sentence, and the number of sentences.
        lengths: words.
        quoted: share of words in quotation marks.
        named, relative: whether a word names a day ("Saturday"), or fixes it by the day of writing ("yesterday").
    """

    starts: Ints
    words: Bag
    pairs: Bag
    lengths: Ints
    quoted: Floats
    named: Flags
    relative: Flags


def profile(prints: Sequence[Fingerprint]) -> Profiles:
    """Lays fingerprints side by side, at most `MOST_ARTICLES`."""
    cut = [_cut(taken) for taken in prints]
    counts = np.array([len(taken.lengths) // 2 for taken in cut], np.int64)
    starts = np.concatenate(([0], np.cumsum(counts)))
    lengths = np.frombuffer(b"".join([taken.lengths for taken in cut]), "<u2").astype(np.int64)
    quoted = np.frombuffer(b"".join([taken.quoted for taken in cut]), "<u2") / np.maximum(lengths, 1)
    hashes = np.frombuffer(b"".join([taken.words for taken in cut]), "<u4").astype(np.uint64)
    rows = np.repeat(np.arange(len(lengths)), lengths)
    articles = np.repeat(np.arange(len(cut)), counts)
    labels = (articles.astype(np.uint64) << (HASH_BITS + ROW_BITS)) + (np.arange(len(lengths)) - starts[articles]).astype(np.uint64)
    entries = np.repeat(labels, lengths)
    inside = rows[1:] == rows[:-1]
    pairs = (hashes[:-1] * _PAIR_STEP + hashes[1:]) * _PAIR_STEP >> _PAIR_SHIFT
    all_words = _Entries.of(entries + (hashes << ROW_BITS), starts)
    all_pairs = _Entries.of((entries[1:] + (pairs << ROW_BITS))[inside], starts)
    weights, named, relative = _look_up(all_words.hashes)
    return Profiles(
        starts,
        all_words.bag(weights, len(lengths)),
        all_pairs.bag(np.ones(len(all_pairs.keys), np.int64), len(lengths)),
        lengths,
        quoted,
        all_words.rows_with(named, len(lengths)),
        all_words.rows_with(relative, len(lengths)),
    )


def _cut(taken: Fingerprint) -> Fingerprint:
    """Leaves out the sentences above `MOST_SENTENCES`."""
    if len(taken.lengths) <= 2 * MOST_SENTENCES:
        return taken
    words = int(np.frombuffer(taken.lengths, "<u2")[:MOST_SENTENCES].sum())
    return replace(taken, words=taken.words[: 4 * words], lengths=taken.lengths[: 2 * MOST_SENTENCES], quoted=taken.quoted[: 2 * MOST_SENTENCES])


@dataclass(frozen=True, slots=True, eq=False)
class _Entries:
    """Distinct packed entries, sorted and taken apart: key of each group, how many entries it has, and their sentences."""

    keys: Keys
    counts: Ints
    rows: Ints

    @classmethod
    def of(cls, packed: Keys, starts: Ints) -> _Entries:
        packed = np.sort(packed)
        packed = packed[_changes(packed)]
        keys = packed >> ROW_BITS
        first = np.flatnonzero(_changes(keys))
        rows = starts[(keys >> HASH_BITS).astype(np.int64)] + (packed & np.uint64((1 << int(ROW_BITS)) - 1)).astype(np.int64)
        return cls(keys[first], np.diff(first, append=len(keys)), rows)

    @property
    def hashes(self) -> Keys:
        return np.asarray(self.keys & np.uint64((1 << int(HASH_BITS)) - 1))

    def rows_with(self, chosen: Flags, sentences: int) -> Flags:
        """Returns which sentences hold one of the `chosen` keys."""
        found = np.zeros(sentences, np.bool_)
        found[self.rows[np.repeat(chosen, self.counts)]] = True
        return found

    def bag(self, weights: Ints, sentences: int) -> Bag:
        """Keeps the keys that weigh something."""
        kept = weights > 0
        rows, counts = self.rows[np.repeat(kept, self.counts)], self.counts[kept]
        totals = np.bincount(rows, np.repeat(weights[kept], counts), sentences).astype(np.int64)
        return Bag(self.keys[kept], weights[kept], np.concatenate(([0], np.cumsum(counts))), rows, totals)


def _changes(values: Keys) -> Flags:
    """Returns where a value differs from the one before it."""
    return np.concatenate((np.ones(min(len(values), 1), np.bool_), values[1:] != values[:-1]))


@cache
def _known_words() -> tuple[Keys, Ints, Flags, Flags]:
    """Returns the hashes of known words, sorted, with their weights in hundredths, and whether they name a day or leave it open."""
    weights, named, relative = word_weights(), day_words("explicit"), day_words("relative")
    words = sorted({*weights, *named, *relative})
    hashes, first = np.unique(hash_words(words), return_index=True)
    chosen = [words[place] for place in first]
    hundredths = np.array([round(100 * weights.get(word, UNSEEN)) for word in chosen], np.int64)
    return hashes.astype(np.uint64), hundredths, np.array([word in named for word in chosen]), np.array([word in relative for word in chosen])


def _look_up(hashes: Keys) -> tuple[Ints, Flags, Flags]:
    """Returns the weight of each hashed word in hundredths, and whether it names a day or leaves it to the day of writing."""
    known, weights, named, relative = _known_words()
    place = np.minimum(np.searchsorted(known, hashes), len(known) - 1)
    is_known = known[place] == hashes
    return np.where(is_known, weights[place], round(100 * UNSEEN)), named[place] & is_known, relative[place] & is_known
