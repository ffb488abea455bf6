"""The markup of a page → the days it gives for the publication, most trusted first."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from datetime import date

import htmldate
import lxml.html
from lxml import etree

from parley.model import Interval
from parley.pages.markup import Head
from parley.pages.stamps import find_stamps

_META_KEYS = """
    article:published_time datepublished date.published og:article:published_time og:published_time pubdate publishdate publish-date
    publish_date published_time parsely-pub-date sailthru.date dc.date.issued dcterms.created dc.date.created dc.date dcterms.date
    date article.published article.created cxenseparse:recs:publishtime rnews:datepublished bt:pubdate displaydate timestamp created
    published publication_date publication-date article:published
    post_date release_date dc.date.published article_date_original originalpublicationdate citation_publication_date og:regdate ptime
""".split()
_MARKED = etree.XPath("//*[@itemprop='datePublished' or @itemprop='datepublished' or @pubdate]")
_TIMES = etree.XPath("//time[@datetime][not(ancestor::aside or ancestor::nav or ancestor::footer or ancestor::li)]")
_CHANGED = re.compile(r"modif|updat|edit|comment|relat|card|teaser", re.IGNORECASE)
_ISO = re.compile(r"\s*(?P<y>(?:19|20)\d\d)-?(?P<m>[01]\d)-?(?P<d>[0-3]\d)(?:\D|$)")


def from_markup(head: Head | None) -> Iterator[Interval]:
    """Yields the days that JSON-LD and `meta` elements call the publication's."""
    if head is None:
        return
    stated = [item.get("datePublished") or item.get("dateCreated") for item in (*head.data, *head.pages)]
    values = [str(s) for s in stated if s] + [head.meta[key] for key in _META_KEYS if key in head.meta]
    for value in values:
        day = read_day(value)
        if day:
            yield Interval.day(day, "metadata")


def from_time_elements(tree: lxml.html.HtmlElement | None) -> Iterator[Interval]:
    """Yields the day of `time` elements marked as the publication's, else the one day that all `time` elements outside lists name."""
    if tree is None:
        return
    for element in _MARKED(tree):
        day = read_day(element.get("datetime") or element.get("content") or element.get("title") or element.text_content()[:60])
        if day:
            yield Interval.day(day, "metadata")
    days = {read_day(element.get("datetime")) for element in _TIMES(tree) if not _is_change(element)} - {None}
    yield from (Interval.day(day, "metadata") for day in days if day and len(days) == 1)


def _is_change(element: lxml.html.HtmlElement) -> bool:
    """Whether a `time` element or what holds it says that it tells of an update, a comment or another piece."""
    holders = (element, *itertools.islice(element.iterancestors(), 2))
    return any(_CHANGED.search(e.get("class") or "") for e in holders) or bool(_CHANGED.search((element.getparent().text or "")[-30:]))


def read_day(text: str) -> date | None:
    """Reads the day of a timestamp or a written date."""
    match = _ISO.match(text)
    if match:
        try:
            return date(int(match["y"]), int(match["m"]), int(match["d"]))
        except ValueError:
            return None
    return next((s.date for s in find_stamps(text[:100]) if s.date), None)


def from_htmldate(tree: lxml.html.HtmlElement | None, head: Head | None) -> Iterator[Interval]:
    """htmldate (Barbaresi 2020) in its strict mode, unless it returns the day on which the page was last changed."""
    if tree is None or head is None:
        return
    changed = {read_day(str(value)) for value in (head.meta.get("article:modified_time"), *(item.get("dateModified") for item in head.data)) if value}
    found = htmldate.find_date(tree, extensive_search=False, original_date=True)
    day = date.fromisoformat(found) if found else None
    if day and day not in changed:
        yield Interval.day(day, "inferred:htmldate")
