"""Names and references of hand-parsed sentences: one row for each behaviour."""

from __future__ import annotations

from itertools import pairwise

import pytest
import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab

from parley.actors import name_actors
from parley.model import Naming

from .parses import parsed

ENTITIES = [
    ("meeting", "US", "LOC", "United States", "a country's short form"),
    ("meeting", "John Kerry", "PERSON", "John Kerry", "the title stays outside"),
    ("meeting", "Sergey Lavrov", "PERSON", "Sergei Lavrov", "the listed spelling names both spellings"),
    ("meeting", "Kerry", "PERSON", "John Kerry", "a family name joins the full name"),
    ("meeting", "Russian", "NORP", "Russia", "an adjective bears the country's name"),
    ("standing", "Moscow", "LOC", "Russia", "a capital that acts"),
    ("standing", "Damascus", "LOC", "Damascus", "a capital that is left"),
    ("standing", "Tehran", "LOC", "Iran", "a capital that is accused"),
    ("short", "NRC", "ORG", "Northern Relief Council", "initials in brackets join the full form"),
    ("family", "Asma al-Assad", "PERSON", "Asma al-Assad", "another given name is another person"),
    ("family", "Hafez al-Assad", "PERSON", "Hafez al-Assad", "the father"),
    ("family", "Bashar", "PERSON", "Bashar al-Assad", "a given name alone joins the only one who has it"),
    ("things", "mortar shells", "WEAPON", "mortar shell", "a weapon the model passed over, as lemma"),
    ("things", "tank", "VEHICLE", "tank", "a vehicle the model passed over"),
    ("things", "barrel bombs", "WEAPON", "barrel bomb", "the longest weapon"),
    ("outlet", "Arab Today", "ORG", "Arab Today", "an outlet that begins like a people"),
    ("outlet", "Islamic State group", "ORG", "Islamic State", "a group's long and short form"),
]

REFERENCES = [
    ("meeting", "the two men", ("John Kerry", "Sergei Lavrov"), "those who met"),
    ("meeting", "He", ("John Kerry",), "a subject goes on"),
    ("meeting", "The Russian foreign minister", ("Sergei Lavrov",), "an office by the role stated before"),
    ("rulers", "The Syrian government", ("Syria",), "a government bears the country's name"),
    ("rulers", "The regime", ("Syria",), "and so does the bare noun after it"),
    ("short", "the Council", ("Northern Relief Council",), "a capital noun of one long name"),
    ("short", "its", ("Northern Relief Council",), "the subject's possessive"),
    ("outlet", "our correspondent", ("James Bays",), "the only journalist with a role"),
    ("pair", "The two countries", ("Russia", "United States"), "two capitals that stood together"),
    ("pair", "They", ("Russia", "United States"), "a pair as subject"),
]


def named(name: str) -> Naming:
    return name_actors(parsed(name))


@pytest.mark.parametrize(("text", "mention", "kind", "name", "why"), ENTITIES, ids=lambda v: str(v)[:40])
def test_entity(text: str, mention: str, kind: str, name: str, why: str) -> None:
    assert (kind, name) in {(e.type, e.name) for e in named(text).entities if e.span.text == mention}, why


@pytest.mark.parametrize(("text", "mention", "names", "why"), REFERENCES, ids=lambda v: str(v)[:40])
def test_reference(text: str, mention: str, names: tuple[str, ...], why: str) -> None:
    found = [r.names for r in named(text).references if r.span.text == mention]
    assert names in found, why


def test_capital_in_an_adverbial_is_a_place() -> None:
    names = [e.name for e in named("standing").entities if e.span.text == "Moscow"]
    assert names == ["Russia", "Moscow", "Russia"]


def test_dummy_subject_stands_for_nobody() -> None:
    starts = {r.span.start for r in named("outlet").references}
    assert parsed("outlet").text.index("It was quiet") not in starts


def test_roles_are_kept_as_stated_and_tell_the_country() -> None:
    actors = named("meeting").actors
    assert actors["John Kerry"].roles == ("US Secretary of State",)
    assert actors["Sergei Lavrov"].roles == ("Russia's foreign minister",)
    assert actors["Sergei Lavrov"].country == "RUS"
    assert named("outlet").actors["James Bays"].sector == "JRN"


@pytest.mark.parametrize("name", ["meeting", "standing", "short", "family", "rulers", "places", "texas", "things", "outlet", "pair"])
def test_spans_are_the_text_and_never_overlap(name: str) -> None:
    doc, naming = parsed(name), named(name)
    assert all(e.span.is_in(doc.text) for e in naming.entities)
    assert all(r.span.is_in(doc.text) and r.names for r in naming.references)
    ordered = sorted(e.span for e in naming.entities)
    assert all(a.end <= b.start for a, b in pairwise(ordered))


def test_every_named_actor_has_an_entry() -> None:
    naming = named("meeting")
    assert {e.name for e in naming.entities if e.type == "PERSON"} <= set(naming.actors)
    assert {name for r in naming.references for name in r.names} <= set(naming.actors)


def test_empty_and_blank_texts() -> None:
    assert name_actors(Doc(Vocab(), words=[])).entities == ()
    assert name_actors(Doc(Vocab(), words=["\n\n"], spaces=[False], pos=["SPACE"], deps=["dep"], heads=[0])).entities == ()


def test_excellency_is_no_part_of_a_name() -> None:
    words = ["H.E.", "Ada", "Brandt", "spoke"]
    doc = Doc(spacy.blank("en").vocab, words=words, ents=["B-PERSON", "I-PERSON", "I-PERSON", "O"], pos=["PROPN"] * 3 + ["VERB"], heads=[3, 0, 0, 3],
              deps=["nsubj", "flat", "flat", "root"], tags=["NNP"] * 3 + ["VBD"], lemmas=words, sent_starts=[True, False, False, False])  # fmt: skip
    assert [e.name for e in name_actors(doc).entities] == ["Ada Brandt"]
