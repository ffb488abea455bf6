"""Dated and undated articles on one happening → dates for the undated.

Where a companion is dated, the others were published near that day. Where none is, a weekday with its day of the month in
one article ("on Friday, 26 August") and a year on another page of the group may settle it together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from parley.model import Article, Interval
from parley.pages.yearless import date_opening, opening_days, rights_years

HOW = "inferred:companion"
_SPREAD = timedelta(days=1)  # by which articles on one happening may lie apart
_WIDEST = 7  # days; companions farther apart tell nothing


def companion_dates(articles: Sequence[Article], groups: Sequence[Sequence[str]]) -> dict[str, Interval]:
    """Returns dates for undated articles from the other articles of their groups.

    Args:
        articles: the articles, dated or not.
        groups: ids of articles that are copies of each other or tell of one happening. An article in several groups takes
            the narrowest date.

    Returns:
        article id → interval, with `how` "inferred:companion" (or "inferred:weekday" for the article that names the day
        itself); articles whose companions tell nothing are left out.
    """
    by_id = {article.id: article for article in articles}
    found: dict[str, Interval] = {}
    for group in groups:
        members = [by_id[i] for i in sorted(set(group)) if i in by_id]
        for name, interval in _date_group(members):
            if name not in found or interval.days < found[name].days:
                found[name] = interval
    return found


def _date_group(members: Sequence[Article]) -> Iterator[tuple[str, Interval]]:
    known = [m.published for m in members if m.published]
    own: dict[str, Interval] = {}
    if not known:
        years = {year for m in members for year in rights_years(_frame(m))}
        dated = {m.id: date_opening(opening_days(_paragraphs(m)), years) for m in members}
        own = {name: interval for name, interval in dated.items() if interval}
        known = list(own.values())
    if not known:
        return
    first, last = min(k.first for k in known), max(k.last for k in known)
    if (last - first).days > _WIDEST:
        return
    for member in members:
        if not member.published:
            yield member.id, own.get(member.id) or Interval(first - _SPREAD, last + (timedelta(0) if own else _SPREAD), HOW)


def _paragraphs(article: Article) -> list[str]:
    return article.text.split("\n\n")


def _frame(article: Article) -> Iterator[str]:
    """The lines of the page that are not the article."""
    for dropped in article.dropped:
        yield from article.shown[dropped.start : dropped.end].split("\n")
