"""Plain text → its blocks: paragraphs, headings and single lines, with their places on the page.

A dump usually has one block a line. Where lines are hard-wrapped at a fixed width, the lines of one paragraph are taken
together, so that a sentence is not torn.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_STOP = (".", "!", "?", "…", ":", ";", "”", '"', "»", ")")
_MIN_WRAPPED = 4  # fewer neighbouring full lines than this say nothing about the page


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a page: `text == page[start:end]`, white space at both ends left out."""

    start: int
    end: int
    text: str


def split_blocks(text: str) -> list[Block]:
    """Returns the blocks of a plain-text page, in order; blank lines belong to none."""
    lines = [
        Block(m.start() + _lead(m.group()), m.start() + len(m.group().rstrip()), m.group().strip()) for m in _LINE.finditer(text) if m.group().strip()
    ]
    width = _wrap_width(text, lines)
    return _unwrap(text, lines, width) if width else lines


def _lead(line: str) -> int:
    return len(line) - len(line.lstrip())


def _touch(text: str, one: Block, two: Block) -> bool:
    """Whether no blank line parts two neighbouring lines."""
    return text.count("\n", one.end, two.start) <= 1


def _wrap_width(text: str, lines: list[Block]) -> int:
    """Returns the width at which the page is hard-wrapped, in characters, or 0 where it is not.

    A wrapped page has many lines that break in mid-sentence just short of one width, and none far beyond it.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if _touch(text, a, b)]
    lengths = sorted(len(a.text) for a, _ in pairs)
    if len(lengths) < _MIN_WRAPPED:
        return 0
    width = lengths[int(len(lengths) * 0.95)]
    if not 30 <= width <= 130 or lengths[-1] > width * 1.5:
        return 0
    torn = sum(1 for a, b in pairs if len(a.text) >= 0.75 * width and not a.text.endswith(_STOP) and b.text[:1].islower())
    return width if torn >= _MIN_WRAPPED and torn >= 0.25 * len(pairs) else 0


def _unwrap(text: str, lines: list[Block], width: int) -> list[Block]:
    blocks: list[Block] = []
    last: Block | None = None
    for line in lines:
        if blocks and last is not None and _goes_on(text, last, line, width):
            start = blocks[-1].start
            blocks[-1] = Block(start, line.end, text[start : line.end])
        else:
            blocks.append(line)
        last = line
    return blocks


def _goes_on(text: str, last: Block, line: Block, width: int) -> bool:
    """Whether `line` continues the paragraph of `last`: no blank line between, and the last line full or broken off."""
    if not _touch(text, last, line):
        return False
    is_full = len(last.text) + 1 + len(line.text.split(maxsplit=1)[0]) > width * 0.9
    return is_full or (not last.text.endswith(_STOP) and line.text[:1].islower())
