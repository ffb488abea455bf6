"""Dated and undated articles on one happening → dates for the undated.

Copies of a dated article were published near its day; other articles on the happening only where they name the same weekday for what
happened. Where none is dated, a weekday with its day of the month in
one article ("on Friday, 26 August") and a year on another page of the group may settle it together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta

from parley.model import Article, Interval
from parley.pages.yearless import awaited_weekdays, date_opening, opening_days, rights_years, told_days, told_weekdays

HOW = "inferred:companion"
_SPREAD = timedelta(days=1)  # by which articles on one happening may lie apart
_TOLD_WITHIN = timedelta(days=1)  # after the day told of, by its weekday, an article is printed
_WEEKS = timedelta(days=45)  # by which a day named with its weekday and a companion may lie apart
_WIDEST = 7  # days; companions farther apart tell nothing


def companion_dates(
    articles: Sequence[Article],
    copies: Sequence[Sequence[str]],
    happenings: Sequence[Sequence[str]] = (),
    known: Mapping[str, Interval] | None = None,
) -> dict[str, Interval]:
    """Returns dates for undated articles from the other articles of their groups.

    Copies are printed within a day of each other as a rule. Articles on one happening may only share a topic, so there an
    undated article is dated only where its opening names a weekday with its day of the month that fits the year in which a
    dated companion was printed, or the weekday on which one puts what happened.

    Args:
        articles: the articles, dated or not.
        copies: ids of articles that are copies of each other. An article in several groups takes the narrowest date.
        happenings: ids of articles that tell of one happening.
        known: dates that copies have given already.

    Returns:
        article id → interval, with `how` "inferred:companion" (or "inferred:weekday" for the article that names the day
        itself); articles whose companions tell nothing are left out.
    """
    by_id = {article.id: article for article in articles}
    found = dict(known or {})
    for group in copies:
        _take(found, _date_copies([by_id[i] for i in sorted(set(group)) if i in by_id]))
    for group in happenings:
        members = [by_id[i] for i in sorted(set(group)) if i in by_id]
        _take(found, _date_told([m for m in members if m.id not in found], members))
    return found


def _take(found: dict[str, Interval], dated: Iterable[tuple[str, Interval]]) -> None:
    for name, interval in dated:
        if name not in found or interval.days < found[name].days:
            found[name] = interval


def _date_told(undated: Sequence[Article], members: Sequence[Article]) -> Iterator[tuple[str, Interval]]:
    """Dates articles whose opening's one weekday is that of the one day which their companions' openings tell of."""
    if not any(m.published for m in members):
        yield from _date_named(members)
        return
    told = {day for m in members if m.published and m.published.is_day for day in told_days(_paragraphs(m), m.published.first)}
    for article in undated:
        if not article.published and (named := _named_near(article, members)):
            yield article.id, named
            continue
        weekdays = told_weekdays(_paragraphs(article))
        agreeing = {day for day in told if day.weekday() in weekdays}
        if not article.published and len(weekdays) == 1 and len(agreeing) == 1:
            (day,) = agreeing
            yield article.id, Interval(day, day + _TOLD_WITHIN, HOW)


def _named_near(article: Article, members: Sequence[Article]) -> Interval | None:
    """The day an opening names with its weekday ("on Monday, September 26"), in the year in which companions of those weeks were printed."""
    printed = [m.published.first for m in members if m.published]
    named = date_opening(opening_days(_paragraphs(article)), {day.year for day in printed})
    return named if named and any(abs(day - named.first) <= _WEEKS for day in printed) else None


def _date_copies(members: Sequence[Article]) -> Iterator[tuple[str, Interval]]:
    known = [m.published for m in members if m.published]
    if not known:
        yield from _date_named(members)
        return
    first, last = min(k.first for k in known), max(k.last for k in known)
    if (last - first).days <= _WIDEST:
        yield from ((m.id, Interval(first - _SPREAD, last + _SPREAD, HOW)) for m in members if not m.published)


def _date_named(members: Sequence[Article]) -> Iterator[tuple[str, Interval]]:
    """Dates a group in which no article is dated: a weekday with its day of the month here, a year there."""
    years = {year for m in members for year in rights_years(_frame(m))}
    dated = {m.id: date_opening(opening_days(_paragraphs(m)), years) for m in members}
    own = {name: interval for name, interval in dated.items() if interval}
    if not own:
        return
    first, last = min(i.first for i in own.values()), max(i.last for i in own.values())
    if (last - first).days > _WIDEST:
        return
    weekdays = {i.first.weekday() for i in own.values()}
    for m in members:
        if m.id in own:
            yield m.id, own[m.id]
        elif told_weekdays(_paragraphs(m)) & (weekdays | {(w - 1) % 7 for w in weekdays}):
            awaits = first.weekday() in awaited_weekdays(_paragraphs(m))  # then it was printed on that day at the latest
            yield m.id, Interval(first - _SPREAD, first if awaits else last, HOW)


def _paragraphs(article: Article) -> list[str]:
    return article.text.split("\n\n")


def _frame(article: Article) -> Iterator[str]:
    """The lines of the page that are not the article."""
    for dropped in article.dropped:
        yield from article.shown[dropped.start : dropped.end].split("\n")
