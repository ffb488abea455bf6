"""Which countries an article is about."""

from __future__ import annotations

import pytest

from parley.model import Actor, Entity, Naming, Span
from parley.places.votes import count_countries, country_told_of, shares


def naming(*mentions: tuple[str, str]) -> Naming:
    entities, at = [], 0
    for text, kind in mentions:
        entities.append(Entity(Span(at, at + len(text), text), kind, text))
        at += len(text) + 1
    return Naming(tuple(entities), actors={"Ann Vale": Actor("Ann Vale", "person", "NOR")})


def test_countries_count_most_and_towns_speak_for_their_own() -> None:
    counts, votes = count_countries(naming(("Sudan", "LOC"), ("Lausanne", "LOC"), ("Lausanne", "LOC"), ("Ann Vale", "PERSON")))
    assert counts == {"SD": 1.0, "CH": 1.0, "NO": 0.3}
    assert votes == {"lausanne": ("CH", 1.0)}


def test_a_name_is_no_witness_in_its_own_cause() -> None:
    assert shares({"SD": 1.0, "CH": 1.0}, ("CH", 1.0)) == {"SD": 1.0}
    assert shares({"CH": 1.0}, ("CH", 1.0)) == {}


@pytest.mark.parametrize(
    ("counts", "expected", "why"),
    [
        ({"MM": 2.0, "JP": 1.0}, "MMR", "most of what is said"),
        ({"MM": 1.0}, None, "too little is said"),
        ({"MM": 2.0, "JP": 2.0}, None, "two countries leave doubt"),
        ({}, None, "nothing is said"),
    ],
)
def test_country_told_of(counts: dict[str, float], expected: str | None, why: str) -> None:
    assert country_told_of(counts) == expected, why
