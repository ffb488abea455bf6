"""Whose "I" it is, on sentences parsed by hand."""

from __future__ import annotations

from spacy.tokens import Doc

from parley.language.firsthand import first_and_second
from parley.language.mentioned import Named

from .parses import name, parse

QUOTED = "\"/``/punct/3 I/PRP/nsubj/3 wait/VBP/ccomp/6 \"/''/punct/3 {who} said/VBD/root/0 ././punct/6"
MORE = "\"/``/punct/3 I/PRP/nsubj/3 hope/VBP/root/0 \"/''/punct/3 ././punct/3"
OWN = "I/PRP/nsubj/2 wait/VBP/root/0 ././punct/2"


def mine(doc: Doc, *named: Named) -> list[str]:
    """Returns whose each "I" is, in text order; "" for nobody's."""
    return [link.keys[0] if link.is_named else "" for link in first_and_second(doc, named, []) if doc[link.start].lower_ == "i"]


def test_i_in_quotation_marks_is_the_speaker() -> None:
    doc = parse(QUOTED.format(who="Ada/NNP/nsubj/6"))
    assert mine(doc, name(doc, "Ada")) == ["Ada"]


def test_a_body_that_speaks_is_no_i() -> None:
    doc = parse(QUOTED.format(who="Council/NNP/nsubj/6"))
    assert mine(doc, name(doc, "Council", kind="body")) == [""]


def test_a_speaker_named_behind_the_office() -> None:
    doc = parse(
        "\"/``/punct/3 I/PRP/nsubj/3 wait/VBP/ccomp/9 \"/''/punct/3 the/DT/det/6 envoy/NN/nsubj/9 ,/,/punct/8 Ada/NNP/appos/6 said/VBD/root/0"
    )
    assert mine(doc, name(doc, "Ada")) == ["Ada"]


def test_a_second_quotation_goes_on_within_its_paragraph_alone() -> None:
    speaker = QUOTED.format(who="Ada/NNP/nsubj/6")
    same, other = parse(speaker, MORE), parse(f"{speaker} ¶", MORE)
    assert mine(same, name(same, "Ada")) == ["Ada", "Ada"]
    assert mine(other, name(other, "Ada")) == ["Ada", ""]


def interview(opening: str) -> Doc:
    question = "May/MD/aux/3 I/PRP/nsubj/3 ask/VB/root/0 ?/./punct/3 ¶"
    return parse(f"{opening} ¶", question, *[OWN] * 5)


def test_an_interview_gives_answers_but_not_questions_to_whom_it_names() -> None:
    for opening in ("We/PRP/nsubj/2 interviewed/VBD/root/0 Ada/NNP/obj/2", "We/PRP/nsubj/2 spoke/VBD/root/0 with/IN/case/4 Ada/NNP/obl/2"):
        doc = interview(opening)
        assert mine(doc, name(doc, "Ada")) == ["", *["Ada"] * 5]


def test_an_author_who_writes_of_somebody_is_not_that_person() -> None:
    doc = interview("Ada/NNP/nsubj/2 left/VBD/root/0")
    assert mine(doc, name(doc, "Ada")) == [""] * 6


def test_a_speaker_announced_with_a_colon_in_the_paragraph_before() -> None:
    doc = parse("Ada/NNP/nsubj/2 said/VBD/root/0 :/:/punct/2 ¶", MORE)
    assert mine(doc, name(doc, "Ada")) == ["Ada"]
