"""Two texts → the words in which they differ, with a little of what stands around them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz.distance import Indel

_WORD = re.compile(r"\w+|[^\w\s]")
_WORDS = 2500
"""Words of each text compared; what follows is not looked at, and the reader is told."""
_AROUND = 6
_CHANGES = 60


@dataclass(frozen=True, slots=True)
class Change:
    """`kind` is `same`, `cut` (only in the earlier text), `added` (only in the later one) or `gap` (words left out that are the same)."""

    kind: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """`is_whole` is False when a text was too long or the changes too many to show all."""

    changes: tuple[Change, ...]
    is_whole: bool

    @property
    def words(self) -> int:
        """How many stretches differ."""
        return sum(c.kind in ("cut", "added") for c in self.changes)


def word_difference(earlier: str, later: str) -> Difference:
    """Compares two texts word by word; case and white space do not count. Runs of equal words are shortened to their ends."""
    left, right = (list(_WORD.finditer(text))[: _WORDS + 1] for text in (earlier, later))
    is_whole = len(left) <= _WORDS and len(right) <= _WORDS
    left, right = left[:_WORDS], right[:_WORDS]
    changes: list[Change] = []
    for step in Indel.opcodes([m.group().casefold() for m in left], [m.group().casefold() for m in right]):
        if step.tag == "equal":
            changes += _shorten(earlier, left, step.src_start, step.src_end)
        elif step.tag == "delete":
            changes.append(Change("cut", _cut(earlier, left, step.src_start, step.src_end)))
        else:
            changes.append(Change("added", _cut(later, right, step.dest_start, step.dest_end)))
    return Difference(tuple(changes[:_CHANGES]), is_whole and len(changes) <= _CHANGES)


def _shorten(text: str, words: list[re.Match[str]], start: int, end: int) -> list[Change]:
    if end - start <= 2 * _AROUND + 2:
        return [Change("same", _cut(text, words, start, end))]
    head, tail = _cut(text, words, start, start + _AROUND), _cut(text, words, end - _AROUND, end)
    return [Change("same", head), Change("gap"), Change("same", tail)]


def _cut(text: str, words: list[re.Match[str]], start: int, end: int) -> str:
    return " ".join(text[words[start].start() : words[end - 1].end()].split())
