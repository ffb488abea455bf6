"""Reports → CSV for the R package `eventreport`: a row for what one article says of one event, to be aggregated by its users.

Columns and meaning after eventreport 0.1.1 (van Baalen, CRAN) and the MAVERICK data set that comes with it: `event_id` groups the rows,
`source` reads "PUBLISHER (DAY) TITLE". Behind its columns stand ours.
"""

from __future__ import annotations

from parley.model import Article, Event, Report
from parley.publish.exports.cells import Cell, Table, count, join, web_address
from parley.publish.exports.content import Content, country_name
from parley.publish.exports.figures import Counting, Toll
from parley.publish.exports.outcome import Export, Note, table_export
from parley.record import Filed

THEIRS = ("id", "event_id", "country", "date_start", "city", "location", "actor1", "deaths_best", "injuries_best", "source")
OURS = (
    "date_end", "date_how", "actor2", "event_type", "event_mode", "certainty", "historical", "claimant", "deaths_low", "deaths_high", "injuries_low",
    "injuries_high", "counted", "latitude", "longitude", "place_precision", "publisher", "published", "url", "article", "independent_source",
    "quotation",
)  # fmt: skip
COLUMNS = THEIRS + OURS
_TOWNS = frozenset({"site", "city"})


def export(content: Content, counting: Counting) -> Export:
    """Makes the CSV. Reports of what is planned, supposed or denied are left out."""
    filed = [r for r in content.view.reports if r.id in content.event_of]
    told = [r for r in filed if r.item.modality == "asserted"]
    undated = sum(r.item.when is None for r in told)
    left_out = [
        Note(len(filed) - len(told), "reports of what is planned, supposed or denied"),
        Note(content.unplaced, "figures of events that are undated or longer than a month"),
        Note(len(content.view.statements), "statements"),
        Note(len(content.view.commitments), "commitments"),
    ]
    table = Table(COLUMNS, tuple(_row(content, counting, r, content.event_of[r.id]) for r in told))
    return table_export("reports.csv", table, left_out, [Note(undated, "reports without a day of their own have no `date_start`")])


def _row(content: Content, counting: Counting, filed: Filed[Report], event: Event) -> tuple[Cell, ...]:
    report, article = filed.item, content.index.articles[filed.article]
    killed, injured = (counting.in_article(event.id, filed.article, measure) for measure in ("killed", "injured"))
    where, when = report.where, report.when
    return (
        filed.id,
        event.id,
        country_name(where.country if where else None),
        when.first.isoformat() if when else None,
        where.name if where and where.precision in _TOWNS else None,
        (where.span.text if where.span else where.name) if where else None,
        join(content.names([p.name for p in report.actors])),
        _best(killed),
        _best(injured),
        source_line(content, article),
        when.last.isoformat() if when else None,
        when.how if when else None,
        join(content.names([p.name for p in report.recipients])),
        report.type,
        report.mode,
        report.certainty,
        "true" if report.historical else "false",
        content.name(report.claimant) if report.claimant else None,
        *_bounds(killed),
        *_bounds(injured),
        killed.counted if killed else None,
        where.lat if where else None,
        where.lon if where else None,
        where.precision if where else None,
        article.publisher,
        article.published.first.isoformat() if article.published else None,
        web_address(article.url),
        article.id,
        filed.source,
        report.evidence.text,
    )


def source_line(content: Content, article: Article) -> str:
    """Returns "PUBLISHER (DAY) TITLE"; what is unknown is left out."""
    day = f"({article.published.first.isoformat()})" if article.published else ""
    return " ".join(filter(None, (content.index.publisher(article), day, article.title or "")))


def _best(toll: Toll | None) -> Cell:
    return count(toll.best) if toll else None


def _bounds(toll: Toll | None) -> tuple[Cell, Cell]:
    return (count(toll.low), count(toll.high)) if toll else (None, None)
