"""Which earlier noun "those strikes" takes up, on sentences parsed by hand."""

from __future__ import annotations

import pytest

from parley.language.demonstratives import REACH, pointed_at

from .parses import parse

RAIDS = "Jets/NNS/nsubj/2 flew/VBD/root/0 raids/NNS/obj/2 ././punct/2"
OTHER = "Snow/NN/nsubj/2 fell/VBD/root/0 ././punct/2"


@pytest.mark.parametrize(
    ("sentence", "taken"),
    [
        ("Those/DT/det/2 raids/NNS/nsubj/3 failed/VBD/root/0 ././punct/3", True),
        ("The/DT/det/2 raids/NNS/nsubj/3 failed/VBD/root/0 ././punct/3", False),
        ("That/DT/det/2 raid/NN/nsubj/3 failed/VBD/root/0 ././punct/3", False),
        ("Those/DT/det/2 rockets/NNS/nsubj/3 failed/VBD/root/0 ././punct/3", False),
        ("Those/DT/det/2 raids/NNS/nsubj/5 that/WP/nsubj/4 hit/VBD/acl:relcl/2 failed/VBD/root/0 ././punct/5", False),
    ],
    ids=["same noun", "no demonstrative", "another number", "another noun", "explained by its own clause"],
)
def test_a_demonstrative_takes_up_the_same_noun(sentence: str, taken: bool) -> None:
    doc = parse(RAIDS, sentence)
    assert pointed_at(doc) == ({next(t.i for t in doc[4:] if t.dep_ == "nsubj"): 2} if taken else {})


def test_the_nearest_wins_and_the_far_is_forgotten() -> None:
    those = "Those/DT/det/2 raids/NNS/nsubj/3 failed/VBD/root/0 ././punct/3"
    assert pointed_at(parse(RAIDS, RAIDS, those)) == {9: 6}
    assert pointed_at(parse(RAIDS, *[OTHER] * REACH, those)) == {}


def test_times_take_up_nothing() -> None:
    first = "Trade/NN/nsubj/2 fell/VBD/root/0 year/NN/obl/2 ././punct/2"
    assert pointed_at(parse(first, "Trade/NN/nsubj/2 rose/VBD/root/0 this/DT/det/4 year/NN/obl/2 ././punct/2")) == {}
