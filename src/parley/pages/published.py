"""A page → the day it was published, as an interval that says how it is known; None where nothing sound tells.

Candidates are asked in order of trust: the user, the markup (unless the headline carries an earlier day, since sites restamp
old pages), a stamp beside the headline, the address, a dateline with its year, a stamp a little farther off, htmldate's
reading of the tree, a stamp that calls itself the publication's, and a weekday that agrees with a year. Stamps of sidebars,
comments, footers and copyright lines are never asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import htmldate
import lxml.html
from lxml import etree

from parley.model import Interval, Page
from parley.pages.features import words
from parley.pages.markup import Head
from parley.pages.stamps import Stamp, find_stamps
from parley.pages.yearless import date_opening, opening_days, rights_years

_META_KEYS = """
    article:published_time datepublished date.published og:article:published_time og:published_time pubdate publishdate publish-date
    publish_date published_time parsely-pub-date sailthru.date dc.date.issued dcterms.created dc.date.created dc.date dcterms.date
    date article.published article.created cxenseparse:recs:publishtime rnews:datepublished bt:pubdate displaydate timestamp created
    article_date_original originalpublicationdate citation_publication_date og:regdate ptime
""".split()
_MARKED = etree.XPath("//*[@itemprop='datePublished' or @itemprop='datepublished' or @pubdate]")
_ISO = re.compile(r"\s*(?P<y>(?:19|20)\d\d)-?(?P<m>[01]\d)-?(?P<d>[0-3]\d)(?:\D|$)")
_IN_URL = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)[/_-](?P<m>[01]?\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[/_-](?P<d>[0-3]?\d)(?!\d)", re.IGNORECASE
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_EARLIEST = date(1990, 1, 1)
_ABOVE, _BELOW = 8, 6  # lines around the body's start in which a stamp counts
_MAX_OTHER_WORDS = 3  # beside a date and the words of a label, in a line that is a stamp
_LABEL = re.compile(r"\b(?:published|posted|first published|publish date|issued|date|created)\b", re.IGNORECASE)
_UPDATE = re.compile(r"\b(?:updated?|modified|edited)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Layout:
    """What the page shows: its lines, which of them are the article's paragraphs, and its headline."""

    lines: Sequence[str]
    kept: Sequence[bool]
    title: str | None


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
    latest = page.fetched.last + timedelta(days=1) if page.fetched else date.max  # a day more, for time zones
    found = _candidates(page, layout, head, tree)
    return next((c for c in found if c.first >= _EARLIEST and c.last <= latest), None)


def _candidates(page: Page, layout: Layout, head: Head | None, tree: lxml.html.HtmlElement | None) -> Iterator[Interval]:
    marked = next((c for found in (_from_markup(head), _from_time_elements(tree)) for c in found), None)
    beside = stamp_near(layout, _ABOVE, _BELOW)
    if marked is not None and (beside is None or beside >= marked.first):
        yield marked
    if beside is not None:
        yield Interval.day(beside, "stated")
    yield from _from_url(page.url or (head.canonical if head else None))
    yield from _from_dateline(layout)
    off = stamp_near(layout, 2 * _ABOVE, 2 * _BELOW)
    if off is not None:
        yield Interval.day(off, "stated")
    yield from _from_htmldate(tree, head)
    labelled = {s.date for line, kept in zip(layout.lines, layout.kept, strict=True) if not kept and _LABEL.search(line) for s in _stamps_of(line)}
    if len(labelled) == 1:
        yield from (Interval.day(day, "stated") for day in labelled if day)
    yield from _from_opening(layout)


def _from_markup(head: Head | None) -> Iterator[Interval]:
    if head is None:
        return
    stated = [item.get("datePublished") or item.get("dateCreated") for item in head.data]
    values = [str(s) for s in stated if s] + [head.meta[key] for key in _META_KEYS if key in head.meta]
    for value in values:
        day = read_day(value)
        if day:
            yield Interval.day(day, "metadata")


def _from_time_elements(tree: lxml.html.HtmlElement | None) -> Iterator[Interval]:
    """`time` elements marked as the publication's, by `itemprop` or `pubdate`."""
    if tree is None:
        return
    for element in _MARKED(tree):
        day = read_day(element.get("datetime") or element.get("content") or element.get("title") or element.text_content()[:60])
        if day:
            yield Interval.day(day, "metadata")


def read_day(text: str) -> date | None:
    """Reads the day of a timestamp or a written date."""
    match = _ISO.match(text)
    if match:
        try:
            return date(int(match["y"]), int(match["m"]), int(match["d"]))
        except ValueError:
            return None
    return next((s.date for s in find_stamps(text[:100]) if s.date), None)


def stamp_near(layout: Layout, above: int, below: int) -> date | None:
    """Returns the day stamped on the lines around the start of the article's body, none below its end.

    A stamp that calls itself the publication's wins; without one, all stamps there must name one day, since several are a
    list of other pieces. A stamp that only tells of an update counts where there is no other.

    Args:
        layout: what the page shows.
        above: how many lines above the body's first line are looked at.
        below: how many from that line on.
    """
    inside = [n for n, kept in enumerate(layout.kept) if kept]
    start, end = (inside[0], inside[-1]) if inside else (len(layout.lines), len(layout.lines))
    near = range(max(0, start - above), min(end, start + below))
    stamped = [(layout.lines[n], s.date) for n in near for s in _stamps_of(layout.lines[n]) if s.date]
    published = [day for line, day in stamped if _LABEL.search(line) and not _UPDATE.search(line)]
    plain = {day for line, day in stamped if not _UPDATE.search(line)}
    if published:
        return published[0]
    days = plain or {day for _, day in stamped}
    return days.pop() if len(days) == 1 else None


def _stamps_of(line: str) -> list[Stamp]:
    """The full dates of a line that is little else than a date, weekdays agreeing."""
    return [s for s in find_stamps(line[:200]) if s.date and _agrees(s)] if _is_stamp_line(line) else []


def _is_stamp_line(line: str) -> bool:
    """Whether a line is little else than a date: "Published: 26 August 2016, 10:40", "By A. Writer | Aug 26, 2016"."""
    rest = line
    for stamp in reversed(find_stamps(line)):
        rest = rest[: stamp.start] + rest[stamp.end :]
    allowed = _MAX_OTHER_WORDS * (3 if _LABEL.search(rest) or _UPDATE.search(rest) or rest.lower().startswith("by ") else 1)
    return len(words(rest)) <= allowed and not line.rstrip().endswith((".", "?", "!"))


def _agrees(stamp: Stamp) -> bool:
    """Whether the weekday written beside a date is that date's."""
    return stamp.date is not None and stamp.weekday in (None, stamp.date.weekday())


def _from_url(url: str | None) -> Iterator[Interval]:
    match = _IN_URL.search(url or "")
    if match:
        month = match["m"].lower()
        number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month)
        try:
            yield Interval.day(date(int(match["y"]), number, int(match["d"])), "inferred:url")
        except ValueError:
            return


def _from_dateline(layout: Layout) -> Iterator[Interval]:
    """A date with its year in the first words of the article: "GENEVA, Aug 26, 2016 (Xinhua) --"."""
    body = [line for line, kept in zip(layout.lines, layout.kept, strict=True) if kept]
    for line in body[:2]:
        for stamp in find_stamps(line[:80]):
            if (
                stamp.date
                and _agrees(stamp)
                and re.match(r"[^a-z]{0,3}[^.!?]{0,40}?$", line[: stamp.start])
                and re.match(r"[^.]{0,30}?(?:--|[-–—:)])\s", line[stamp.end :])
            ):
                yield Interval.day(stamp.date, "stated")


def _from_htmldate(tree: lxml.html.HtmlElement | None, head: Head | None) -> Iterator[Interval]:
    """htmldate (Barbaresi 2020) in its strict mode, unless it returns the day on which the page was last changed."""
    if tree is None or head is None:
        return
    changed = {read_day(str(value)) for value in (head.meta.get("article:modified_time"), *(item.get("dateModified") for item in head.data)) if value}
    found = htmldate.find_date(tree, extensive_search=False, original_date=True)
    day = date.fromisoformat(found) if found else None
    if day and day not in changed:
        yield Interval.day(day, "inferred:htmldate")


def _from_opening(layout: Layout) -> Iterator[Interval]:
    """A day named with its weekday in the opening, in its own year or that of the page's copyright line."""
    body = [line for line, kept in zip(layout.lines, layout.kept, strict=True) if kept]
    frame = (line for line, kept in zip(layout.lines, layout.kept, strict=True) if not kept)
    found = date_opening(opening_days(body), rights_years(frame))
    if found:
        yield found
