"""A record → the formats of other tools: each a small pure function from what the record holds to files and an account of what did not fit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from parley.publish.exports import (
    acled,
    eventreport,
    ftm,
    gdelt,
    geojson,
    lines,
    markdown,
    parquet,
    plover,
    polecat,
    steps,
    timelinejs,
    ucdp,
    web_annotations,
)
from parley.publish.exports.content import Content, make_content
from parley.publish.exports.figures import DEFAULT, RULES, Counting, make_counting
from parley.publish.exports.outcome import Export, Note
from parley.publish.exports.totals import Total, totals, totals_text

__all__ = ["DEFAULT", "FORMATS", "RULES", "Content", "Export", "Format", "Note", "Total", "make_content", "make_export", "totals", "totals_text"]


@dataclass(frozen=True, slots=True)
class Format:
    """One way out. What each is for is said in the help text of `parley export`.

    Args:
        make: makes its files.
        has_figures: whether it gives one figure for an event, so that the choice of a rule changes it.
    """

    name: str
    make: Callable[[Content, Counting], Export]
    has_figures: bool = False


FORMATS: Mapping[str, Format] = {
    entry.name: entry
    for entry in (
        Format("jsonl", lines.export),
        Format("issues", lines.export_issues),
        Format("eventreport", eventreport.export, has_figures=True),
        Format("plover", plover.export),
        Format("ucdp", ucdp.export, has_figures=True),
        Format("acled", acled.export, has_figures=True),
        Format("gdelt-events", gdelt.export_events),
        Format("gdelt-mentions", gdelt.export_mentions),
        Format("polecat", polecat.export),
        Format("geojson", geojson.export, has_figures=True),
        Format("ical", steps.export),
        Format("timelinejs", timelinejs.export),
        Format("ftm", ftm.export),
        Format("ftm-statements", ftm.export_statements),
        Format("annotations", web_annotations.export),
        Format("parquet", parquet.export),
        Format("markdown", markdown.export),
    )
}


def make_export(name: str, content: Content, figures: str = DEFAULT) -> Export:
    """Makes one export.

    Args:
        name: one of `FORMATS`.
        figures: one of `RULES`; it changes only formats that have figures.

    Raises:
        KeyError: when there is no such format or rule.
    """
    return FORMATS[name].make(content, make_counting(content, figures))
