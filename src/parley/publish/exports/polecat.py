"""Events → tab-separated rows in the form of POLECAT's public files (40 columns; Halterman and others, Harvard Dataverse).

One row an event: several actors or recipients stand in one cell, parted by "; ". Types, modes, quad codes and intensity are PLOVER's own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from parley.lexicon.event_codes import country_codes, plover_weight
from parley.model import Event, Party
from parley.publish.exports.cells import Cell, Table, join, write_tsv
from parley.publish.exports.content import Content, country_name, ordered_events
from parley.publish.exports.figures import Counting
from parley.publish.exports.outcome import Export, Note, formula_note, text_export

_PARTY = ("Name", "Country", "COW", "Primary {} Sector", "{} Sectors", "Title", "Name Raw", "Wikipedia {} ID")
_QUADS = {1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION", 3: "VERBAL CONFLICT", 4: "MATERIAL CONFLICT"}
_TOWNS = frozenset({"site", "city"})


@dataclass(frozen=True, slots=True)
class _Told:
    """Whom and what one article names."""

    people: list[str] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)


def _party_columns(role: str) -> tuple[str, ...]:
    return tuple(part.format(role) if "{}" in part else f"{role} {part}" for part in _PARTY)


COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    *_party_columns("Actor"), *_party_columns("Recipient"),
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type",
    "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip


def export(content: Content, counting: Counting) -> Export:
    """Makes the table of what was stated to have happened."""
    asserted = [e for e in ordered_events(content.view.events) if e.modality == "asserted"]
    told = _told(content)
    table = Table(COLUMNS, tuple(_row(content, e, told) for e in asserted))
    left_out = [
        Note(len(content.view.events) - len(asserted), "events that are planned, supposed or denied"),
        Note(len(content.view.claims), "claims (POLECAT has no figures)"),
    ]
    spread = sum(e.when is not None and not e.when.is_day for e in asserted)
    notes = [Note(spread, "events known to several days have the first of them"), formula_note(table)]
    return text_export("polecat.tsv", write_tsv(table), left_out, notes)


def _row(content: Content, event: Event, told: Mapping[str, _Told]) -> tuple[Cell, ...]:
    reports = [r.item for r in content.reports_of(event)]
    weight = plover_weight(event.type, event.mode)
    cells: dict[str, Cell] = {
        "Event ID": event.id,
        "Event Date": event.when.first.isoformat() if event.when else None,
        "Event Type": event.type,
        "Event Mode": event.mode,
        "Intensity": weight.score if weight else None,
        "Quad Code": _QUADS[weight.quad] if weight else None,
        **_party(content, "Actor", event.actors, [p for r in reports for p in r.actors]),
        **_party(content, "Recipient", event.recipients, [p for r in reports for p in r.recipients]),
        **_where(event),
        **_story(content, event, told),
    }
    return tuple(cells.get(column) for column in COLUMNS)


def _party(content: Content, role: str, names: Sequence[str], mentions: Sequence[Party]) -> dict[str, Cell]:
    resolved = content.names(names)
    countries = list(dict.fromkeys(c for n in resolved if (c := content.country_of(n))))
    sectors = [s for n in resolved if (s := content.sector(n))]
    actors = [content.actors[n] for n in resolved if n in content.actors]
    values = (
        join(resolved),
        join(countries),
        join(country_codes(c).cow for c in countries),
        sectors[0] if sectors else None,
        join(sectors),
        join(role for a in actors for role in a.roles),
        join(p.span.text for p in mentions),
        None,
    )
    return dict(zip(_party_columns(role), values, strict=True))


def _where(event: Event) -> dict[str, Cell]:
    place = event.where
    if place is None:
        return {}
    level = {"district": "District", "province": "Province", **dict.fromkeys(_TOWNS, "City")}.get(place.precision)
    return {
        "Placename": place.name,
        **({level: place.name} if level else {}),
        "Country": country_name(place.country),
        "Latitude": place.lat,
        "Longitude": place.lon,
        "GeoNames ID": place.geonameid,
        "Raw Placename": place.span.text if place.span else None,
    }


def _told(content: Content) -> dict[str, _Told]:
    """Article id → whom and what it names."""
    found: dict[str, _Told] = defaultdict(_Told)
    for actor in content.view.actors:
        for article in actor.articles:
            of_kind = {"person": found[article].people, "organization": found[article].bodies, "group": found[article].bodies}.get(actor.actor.kind)
            if of_kind is not None:
                of_kind.append(actor.actor.name)
    for place in content.view.places:
        for article in place.articles:
            found[article].places.append(place.place.name)
    return dict(found)


def _story(content: Content, event: Event, told: Mapping[str, _Told]) -> dict[str, Cell]:
    """What else the articles name, and where and when they were printed."""
    named = [told[a] for a in event.articles if a in told]
    days = [a.published.first for id_ in event.articles if (a := content.index.articles.get(id_)) and a.published]
    languages = (content.index.articles[id_].language or "" for id_ in event.articles if id_ in content.index.articles)
    run = content.last_run()
    return {
        "Source": join(content.publishers(event)),
        "Publication Date": min(days).isoformat() if days else None,
        "Story People": join(sorted(name for t in named for name in t.people)),
        "Story Organizations": join(sorted(name for t in named for name in t.bodies)),
        "Story Locations": join(sorted(name for t in named for name in t.places)),
        "Language": join(languages),
        "Version": run.code if run else None,
    }
