"""A text → where its words stand, and a 32-bit hash of each in lower case; all words at once, without a Python loop.

A word is what `\\w+` matches. Its hash is a polynomial in its code points, modulo 2**64, mixed down to 32 bits: a running
sum over the text gives those of all words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Hashes: TypeAlias = npt.NDArray[np.uint32]
Ints: TypeAlias = npt.NDArray[np.int64]

_TABLE = 0x20000
"""Code points with an entry in the table of letters; those above it are rare letters and count as they are."""
_BASE = 0x9E3779B97F4A7C15
_MIX = np.uint64(0xD6E8FEB86659FD93)


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of a text: offsets of each in code points, end exclusive, and its hash."""

    starts: Ints
    ends: Ints
    hashes: Hashes


def find_words(text: str) -> Words:
    """Finds and hashes the words of `text`; a pure function."""
    points = np.frombuffer(f" {text} ".encode("utf-32-le", "surrogatepass"), "<u4")
    letters = _letters().take(points, mode="clip")
    if not text.isascii():
        letters = np.where(points < _TABLE, letters, points.astype(np.uint64))
    inside = letters.astype(np.bool_)
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    starts, ends = edges[::2], edges[1::2]
    powers, inverses = find_powers(len(letters))
    letters *= powers[: len(letters)]
    sums = letters.cumsum()
    mixed = (sums[ends] - sums[starts]) * inverses[starts]
    mixed ^= mixed >> np.uint64(32)
    mixed *= _MIX
    return Words(starts, ends, (mixed >> np.uint64(32)).astype("<u4"))


def hash_words(words: Sequence[str]) -> Hashes:
    """Hashes single words as `find_words` does.

    Raises:
        ValueError: when one of them is not a single word.
    """
    hashes = find_words(" ".join(words)).hashes
    if len(hashes) != len(words):
        raise ValueError("not single words")
    return hashes


@cache
def _letters() -> npt.NDArray[np.uint64]:
    """Code point → that of its lower case where it belongs to words, or else 0."""
    folded = np.zeros(_TABLE, np.uint64)
    for point in range(_TABLE):
        letter = chr(point)
        if letter.isalnum() or letter == "_":
            lower = letter.lower()
            folded[point] = ord(lower) if len(lower) == 1 else point
    return folded


def find_powers(count: int) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.uint64]]:
    """Returns the first `count` powers, or more, of an odd base, and of its inverse, modulo 2**64."""
    return _find_powers(max(14, count.bit_length()))


@cache
def _find_powers(bits: int) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.uint64]]:
    bases = _BASE, pow(_BASE, -1, 1 << 64)
    one, other = (np.multiply.accumulate(np.array([1] + [base] * ((1 << bits) - 1), np.uint64)) for base in bases)
    return one, other
