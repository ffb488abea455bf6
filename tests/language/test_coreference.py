"""Whom pronouns and groups stand for: one test for each behaviour, on sentences parsed by hand."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from parley.language.coreference import resolve
from parley.language.mentioned import Named

from .parses import name, parse

MET = "Ada/NNP/nsubj/2 met/VBD/root/0 Carl/NNP/obj/2 ././punct/2"


def links(doc: Doc, *named: Named, nouns: frozenset[str] = frozenset()) -> dict[str, tuple[str, ...]]:
    """Returns the text of each linked stretch → its keys, the named ones alone."""
    return {doc[link.start : link.end].text: link.keys for link in resolve(doc, sorted(named, key=lambda n: n.start), nouns) if link.is_named}


@pytest.mark.parametrize(
    ("genders", "expected"),
    [
        (("f", "m"), {"She": ("Ada",), "him": ("Carl",)}),
        (("m", "f"), {}),
        (("?", "?"), {"She": ("Ada",)}),
    ],
    ids=["gender decides", "gender forbids", "the subject goes on"],
)
def test_he_and_she_agree_in_gender_and_follow_the_subject(genders: tuple[str, str], expected: dict[str, tuple[str, ...]]) -> None:
    doc = parse(MET, "She/PRP/nsubj/2 praised/VBD/root/0 him/PRP/obj/2 ././punct/2")
    found = links(doc, name(doc, "Ada", gender=genders[0]), name(doc, "Carl", gender=genders[1]))
    if expected:
        assert found.items() >= expected.items()
    else:
        assert found.get("She") != ("Ada",)
        assert found.get("him") != ("Carl",)


def test_subject_and_object_of_one_verb_are_two_people() -> None:
    doc = parse("Ada/NNP/nsubj/2 praised/VBD/root/0 her/PRP/obj/2 ././punct/2")
    assert links(doc, name(doc, "Ada", gender="f")) == {}


def test_he_is_not_whom_his_own_verb_names_later() -> None:
    doc = parse("Carl/NNP/nsubj/2 left/VBD/root/0 ././punct/2", "He/PRP/nsubj/2 praised/VBD/root/0 Carl/NNP/obj/2 ././punct/2")
    assert links(doc, name(doc, "Carl", gender="m"), name(doc, "Carl", gender="m", nth=1)) == {}


def test_he_inside_a_quotation_is_not_its_speaker() -> None:
    doc = parse(
        "Carl/NNP/nsubj/2 left/VBD/root/0 ././punct/2",
        "Olaf/NNP/nsubj/2 said/VBD/root/0 \"/``/punct/5 he/PRP/nsubj/5 waits/VBZ/ccomp/2 \"/''/punct/5 ././punct/2",
    )
    assert links(doc, name(doc, "Carl", gender="m"), name(doc, "Olaf", gender="m"))["he"] == ("Carl",)


def test_he_outside_a_quotation_may_be_the_same_subject() -> None:
    doc = parse(
        "Carl/NNP/nsubj/2 left/VBD/root/0 ././punct/2",
        "Olaf/NNP/nsubj/2 said/VBD/root/0 he/PRP/nsubj/4 waits/VBZ/ccomp/2 ././punct/2",
    )
    assert links(doc, name(doc, "Carl", gender="m"), name(doc, "Olaf", gender="m"))["he"] == ("Olaf",)


def test_the_two_ministers_are_they_in_the_next_sentence() -> None:
    doc = parse(
        MET,
        "The/DT/det/3 two/CD/nummod/3 ministers/NNS/nsubj/4 spoke/VBD/root/0 ././punct/4",
        "They/PRP/nsubj/2 left/VBD/root/0 ././punct/2",
    )
    found = links(doc, name(doc, "Ada"), name(doc, "Carl"))
    assert found["The two ministers"] == found["They"] == ("Ada", "Carl")


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        ("Both/DT/det/2 sides/NNS/nsubj/3", ("Kestria", "Drovia")),
        ("Neither/DT/det/2 side/NN/nsubj/3", ("Kestria", "Drovia")),
        ("The/DT/det/3 warring/JJ/amod/3 factions/NNS/nsubj/4", ("Kestria", "Drovia")),
        ("The/DT/det/3 two/CD/nummod/3 camps/NNS/nsubj/4", ("Kestria", "Drovia")),
        ("The/DT/det/3 three/CD/nummod/3 sides/NNS/nsubj/4", None),  # three were not named
        ("The/DT/det/3 other/JJ/amod/3 sides/NNS/nsubj/4", None),
    ],
)
def test_sides_are_those_who_met(group: str, expected: tuple[str, ...] | None) -> None:
    verb = group.count(" ") + 2
    doc = parse("Kestria/NNP/nsubj/2 met/VBD/root/0 Drovia/NNP/obj/2 ././punct/2", f"{group} left/VBD/root/0 ././punct/{verb}")
    found = links(doc, name(doc, "Kestria", kind="country"), name(doc, "Drovia", kind="country"))
    assert found.get(" ".join(cell.split("/")[0] for cell in group.split())) == expected


def test_three_sides_are_three_countries() -> None:
    doc = parse(
        "Kestria/NNP/nsubj/7 ,/,/punct/3 Drovia/NNP/conj/1 and/CC/cc/5 Velm/NNP/conj/1 have/VBP/aux/7 met/VBD/root/0 ././punct/7",
        "The/DT/det/3 three/CD/nummod/3 sides/NNS/nsubj/4 left/VBD/root/0 ././punct/4",
    )
    found = links(doc, *(name(doc, country, kind="country") for country in ("Kestria", "Drovia", "Velm")))
    assert found["The three sides"] == ("Kestria", "Drovia", "Velm")


def test_the_hosts_of_talks_are_not_their_sides() -> None:
    doc = parse(
        "Talks/NNS/nsubj/11 between/IN/case/3 Kestria/NNP/nmod/1 and/CC/cc/5 Drovia/NNP/conj/3 hosted/VBN/acl/1 by/IN/case/8 Velm/NNP/obl:agent/6"
        " and/CC/cc/10 Ostra/NNP/conj/8 began/VBD/root/0 ././punct/11",
        "Both/DT/det/2 sides/NNS/nsubj/3 left/VBD/root/0 ././punct/3",
    )
    assert links(doc, *(name(doc, country, kind="country") for country in ("Kestria", "Drovia", "Velm", "Ostra")))["Both sides"] == (
        "Kestria",
        "Drovia",
    )


def test_a_body_that_denies_that_it_did_means_itself() -> None:
    doc = parse(
        "The/DT/det/2 Front/NNP/nsubj/3 denied/VBD/root/0 that/IN/mark/7 it/PRP/nsubj/7 had/VBD/aux/7 "
        "shelled/VBN/ccomp/3 Torvik/NNP/obj/7 ././punct/3"
    )
    assert links(doc, name(doc, "Front", kind="body"), name(doc, "Torvik", kind="place")) == {"it": ("Front",)}


def test_it_far_from_a_country_keeps_silent() -> None:
    doc = parse(
        "Kestria/NNP/nsubj/2 signed/VBD/root/0 ././punct/2",
        "Snow/NN/nsubj/2 fell/VBD/root/0 ././punct/2",
        "Traders/NNS/nsubj/2 saw/VBD/root/0 it/PRP/obj/2 ././punct/2",
    )
    assert "it" not in links(doc, name(doc, "Kestria", kind="country"))


def test_order_of_names_given_does_not_matter_beyond_the_text() -> None:
    doc = parse(MET, "She/PRP/nsubj/2 praised/VBD/root/0 him/PRP/obj/2 ././punct/2")
    both = [name(doc, "Ada", gender="f"), name(doc, "Carl", gender="m")]
    assert resolve(doc, both) == resolve(doc, both[::-1])


def test_text_without_names_or_words() -> None:
    assert resolve(parse("She/PRP/nsubj/2 left/VBD/root/0 ././punct/2"), []) == ()
    assert resolve(parse(), []) == ()
