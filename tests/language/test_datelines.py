"""Where datelines end: one row a form, and what only looks like one."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from parley.language.standing import in_datelines

_PUNCTUATION = (",", "(", ")", "-", "–", ".", "/")


def read(text: str, places: str = "", verbs: str = "") -> Doc:
    words = text.split()
    pos = ["PUNCT" if word in _PUNCTUATION else "VERB" if word in verbs.split() else "PROPN" for word in words]
    ents = ["B-LOC" if word in places.split() else "O" for word in words]
    return Doc(spacy.blank("en").vocab, words=[word.replace("¶", "\n") for word in words], pos=pos, ents=ents)


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("VESK , 3 May ( Agency ) – Troops left .", "VESK , 3 May ( Agency )", "a place in capitals"),
        ("Vesk ( Agency ) - Troops left .", "Vesk ( Agency )", "an agency in brackets"),
        ("Vesk , March 15 , KNA - Troops left .", "Vesk , March 15 , KNA", "a month"),
        ("NEW VESK / ORTA , May 3 – Troops left .", "NEW VESK / ORTA , May 3", "two places"),
        ("Troops left . ¶ VESK – They came back .", "VESK", "a later paragraph"),
        ("Vesk - a port - left .", "", "a place that is only explained"),
        ("Vesk ( which left ) - came back .", "", "an aside with a verb"),
        ("UN Envoy Ada Brandt - and others - left .", "", "an acronym before a title"),
        ("Troops left VESK - a port .", "", "inside a paragraph"),
    ],
)
def test_in_datelines(text: str, expected: str, why: str) -> None:
    doc = read(text, places="Vesk VESK NEW", verbs="left came")
    assert " ".join(doc[i].text for i in sorted(in_datelines(doc))) == expected, why
