"""Events of violence, protest and strategy → CSV in ACLED's form (31 columns, as exported since 2023).

Only what ACLED records has a row. `fatalities` follows the rule chosen; where nobody gives a figure it is empty, though ACLED's coders write 0.
`notes` quotes the best sentence; `event_id_cnty` is Parley's own id, which `parley why` knows.
"""

from __future__ import annotations

from datetime import datetime

from parley.lexicon.event_codes import Acled, acled_terms, country_codes
from parley.model import Event
from parley.publish.exports.cells import Cell, Table, count, join
from parley.publish.exports.content import Content, country_name, ordered_events
from parley.publish.exports.figures import Counting
from parley.publish.exports.numbers import acled_date_precision, acled_place_precision
from parley.publish.exports.outcome import Export, Note, table_export

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1", "assoc_actor_1", "inter1",
    "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3", "location",
    "latitude", "longitude", "geo_precision", "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
_CIVILIANS = "Civilians"


def export(content: Content, counting: Counting) -> Export:
    """Makes the CSV. ACLED dates an event to one day: the first of the days known."""
    asserted = [e for e in ordered_events(content.view.events) if e.modality == "asserted"]
    coded = [(e, terms) for e in asserted if (terms := acled_terms(e.type, e.mode)) is not None]
    left_out = [
        Note(len(content.view.events) - len(asserted), "events that are planned, supposed or denied"),
        Note(len(asserted) - len(coded), "events of a kind that ACLED does not record"),
        Note(content.unplaced, "figures of events that are undated or longer than a month"),
    ]
    rows = tuple(_row(content, counting, e, terms) for e, terms in coded)
    spread = sum(e.when is not None and not e.when.is_day for e, _ in coded)
    undated = sum(e.when is None for e, _ in coded)
    notes = [Note(spread, "events known to several days have the first of them"), Note(undated, "events without a date")]
    return table_export("acled.csv", Table(COLUMNS, rows), left_out, notes)


def _row(content: Content, counting: Counting, event: Event, terms: Acled) -> tuple[Cell, ...]:
    killed = counting.of_event(event.id, "killed")
    cells: dict[str, Cell] = {
        "event_id_cnty": event.id,
        "event_date": event.when.first.isoformat() if event.when else None,
        "year": event.when.first.year if event.when else None,
        "time_precision": acled_date_precision(event.when),
        "source": join(content.publishers(event)),
        "notes": event.evidence[0].span.text if event.evidence else None,
        "fatalities": count(killed.best) if killed else None,
        "timestamp": _timestamp(content),
        **_who(content, event, terms),
        **_where(event),
    }
    return tuple(cells.get(column) for column in COLUMNS)


def _who(content: Content, event: Event, terms: Acled) -> dict[str, Cell]:
    first, second = content.names(event.actors), content.names(event.recipients)
    inter1, inter2 = (content.codes(names[0]).acled if names else "" for names in (first, second))
    settled = terms if terms.event or terms.disorder != "Political violence" else _by_target(terms, inter1, inter2)
    targeted = inter2 == _CIVILIANS and terms.disorder == "Political violence"
    return {
        "disorder_type": settled.disorder,
        "event_type": settled.event,
        "sub_event_type": settled.sub_event,
        "actor1": first[0] if first else None,
        "assoc_actor_1": join(first[1:]),
        "inter1": inter1,
        "actor2": second[0] if second else None,
        "assoc_actor_2": join(second[1:]),
        "inter2": inter2,
        "interaction": f"{inter1}-{inter2}" if inter1 and inter2 else None,
        "civilian_targeting": "Civilian targeting" if targeted else None,
    }


def _by_target(terms: Acled, inter1: str, inter2: str) -> Acled:
    """An attack is a battle between two armed sides, and violence against civilians where those are attacked."""
    if inter2 == _CIVILIANS:
        return Acled(terms.disorder, "Violence against civilians", "Attack")
    return Acled(terms.disorder, "Battles", "Armed clash") if inter1 and inter2 and inter1 != _CIVILIANS else terms


def _where(event: Event) -> dict[str, Cell]:
    place = event.where
    if place is None:
        return {}
    return {
        "iso": country_codes(place.country).iso,
        "country": country_name(place.country),
        "location": place.name,
        "latitude": place.lat,
        "longitude": place.lon,
        "geo_precision": acled_place_precision(place),
    }


def _timestamp(content: Content) -> int | None:
    """When the record was last made, in seconds since 1970."""
    run = content.last_run()
    try:
        return int(datetime.fromisoformat(run.started).timestamp()) if run else None
    except ValueError:
        return None
