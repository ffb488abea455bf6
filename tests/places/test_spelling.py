"""What a mention's own words tell of where it is."""

from __future__ import annotations

import pytest

from parley.places.context import Hints
from parley.places.spelling import look_up


@pytest.mark.parametrize(
    ("name", "countries", "hint"),
    [
        ("Lyon", {"FR"}, None),
        ("Lyon, France", {"FR"}, "FR"),
        ("Lyon, Rhone, France", {"FR"}, "FR"),
        ("Lyon, Australia", set(), "AU"),
        ("East Lyon", {"FR"}, None),
        ("Lyon Airport", {"FR"}, None),
        ("Greater Lyon", {"FR"}, None),
        ("Qarnbeitt", set(), None),
    ],
)
def test_look_up(name: str, countries: set[str], hint: str | None) -> None:
    found = look_up(name, Hints(), {})
    assert {place.country for place in found.candidates} == countries
    assert found.hints.country == hint
