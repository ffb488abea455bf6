"""Sentences that several sources print → which of them are one passage and count once."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping

from parley.model import Span
from parley.record.groups import Groups

Words = tuple[str, int, int]
"""Some words of an article: its id, and where they start and end."""


class Shared:
    """Sentences that articles share though they are of different sources: a common passage or quotation.

    Args:
        passages: article → which of its words are which shared passages, as `find_passages` says it.
    """

    def __init__(self, passages: Mapping[str, str] | None = None) -> None:
        self._passages = passages or {}

    def passages(self, article: str) -> str:
        """Returns in one string which words of an article are which shared passages."""
        return self._passages.get(article, "")

    def passage(self, article: str, span: Span) -> str | None:
        """Returns the id of the shared passage that covers most of `span`, or None."""
        held = json.loads(self._passages.get(article, "[]"))
        overlaps = [(min(end, span.end) - max(start, span.start), start, end, passage) for start, end, passage in held]
        length, _, _, passage = max(overlaps, default=(0, 0, 0, None))
        return passage if length * 2 > span.end - span.start else None


def find_passages(pairs: Iterable[tuple[Words, Words]]) -> dict[str, str]:
    """Tells passages apart.

    Args:
        pairs: the same words in two articles.

    Returns:
        Article → its words that are shared, each with the id of the passage that they are, as JSON.
    """
    groups: Groups[str] = Groups()
    spans: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for pair in pairs:
        for article, start, end in pair:
            spans[article].add((start, end))
        groups.join(*(_key(*words) for words in pair))
    named = {article: [(start, end, groups.root(_key(article, start, end))) for start, end in sorted(found)] for article, found in spans.items()}
    return {article: json.dumps(held) for article, held in named.items()}


def _key(article: str, start: int, end: int) -> str:
    return f"{article}:{start}:{end}"
