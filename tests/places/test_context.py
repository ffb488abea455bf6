"""Names the text explains, as it does those its readers need not know."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from parley.places.context import is_credit, read_hints


@pytest.mark.parametrize(
    ("text", "tags", "is_explained", "country"),
    [
        ("Kale , a town on the river , burns", "PROPN PUNCT DET NOUN ADP DET NOUN PUNCT VERB", True, None),
        ("Kale , a Japanese town , burns", "PROPN PUNCT DET ADJ NOUN PUNCT VERB", False, "JP"),
        ("the village of Kale burns", "DET NOUN ADP PROPN VERB", True, None),
        ("Kale township burns", "PROPN NOUN VERB", True, None),
        ("the city of Kale burns", "DET NOUN ADP PROPN VERB", False, None),
        ("the Japanese town of Kale burns", "DET ADJ NOUN ADP PROPN VERB", False, "JP"),
        ("Kale , a man from town , burns", "PROPN PUNCT DET NOUN ADP NOUN PUNCT VERB", False, None),
        ("Kale burns", "PROPN VERB", False, None),
    ],
)
def test_explained(text: str, tags: str, is_explained: bool, country: str | None) -> None:
    words = text.split()
    doc = Doc(spacy.blank("en").vocab, words=words, pos=tags.split(), lemmas=words)
    at = words.index("Kale")
    hints = read_hints(doc, at, at + 1)
    assert (hints.is_explained, hints.country) == (is_explained, country)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("OSTRA ( Kale ) — Jets came", True),
        ("OSTRA , June 12 ( Kale ) - Jets came", True),
        ("In Ostra ( Kale ) - a town - they met", False),
        ("the town ( Kale ) burns", False),
        ("OSTRA , Kale — Jets came", False),
        ("Kale burns", False),
        ("burns ( Kale )", False),
    ],
)
def test_the_agency_of_a_dateline_is_no_place(text: str, expected: bool) -> None:
    words = text.split()
    at = words.index("Kale")
    assert is_credit(Doc(spacy.blank("en").vocab, words=words), at, at + 1) == expected
