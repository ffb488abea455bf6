"""Sentences that several sources print → which of them are one passage and count once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from parley.model import Evidence, Span
from parley.record.groups import Groups


class Shared:
    """Sentences that articles share though they are of different sources: a common passage or quotation.

    Args:
        pairs: two citations of the same words in two articles.
    """

    def __init__(self, pairs: Iterable[tuple[Evidence, Evidence]] = ()) -> None:
        self._groups = Groups()
        self._spans: dict[str, list[Span]] = defaultdict(list)
        for pair in pairs:
            for cited in pair:
                self._spans[cited.article].append(cited.span)
            self._groups.join(*(_key(cited.article, cited.span) for cited in pair))

    def passage(self, article: str, span: Span) -> str | None:
        """Returns the id of the shared passage that covers most of `span`, or None."""
        overlaps = [(min(s.end, span.end) - max(s.start, span.start), s) for s in self._spans.get(article, ())]
        length, best = max(overlaps, default=(0, span))
        return self._groups.root(_key(article, best)) if length * 2 > span.end - span.start else None


def _key(article: str, span: Span) -> str:
    return f"{article}:{span.start}:{span.end}"
