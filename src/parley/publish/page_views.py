"""Articles and everything cited of them → each page in full, with what was struck out and every cited stretch an anchor."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from parley.model import Article, Evidence, Issue, Page
from parley.publish.days import UNKNOWN, days_label, how_label
from parley.publish.index import Index, SourceName, anchor, file_name
from parley.publish.labels import clip, count
from parley.publish.segments import Mark, Segment, make_segments
from parley.record import View


@dataclass(frozen=True, slots=True)
class PageView:
    """One page. `address` is its URL or file, shown as text and never as a link. `rtl` marks scripts written right to left."""

    id: str
    title: str
    publisher: str
    published: str
    how: str
    credit: str
    language: str
    address: str
    source: SourceName
    struck: int
    kept: str
    segments: tuple[Segment, ...]

    @property
    def is_undated(self) -> bool:
        """Whether the day of publication is not known."""
        return self.published == UNKNOWN


@dataclass(frozen=True, slots=True)
class UnreadPage:
    """A page that gave no article, with the issues that say why."""

    address: str
    messages: tuple[str, ...]


def page_views(index: Index, view: View) -> tuple[PageView, ...]:
    """Returns every page that holds an article, in the order of their numbers."""
    marks = cited_stretches(index, view)
    return tuple(page_view(index, a, marks[a.id]) for a in index.articles.values())


def unread_pages(pages: Sequence[Page], articles: Iterable[Article], issues: Sequence[Issue]) -> tuple[UnreadPage, ...]:
    read = {a.page for a in articles}
    return tuple(
        UnreadPage(clip(p.path, 200), tuple(clip(i.message, 200) for i in issues if i.page in (p.id, p.path))) for p in pages if p.id not in read
    )


def all_evidence(view: View) -> Iterator[Evidence]:
    """Yields everything the report may link to, but for bare names."""
    yield from chain.from_iterable(f.evidence for f in view.reports)
    yield from chain.from_iterable(f.evidence for f in view.claims)
    yield from chain.from_iterable(f.evidence for f in view.statements)
    yield from chain.from_iterable(f.evidence for f in view.commitments)
    yield from chain.from_iterable(e.evidence for e in view.events)
    for disagreement in view.disagreements:
        for stand in disagreement.values:
            yield from stand.evidence
    for day in view.timeline:
        yield day.best


def cited_stretches(index: Index, view: View) -> dict[str, list[Mark]]:
    """Returns for each article what is cited of it."""
    marks: dict[str, dict[tuple[int, int], Mark]] = defaultdict(dict)
    names = [*chain.from_iterable(a.evidence for a in view.actors), *chain.from_iterable(p.evidence for p in view.places)]
    for is_name, found in ((True, names), (False, all_evidence(view))):
        for e in found:
            start, end = e.span.start, e.span.end
            if e.article in index.numbers:
                marks[e.article][start, end] = Mark(anchor(index.numbers[e.article], start, end), start, end, is_name)
    return defaultdict(list, {article: list(rows.values()) for article, rows in marks.items()})


def page_view(index: Index, article: Article, marks: Sequence[Mark]) -> PageView:
    """Returns one page in full.

    Args:
        marks: what is cited of the article.
    """
    page = index.pages.get(article.page)
    address = article.url or (page.url if page else None) or (file_name(page.path) if page else "")
    return PageView(
        f"p{index.numbers[article.id]}",
        index.title(article),
        index.publisher(article),
        days_label(article.published),
        how_label(article.published.how) if article.published else "",
        clip(" · ".join(filter(None, (article.agency, article.byline))), 120),
        clip(article.language or "", 12),
        clip(address, 200),
        index.source(article.id),
        len(article.dropped),
        count(len(article.text.split()), "word"),
        make_segments(article, marks),
    )
