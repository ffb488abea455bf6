"""Figures of crowds, of people held, freed, hurt, in flight or in want, said without a noun or verb of harm → claims, one row a behaviour."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from parley.model import Claim

Finder = Callable[..., tuple[Claim, ...]]


@pytest.mark.parametrize(
    ("text", "measure", "low", "high"),
    [
        ("Police rounded up 37 suspects.", "detained", 37, 37),
        ("Troops led away about 60 young men.", "detained", 60, 60),
        ("Police say 212 were still being held.", "detained", 212, 212),
        ("The rebels hold 40 soldiers in the valley.", "detained", 40, 40),
        ("Seven journalists are behind bars.", "detained", 7, 7),
        ("The court sentenced nine officers to 12 years in prison.", "detained", 9, 9),
        ("Each side handed over 150 captured servicemen.", "detained", 150, 150),
        ("Police put the number of arrests at 212.", "detained", 212, 212),
        ("Forty people remain in hospital.", "injured", 40, 40),
        ("The ambulance service took five people to hospital.", "injured", 5, 5),
        ("Two hundred thousand had filled the square.", "participants", 200000, 200000),
        ("Tens of thousands poured onto the bridges.", "participants", 20000, None),
        ("Some 300 women sat down on the line to demand the return of their sons.", "participants", 300, 300),
        ("A rally of 3,000 people passed through the town.", "participants", 3000, 3000),
        ("More than 5,000 people crossed into the country over the border.", "displaced", 5000, None),
        ("Some 900 families have left their homes.", "displaced", 900, 900),
        ("Four hundred people sought refuge in schools.", "displaced", 400, 400),
        ("The war has pushed 47 million people into acute hunger.", "affected", 47e6, 47e6),
        ("The blockade left 1.2 million people short of food.", "affected", 1.2e6, 1.2e6),
        ("The raid brought to five the number of soldiers lost there.", "killed", 5, 5),
        ("Some 5.2 million people need food aid.", "affected", 5.2e6, 5.2e6),
        ("About 900 people have left the villages since Thursday.", "displaced", 900, 900),
        ("Police said 35,000 people took part in Friday's march.", "participants", 35000, 35000),
        ("Some 15,000 settlers attended the funeral.", "participants", 15000, 15000),
        ("Two brothers were blown up by a shell.", "killed", 2, 2),
        ("Twelve men froze to death in the cellar.", "killed", 12, 12),
        ("At least two people lost limbs.", "injured", 2, None),
        ("Two miners were among the hostages.", "detained", 2, 2),
        ("The talks broke up after four days.", "duration", 96, 96),
        ("Nine men were questioned and 13 captured.", "detained", 13, 13),
        ("The truce is to last ten days.", "duration", 240, 240),
        ("A curfew has kept the town indoors for six days.", "duration", 144, 144),
        ("Observers counted 1,129 breaches of the truce.", "attacks", 1129, 1129),
    ],
)
def test_plain_words(find: Finder, text: str, measure: str, low: float, high: float | None) -> None:
    (claim,) = find(text)
    assert (claim.measure, claim.low, claim.high) == (measure, low, high)


@pytest.mark.parametrize(
    "text",
    [
        "The stadium holds 40,000 people.",
        "Officials held 12 meetings in March.",
        "The studio released 12 films.",
        "The court sentenced nine officers in absentia to 12 years in prison.",
        "The army is to release 80 men.",
        "He hid for five hours under a sink.",
        "You will see fifty violations.",
        "Troops filled 40 trucks in the square.",
        "The minister said there was no evidence that 50 people had died.",
        "It is untrue that 50 people had died.",
        "Claims that 50 people had died are false, the minister said.",
        "The minister called claims that 50 people had died baseless.",
        "There was no truth in claims that 50 had died.",
    ],
)
def test_no_claim(find: Finder, text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Organisers claimed 200,000 had filled the square; the ministry spoke of no more than 45,000.",
            ["Organisers", "the ministry"],
        ),
        ("The health ministry, which first reported 9 dead, now counts 13.", ["The health ministry", "The health ministry"]),
        ("At least 12 people died, said the mayor. A spokesman put the figure at nine.", ["the mayor", "A spokesman"]),
        ("A diplomat and a hospital source put the dead at 77 and the injured at 255.", ["A diplomat and a hospital source"] * 2),
        ("The provincial council counted 25 bodies.", ["The provincial council"]),
        ("The clinic reported nine dead and 30 wounded on Monday.", ["The clinic", "The clinic"]),
        ("Seven journalists are behind bars on charges of insulting the president, according to the press union.", ["the press union"]),
    ],
)
def test_who_says_so(find: Finder, text: str, figures: list[str]) -> None:
    assert [c.claimant for c in find(text)] == figures


def test_released_by_whom_is_no_perpetrator(find: Finder) -> None:
    (claim,) = find("The army freed 12 soldiers.")
    assert (claim.measure, claim.perpetrator) == ("detained", None)


@pytest.mark.parametrize(
    ("text", "mention", "since", "until"),
    [
        ("It was the worst bloodshed since 1994, when 800 were massacred.", "1994", True, True),
        ("The union says it has documented 40 arrests since May.", "May", True, False),
        ("Some 500 men fled on the road, taking the total since May to 6,000.", "May", False, False),
    ],
)
def test_window(find: Finder, text: str, mention: str, since: bool, until: bool) -> None:
    day = date(2021, 5, 1)
    claim = find(text, times=((mention, day),))[0]
    assert (claim.since is not None, claim.until is not None) == (since, until)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thousands of people were killed and two million driven from their homes.", [("killed", 2000), ("displaced", 2e6)]),
        ("The ministry put the dead at 200, including 10 women, and the wounded at 400.", [("killed", 200), ("killed", 10), ("injured", 400)]),
        ("The clinic put the dead at 77 and the injured at 255.", [("killed", 77), ("injured", 255)]),
    ],
)
def test_each_figure_by_its_own_word(find: Finder, text: str, expected: list[tuple[str, float]]) -> None:
    assert [(c.measure, c.low) for c in find(text)] == expected


def test_who_treats_harms_nobody(find: Finder) -> None:
    (claim,) = find("The clinic has treated 27 people with gunshot wounds.")
    assert (claim.measure, claim.perpetrator, claim.claimant) == ("injured", None, "The clinic")


def test_doer_of_a_part_did_not_do_it_all(find: Finder) -> None:
    assert find("Four soldiers had been killed, two of them by snipers.")[0].perpetrator is None


def test_time_that_ranks_is_no_window(find: Finder) -> None:
    (claim,) = find("The two sides exchanged 900 detainees, the largest swap since May.", times=(("May", date(2021, 5, 1)),))
    assert (claim.since, claim.until) == (None, None)


def test_a_figure_put_otherwise_is_that_of_all_and_not_of_the_part_named_last(find: Finder) -> None:
    *_, other = find("At least 12 people were killed, including three inmates, the mayor said. Police put the figure at nine.")
    assert (other.measure, other.who, other.low) == ("killed", "people", 9)
