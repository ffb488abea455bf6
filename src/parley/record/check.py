"""Pages, articles and a view → what does not hold: citations, references between items, ids made of content."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Protocol

from parley.model import Article, Evidence, Page, identify
from parley.record.view import Filed, View


class _Named(Protocol):
    @property
    def id(self) -> str: ...


class _Cited(_Named, Protocol):
    @property
    def evidence(self) -> tuple[Evidence, ...]: ...


def find_faults(pages: Iterable[Page], articles: Iterable[Article], view: View) -> tuple[str, ...]:
    """Returns one line for each fault; a sound record has none."""
    by_page, by_id = {p.id: p for p in pages}, {a.id: a for a in articles}
    return (
        *_articles(by_id.values(), by_page),
        *(fault for owner, evidence in _citations(view) for fault in _evidence(owner, evidence, by_id, by_page)),
        *_references(view, by_id),
        *_ids(view),
    )


def _articles(articles: Iterable[Article], pages: Mapping[str, Page]) -> Iterator[str]:
    for article in articles:
        page = pages.get(article.page)
        if page is None:
            yield f"article {article.id}: there is no page {article.page}"
            continue
        for piece in article.pieces:
            if page.raw[piece.page_start :][: piece.length] != article.text[piece.start :][: piece.length]:
                yield f"article {article.id}: the page does not hold its text at {piece.page_start}"


def _citations(view: View) -> Iterator[tuple[str, Evidence]]:
    cited: Iterable[_Cited] = chain[_Cited](view.actors, view.places, view.reports, view.claims, view.statements, view.commitments, view.events)
    for item in cited:
        yield from ((item.id, evidence) for evidence in item.evidence)
    for entry in view.disagreements:
        yield from ((entry.id, evidence) for stand in entry.values for evidence in stand.evidence)


def _evidence(owner: str, evidence: Evidence, articles: Mapping[str, Article], pages: Mapping[str, Page]) -> Iterator[str]:
    article, page = articles.get(evidence.article), pages.get(evidence.page)
    if article is None or page is None:
        yield f"{owner}: cites article {evidence.article} on page {evidence.page}, which is not there"
    elif not evidence.span.is_in(article.text):
        yield f"{owner}: article {article.id} does not hold {evidence.span.text[:60]!r} at {evidence.span.start}"
    elif evidence.page_start is not None and evidence.page_end is not None:
        shown = page.raw[evidence.page_start : evidence.page_end]
        if shown.split() != evidence.span.text.split():
            yield f"{owner}: page {page.id} holds {shown[:60]!r}, not {evidence.span.text[:60]!r}"


def _references(view: View, articles: Mapping[str, Article]) -> Iterator[str]:
    sources, reports, events = ({item.id for item in items} for items in (view.sources, view.reports, view.events))
    filed: Iterable[Filed[object]] = chain(view.reports, view.claims, view.statements, view.commitments)
    for item in filed:
        yield from _missing(item.id, "source", [item.source], sources)
        yield from _missing(item.id, "article", [item.article], articles)
    for event in view.events:
        yield from _missing(event.id, "report", event.reports, reports)
        yield from _missing(event.id, "source", event.sources, sources)
    for story in view.stories:
        yield from _missing(story.id, "event", story.events, events)
        yield from _missing(story.id, "article", story.articles, articles)
    for source in view.sources:
        yield from _missing(source.id, "article", source.articles, articles)


def _missing(owner: str, kind: str, ids: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    yield from (f"{owner}: there is no {kind} {id_}" for id_ in ids if id_ not in known)


def _ids(view: View) -> Iterator[str]:
    for event in view.events:
        if event.id != identify("e", *sorted(event.reports)):
            yield f"{event.id}: is not the id of its reports"
    for actor in view.actors:
        if actor.id != identify("n", *sorted(actor.names)):
            yield f"{actor.id}: is not the id of its names"
    counts = Counter(item.id for item in chain[_Named](view.reports, view.claims, view.statements, view.commitments, view.events, view.stories))
    yield from (f"{id_}: names {number} items" for id_, number in sorted(counts.items()) if number > 1)
