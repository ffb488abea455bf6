"""Blocks and verdicts → the article's text, and where each piece of it stands on the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parley.model import Dropped, Piece
from parley.pages.blocks import Block

_BREAK = "\n\n"


@dataclass(frozen=True, slots=True)
class Body:
    """The article's text, the page stretches kept and dropped (in page order), and pieces that map text to page letter for letter."""

    text: str
    kept: tuple[tuple[int, int], ...]
    dropped: tuple[Dropped, ...]
    pieces: tuple[Piece, ...]


def assemble(blocks: Sequence[Block], reasons: Sequence[str | None]) -> Body:
    """Joins the kept blocks as paragraphs parted by an empty line; neighbouring stretches of one verdict become one."""
    pieces: list[Piece] = []
    kept: list[tuple[int, int]] = []
    dropped: list[Dropped] = []
    at = 0
    last: str | None = ""
    for block, reason in zip(blocks, reasons, strict=True):
        if reason is None:
            pieces.append(Piece(at, block.start, block.end - block.start))
            at += block.end - block.start + len(_BREAK)
            start = kept.pop()[0] if last is None else block.start
            kept.append((start, block.end))
        else:
            start = dropped.pop().start if last == reason else block.start
            dropped.append(Dropped(start, block.end, reason))
        last = reason
    text = _BREAK.join(block.text for block, reason in zip(blocks, reasons, strict=True) if reason is None)
    return Body(text, tuple(kept), tuple(dropped), tuple(pieces))
