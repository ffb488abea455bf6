from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.lexicon.places import KnownPlace
from parley.places.choosing import Story, choose, kilometres
from parley.places.context import Hints
from parley.places.spelling import look_up

LARGE = KnownPlace("Vale", 48.0, 2.0, 1, "FR", "city", people=2_000_000)
SMALL = KnownPlace("Vale", 33.0, -95.0, 2, "US", "city", people=25_000)
HAMLET = KnownPlace("Vale", 10.0, 10.0, 3, "NG", "city", people=0)


@pytest.mark.parametrize(
    ("hints", "weights", "expected", "why"),
    [
        (Hints(), {}, LARGE, "the larger one when nothing speaks"),
        (Hints(country="US"), {}, SMALL, "the country said beside it"),
        (Hints(), {"US": 0.9}, LARGE, "a large city outweighs the story"),
        (Hints(country="NG"), {}, HAMLET, "even a hamlet when its country is said"),
        (Hints(country="JP"), {}, LARGE, "a world city stands against a country said beside it"),
    ],
)
def test_choose(hints: Hints, weights: dict[str, float], expected: KnownPlace, why: str) -> None:
    assert choose((HAMLET, SMALL, LARGE), hints, Story(weights)) == expected, why


def test_a_state_said_beside_the_name_leaves_only_its_own_towns() -> None:
    michigan, wales = replace(SMALL, name="Flint", division="MI"), replace(LARGE, name="Flint", country="GB")
    assert choose((michigan, wales), Hints(country="US", division="MI"), Story({})) == michigan
    assert choose((michigan, wales), Hints(country="US", division="TX"), Story({})) is None


def test_a_large_name_without_rivals_needs_no_context() -> None:
    alias = replace(LARGE, is_main=False)
    assert choose((alias,), Hints(), Story({"JP": 1.0})) == alias
    assert choose((alias,), Hints(country="JP"), Story({})) is None
    assert choose((replace(SMALL, people=40_000),), Hints(), Story({"FR": 1.0})) is not None
    assert choose((replace(SMALL, people=40_000), replace(HAMLET, people=10_000)), Hints(), Story({"FR": 1.0})) is None


def test_a_town_the_text_explains_is_none_abroad() -> None:
    told, town = Story({"MM": 1.0}), replace(SMALL, people=150_000)
    assert choose((town,), Hints(), told) == town
    assert choose((town,), Hints(kind="city", is_explained=True), told) is None
    assert choose((town,), Hints(kind="city", is_explained=True), Story({"MM": 0.5, "US": 0.5})) == town
    assert choose((town,), Hints(kind="city", is_explained=True), Story({})) == town


def test_a_hospital_has_its_name_from_no_town_abroad() -> None:
    assert choose((replace(SMALL, people=40_000),), Hints(kind="site"), Story({"SD": 1.0})) is None
    assert choose((replace(SMALL, people=40_000),), Hints(kind="site"), Story({"US": 0.5})) is not None


def test_a_hamlet_far_from_the_story_is_not_placed() -> None:
    assert choose((HAMLET,), Hints(), Story({"FR": 1.0})) is None
    assert choose((HAMLET,), Hints(), Story({"NG": 0.5})) == HAMLET
    assert choose((), Hints(), Story({})) is None


@given(st.permutations([LARGE, SMALL, HAMLET]))
def test_order_of_candidates_does_not_matter(candidates: list[KnownPlace]) -> None:
    assert choose(candidates, Hints(country="US"), Story({})) == SMALL


def test_kilometres() -> None:
    assert kilometres((51.51, -0.13), (48.85, 2.35)) == pytest.approx(344, abs=5)
    assert kilometres((10, 20), (10, 20)) == 0


@pytest.mark.parametrize(
    ("name", "kind", "direction", "country"),
    [
        ("East Mosul", None, "east", "IQ"),
        ("Diyala Province", "province", None, "IQ"),
        ("Tabqa Dam", "site", None, "SY"),
    ],
)
def test_words_that_are_not_the_name(name: str, kind: str | None, direction: str | None, country: str) -> None:
    spelled = look_up(name, Hints(), {})
    assert (spelled.hints.kind, spelled.hints.direction) == (kind, direction)
    assert spelled.candidates and spelled.candidates[0].country == country


@pytest.mark.parametrize(
    ("name", "country", "division"), [("Paris, Texas", "US", "TX"), ("Flint, Mich.", "US", "MI"), ("Preston, Victoria, Australia", "AU", None)]
)
def test_a_name_with_its_land(name: str, country: str, division: str | None) -> None:
    spelled = look_up(name, Hints(), {})
    assert (spelled.hints.country, spelled.hints.division) == (country, division)
    assert any(p.country == country for p in spelled.candidates)


def test_a_county_is_not_the_town_of_its_name() -> None:
    assert all(p.country != "US" for p in look_up("Westchester County", Hints(), {}).candidates)


def test_sound_alikes_only_in_the_countries_of_the_story() -> None:
    assert look_up("Jabla", Hints(), {"SY": 0.8}).candidates
    assert not look_up("Jabla", Hints(), {"FR": 0.8}).candidates
