"""Events → the JSON that TimelineJS reads: a slide an event, its headline a fixed label with the names, its text the quotations.

TimelineJS takes headline and text for HTML, so page text is escaped in them.
"""

from __future__ import annotations

from datetime import date
from html import escape

from parley.model import Event, Interval
from parley.publish.days import days_label
from parley.publish.exports.cells import plain
from parley.publish.exports.content import Content, ordered_events
from parley.publish.exports.figures import Counting
from parley.publish.exports.outcome import Export, Note, inert_json, text_export
from parley.publish.labels import LANES, lane_of, modality_label, type_label

_QUOTED = 3
"""Quotations on one slide."""


def export(content: Content, counting: Counting) -> Export:
    """Makes the timeline of dated events; planned ones stand on it and say so."""
    events = ordered_events(content.view.events)
    shown = [(e, e.when) for e in events if e.when is not None and e.modality in ("asserted", "future")]
    left_out = [
        Note(sum(e.when is None for e in events), "events without a date"),
        Note(sum(e.when is not None for e in events) - len(shown), "events that are supposed or denied"),
        Note(len(content.view.claims), "claims"),
        Note(len(content.view.statements), "statements"),
    ]
    timeline = {"events": [_slide(content, e, when) for e, when in shown]}
    return text_export("timeline.json", inert_json(timeline, indent=1) + "\n", left_out)


def _slide(content: Content, event: Event, when: Interval) -> dict[str, object]:
    cites = content.index.cites(event.evidence)[:_QUOTED]
    quotes = "".join(f"<blockquote>{escape(plain(c.text))}<br>({escape(plain(c.publisher))}, {c.day})</blockquote>" for c in cites)
    slide: dict[str, object] = {
        "unique_id": event.id,
        "start_date": _date(when.first),
        "display_date": days_label(when),
        "group": LANES[lane_of(event.type)],
        "text": {"headline": escape(_headline(content, event)), "text": quotes},
    }
    return slide if when.is_day else slide | {"end_date": _date(when.last)}


def _headline(content: Content, event: Event) -> str:
    """Fixed label, standing where it is not a fact, names and place."""
    standing = f" ({modality_label(event.modality).text})" if event.modality != "asserted" else ""
    names = ", ".join(plain(n)[:80] for n in content.names([*event.actors, *event.recipients]))
    place = plain(event.where.name)[:80] if event.where else ""
    return " · ".join(filter(None, (type_label(event.type) + standing, names, place)))


def _date(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}
