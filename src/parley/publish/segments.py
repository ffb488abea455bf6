"""An article and the stretches cited of it → its page as a row of marked pieces: kept, struck out, cited.

Offsets of citations index the article's text; the page is shown as `Article.shown`. The two agree letter for letter but for
white space, so each letter of the text is followed to its place on the page.
"""

from __future__ import annotations

import heapq
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from parley.model import Article

_BREAK = re.compile(r"(\n+)")
_LONGEST_STRUCK = 6000
"""Characters of one struck-out stretch that are shown; the middle of a longer one is left out, and said to be."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A cited stretch. `is_name` marks the bare mention of a name."""

    id: str
    start: int
    end: int
    is_name: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    """One step in writing a page.

    `kind` is `text`, `break` (the end of a line), `gap` (characters left out), `open` or `name` (a mark opens; `id` on its
    first part, `part_of` on the others) or `close`.
    """

    kind: str
    text: str = ""
    id: str = ""
    part_of: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a page: kept, or struck out for `reason`; `left_out` counts characters not shown."""

    is_kept: bool
    reason: str
    tokens: tuple[Token, ...]
    left_out: int = 0


def make_segments(article: Article, marks: Iterable[Mark]) -> tuple[Segment, ...]:
    """Returns the whole page in order. Where the page's letters cannot be followed, the article's own text is shown alone."""
    places = _letters(article)
    if places is None:
        alone = sorted(((m.start, m.end, m) for m in marks), key=lambda row: (row[0], -row[1], row[2].id))
        return (Segment(True, "", tuple(_once(_tokens(article.text, 0, len(article.text), alone), set()))),)
    placed = [piece for mark in marks for piece in _place(article, mark, places)]
    return tuple(_segments(article, placed))


@dataclass(frozen=True, slots=True)
class _Letters:
    """For each letter (no white space) of the article, its offset in the text and on the page."""

    text: Sequence[int]
    shown: Sequence[int]


Placed = tuple[int, int, Mark]


def _letters(article: Article) -> _Letters | None:
    text = [n for n, c in enumerate(article.text) if not c.isspace()]
    shown = [n for start, end in article.kept for n in range(start, min(end, len(article.shown))) if not article.shown[n].isspace()]
    same = len(text) == len(shown) and all(article.text[a] == article.shown[b] for a, b in zip(text, shown, strict=True))
    return _Letters(text, shown) if same and text else None


def _place(article: Article, mark: Mark, letters: _Letters) -> Iterator[Placed]:
    """Yields the parts of `mark` on the page, one for each kept stretch it runs through."""
    first, after = bisect_left(letters.text, mark.start), bisect_left(letters.text, mark.end)
    if first >= after:
        return
    start, end = letters.shown[first], letters.shown[after - 1] + 1
    for low, high in article.kept:
        if max(start, low) < min(end, high):
            yield max(start, low), min(end, high), mark


def _segments(article: Article, placed: Sequence[Placed]) -> Iterator[Segment]:
    seen: set[str] = set()
    at, size = 0, len(article.shown)
    stretches = sorted([(s, e, None) for s, e in article.kept] + [(d.start, d.end, d.reason) for d in article.dropped], key=lambda row: row[:2])
    for start, end, reason in stretches:
        start, end = max(start, at), min(end, size)
        if start >= end:
            continue
        if reason is not None:
            yield _struck(article.shown[start:end], reason)
        else:
            inside = sorted(((s, e, m) for s, e, m in placed if start <= s < end), key=lambda row: (row[0], -row[1], row[2].id))
            yield Segment(True, "", tuple(_once(_tokens(article.shown, start, end, inside), seen)))
        at = end


def _struck(text: str, reason: str) -> Segment:
    if len(text) <= _LONGEST_STRUCK:
        return Segment(False, reason, (Token("text", text),))
    half = _LONGEST_STRUCK // 2
    return Segment(False, reason, (Token("text", text[:half]), Token("gap"), Token("text", text[-half:])), len(text) - _LONGEST_STRUCK)


def _once(tokens: Iterable[Token], seen: set[str]) -> Iterator[Token]:
    """Gives each id to the first part of its mark alone; later parts name it as `part_of`."""
    for token in tokens:
        if token.id in seen:
            token = Token(token.kind, id="", part_of=token.id)
        elif token.id:
            seen.add(token.id)
        yield token


def _tokens(text: str, start: int, end: int, marks: Sequence[Placed]) -> Iterator[Token]:
    """Writes marks as well-nested elements: one that would cross another is parted where the other ends."""
    waiting = [(s, -e, n) for n, (s, e, _) in enumerate(marks)]
    heapq.heapify(waiting)
    open_ends: list[int] = []
    at = start
    while waiting or open_ends:
        nearest = min(open_ends[-1] if open_ends else end, waiting[0][0] if waiting else end)
        if at < nearest:
            yield from _lines(text[at:nearest])
            at = nearest
        if open_ends and open_ends[-1] == at:
            open_ends.pop()
            yield Token("close")
            continue
        _, minus_end, n = heapq.heappop(waiting)
        stop = -minus_end
        if open_ends and stop > open_ends[-1]:
            heapq.heappush(waiting, (open_ends[-1], minus_end, n))
            stop = open_ends[-1]
        open_ends.append(stop)
        yield Token("name" if marks[n][2].is_name else "open", id=marks[n][2].id)
    yield from _lines(text[at:end])


def _lines(text: str) -> Iterator[Token]:
    for n, line in enumerate(_BREAK.split(text)):
        if line:
            yield Token("break" if n % 2 else "text", line)
