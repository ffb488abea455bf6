"""Events with a toll → CSV in the form of UCDP's Georeferenced Event Dataset (version 24.1, 49 columns).

`number_of_sources` counts independent sources, `source_original` says who gives the figures, `low`, `best` and `high` follow
the rule chosen. UCDP's own numbers for conflicts, dyads and actors are UCDP's to give: those columns are empty.
"""

from __future__ import annotations

from parley.lexicon.event_codes import country_codes
from parley.model import Event
from parley.publish.exports.cells import Cell, Table, count, join
from parley.publish.exports.content import Content, country_name, ordered_events
from parley.publish.exports.eventreport import source_line
from parley.publish.exports.figures import Counting, Toll
from parley.publish.exports.numbers import numeric_id, prio_grid, ucdp_date_precision, ucdp_place_precision, ucdp_region
from parley.publish.exports.outcome import Export, Note, table_export

COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id", "conflict_name", "dyad_dset_id",
    "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources",
    "source_article", "source_office", "source_date", "source_headline", "source_original", "where_prec", "where_coordinates", "where_description",
    "adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity", "date_prec",
    "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
)  # fmt: skip
_CIVILIANS = "civilian"


def export(content: Content, counting: Counting) -> Export:
    """Makes the CSV: a row for each event that was stated to have happened and in which somebody is said to have been killed."""
    asserted = [e for e in ordered_events(content.view.events) if e.modality == "asserted"]
    deadly = [(e, t) for e in asserted if (t := counting.of_event(e.id, "killed")) is not None and t.high]
    left_out = [
        Note(len(content.view.events) - len(asserted), "events that are planned, supposed or denied"),
        Note(len(asserted) - len(deadly), "events without both a date and a figure of people killed"),
        Note(content.unplaced, "figures of events that are undated or longer than a month"),
        Note(sum(t.other for _, t in deadly), "figures that count another kind of people in the same event"),
    ]
    notes = [
        Note(sum(t.best is None for _, t in deadly), "events without a best figure"),
    ]
    return table_export("ged.csv", Table(COLUMNS, tuple(_row(content, e, t) for e, t in deadly)), left_out, notes)


def _row(content: Content, event: Event, toll: Toll) -> tuple[Cell, ...]:
    cells: dict[str, Cell] = {
        "id": numeric_id(event.id),
        "relid": event.id,
        "year": event.when.first.year if event.when and event.when.first.year == event.when.last.year else None,
        "type_of_violence": _violence(content, event),
        "number_of_sources": content.independent(event),
        **_sides(content, event),
        **_sources(content, event, toll),
        **_where(event),
        **_when(event),
        **_deaths(toll),
    }
    return tuple(cells.get(column) for column in COLUMNS)


def _sides(content: Content, event: Event) -> dict[str, Cell]:
    side_a, side_b = join(content.names(event.actors)), join(content.names(event.recipients))
    states = [[c for name in names if (c := country_codes(content.country_of(name)).gw)] for names in (event.actors, event.recipients)]
    return {
        "side_a": side_a,
        "side_b": side_b,
        "dyad_name": f"{side_a} - {side_b}" if side_a and side_b else None,
        "gwnoa": states[0][0] if len(states[0]) == 1 else None,
        "gwnob": states[1][0] if len(states[1]) == 1 else None,
    }


def _violence(content: Content, event: Event) -> int | None:
    """1 state-based, 2 between other armed sides, 3 against civilians; None where the sectors of both do not decide."""
    doers, targets = ({content.codes(name).side for name in names} - {""} for names in (event.actors, event.recipients))
    if len(doers) != 1 or len(targets) != 1 or doers == {"civilian"}:
        return None
    if targets == {"civilian"}:
        return 3
    return 2 if doers == targets == {"armed"} else 1


def _sources(content: Content, event: Event, toll: Toll) -> dict[str, Cell]:
    articles = sorted((content.index.articles[a] for a in event.articles if a in content.index.articles), key=lambda a: content.index.numbers[a.id])
    claimants = content.names([f.claim.claimant for f in toll.figures if f.claim.claimant])
    return {
        "source_article": join(source_line(content, a) for a in articles),
        "source_office": join(a.publisher or "" for a in articles),
        "source_date": join(a.published.first.isoformat() for a in articles if a.published),
        "source_headline": join(a.title or "" for a in articles),
        "source_original": join(claimants),
    }


def _where(event: Event) -> dict[str, Cell]:
    place = event.where
    if place is None:
        return {}
    located = place.lat is not None and place.lon is not None
    gw = country_codes(place.country).gw
    return {
        "where_prec": ucdp_place_precision(place) if located else None,
        "where_coordinates": place.name,
        "where_description": place.span.text if place.span else None,
        "latitude": place.lat,
        "longitude": place.lon,
        "geom_wkt": f"POINT ({place.lon} {place.lat})" if located else None,
        "priogrid_gid": prio_grid(place.lat, place.lon) if place.lat is not None and place.lon is not None else None,
        "country": country_name(place.country),
        "country_id": gw,
        "region": ucdp_region(gw),
    }


def _when(event: Event) -> dict[str, Cell]:
    days = event.when
    return {"date_prec": ucdp_date_precision(days), "date_start": days.first.isoformat(), "date_end": days.last.isoformat()} if days else {}


def _deaths(toll: Toll) -> dict[str, Cell]:
    whose = "deaths_civilians" if toll.counted == _CIVILIANS else "deaths_unknown"
    return {whose: count(toll.best), "best": count(toll.best), "high": count(toll.high), "low": count(toll.low)}
