"""Unlocated places and the country their surroundings leave no doubt of."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from parley.model import Place
from parley.places.homes import give_homes

WORDS = "Ostra and Vesk fell . Torn burns . Kale too".split()
STARTS = [True, False, False, False, False, True, False, False, True, False]
AT = {"Ostra": 0, "Vesk": 10, "Torn": 22, "Kale": 35}


def doc() -> Doc:
    return Doc(spacy.blank("en").vocab, words=WORDS, sent_starts=STARTS)


def place(name: str, country: str | None) -> Place:
    return Place(name, 1.0, 2.0, 1, country, "city") if country else Place(name, None, None, None, None, "unlocated")


@pytest.mark.parametrize(
    ("countries", "expected", "why"),
    [
        ({"Ostra": None, "Vesk": "NRL"}, "NRL", "the one country of its sentence"),
        ({"Ostra": None, "Torn": "NRL"}, None, "a single place elsewhere is too little"),
        ({"Ostra": None, "Torn": "NRL", "Kale": "NRL"}, "NRL", "the country of the article"),
        ({"Ostra": None, "Torn": "NRL", "Kale": "SMK"}, None, "two countries leave doubt"),
    ],
)
def test_country_of_an_unlocated_place(countries: dict[str, str | None], expected: str | None, why: str) -> None:
    found = give_homes(doc(), {AT[name]: place(name, country) for name, country in countries.items()})[0]
    assert found.country == expected, why
    assert (found.lat, found.lon, found.geonameid, found.precision) == (None, None, None, "unlocated")


def test_the_country_the_article_tells_of_serves_where_its_places_do_not_say() -> None:
    assert give_homes(doc(), {AT["Ostra"]: place("Ostra", None)}, "NRL")[0].country == "NRL"
    placed = {AT["Ostra"]: place("Ostra", None), AT["Vesk"]: place("Vesk", "SMK")}
    assert give_homes(doc(), placed, "NRL")[0].country == "SMK"
