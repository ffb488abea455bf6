"""Dated and undated articles on one happening → dates for the undated."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from parley.model import Article, Interval

_HOW = "inferred:companion"
_SPREAD = 1  # days by which articles on one happening may lie apart
_WIDEST = 7  # days; companions farther apart tell nothing


def companion_dates(articles: Sequence[Article], groups: Sequence[Sequence[str]]) -> dict[str, Interval]:
    """Returns dates for undated articles from the dated ones of their group.

    Args:
        articles: the articles, dated or not.
        groups: ids of articles that are copies of each other or tell of one happening.

    Returns:
        article id → interval, with `how` "inferred:companion"; articles whose companions tell nothing are left out.
    """
    by_id = {article.id: article for article in articles}
    found: dict[str, Interval] = {}
    for group in groups:
        members = [by_id[i] for i in group if i in by_id]
        known = sorted((m.published.first, m.published.last) for m in members if m.published)
        if not known:
            continue
        first, last = known[0][0] - timedelta(days=_SPREAD), max(k[1] for k in known) + timedelta(days=_SPREAD)
        if (last - first).days < _WIDEST + 2 * _SPREAD:
            found |= {m.id: Interval(first, last, _HOW) for m in members if not m.published}
    return found
