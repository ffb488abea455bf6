"""Figures in the forms news agencies give them → claims, one row a behaviour."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from parley.model import Claim

Finder = Callable[..., tuple[Claim, ...]]
SUNDAY = date(2021, 3, 7)


@pytest.mark.parametrize(
    ("text", "measure", "low", "high", "who"),
    [
        ("The Vesk Police District put the crowd at 35,000.", "participants", 35000, 35000, None),
        ("Police estimated that the crowd numbered 40,000.", "participants", 40000, 40000, None),
        ("A crowd of some 5,000 people marched to the palace.", "participants", 5000, 5000, "people"),
        ("The rally drew 80,000 people, according to the bishops' conference.", "participants", 80000, 80000, "people"),
        ("The vigil attracted some 12,000 people.", "participants", 12000, 12000, "people"),
        ("The count of persons who lost their lives in the raid mounted to 58.", "killed", 58, 58, "persons"),
        (
            "The count of persons who lost their lives when warplanes bombarded a hamlet of the Vesk region, in Norland, mounted to 58.",
            "killed",
            58,
            58,
            "persons",
        ),
        ("The number who died in the raid rises to 58.", "killed", 58, 58, None),
        ("The union put the number of the dead at 61.", "killed", 61, 61, None),
        ("Among those who died there are 17 children.", "killed", 17, 17, "children"),
        ("Drones struck the water station, leaving some 120,000 people without safe water.", "affected", 120000, 120000, "people"),
        ("Some 4,000 protesters demanded that the mayor resign.", "participants", 4000, 4000, "protesters"),
        ("47.5K people newly displaced in Vesk.", "displaced", 47500, 47500, "people"),
        ("350K people besieged in Vesk.", "besieged", 350000, 350000, "people"),
        ("The general was accused of ordering the killing of 75 prisoners.", "killed", 75, 75, "prisoners"),
        ("Rebels executed 75 prisoners in the camp.", "killed", 75, 75, "prisoners"),
        ("The army freed 75 prisoners.", "detained", 75, 75, "prisoners"),
        ("Monks said eight displaced people were killed overnight.", "killed", 8, 8, "people"),
        ("Five wounded soldiers were captured near Vesk.", "detained", 5, 5, "soldiers"),
    ],
)
def test_wire_form(find: Finder, text: str, measure: str, low: float, high: float | None, who: str | None) -> None:
    (claim,) = find(text)
    assert (claim.measure, claim.low, claim.high, claim.who) == (measure, low, high, who)


@pytest.mark.parametrize(
    "text",
    [
        "It was one of the deadliest attacks since the coup.",
        "The attack drew 12 countries into the war.",
        "A crowd of protesters threw 20 stones at the guards.",
    ],
)
def test_no_claim(find: Finder, text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Twenty-six people died in the raid, the clinic said. It said 11 of the dead were children.",
        "The clinic said 26 people had died and 11 of those killed were children.",
        "Twenty-six people died in the raid. Eleven of those who died were children.",
    ],
)
def test_part_of_the_dead(find: Finder, text: str) -> None:
    assert [(c.low, c.who, c.subset_of, c.measure) for c in find(text)] == [(26, "people", None, "killed"), (11, "children", 0, "killed")]


def test_figure_that_was_replaced(find: Finder) -> None:
    claims = find("Police now say 118 people were detained, up from an initial count of 49.")
    assert [(c.low, c.who, c.measure, c.claimant) for c in claims] == [
        (118, "people", "detained", "Police"),
        (49, "people", "detained", "Police"),
    ]


def test_to_bury_is_not_to_kill(find: Finder) -> None:
    (claim,) = find("We met mothers who buried three children on Sunday.", times=(("Sunday", SUNDAY),))
    assert (claim.perpetrator, claim.since, claim.until) == (None, None, None)


def test_the_day_a_toll_rose_is_the_last_of_its_window(find: Finder) -> None:
    (claim,) = find("The death toll rose to 31 on Sunday, the ministry said.", times=(("Sunday", SUNDAY),))
    assert claim.since is None
    assert claim.until is not None and claim.until.first == SUNDAY


@pytest.mark.parametrize(
    "text",
    [
        "More than 3,600 people have been killed since the bloody coup of that Sunday.",
        "The world looks at the war, which began on Sunday and has displaced more than 11 million people.",
        "At least 190 people have been detained since the protests began on Sunday, the police said.",
    ],
)
def test_window_since_what_happened(find: Finder, text: str) -> None:
    (claim,) = find(text, times=(("Sunday", SUNDAY),))
    assert claim.since is not None and claim.since.first == SUNDAY
    assert claim.until is None


@pytest.mark.parametrize(
    ("text", "claimants"),
    [
        ("Jets bombed the village, killing at least 30 people, two residents and a local group said.", ["two residents and a local group"]),
        ("The union put the number of the dead at 61.", ["The union"]),
        ("Organisers put the turnout at 120,000, while police estimated the crowd at 35,000.", ["Organisers", "police"]),
        ("The junta, which initially spoke of 14 dead, said that 21 people had been killed.", ["The junta", "The junta"]),
        ("The village lies near Kani, where monks said eight people were killed.", ["monks"]),
    ],
)
def test_who_gives_the_figure(find: Finder, text: str, claimants: list[str]) -> None:
    assert [c.claimant for c in find(text)] == claimants


def test_a_count_as_of_a_time_has_no_first_day(find: Finder) -> None:
    (claim,) = find("The police put the crowd at 35,000 as of Sunday.", times=(("Sunday", SUNDAY),))
    assert claim.since is None
    assert claim.until is not None and claim.until.first == SUNDAY
