"""Pieces of a text that know where they stand.

Offsets count Unicode code points; `start` is inclusive, `end` exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A piece of a text: `text == whole[start:end]`.

    Raises:
        ValueError: when the span is empty or its length is not that of its text.
    """

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or len(self.text) != self.end - self.start:
            raise ValueError(f"not a span: {self.start}-{self.end} {self.text[:60]!r}")

    @classmethod
    def of(cls, whole: str, start: int, end: int) -> Span:
        """Cuts `whole[start:end]`, white space at both ends left out.

        Raises:
            ValueError: when nothing but white space is left.
        """
        piece = whole[start:end]
        left = len(piece) - len(piece.lstrip())
        piece = piece.strip()
        return cls(start + left, start + left + len(piece), piece)

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def is_in(self, whole: str) -> bool:
        """Returns whether `whole` holds this text at this place."""
        return whole[self.start : self.end] == self.text


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A span of one article, and where it stands on the page where the page is plain text.

    `page_start` and `page_end` are None for HTML pages and for spans that run over dropped lines.
    """

    article: str
    span: Span
    page: str
    page_start: int | None = None
    page_end: int | None = None
