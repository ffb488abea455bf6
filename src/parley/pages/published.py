"""A page → the day it was published, as an interval that says how it is known; None where nothing sound tells.

Candidates are asked in order of trust: the user, the markup (unless the headline carries an earlier day, since sites restamp
old pages, or the markup contradicts itself, or the page shows itself a later edition), a stamp beside the headline, the address, a
dateline with its year, a stamp a little farther off, the one stamp that calls itself the publication's, the one stamp between headline
and foot, the one day that data in scripts call so, htmldate's reading of the tree unless that day is printed below the body alone, and a
weekday that agrees with a year. Stamps of sidebars, comments, footers and copyright lines are never asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

import lxml.html

from parley.model import Interval, Page
from parley.pages.address import printed_address
from parley.pages.dated_markup import from_htmldate, from_scripts, read_markup
from parley.pages.markup import Head
from parley.pages.stamp_lines import SHORT_LINE, agrees, document_day
from parley.pages.stamped import Layout, is_shown, labelled_day, lone_day, stamp_near, stands_below
from parley.pages.stamps import Stamp, as_date, find_stamps
from parley.pages.yearless import date_opening, opening_days, rights_years

_IN_URL = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)[/_-](?P<m>[01]?\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[/_-](?P<d>[0-3]?\d)(?!\d)", re.IGNORECASE
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_TIME_ZONES = timedelta(days=1)  # by which a page may be dated after its fetch
_EDITION = timedelta(days=30)  # after which a page rewritten is another edition
_EARLIEST = date(1990, 1, 1)
_OPENING = re.compile(r"(?:[A-Z][\w'-]{1,20}(?: [A-Z][\w'-]{1,20})?, )?$")  # what stands before a date that opens a text: a city
_ABOVE, _BELOW = 8, 6  # lines around the body's start in which a stamp counts


def find_published(page: Page, layout: Layout, head: Head | None = None, tree: lxml.html.HtmlElement | None = None) -> Interval | None:
    """Returns the publication date from this page alone.

    Args:
        page: the page; its `published` is the user's word and final, its `fetched` bounds the date from above.
        layout: what the page shows.
        head: the metadata of an HTML page.
        tree: the parsed HTML page.
    """
    if page.published:
        return page.published
    latest = page.fetched.last + _TIME_ZONES if page.fetched else date.max
    found = _candidates(page, layout, head, tree)
    return next((c for c in found if c.first >= _EARLIEST and c.last <= latest), None)


def _candidates(page: Page, layout: Layout, head: Head | None, tree: lxml.html.HtmlElement | None) -> Iterator[Interval]:
    markup = read_markup(head, tree)
    marked = markup.day
    beside = stamp_near(layout, _ABOVE, _BELOW)
    off = beside or stamp_near(layout, 2 * _ABOVE, 2 * _BELOW)
    if marked and off == marked - _TIME_ZONES:  # the markup's clock runs on another zone's time
        beside = off
    if marked and off and not markup.is_announced and off - marked > _EDITION and not is_shown(layout, marked):
        beside, marked = off, None  # a new edition under its own date
    if marked:
        yield from _from_redated(layout, marked)
    if marked and (beside is None or (beside >= marked and not markup.is_torn)):
        yield Interval.day(marked, "metadata")
    if beside:
        yield Interval.day(beside, "stated")
    yield from _from_url(page.url or (head.canonical if head else None) or _address(layout))
    yield from _from_dateline(layout)
    yield from _from_document(layout)
    yield from (Interval.day(day, "stated") for day in (off, labelled_day(layout), lone_day(layout)) if day)
    if tree is not None and head is not None:
        yield from (Interval.day(day, "metadata") for day in from_scripts(page.raw))
        yield from (Interval.day(day, "inferred:htmldate") for day in from_htmldate(tree, head) if not stands_below(layout, day))
    yield from _from_opening(layout)


def _address(layout: Layout) -> str | None:
    inside = [n for n, kept in enumerate(layout.kept) if kept]
    return printed_address(layout.lines, inside[0], inside[-1]) if inside else None


def _from_url(url: str | None) -> Iterator[Interval]:
    match = _IN_URL.search(url or "")
    if match:
        month = match["m"].lower()
        number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month)
        try:
            yield Interval.day(date(int(match["y"]), number, int(match["d"])), "inferred:url")
        except ValueError:
            return


def _from_redated(layout: Layout, marked: date) -> Iterator[Interval]:
    """The day in the dateline of a story told anew within days of the page's first: "VESK, March 6 (AFP) -" under a page of March 5."""
    body = [line for line, kept in zip(layout.lines, layout.kept, strict=True) if kept]
    for stamp in (s for line in body[:2] for s in _dateline_stamps(line)):
        day = stamp.date or as_date(marked.year, stamp.month, stamp.day)
        if day and timedelta(0) < day - marked <= _EDITION and is_shown(layout, day):
            yield Interval.day(day, "stated")


def _dateline_stamps(line: str) -> list[Stamp]:
    """The days in the first words of an article that a dash, a colon or a bracket parts from its text."""
    return [
        s
        for s in find_stamps(line[:80])
        if re.match(r"[^a-z]{0,3}[^.!?]{0,40}?$", line[: s.start]) and re.match(r"[^.]{0,30}?(?:--|[-–—:)])\s", line[s.end :])
    ]


def _from_dateline(layout: Layout) -> Iterator[Interval]:
    """A date in the first words of the article: "GENEVA, Aug 26, 2016 (Xinhua) --"; without its year, where the frame prints that day with one."""
    body = [line for line, kept in zip(layout.lines, layout.kept, strict=True) if kept]
    for stamp in (stamp for line in body[:2] for stamp in _dateline_stamps(line)):
        days = {stamp.date} if stamp.date else _printed_days(layout, stamp)
        if len(days) == 1 and (stamp.date is None or agrees(stamp)):
            yield Interval.day(days.pop(), "stated")
    if len([line for line in body if _opens_dated(line)]) == 1:  # several would be a chronicle
        yield from (Interval.day(s.date, "stated") for line in body[:2] if _opens_dated(line) for s in find_stamps(line[:80])[:1] if s.date)


def _printed_days(layout: Layout, stamp: Stamp) -> set[date]:
    """The days with a year that the frame prints for a day and month, or the day after it."""
    frame = (line for line, kept in zip(layout.lines, layout.kept, strict=True) if not kept and len(line) <= SHORT_LINE)
    printed = {found.date for line in frame for found in find_stamps(line) if found.date and agrees(found)}
    days = (as_date(day.year, stamp.month, stamp.day) for day in printed)
    return {day for day in days if day and (stamp.weekday in (None, day.weekday())) and printed & {day, day + _TIME_ZONES}}


def _opens_dated(line: str) -> bool:
    """Whether a paragraph opens with a full date as a sentence of its own: "3 December 2024. Our guest is ..."."""
    stamp = next(iter(find_stamps(line[:80])), None)
    opens = stamp is not None and stamp.date is not None and agrees(stamp) and _OPENING.match(line[: stamp.start])
    return bool(opens and stamp and re.match(r"\.\s+[A-Z“\"]", line[stamp.end :]))


def _from_document(layout: Layout) -> Iterator[Interval]:
    """The day in the line that names the text as a document, above its first sentence: "No. 12, 2 May 2019, Press Release on the Talks in Vesk"."""
    inside = [n for n, kept in enumerate(layout.kept) if kept]
    around = layout.lines[max(0, inside[0] - _ABOVE) : inside[0] + 2] if inside else ()
    days = {day for line in around if (day := document_day(line))}
    if len(days) == 1:
        yield Interval.day(days.pop(), "stated")


def _from_opening(layout: Layout) -> Iterator[Interval]:
    """A day named with its weekday in the opening, in its own year or that of the page's copyright line."""
    body = [line for line, kept in zip(layout.lines, layout.kept, strict=True) if kept]
    frame = (line for line, kept in zip(layout.lines, layout.kept, strict=True) if not kept)
    found = date_opening(opening_days(body), rights_years(frame))
    if found:
        yield found
