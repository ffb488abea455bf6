"""Evidence, days, parties and places → the parts that the record's lines share."""

from __future__ import annotations

from collections.abc import Iterable

from parley.model import Evidence, Interval, Party, Place, Span
from parley.record.export.shapes import DaysLine, EvidenceLine, PartyLine, PlaceLine, SpanLine, WhenLine


def evidence_lines(evidence: Iterable[Evidence]) -> list[EvidenceLine]:
    return [
        EvidenceLine(
            article=e.article, start=e.span.start, end=e.span.end, text=e.span.text, page=e.page, page_start=e.page_start, page_end=e.page_end
        )
        for e in evidence
    ]


def span_line(span: Span) -> SpanLine:
    return SpanLine(start=span.start, end=span.end, text=span.text)


def party_line(party: Party) -> PartyLine:
    return PartyLine(start=party.span.start, end=party.span.end, text=party.span.text, name=party.name)


def days_line(days: Interval | None) -> DaysLine | None:
    return None if days is None else DaysLine(first=days.first.isoformat(), last=days.last.isoformat(), how=days.how)


def when_line(days: Interval | None, text: str | None) -> WhenLine | None:
    return None if days is None else WhenLine(first=days.first.isoformat(), last=days.last.isoformat(), how=days.how, text=text)


def place_line(place: Place | None) -> PlaceLine | None:
    if place is None:
        return None
    text = place.span.text if place.span else None
    return PlaceLine(
        name=place.name, lat=place.lat, lon=place.lon, geonameid=place.geonameid, country=place.country, precision=place.precision, text=text
    )
