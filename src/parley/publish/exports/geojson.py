"""Events → GeoJSON (RFC 7946): a feature an event, its geometry null where the event is not located."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from parley.model import Event
from parley.publish.exports.cells import count, plain
from parley.publish.exports.content import Content, country_name, ordered_events
from parley.publish.exports.figures import Counting, Toll
from parley.publish.exports.outcome import Export, Note, inert_json, text_export


def export(content: Content, counting: Counting) -> Export:
    """Makes a FeatureCollection of all events, planned and denied ones included: `modality` says which."""
    events = ordered_events(content.view.events)
    features = [feature(e.id, _coordinates(e), _properties(content, counting, e)) for e in events]
    unlocated = sum(_coordinates(e) is None for e in events)
    left_out = [
        Note(content.unplaced, "figures of events that are undated or longer than a month"),
        Note(len(content.view.statements), "statements"),
        Note(len(content.view.commitments), "commitments"),
    ]
    notes = [Note(unlocated, "events that are not located have a null geometry")]
    return text_export("events.geojson", feature_collection(features), left_out, notes)


def feature(id_: str, coordinates: Sequence[float] | None, properties: Mapping[str, object]) -> dict[str, object]:
    """Returns a feature.

    Args:
        coordinates: longitude before latitude, as GeoJSON has it; None where the item is not located.
    """
    geometry = None if coordinates is None else {"type": "Point", "coordinates": coordinates}
    return {"type": "Feature", "id": id_, "geometry": geometry, "properties": properties}


def feature_collection(features: Sequence[object]) -> str:
    return inert_json({"type": "FeatureCollection", "features": features}, indent=1) + "\n"


def _coordinates(event: Event) -> list[float] | None:
    place = event.where
    return None if place is None or place.lat is None or place.lon is None else [place.lon, place.lat]


def _properties(content: Content, counting: Counting, event: Event) -> dict[str, object]:
    killed, injured = (counting.of_event(event.id, measure) for measure in ("killed", "injured"))
    place = event.where
    return {
        "type": event.type,
        "mode": event.mode,
        "modality": event.modality,
        "actors": [plain(n) for n in content.names(event.actors)],
        "recipients": [plain(n) for n in content.names(event.recipients)],
        "first": event.when.first.isoformat() if event.when else None,
        "last": event.when.last.isoformat() if event.when else None,
        "place": plain(place.name) if place else None,
        "precision": place.precision if place else None,
        "country": country_name(place.country) or None if place else None,
        "geonameid": place.geonameid if place else None,
        "disputed": place.disputed if place else None,
        "killed": _toll(killed),
        "injured": _toll(injured),
        "sources": content.independent(event),
        "publishers": [plain(p) for p in content.publishers(event)],
        "quotation": plain(event.evidence[0].span.text) if event.evidence else None,
    }


def _toll(toll: Toll | None) -> dict[str, float | int | None] | None:
    return {"low": count(toll.low), "best": count(toll.best), "high": count(toll.high)} if toll else None
