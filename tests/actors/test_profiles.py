"""What names and roles tell of country and sector."""

from __future__ import annotations

import pytest

from parley.actors import name_actors
from parley.actors.profiles import country_in, home_in, office_home, sector_in
from parley.actors.references import Held
from parley.actors.roles import Role, sector_of
from parley.lexicon.actors import actors_by_key

from .parses import parsed


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Turkish Red Crescent", "TUR"),
        ("Beijing Road University", "CHN"),
        ("Pennsylvania Air National Guard", "USA"),
        ("Northern Ireland Assembly", "GBR"),
        ("Victoria Brigade", None),
        ("Council of Elders", None),
    ],
)
def test_country_in_a_name(name: str, country: str | None) -> None:
    assert country_in(name) == country


@pytest.mark.parametrize(("name", "sector"), [("Border Police", "COP"), ("Ostra News", "JRN"), ("9th Ostra Brigade", "MIL"), ("Ostra Circle", None)])
def test_sector_in_a_name(name: str, sector: str | None) -> None:
    assert sector_in(name) == sector


@pytest.mark.parametrize(
    ("words", "head", "sector"),
    [
        ("foreign ministry spokesman", "spokesman", "GOV"),
        ("army chief", "chief", "MIL"),
        ("director general", "director general", None),
        ("chairman", "chairman", None),
        ("prosecutor", "prosecutor", "JUD"),
    ],
)
def test_sector_of_a_role(words: str, head: str, sector: str | None) -> None:
    assert sector_of(Role(0, len(words.split()), words, head, None)) == sector


@pytest.mark.parametrize(
    ("words", "within", "country"),
    [
        ("Russian ambassador to the United States", {"Russia", "United States"}, "RUS"),
        ("UN special envoy for Syria", {"United Nations", "Syria"}, None),
        ("Kharkiv police head", set(), "UKR"),
        ("Turkish Red Crescent chief", {"Turkish Red Crescent"}, "TUR"),
    ],
)
def test_the_country_a_role_serves(words: str, within: set[str], country: str | None) -> None:
    role = Role(0, len(words.split()), words, words.split()[-1], None)
    assert home_in(Held("Ilo Varga", role, frozenset(within)), [actors_by_key()["united nations"]]) == country


@pytest.mark.parametrize(
    ("words", "home"),
    [
        ("Secretary of State", "USA"),
        ("deputy defense secretary", "USA"),
        ("Home Secretary", "GBR"),
        ("former Knesset speaker", "ISR"),
        ("UN relief coordinator", "-"),
        ("foreign minister", None),
        ("undersecretary of statecraft", None),
    ],
)
def test_an_office_that_tells_its_country(words: str, home: str | None) -> None:
    assert office_home(words) == home


@pytest.mark.parametrize(
    ("text", "person", "country", "sector"),
    [
        ("meeting", "John Kerry", "USA", "GOV"),
        ("titled", "Brown", "GBR", "GOV"),
        ("titled", "Varga", None, None),
    ],
)
def test_a_person_in_a_text(text: str, person: str, country: str | None, sector: str | None) -> None:
    actor = name_actors(parsed(text)).actors[person]
    assert (actor.country, actor.sector) == (country, sector)
