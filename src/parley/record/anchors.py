"""An item's id → the quotations by which a decision names it, so that it is found again under another id."""

from __future__ import annotations

from parley.model import UsageError
from parley.record.decisions import Anchor
from parley.record.view import View


def anchors_of(id_: str, view: View) -> tuple[Anchor, ...]:
    """Returns the anchors of a report, claim, statement or commitment; of an event, those of its reports; of a source or article, the articles.

    Raises:
        UsageError: when `id_` names no such item.
    """
    for kind, items in (("claim", view.claims), ("statement", view.statements), ("commitment", view.commitments)):
        for item in items:
            if item.id == id_:
                first = item.evidence[0]
                return (Anchor(kind, item.article, first.span.text, first.span.start),)
    wanted = {id_} | {report for event in view.events if event.id == id_ for report in event.reports}
    reports = tuple(Anchor("report", r.article, r.evidence[0].span.text, r.item.trigger.start) for r in view.reports if r.id in wanted)
    articles = tuple(Anchor("article", article, "") for source in view.sources for article in source.articles if id_ in (source.id, article))
    if not reports and not articles:
        raise UsageError(f"nothing that a decision can be about has the id {id_!r}")
    return reports or articles
