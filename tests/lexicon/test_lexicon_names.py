from __future__ import annotations

import pytest

from parley.lexicon.actors import actors_by_key, agent_sectors, known_actors, offices
from parley.lexicon.countries import by_alpha3, capitals, countries, country_names, demonyms
from parley.lexicon.folding import fold, sound_key, without_article
from parley.lexicon.places import places_named, province_called, state_abbreviations

SECTORS = frozenset("COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP REL SOC".split())


@pytest.mark.parametrize(
    ("text", "key"),
    [("al-Nusra", "al nusra"), ("Türkiye", "turkiye"), ("Da’esh", "daesh"), ("U.S.", "us"), ("  São  Tomé ", "sao tome"), ("Mosul\u200e", "mosul")],
)
def test_fold(text: str, key: str) -> None:
    assert fold(text) == key


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Sergei", "Sergey", True),
        ("Mohammed", "Muhammad", True),
        ("Gaddafi", "Qaddafi", True),
        ("Jaish", "Jaysh", True),
        ("Khaled", "Khalid", True),
        ("Kerry", "Kirby", False),
        ("Hafez", "Bashar", False),
        ("Iraq", "Iran", False),
    ],
)
def test_sound_key(one: str, other: str, same: bool) -> None:
    assert (sound_key(one) == sound_key(other)) is same


def test_without_article() -> None:
    assert without_article("al bab") == "bab"
    assert without_article("al") == "al"


def test_known_actors_are_well_formed() -> None:
    for actor in known_actors():
        assert actor.kind in {"person", "organization", "group", "people"}, actor
        assert actor.country is None or actor.country in by_alpha3(), actor
        assert actor.sector is None or actor.sector in SECTORS, actor
        assert not actor.since or not actor.until or actor.since <= actor.until, actor
    assert len({a.name for a in known_actors()}) == len(known_actors())


def test_no_spelling_means_two_actors() -> None:
    owners: dict[str, set[str]] = {}
    for actor in known_actors():
        for spelling in (actor.name, *actor.aliases):
            owners.setdefault(spelling, set()).add(actor.name)
    assert {s: o for s, o in owners.items() if len(o) > 1} == {}


def test_sectors_and_offices() -> None:
    assert set(agent_sectors().values()) <= SECTORS
    assert {"envoy", "foreign minister"} <= offices()
    assert actors_by_key()["daesh"].name == "Islamic State"


def test_countries() -> None:
    assert country_names()["usa"].name == "United States"
    assert capitals()["kremlin"].name == "Russia"
    assert demonyms()["syrians"] == "SY"
    assert countries()["SY"].alpha3 == "SYR"
    assert "singapore" not in capitals()


def test_places_named_ignores_accents_and_article() -> None:
    assert {p.country for p in places_named("Al-Bab")} == {"SY"}
    assert places_named("Jarabulus")[0].geonameid == 169179
    assert places_named("") == ()
    assert places_named("no such place at all") == ()


def test_disputed_places_say_so() -> None:
    assert any(p.is_disputed for p in places_named("Crimea"))
    assert {p.country for p in places_named("Sevastopol") if p.is_disputed} == {"UA"}
    assert not any(p.is_disputed for p in places_named("Lviv"))


@pytest.mark.parametrize(("name", "country"), [("Congo", "CD"), ("Congo-Brazzaville", "CG"), ("Korea", "KR")])
def test_short_names_of_countries(name: str, country: str) -> None:
    assert country_names()[fold(name)].alpha2 == country


@pytest.mark.parametrize(("name", "land"), [("Bavaria", ("DE", "02")), ("Texas", ("US", "TX")), ("Geneva", None), ("Galicia", None)])
def test_provinces(name: str, land: tuple[str, str] | None) -> None:
    assert province_called(name) == land


def test_abbreviations_of_states_are_met_as_written() -> None:
    assert state_abbreviations()["Mich."] == ("US", "MI")
    assert "mich." not in state_abbreviations()
