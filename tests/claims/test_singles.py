"""Victims without a number → claims of one, one row a behaviour."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from parley.model import Claim

Finder = Callable[..., tuple[Claim, ...]]
ONIK = (("Rade Onik", "PERSON", "Rade Onik"),)


@pytest.mark.parametrize(
    ("text", "measure", "number", "who"),
    [
        ("A security guard was killed at the gate.", "killed", 1, "security guard"),
        ("The shelling killed a baker.", "killed", 1, "baker"),
        ("A shepherd died when a mine went off.", "killed", 1, "shepherd"),
        ("Men shot a night watchman dead.", "killed", 1, "night watchman"),
        ("Soldiers shot and wounded a fisherman near the pier.", "injured", 1, "fisherman"),
        ("Rebels kidnapped an aid worker.", "detained", 1, "aid worker"),
        ("A pilot is missing.", "missing", 1, "pilot"),
        ("A man was taken to hospital after the blast.", "injured", 1, "man"),
        ("The death of a cameraman angered the press.", "killed", 1, "cameraman"),
        ("A 17-year-old student was killed in Vesk.", "killed", 1, "student"),
        ("A couple were killed in the raid.", "killed", 2, "couple"),
        ("A boy of 12 and his grandmother were killed when a drone hit their garden.", "killed", 2, None),
        ("A brother and sister were killed.", "killed", 2, None),
        ("A lawyer and activist was killed.", "killed", 1, "lawyer"),
        ("Gunmen killed the district's police chief and his driver.", "killed", 2, None),
        ("The raid killed Rade Onik.", "killed", 1, "Rade Onik"),
    ],
)
def test_single_victim(find: Finder, text: str, measure: str, number: int, who: str | None) -> None:
    (claim,) = find(text, *(ONIK if "Onik" in text else ()))
    assert (claim.measure, claim.low, claim.high, claim.who) == (measure, number, number, who)


@pytest.mark.parametrize(
    "text",
    [
        "A guard was not killed.",
        "No protester was killed.",
        "A soldier could be killed.",
        "If a soldier is killed, the army pays his widow.",
        "A person who is detained must see a judge.",
        "Rebels planned to kill a mayor.",
        "They planned to seize power after killing the president.",
        "Killing a guard is a crime.",
        "A dog was killed and a shed burnt down.",
        "A nurse told reporters that the ward was full.",
        "A wounded soldier spoke to reporters.",
        "The former president died on Sunday.",
        "A woman died of cancer.",
        "The mother buried her son.",
        "The mayor was detained.",
        "A suicide bomber has killed and wounded many.",
        "Nobody was hurt, a villager said.",
    ],
)
def test_nobody_is_counted(find: Finder, text: str) -> None:
    assert find(text) == ()


def test_part_of_a_number(find: Finder) -> None:
    claims = find("Twelve people were killed, including a nurse, and 30 wounded.")
    assert [(c.low, c.who, c.subset_of, c.measure) for c in claims] == [
        (12, "people", None, "killed"),
        (1, "nurse", 0, "killed"),
        (30, "people", None, "injured"),
    ]


def test_beside_a_number(find: Finder) -> None:
    claims = find("The strike killed Rade Onik and two of his bodyguards, the movement said.", *ONIK)
    assert [(c.low, c.who, c.claimant) for c in claims] == [(1, "Rade Onik", "the movement"), (2, "bodyguards", "the movement")]


def test_known_victim_counts_once(find: Finder) -> None:
    claims = find("A guard was killed in Vesk. The guard was killed by a mine. Another guard was killed on the road.")
    assert [c.span.text for c in claims] == ["A guard", "Another guard"]


def test_figure_cites_the_phrase(find: Finder) -> None:
    (claim,) = find("On Friday a security guard was killed.")
    assert claim.span.text == "a security guard"
