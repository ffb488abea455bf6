from __future__ import annotations

import pytest
from tests.actors.parses import parsed

from parley.actors import name_actors
from parley.model import Place
from parley.places import locate


def places(name: str) -> dict[str, Place]:
    doc = parsed(name)
    return {p.span.text: p for p in locate(doc, name_actors(doc)).places.values() if p.span is not None}


@pytest.mark.parametrize(
    ("text", "mention", "country", "precision", "lat", "lon"),
    [
        ("places", "Jarabulus", "SYR", "city", 36.8, 38.0),
        ("places", "Lausanne", "CHE", "city", 46.5, 6.6),
        ("places", "Aleppo", "SYR", "district", 36.2, 37.2),
        ("places", "Idlib", "SYR", "province", 35.9, 36.6),
        ("places", "Syria", "SYR", "region", 35.0, 38.0),
        ("texas", "Paris", "USA", "city", 33.7, -95.6),
    ],
)
def test_located_by_context(text: str, mention: str, country: str, precision: str, lat: float, lon: float) -> None:
    place = places(text)[mention]
    assert (place.country, place.precision) == (country, precision)
    assert place.lat == pytest.approx(lat, abs=1.5)
    assert place.lon == pytest.approx(lon, abs=1.5)


def test_an_unknown_place_has_no_coordinates() -> None:
    place = places("places")["Qarnbeit"]
    assert (place.precision, place.lat, place.lon, place.geonameid) == ("unlocated", None, None, None)


def test_a_capital_that_acts_is_no_place() -> None:
    doc = parsed("standing")
    found = locate(doc, name_actors(doc))
    assert [(p.name, p.country) for p in found.places.values()] == [("Moscow", "RUS"), ("Damascus", "SYR")]
    assert "Russia" in found.actors


def test_entities_and_places_stay_aligned() -> None:
    doc = parsed("places")
    found = locate(doc, name_actors(doc))
    assert set(found.places) <= {e.span.start for e in found.entities if e.type == "LOC"}
    assert all(p.span is not None and p.span.is_in(doc.text) for p in found.places.values())
