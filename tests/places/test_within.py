"""Unknown places that are said to be in or near known ones."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from parley.model import Place, Span
from parley.places.within import place_within


def sentence(words: str, tags: str, last: str = "nmod") -> Doc:
    """Returns one sentence; `last` is the relation of its last but one word."""
    size = len(words.split())
    deps = ["dep"] * size
    deps[-2] = last
    return Doc(spacy.blank("en").vocab, words=words.split(), pos=tags.split(), deps=deps, heads=[0] * size)


def at(doc: Doc, word: str, lat: float | None, country: str | None, precision: str) -> Place:
    start = doc.text.index(word)
    return Place(word, lat, lat, None, country, precision, Span(start, start + len(word), word))


@pytest.mark.parametrize(
    ("words", "tags", "last", "name", "country", "precision", "why"),
    [
        ("They left Telmar near Lausanne .", "PRON VERB PROPN ADP PROPN PUNCT", "nmod", "Telmar", None, "region", "a village near a town"),
        ("They left Telmar in northern Lausanne .", "PRON VERB PROPN ADP ADJ PROPN PUNCT", "nmod", "Telmar", None, "region", "an adjective between"),
        ("They left Telmar , Lausanne .", "PRON VERB PROPN PUNCT PROPN PUNCT", "appos", "Telmar", None, "region", "a town behind a comma"),
        ("They left Telmar , Lausanne .", "PRON VERB PROPN PUNCT PROPN PUNCT", "conj", "Telmar", None, "unlocated", "a list"),
        ("They left Telmar near Lausanne .", "PRON VERB PROPN ADP PROPN PUNCT", "nmod", "Telmar", "PER", "unlocated", "another country was said"),
        ("They left Telmar for Lausanne .", "PRON VERB PROPN ADP PROPN PUNCT", "nmod", "Telmar", None, "unlocated", "a way, not a place"),
        ("From Telmar they left Lausanne .", "ADP PROPN PRON VERB PROPN PUNCT", "obj", "Telmar", None, "unlocated", "a verb between"),
        ("From Elm-Square they left Lausanne .", "ADP PROPN PRON VERB PROPN PUNCT", "obj", "Elm-Square", None, "unlocated", "one word is no spot"),
    ],
)
def test_said_to_be_within(words: str, tags: str, last: str, name: str, country: str | None, precision: str, why: str) -> None:
    doc = sentence(words, tags, last)
    unknown, town = at(doc, name, None, country, "unlocated"), at(doc, "Lausanne", 46.5, "CHE", "city")
    found = place_within(doc, {p.span.start: p for p in (unknown, town) if p.span})[doc.text.index(name)]
    assert found.precision == precision, why
    assert found.lat == (None if precision == "unlocated" else 46.5)
    assert found.country == (country if precision == "unlocated" else "CHE")


def test_a_square_lies_in_the_one_town_of_its_sentence() -> None:
    doc = sentence("In Lausanne they filled Elm Square .", "ADP PROPN PRON VERB PROPN PROPN PUNCT")
    square, town = at(doc, "Elm Square", None, None, "unlocated"), at(doc, "Lausanne", 46.5, "CHE", "city")
    found = place_within(doc, {p.span.start: p for p in (square, town) if p.span})[square.span.start if square.span else 0]
    assert (found.precision, found.lat, found.country) == ("district", 46.5, "CHE")


def test_a_hospital_lies_in_the_town_behind_it() -> None:
    doc = sentence("They shelled Telmar hospital in Lausanne .", "PRON VERB PROPN NOUN ADP PROPN PUNCT")
    spot, town = at(doc, "Telmar", None, None, "unlocated"), at(doc, "Lausanne", 46.5, "CHE", "city")
    found = place_within(doc, {p.span.start: p for p in (spot, town) if p.span})[doc.text.index("Telmar")]
    assert (found.precision, found.lat) == ("district", 46.5)
