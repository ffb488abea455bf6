"""Namesakes that lie elsewhere than the text says."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from parley.lexicon.places import KnownPlace
from parley.model import Entity, Span
from parley.places.context import Hints
from parley.places.spelling import Spelled
from parley.places.tied import heed_ties

ANCHOR = KnownPlace("Lesk", 20.0, 30.0, 1, "SD", "city", people=400_000)
NEAR = KnownPlace("Ano", 20.0, 29.8, 2, "SD", "city", people=900)
FAR = KnownPlace("Ano", 26.0, 30.0, 3, "SD", "city", people=9_000)
ABROAD = KnownPlace("Ano", 60.0, 80.0, 4, "RU", "city", people=90_000)


def placed(text: str, ano: tuple[KnownPlace, ...], chosen: KnownPlace | None, kind: str | None = None) -> list[KnownPlace | None]:
    doc = Doc(spacy.blank("en").vocab, words=text.split())
    wanted, first = [], []
    for token in doc:
        if token.text in ("Ano", "Lesk"):
            candidates = ano if token.text == "Ano" else (ANCHOR,)
            wanted.append(
                (Entity(Span(token.idx, token.idx + len(token.text), token.text), "LOC", token.text), Spelled(candidates, Hints(kind=kind)))
            )
            first.append(chosen if token.text == "Ano" else ANCHOR)
    return heed_ties(doc, wanted, first)


@pytest.mark.parametrize(
    ("text", "chosen", "expected", "why"),
    [
        ("Ano , a village 20 km west of Lesk , burns", FAR, NEAR, "the candidate that lies where the text says"),
        ("Ano near Lesk burns", FAR, NEAR, "a small place is near what it is said to be near"),
        ("Ano near Lesk burns", ABROAD, NEAR, "a town abroad is not near"),
        ("Ano near Lesk burns", NEAR, NEAR, "nothing to mend"),
        ("Ano and Lesk burn", FAR, FAR, "nothing said"),
        ("Ano burns , they left Lesk", FAR, FAR, "no tie across a clause"),
    ],
)
def test_candidates(text: str, chosen: KnownPlace, expected: KnownPlace, why: str) -> None:
    assert placed(text, (NEAR, FAR, ABROAD), chosen)[0] == expected, why


def test_without_a_candidate_there_the_said_spot_is_the_place() -> None:
    spot = placed("Ano , a village 20 km west of Lesk , burns", (FAR,), FAR)[0]
    assert spot is not None and (spot.precision, spot.country, spot.geonameid) == ("region", "SD", None)
    assert spot.lat == pytest.approx(20.0, abs=0.1)
    assert spot.lon == pytest.approx(29.8, abs=0.1)


def test_without_a_distance_it_is_left_unplaced() -> None:
    assert placed("Ano near Lesk burns", (FAR,), FAR)[0] is None


def test_an_unknown_village_is_placed_by_its_distance() -> None:
    found = placed("Ano , 20 km west of Lesk , burns", (), None)[0]
    assert found is not None and found.precision == "region"


def test_a_name_tied_once_is_so_through_the_article() -> None:
    assert placed("Ano burns . Ano , 20 km west of Lesk , burns", (FAR, NEAR), FAR)[:2] == [NEAR, NEAR]


def test_in_binds_what_is_small_and_hospitals_but_not_a_city() -> None:
    assert placed("Ano in Lesk met", (ABROAD,), ABROAD)[0] == ABROAD
    assert placed("Ano hospital in Lesk burns", (ABROAD,), ABROAD, kind="site")[0] is None
