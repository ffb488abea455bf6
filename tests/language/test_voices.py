"""Whose "we" it is, on sentences parsed by hand."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from parley.language.mentioned import Named
from parley.language.voices import first_person

from .parses import name, parse

QUOTED = "\"/``/punct/3 {word}/PRP/nsubj/3 wait/VBP/ccomp/6 \"/''/punct/3 {who} said/VBD/root/0 ././punct/6"
OURS = "We/PRP/nsubj/2 wait/VBP/root/0 for/IN/case/5 our/PRP$/nmod:poss/5 allies/NNS/obl/2 ././punct/2"
MINE = "I/PRP/nsubj/2 wait/VBP/root/0 ././punct/2"
ADA_SAID = "Ada/NNP/nsubj/2 said/VBD/root/0 :/:/punct/2 ¶"
SIDES = "{who} condemns/VBZ/root/0 attacks/NNS/obj/2 ././punct/2"
SAID = "Bo/NNP/nsubj/2 said/VBD/root/0 so/RB/advmod/2 ././punct/2"


def whose(doc: Doc, *named: Named) -> dict[str, str]:
    """Returns pronoun in lower case → whose it is."""
    return {doc[link.start].lower_: link.keys[0] for link in first_person(doc, named, [])}


@pytest.mark.parametrize(
    ("word", "kind", "expected"),
    [("We", "person", {"we": "Ada"}), ("We", "body", {"we": "Ada"}), ("I", "person", {"i": "Ada"}), ("I", "body", {})],
)
def test_in_quotation_marks_the_speaker_speaks(word: str, kind: str, expected: dict[str, str]) -> None:
    doc = parse(QUOTED.format(word=word, who="Ada/NNP/nsubj/6"))
    assert whose(doc, name(doc, "Ada", kind=kind)) == expected


def test_what_is_ours_is_a_body_s_but_no_person_s() -> None:
    doc = parse(ADA_SAID, OURS)
    assert whose(doc, name(doc, "Ada")) == {"we": "Ada"}
    assert whose(doc, name(doc, "Ada", kind="body")) == {"we": "Ada", "our": "Ada"}


def test_paragraphs_behind_a_colon_are_the_speaker_s() -> None:
    doc = parse(ADA_SAID, f"{MINE} ¶", OURS)
    assert whose(doc, name(doc, "Ada")) == {"i": "Ada", "we": "Ada"}


def test_a_colon_before_quotation_marks_gives_nothing_outside_them() -> None:
    doc = parse(ADA_SAID, "\"/``/punct/2 Wait/VB/root/0 \"/''/punct/2 ¶", MINE)
    assert whose(doc, name(doc, "Ada")) == {}


def test_a_first_line_tells_whose_statement_it_is() -> None:
    line = "Statement/NN/root/0 by/IN/case/3 {who}/NNP/nmod/1 ¶"
    doc = parse(line.format(who="Norland"), OURS)
    assert whose(doc, name(doc, "Norland", kind="country")) == {"we": "Norland", "our": "Norland"}


@pytest.mark.parametrize(("behind", "expected"), [((), {"we": "Norland", "our": "Norland"}), ((SAID,), {})])
def test_one_body_that_takes_sides_speaks_unless_others_are_quoted(behind: tuple[str, ...], expected: dict[str, str]) -> None:
    doc = parse(SIDES.format(who="Norland/NNP/nsubj/2"), OURS, *behind)
    assert whose(doc, name(doc, "Norland", kind="country")) == expected


def test_two_bodies_that_take_sides_leave_it_open() -> None:
    doc = parse(SIDES.format(who="Norland/NNP/nsubj/2"), SIDES.format(who="Sudmark/NNP/nsubj/2"), OURS)
    assert whose(doc, name(doc, "Norland", kind="country"), name(doc, "Sudmark", kind="country")) == {}


URGE = "We/PRP/nsubj/2 urge/VBP/root/0 Ada/NNP/obj/2 ././punct/2"


@pytest.mark.parametrize(
    ("kind", "behind", "expected"),
    [
        ("body", URGE, {"we": "Front"}),
        ("body", OURS, {}),  # a reporter's "we" takes no sides
        ("person", URGE, {}),  # one person who said something is no "we"
    ],
)
def test_the_body_that_said_so_in_the_opening_goes_on_as_we(kind: str, behind: str, expected: dict[str, str]) -> None:
    doc = parse("The/DT/det/2 Front/NNP/nsubj/3 said/VBD/root/0 so/RB/advmod/3 ././punct/3", behind)
    assert whose(doc, name(doc, "Front", kind=kind)) == expected


def test_a_reporter_s_we_is_nobody_s() -> None:
    doc = parse(SAID, OURS)
    assert whose(doc, name(doc, "Bo")) == {}


def test_the_country_us_is_no_pronoun() -> None:
    doc = parse(ADA_SAID, "The/DT/det/2 US/NNP/nsubj/3 wait/VBP/root/0")
    assert whose(doc, name(doc, "Ada")) == {}


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        ((OURS,), {"we": "Relief", "our": "Relief"}),
        ((OURS, MINE), {}),  # somebody's speech or interview
        (("Statement/NN/root/0 by/IN/case/3 Norland/NNP/nmod/1 ¶", OURS), {"we": "Norland", "our": "Norland"}),
        ((QUOTED.format(word="We", who="Bo/NNP/nsubj/6"),), {}),
    ],
)
def test_what_a_body_publishes_in_its_own_voice_is_in_its_words(sentences: tuple[str, ...], expected: dict[str, str]) -> None:
    doc = parse(*sentences)
    named = [name(doc, "Norland", kind="country")] if "Norland" in sentences[0] else []
    assert {doc[link.start].lower_: link.keys[0] for link in first_person(doc, named, [], "Relief")} == expected
