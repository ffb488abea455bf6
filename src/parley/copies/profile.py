"""A fingerprint → what an alignment needs of one article: words and word pairs by sentence, weighed; and which sentences name a day."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from parley.copies.fingerprint import Fingerprint, hash_words
from parley.lexicon.day_words import day_words
from parley.lexicon.weights import UNSEEN, word_weights

Floats: TypeAlias = npt.NDArray[np.float32]
Flags: TypeAlias = npt.NDArray[np.bool_]
Ints: TypeAlias = npt.NDArray[np.int64]
Keys: TypeAlias = npt.NDArray[np.uint64]

MOST_SENTENCES = 300
"""Sentences of an article that are compared; longer texts are cut there."""


@dataclass(frozen=True, slots=True)
class Bag:
    """Words, or neighbouring word pairs, each once a sentence.

    Args:
        keys: a key for each entry, sorted; keys that weigh nothing are left out.
        rows: the number of the sentence of each entry.
        weights: the weight of each entry.
        totals: the weight of each sentence.
    """

    keys: Keys
    rows: Ints
    weights: Floats
    totals: Floats


@dataclass(frozen=True, slots=True)
class Profile:
    """What is compared of an article; arrays have an entry for each sentence.

    Args:
        lengths: words.
        quoted: share of words in quotation marks.
        named, relative: whether a word names a day ("Saturday"), or fixes it by the day of writing ("yesterday").
    """

    words: Bag
    pairs: Bag
    lengths: Ints
    quoted: Floats
    named: Flags
    relative: Flags


@lru_cache(maxsize=2048)
def profile(taken: Fingerprint) -> Profile:
    """Unpacks a fingerprint. Pure; the last ones are remembered because articles of a cluster are compared in turn."""
    lengths = taken.sentence_lengths[:MOST_SENTENCES].astype(np.int64)
    quoted = taken.sentence_quoted[:MOST_SENTENCES] / np.maximum(lengths, 1)
    rows = np.repeat(np.arange(len(lengths)), lengths)
    words = taken.word_hashes[: len(rows)].astype(np.uint64)
    inside = rows[1:] == rows[:-1]
    pairs = (words[:-1] << np.uint64(32) | words[1:])[inside]
    return Profile(
        _bag(words, rows, len(lengths), weigh(words)),
        _bag(pairs, rows[1:][inside], len(lengths), np.ones(len(pairs), np.float32)),
        lengths,
        quoted.astype(np.float32),
        _has("explicit", words, rows, len(lengths)),
        _has("relative", words, rows, len(lengths)),
    )


def _bag(keys: Keys, rows: Ints, sentences: int, weights: Floats) -> Bag:
    """Sorts the entries and drops repeats inside a sentence."""
    order = np.lexsort((rows, keys))
    keys, rows, weights = keys[order], rows[order], weights[order]
    kept = weights > 0
    kept[1:] &= (keys[1:] != keys[:-1]) | (rows[1:] != rows[:-1])
    totals = np.bincount(rows[kept], weights[kept], sentences)
    return Bag(keys[kept], rows[kept], weights[kept], totals.astype(np.float32))


def _has(kind: str, words: Keys, rows: Ints, sentences: int) -> Flags:
    held = np.isin(words, _day_hashes(kind))
    return np.asarray(np.bincount(rows[held], minlength=sentences) > 0)


@cache
def _day_hashes(kind: str) -> Keys:
    return hash_words(day_words(kind)).astype(np.uint64)


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
