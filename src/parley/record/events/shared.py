"""Sentences that several sources print → which of them are one passage and count once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from parley.model import Span
from parley.record.groups import Groups

Words = tuple[str, int, int]
"""Some words of an article: its id, and where they start and end."""


class Shared:
    """Sentences that articles share though they are of different sources: a common passage or quotation.

    Args:
        pairs: the same words in two articles.
    """

    def __init__(self, pairs: Iterable[tuple[Words, Words]] = ()) -> None:
        self._groups: Groups[str] = Groups()
        self._spans: dict[str, set[tuple[int, int]]] = defaultdict(set)
        for pair in pairs:
            for article, start, end in pair:
                self._spans[article].add((start, end))
            self._groups.join(*(_key(*words) for words in pair))

    def passages(self, article: str) -> str:
        """Returns in one string which words of an article are which shared passages."""
        return ";".join(f"{start}-{end}={self._groups.root(_key(article, start, end))}" for start, end in sorted(self._spans.get(article, ())))

    def passage(self, article: str, span: Span) -> str | None:
        """Returns the id of the shared passage that covers most of `span`, or None."""
        overlaps = [(min(end, span.end) - max(start, span.start), start, end) for start, end in self._spans.get(article, ())]
        length, start, end = max(overlaps, default=(0, 0, 0))
        return self._groups.root(_key(article, start, end)) if length * 2 > span.end - span.start else None


def _key(article: str, start: int, end: int) -> str:
    return f"{article}:{start}:{end}"
