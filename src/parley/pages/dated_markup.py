"""The markup of a page → the days it gives for the publication, most trusted first."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import lxml.html
from lxml import etree

from parley.pages.markup import Head
from parley.pages.stamps import find_stamps

_META_KEYS = """
    article:published_time datepublished date.published og:article:published_time og:published_time pubdate publishdate publish-date
    publish_date published_time parsely-pub-date sailthru.date dc.date.issued dcterms.created dc.date.created dc.date dcterms.date
    date article.published article.created cxenseparse:recs:publishtime rnews:datepublished bt:pubdate displaydate timestamp created
    published publication_date publication-date article:published
    post_date release_date dc.date.published article_date_original originalpublicationdate citation_publication_date og:regdate ptime
""".split()
_ANNOUNCED = ("article:published_time", "og:article:published_time", "og:published_time")
_MARKED = etree.XPath("//*[@itemprop='datePublished' or @itemprop='datepublished' or @pubdate]")
_TIMES = etree.XPath("//time[@datetime][not(ancestor::aside or ancestor::nav or ancestor::footer or ancestor::li)]")
_CHANGED = re.compile(r"modif|updat|edit|comment|relat|card|teaser", re.IGNORECASE)
_EMBEDDED = re.compile(
    r"\b(?:datePublished|date_published|publishedAt|published_at|publishedDate|publishDate|publish_date|publicationDate|firstPublished(?:At|Date)?)"
    r"\\?(?:[\"']|&quot;)\s?:\s?\\?(?:[\"']|&quot;)(?P<day>[^\"'&\\<>]{8,40})"
)
_ISO = re.compile(r"\s*(?P<y>(?:19|20)\d\d)-?(?P<m>[01]\d)-?(?P<d>[0-3]\d)(?:\D|$)")


@dataclass(frozen=True, slots=True)
class Markup:
    """The days that a page's markup gives for the publication.

    Attributes:
        head: those of JSON-LD and `meta`, most trusted first.
        body: those of elements of the body, which are looked for where the head does not settle the day.
        is_torn: whether JSON-LD and `meta` name different days.
        is_announced: whether the page gives its day under the name by which sites announce it to others.
    """

    head: tuple[date, ...] = ()
    body: tuple[date, ...] = ()
    is_torn: bool = False
    is_announced: bool = False

    @property
    def day(self) -> date | None:
        """The day to believe. Where JSON-LD and `meta` name different days, an element that is marked as the publication's decides."""
        order = (*self.body, *self.head) if self.is_torn else (*self.head, *self.body)
        return next(iter(order), None)


def read_markup(head: Head | None, tree: lxml.html.HtmlElement | None) -> Markup:
    """Collects what the markup of a page says of its publication day."""
    if head is None or tree is None:
        return Markup()
    described, page = _described(head.data), _described(head.pages)
    meta = [day for key in _META_KEYS if key in head.meta and (day := read_day(head.meta[key]))]
    is_torn = bool(described and meta and described[0] != meta[0])
    stated = (*described, *page, *meta)
    marked = tuple(from_elements(tree)) if is_torn or not stated else ()
    return Markup(stated, marked, is_torn, any(key in head.meta for key in _ANNOUNCED))


def _described(items: Iterable[Mapping[str, object]]) -> list[date]:
    """The days of publication in JSON-LD."""
    stated = (item.get("datePublished") or item.get("dateCreated") for item in items)
    return [day for value in stated if value and (day := read_day(str(value)))]


def from_elements(tree: lxml.html.HtmlElement) -> Iterator[date]:
    """Yields the day of elements marked as the publication's, else the one day that all `time` elements outside lists name."""
    for element in _MARKED(tree):
        day = read_day(element.get("datetime") or element.get("content") or element.get("title") or element.text_content()[:60])
        if day:
            yield day
    days = {read_day(element.get("datetime")) for element in _TIMES(tree) if not _is_change(element)} - {None}
    yield from (day for day in days if day and len(days) == 1)


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


def from_scripts(html: str) -> Iterator[date]:
    """Yields the one day that data embedded in scripts and attributes calls the publication's, where `meta` and JSON-LD say nothing readable."""
    days = {day for match in _EMBEDDED.finditer(html) if (day := read_day(match["day"]))}
    yield from (day for day in days if len(days) == 1)


def from_htmldate(tree: lxml.html.HtmlElement, head: Head) -> Iterator[date]:
    """htmldate (Barbaresi 2020) in its strict mode, unless it returns the day on which the page was last changed."""
    import htmldate  # a sixth of a second, which the process that builds, and cleans no page, should not wait

    changed = {read_day(str(value)) for value in (head.meta.get("article:modified_time"), *(item.get("dateModified") for item in head.data)) if value}
    found = htmldate.find_date(tree, extensive_search=False, original_date=True)
    day = date.fromisoformat(found) if found else None
    if day and day not in changed:
        yield day
