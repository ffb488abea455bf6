"""Who faces each other in a text: one row for each way of saying so, on sentences parsed by hand."""

from __future__ import annotations

import pytest

from parley.language.coreference import resolve
from parley.language.mentioned import Named

from .parses import name, parse

SIDES = "Both/DT/det/2 sides/NNS/nsubj/3 left/VBD/root/0 ././punct/3"
OTHER = "Velm/NNP/nsubj/2 slept/VBD/root/0 ././punct/2"
COUNTRIES = ("Kestria", "Drovia", "Velm")


def sides(*sentences: str, kind: str = "country") -> tuple[str, ...] | None:
    """Returns whom the last "both sides" of a text stands for."""
    doc = parse(*sentences)
    named = [Named(t.i, t.i + 1, t.text, kind) for t in doc if t.text in COUNTRIES]
    found = {link.start: link.keys for link in resolve(doc, named) if link.is_named}
    return found.get(max(t.i for t in doc if t.text in ("Both", "both", "two")))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Kestria/NNP/nsubj/4 and/CC/cc/3 Drovia/NNP/conj/1 signed/VBD/root/0 ././punct/4", ("Kestria", "Drovia")),
        ("Kestria/NNP/nsubj/4 and/CC/cc/3 Drovia/NNP/conj/1 held/VBD/root/0 talks/NNS/obj/4 ././punct/4", ("Kestria", "Drovia")),
        ("Kestria/NNP/nsubj/4 and/CC/cc/3 Drovia/NNP/conj/1 welcomed/VBD/root/0 talks/NNS/obj/4 ././punct/4", None),
        ("Kestria/NNP/nsubj/4 and/CC/cc/3 Drovia/NNP/conj/1 condemned/VBD/root/0 it/PRP/obj/4 ././punct/4", None),
        (
            "A/DT/det/2 truce/NN/nsubj/7 between/IN/case/4 Kestria/NNP/nmod/2 and/CC/cc/6 Drovia/NNP/conj/4 held/VBD/root/0 ././punct/7",
            ("Kestria", "Drovia"),
        ),
        ("Kestria/NNP/nsubj/2 signed/VBD/root/0 a/DT/det/4 truce/NN/obj/2 with/IN/case/6 Drovia/NNP/nmod/4 ././punct/2", ("Kestria", "Drovia")),
        (
            "Kestria/NNP/compound/4 and/CC/cc/3 Drovia/NNP/conj/1 envoys/NNS/nsubj/5 met/VBD/root/0 in/IN/case/7 Velm/NNP/obl/5 ././punct/5",
            ("Kestria", "Drovia"),
        ),
        (
            "Kestria/NNP/compound/4 and/CC/cc/3 Drovia/NNP/conj/1 envoys/NNS/nsubj/5 met/VBD/root/0 with/IN/case/7 Velm/NNP/obl/5 ././punct/5",
            None,  # three
        ),
        ("Kestria/NNP/nsubj/5 and/CC/cc/4 the/DT/det/4 government/NN/conj/1 signed/VBD/root/0 ././punct/5", None),  # whose government?
        (
            "Kestria/NNP/compound/2 army/NN/nsubj/6 and/CC/cc/5 Drovia/NNP/compound/5 rebels/NNS/conj/2 met/VBD/root/0 ././punct/6",
            ("Kestria", "Drovia"),
        ),
    ],
)
def test_those_who_deal_or_fight_are_the_two_sides(sentence: str, expected: tuple[str, ...] | None) -> None:
    assert sides(sentence, SIDES) == expected


def test_the_sides_a_text_is_about_are_so_to_its_end() -> None:
    met = "Kestria/NNP/nsubj/2 met/VBD/root/0 Drovia/NNP/obj/2 ././punct/2"
    assert sides(met, *[OTHER] * 6, SIDES) == ("Kestria", "Drovia")
    assert sides(*[OTHER] * 6, met, *[OTHER] * 6, SIDES) is None  # told once, in passing
    assert sides(met, *[OTHER] * 3, "Velm/NNP/nsubj/2 met/VBD/root/0 Kestria/NNP/obj/2 ././punct/2", *[OTHER] * 3, SIDES) is None  # which?


@pytest.mark.parametrize(
    "group",
    [
        "Both/DT/det/2 sides/NNS/nsubj/6 of/IN/case/5 the/DT/det/5 river/NN/nmod/2 froze/VBD/root/0 ././punct/6",
        "Both/DT/det/3 political/JJ/amod/3 parties/NNS/nsubj/4 lost/VBD/root/0 ././punct/4",
        "People/NNS/nsubj/2 sat/VBD/root/0 on/IN/case/5 both/DT/det/5 sides/NNS/obl/2 ././punct/2",
    ],
)
def test_sides_of_a_river_are_nobody(group: str) -> None:
    assert sides("Kestria/NNP/nsubj/2 met/VBD/root/0 Drovia/NNP/obj/2 ././punct/2", group) is None


def test_two_persons_are_sides_in_the_next_sentence_only() -> None:
    met = "Kestria/NNP/nsubj/2 met/VBD/root/0 Drovia/NNP/obj/2 ././punct/2"
    assert sides(met, SIDES, kind="person") == ("Kestria", "Drovia")
    assert sides(met, OTHER.replace("Velm", "Snow"), SIDES, kind="person") is None


def test_the_two_are_those_who_just_met() -> None:
    doc = parse(
        "Ada/NNP/nsubj/2 spoke/VBD/root/0 to/IN/case/4 Carl/NNP/obl/2 ././punct/2", "The/DT/det/2 two/CD/nsubj/3 agreed/VBD/root/0 ././punct/3"
    )
    found = [link for link in resolve(doc, [name(doc, "Ada", gender="f"), name(doc, "Carl", gender="m")]) if link.is_named]
    assert [(doc[link.start : link.end].text, link.keys) for link in found] == [("The two", ("Ada", "Carl"))]
