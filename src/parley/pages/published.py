"""A page → the day it was published, as an interval that says how it is known; None where nothing sound tells.

Candidates are asked in order of trust: the user, the markup, a stamp beside the headline, the address, a dateline with its
year, htmldate's reading of the tree, and an explicit day in the opening sentences. Stamps elsewhere (sidebars, comments,
footers, copyright lines) are never asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import htmldate
import lxml.html

from parley.model import Interval, Page
from parley.pages.features import words
from parley.pages.markup import Head
from parley.pages.stamps import Stamp, find_stamps

_META_KEYS = (
    "article:published_time", "datepublished", "date.published", "og:article:published_time", "og:published_time", "pubdate", "publishdate", "publish-date",
    "publish_date", "published_time", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date",
    "date", "article.published", "article.created", "cxenseparse:recs:publishtime", "rnews:datepublished", "bt:pubdate", "displaydate", "timestamp", "created",
    "article_date_original", "originalpublicationdate", "citation_publication_date", "og:regdate", "ptime",
)  # fmt: skip
_ISO = re.compile(r"\s*(?P<y>(?:19|20)\d\d)-?(?P<m>[01]\d)-?(?P<d>[0-3]\d)(?:\D|$)")
_IN_URL = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)[/_-](?P<m>[01]?\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[/_-](?P<d>[0-3]?\d)(?!\d)", re.IGNORECASE)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_EARLIEST = date(1990, 1, 1)
_ABOVE, _BELOW = 8, 2  # lines around the headline and the body's start in which a stamp counts
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
    latest = page.fetched.last + timedelta(days=1) if page.fetched else date.today() + timedelta(days=1)
    found = _candidates(page, layout, head, tree)
    return next((c for c in found if _EARLIEST <= c.first and c.last <= latest), None)


def _candidates(page: Page, layout: Layout, head: Head | None, tree: lxml.html.HtmlElement | None) -> Iterator[Interval]:
    if head is not None:
        yield from _from_markup(head)
    yield from _from_time_elements(tree)
    yield from _from_stamps(layout)
    yield from _from_url(page.url or (head.canonical if head else None))
    yield from _from_dateline(layout)
    yield from _from_htmldate(tree)


def _from_markup(head: Head) -> Iterator[Interval]:
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
    for element in tree.iter("time", "span", "abbr", "p", "div"):
        marked = (element.get("itemprop") or "").lower() == "datepublished" or element.get("pubdate") is not None
        if marked:
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


def _from_stamps(layout: Layout) -> Iterator[Interval]:
    """Stamps in the lines between the headline and the body, or just above and below them; labelled ones first."""
    start = next((n for n, kept in enumerate(layout.kept) if kept), len(layout.lines))
    near = range(max(0, start - _ABOVE), min(len(layout.lines), start + _BELOW))
    stamped = [(layout.lines[n], s) for n in near for s in find_stamps(layout.lines[n][:200]) if s.date and _is_stamp_line(layout.lines[n]) and _agrees(s)]
    if len({s.date for _, s in stamped}) > 1:  # a list of dated pieces, unless the lines say what they are
        stamped = [(line, s) for line, s in stamped if _LABEL.search(line)]
    order = sorted(stamped, key=lambda pair: (not _LABEL.search(pair[0]), bool(_UPDATE.search(pair[0]))))
    yield from (Interval.day(s.date, "stated") for _, s in order if s.date)


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
            if stamp.date and _agrees(stamp) and re.match(r"[^a-z]{0,3}[^.!?]{0,40}?$", line[: stamp.start]) and re.match(r"[^.]{0,30}?(?:--|[-–—:)])\s", line[stamp.end :]):
                yield Interval.day(stamp.date, "stated")


def _from_htmldate(tree: lxml.html.HtmlElement | None) -> Iterator[Interval]:
    """htmldate (Barbaresi 2020) in its strict mode, which searches the markup but not every number of the text."""
    if tree is None:
        return
    found = htmldate.find_date(tree, extensive_search=False, original_date=True)
    if found:
        yield Interval.day(date.fromisoformat(found), "inferred:htmldate")


def metadata_value(data: Sequence[Mapping[str, object]], key: str) -> str | None:
    """Returns the first string under `key` in the page's JSON-LD."""
    return next((v for item in data if isinstance(v := item.get(key), str) and v.strip()), None)
