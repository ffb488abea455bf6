"""An article's text → its fingerprint: all that is ever needed to compare it with another.

Words are kept as 32-bit hashes in text order, with sentence lengths, so that a pair is scored without either text. The
shingles that find a pair are picked by winnowing (Schleimer, Wilkerson and Aiken 2003): of each four neighbouring
five-word shingles the one with the smallest hash is kept. Two texts that share 12 running words are sure to share two.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias
from zlib import crc32

import numpy as np
import numpy.typing as npt

from parley.copies.sentences import split_sentences
from parley.model import ParleyError

Words: TypeAlias = npt.NDArray[np.uint32]
Shingles: TypeAlias = npt.NDArray[np.uint64]
Counts: TypeAlias = npt.NDArray[np.uint16]

SHINGLE = 5
WINDOW = 4
_MAGIC = b"PF1"
_HEADER = struct.Struct("<3sHII")
_MIX = (np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB))
_STEPS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F], np.uint64)


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is kept of an article for comparing it. The byte strings are little-endian arrays.

    Args:
        article: the article's id.
        words: a 32-bit hash for each word, in text order.
        lengths: words in each sentence, 16 bits each.
        quoted: words in quotation marks in each sentence, 16 bits each.
    """

    article: str
    words: bytes
    lengths: bytes
    quoted: bytes

    @property
    def word_hashes(self) -> Words:
        return np.frombuffer(self.words, "<u4")

    @property
    def sentence_lengths(self) -> Counts:
        return np.frombuffer(self.lengths, "<u2")

    @property
    def sentence_quoted(self) -> Counts:
        return np.frombuffer(self.quoted, "<u2")

    @property
    def shingles(self) -> Shingles:
        """The sampled shingles, sorted, each once."""
        return sample(hash_shingles(self.word_hashes))

    def to_bytes(self) -> bytes:
        """Packs it for the store; `from_bytes` is the way back."""
        name = self.article.encode("utf-8", "surrogatepass")
        return _HEADER.pack(_MAGIC, len(name), len(self.lengths), len(self.words)) + name + self.lengths + self.quoted + self.words

    @classmethod
    def from_bytes(cls, data: bytes) -> Fingerprint:
        """Unpacks what `to_bytes` made.

        Raises:
            ParleyError: when `data` is not a fingerprint, or one of another version.
        """
        if len(data) < _HEADER.size or not data.startswith(_MAGIC):
            raise ParleyError("not a fingerprint of this version")
        _, name, lengths, words = _HEADER.unpack_from(data)
        cuts = np.cumsum([_HEADER.size, name, lengths, lengths, words]).tolist()
        if cuts[-1] != len(data):
            raise ParleyError("a fingerprint cut short")
        parts = [data[start:end] for start, end in pairwise(cuts)]
        return cls(parts[0].decode("utf-8", "surrogatepass"), parts[3], parts[1], parts[2])


def fingerprint(article_id: str, text: str) -> Fingerprint:
    """Takes the fingerprint of `text`; a pure function of its arguments."""
    sentences = tuple(split_sentences(text))
    words = np.array([_hash_word(word) for sentence in sentences for word in sentence.words], "<u4")
    lengths = np.array([len(sentence.words) for sentence in sentences], "<u2")
    quoted = np.array([sentence.quoted for sentence in sentences], "<u2")
    return Fingerprint(article_id, words.tobytes(), lengths.tobytes(), quoted.tobytes())


def hash_words(words: Iterable[str]) -> Words:
    """Hashes lower-case words as fingerprints do."""
    return np.array([_hash_word(word) for word in words], "<u4")


@lru_cache(maxsize=1 << 17)
def _hash_word(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass"))


def hash_shingles(words: Words) -> Shingles:
    """Hashes each run of `SHINGLE` words; empty for shorter texts."""
    count = len(words) - SHINGLE + 1
    if count < 1:
        return np.empty(0, np.uint64)
    wide = words.astype(np.uint64)
    mixed = np.zeros(count, np.uint64)
    for place, step in enumerate(_STEPS):
        mixed += (wide[place : place + count] + np.uint64(1)) * step
    mixed = (mixed ^ (mixed >> np.uint64(30))) * _MIX[0]
    mixed = (mixed ^ (mixed >> np.uint64(27))) * _MIX[1]
    return mixed ^ (mixed >> np.uint64(31))


def sample(shingles: Shingles) -> Shingles:
    """Winnows: keeps the smallest of each `WINDOW` neighbours; sorted, each once."""
    count = max(len(shingles) - WINDOW + 1, min(len(shingles), 1))
    smallest = shingles[:count].copy()
    for place in range(1, WINDOW):
        np.minimum(smallest[: len(shingles) - place], shingles[place : place + count], out=smallest[: len(shingles) - place])
    return np.unique(smallest)
