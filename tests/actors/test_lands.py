"""Lands no list holds: one row for each way they are told, and for what only looks like one."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from parley.actors import name_actors
from parley.actors.lands import adjectives_of, find_lands

# word|tag|part of speech|name type, "-" for none
TOLD = "Drovia|NNP|PROPN|PERSON denied|VBD|VERB|- it|PRP|PRON|- .|.|PUNCT|- Drovian|JJ|ADJ|LOC soldiers|NNS|NOUN|- died|VBD|VERB|- .|.|PUNCT|-"
SEAT = " the|DT|DET|- Drovian|JJ|ADJ|LOC capital|NN|NOUN|- ,|,|PUNCT|- Pelm|NNP|PROPN|LOC ,|,|PUNCT|- burns|VBZ|VERB|-"
GUARD = "the|DT|DET|- Guard|NNP|PROPN|ORG met|VBD|VERB|- a|DT|DET|- Guardian|NNP|PROPN|ORG reporter|NN|NOUN|-"
FAMILY = "Ola|NNP|PROPN|PERSON Sarkov|NNP|PROPN|PERSON-I met|VBD|VERB|- Sarkov|NNP|PROPN|PERSON at|IN|ADP|- Sarkovian|JJ|ADJ|NORP length|NN|NOUN|-"
LISTED = "Russia|NNP|PROPN|LOC sent|VBD|VERB|- Russian|JJ|ADJ|NORP soldiers|NNS|NOUN|-"


def doc_of(text: str) -> Doc:
    rows = [word.split("|") for word in text.split()]
    ents = ["O" if row[3] == "-" else "I-" + row[3][:-2] if row[3].endswith("-I") else "B-" + row[3] for row in rows]
    words, tags, pos = ([row[i] for row in rows] for i in range(3))
    heads, deps = [0] * len(rows), ["root", *["dep"] * (len(rows) - 1)]
    return Doc(
        spacy.blank("en").vocab,
        words=words,
        tags=tags,
        pos=pos,
        lemmas=words,
        heads=heads,
        deps=deps,
        ents=ents,
        sent_starts=[True] + [False] * (len(rows) - 1),
    )


ENDS_IN_I = "Kelmari|NNP|PROPN|NORP soldiers|NNS|NOUN|- died|VBD|VERB|- .|.|PUNCT|- Kelmar|NNP|PROPN|PERSON denied|VBD|VERB|- it|PRP|PRON|-"

CASES = [
    (ENDS_IN_I, {"Kelmar"}, "an adjective in -i is not the land of another such adjective, itself"),
    (TOLD, {"Drovia"}, "a bare name beside its adjective"),
    (GUARD, set(), "a common word with its article"),
    (FAMILY, set(), "a family name"),
    (LISTED, set(), "a country of the list"),
]


@pytest.mark.parametrize(("text", "lands", "why"), CASES, ids=[case[2] for case in CASES])
def test_find_lands(text: str, lands: set[str], why: str) -> None:
    doc = doc_of(text)
    assert find_lands(doc, doc.text).names == lands, why


@pytest.mark.parametrize(
    ("name", "adjective"), [("Drovia", "Drovian"), ("Tarn", "Tarnish"), ("Malo", "Malese"), ("Kesh", "Keshi"), ("Pelm", "Pelmian")]
)
def test_adjectives(name: str, adjective: str) -> None:
    assert adjective in adjectives_of(name)


def test_a_land_and_its_people_bear_one_name_and_are_no_person_or_place_of_their_own() -> None:
    naming = name_actors(doc_of(TOLD))
    assert [(e.span.text, e.type, e.name) for e in naming.entities] == [("Drovia", "LOC", "Drovia"), ("Drovian", "NORP", "Drovia")]
    assert naming.actors["Drovia"].kind == "country"


def test_a_stated_capital_belongs_to_its_land() -> None:
    doc = doc_of(TOLD + SEAT)
    assert find_lands(doc, "Drovia denied it. Drovian soldiers died. the Drovian capital, Pelm, burns").seats == {"pelm": "Drovia"}
