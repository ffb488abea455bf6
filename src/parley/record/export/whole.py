"""A view with its pages and articles → the record as lines, one plain object an item."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from parley.model import Article, Issue, Page
from parley.record.decisions import Decision
from parley.record.export.kept import article_line, decision_line, issue_line, page_line, run_line
from parley.record.export.merged import actor_line, copy_line, disagreement_line, event_line, place_item_line, source_line, story_line
from parley.record.export.read import claim_line, commitment_line, report_line, statement_line
from parley.record.export.shapes import Line
from parley.record.filing import sources_by_article
from parley.record.runs import Run
from parley.record.view import Support, View


def export_lines(
    pages: Iterable[Page],
    articles: Iterable[Article],
    view: View,
    issues: Iterable[Issue] = (),
    decisions: Iterable[Decision] = (),
    runs: Iterable[Run] = (),
) -> Iterator[Line]:
    """Yields the whole record, one line an item, each with its `kind` and `id`.

    Offsets in evidence are code points, ends exclusive; days are ISO 8601; what is unknown is None.
    """
    articles = sorted(articles, key=lambda a: a.id)
    yield from map(page_line, sorted(pages, key=lambda p: p.id))
    source_of = sources_by_article(articles, view.sources)
    yield from (article_line(a, source_of[a.id]) for a in articles)
    yield from _merged_lines(view)
    yield from _read_lines(view)
    waiting = set(view.unfit)
    yield from (decision_line(d, d.id in waiting) for d in decisions)
    yield from map(issue_line, issues)
    yield from map(run_line, runs)


def _merged_lines(view: View) -> Iterator[Line]:
    yield from map(copy_line, view.links)
    yield from map(source_line, view.sources)
    yield from map(actor_line, view.actors)
    yield from map(place_item_line, view.places)
    support: dict[str, list[Support]] = defaultdict(list)
    for entry in view.support:
        support[entry.event].append(entry)
    yield from (event_line(e, tuple(support[e.id])) for e in view.events)
    yield from map(disagreement_line, view.disagreements)
    yield from map(story_line, view.stories)


def _read_lines(view: View) -> Iterator[Line]:
    yield from map(report_line, view.reports)
    yield from map(claim_line, view.claims)
    yield from map(statement_line, view.statements)
    follow_ups = {f.commitment: f for f in view.follow_ups}
    yield from (commitment_line(c, follow_ups.get(c.id)) for c in view.commitments)
