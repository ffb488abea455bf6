from __future__ import annotations

import pytest

from parley.actors.bodies import government_of, initials, is_acronym
from parley.actors.profiles import country_in, sector_in


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Syrian government", "Syria"),
        ("Government of Iraq", "Iraq"),
        ("Saudi Arabian authorities", "Saudi Arabia"),
        ("Syrian opposition", None),
        ("government", None),
        ("local authorities", None),
    ],
)
def test_government_of(text: str, country: str | None) -> None:
    assert government_of(text) == country


def test_initials_with_and_without_small_words() -> None:
    assert {"OPCW", "OFTPOCW"} == initials("Organisation for the Prohibition of Chemical Weapons")


@pytest.mark.parametrize(("text", "yes"), [("UN", True), ("U.N.", True), ("Un", False), ("A", False), ("NORTHERNERS", False), ("M23", False)])
def test_is_acronym(text: str, yes: bool) -> None:
    assert is_acronym(text) is yes


@pytest.mark.parametrize(
    ("name", "country", "sector"),
    [
        ("Iraqi Border Police", "IRQ", "COP"),
        ("Ministry of Justice", None, "GOV"),
        ("Turkish parliament", "TUR", "LEG"),
        ("Blue Lake", None, None),
    ],
)
def test_profile_from_a_name(name: str, country: str | None, sector: str | None) -> None:
    assert (country_in(name), sector_in(name)) == (country, sector)
