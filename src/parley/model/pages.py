"""What goes in: a page as fetched, the article it holds, and what went wrong on the way."""

from __future__ import annotations

from dataclasses import dataclass, field

from parley.model.dates import Interval
from parley.model.text import Evidence, Span


@dataclass(frozen=True, slots=True)
class Page:
    """A page, decoded.

    Args:
        id: derived from `path` (its name, not the folder) and content.
        path: the file it came from, or `ARCHIVE#member`, or the JSONL `id`.
        media: `text/html` or `text/plain`.
        raw: the decoded text; offsets of a plain-text page index it.
        published: what the user or the JSONL line says of the publication date.
        fetched: a day after which the page cannot have been published (WARC-Date), as an interval ending there.
    """

    id: str
    path: str
    media: str
    raw: str
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: Interval | None = None
    fetched: Interval | None = None


@dataclass(frozen=True, slots=True)
class Dropped:
    """A stretch of a plain-text page that is not the article: offsets in the page and a reason code."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an article that stands on the page letter for letter: `raw[page_start:][:length] == text[start:][:length]`."""

    start: int
    page_start: int
    length: int


@dataclass(frozen=True, slots=True)
class Article:
    """The clean text of a page and what the page says about itself.

    `pieces` map article offsets to page offsets; empty for HTML pages. `dropped` lists what was struck out: offsets in
    `raw` for plain text; for HTML, offsets in `shown`, the page's visible text, which is `raw` itself for plain text.
    """

    id: str
    page: str
    text: str
    title: str | None = None
    published: Interval | None = None
    publisher: str | None = None
    agency: str | None = None
    byline: str | None = None
    dateline: str | None = None
    language: str | None = None
    url: str | None = None
    shown: str = ""
    kept: tuple[tuple[int, int], ...] = ()
    dropped: tuple[Dropped, ...] = ()
    pieces: tuple[Piece, ...] = field(default=(), repr=False)

    def page_offsets(self, start: int, end: int) -> tuple[int, int] | None:
        """Maps article offsets to offsets in the page, or None where the page is not plain text or lines between were dropped."""
        first = next((p for p in self.pieces if p.start <= start < p.start + p.length), None)
        last = next((p for p in self.pieces if p.start < end <= p.start + p.length), None)
        if first is None or last is None:
            return None
        page_start, page_end = first.page_start + start - first.start, last.page_start + end - last.start
        between = any(d.start < page_end and page_start < d.end for d in self.dropped)
        return None if between or page_end <= page_start else (page_start, page_end)

    def evidence(self, span: Span) -> Evidence:
        """Cites `span`.

        Raises:
            ValueError: when the article does not hold the span's text at its place.
        """
        if not span.is_in(self.text):
            raise ValueError(f"article {self.id} does not hold {span.text[:60]!r} at {span.start}")
        offsets = self.page_offsets(span.start, span.end)
        return Evidence(self.id, span, self.page, *(offsets or (None, None)))


@dataclass(frozen=True, slots=True)
class Issue:
    """Something that went wrong with one page at one stage; the run went on."""

    page: str
    stage: str
    message: str
