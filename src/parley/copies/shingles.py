"""Hashed words → the sampled shingles by which articles meet.

Winnowing (Schleimer, Wilkerson and Aiken 2003): of each four neighbouring five-word shingles the one with the smallest
hash is kept. Two texts that share 12 running words are sure to share two.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from parley.copies.words import Hashes, find_powers

Shingles: TypeAlias = npt.NDArray[np.uint64]

SHINGLE = 5
WINDOW = 4
_MIX = np.uint64(0xBF58476D1CE4E5B9)


def sample(words: Hashes) -> Shingles:
    """Returns the shingles that winnowing keeps, sorted, each once; none for texts of fewer than `SHINGLE` words."""
    hashes = _hash_shingles(words)
    for _ in range(1, min(WINDOW, len(hashes))):
        hashes = np.minimum(hashes[:-1], hashes[1:])
    hashes.sort()
    is_new = np.ones(len(hashes), np.bool_)
    np.not_equal(hashes[1:], hashes[:-1], out=is_new[1:])
    return np.asarray(hashes[is_new])


def _hash_shingles(words: Hashes) -> Shingles:
    """Hashes each run of `SHINGLE` words: a polynomial in their hashes, by a running sum over the text."""
    if len(words) < SHINGLE:
        return np.empty(0, np.uint64)
    powers, inverses = find_powers(len(words))
    sums = np.zeros(len(words) + 1, np.uint64)
    np.cumsum(words * powers[: len(words)], out=sums[1:])
    mixed = (sums[SHINGLE:] - sums[:-SHINGLE]) * inverses[: len(words) - SHINGLE + 1]
    mixed ^= mixed >> np.uint64(32)
    mixed *= _MIX
    return mixed
