"""Sets of small numbers as whole numbers with a bit for each member, so that "and" is `&` and a count takes one step for sixty-four members."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def bits(numbers: Iterable[int]) -> int:
    """Returns the set of these numbers."""
    chosen = list(numbers)
    field = bytearray(max(chosen, default=-1) // 8 + 1)
    for n in chosen:
        field[n >> 3] |= 1 << (n & 7)
    return int.from_bytes(field, "little")


def union(sets: Iterable[int]) -> int:
    found = 0
    for items in sets:
        found |= items
    return found


def members(items: int, most: int) -> Iterator[int]:
    """Yields the smallest numbers of a set, at most so many."""
    field = items.to_bytes((items.bit_length() + 7) // 8, "little")
    for start, byte in enumerate(field):
        for bit in range(8) if byte else ():
            if byte >> bit & 1:
                if most <= 0:
                    return
                most -= 1
                yield start * 8 + bit
