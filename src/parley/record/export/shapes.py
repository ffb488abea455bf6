"""The shapes of the record's lines, as the export writes them. Offsets are code points, ends exclusive; days are ISO 8601."""

from __future__ import annotations

from typing import TypedDict


class EvidenceLine(TypedDict):
    article: str
    start: int
    end: int
    text: str
    page: str
    page_start: int | None
    page_end: int | None


class SpanLine(TypedDict):
    start: int
    end: int
    text: str


class PartyLine(SpanLine):
    name: str


class DaysLine(TypedDict):
    first: str
    last: str
    how: str


class WhenLine(DaysLine):
    text: str | None


class PlaceLine(TypedDict):
    name: str
    lat: float | None
    lon: float | None
    geonameid: int | None
    country: str | None
    precision: str
    text: str | None


Line = dict[str, object]
"""One line of the export: `kind`, `id` and what the contract lists for that kind."""
