"""Whole sentences → claims, one row a behaviour."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from parley.model import Claim

Finder = Callable[..., tuple[Claim, ...]]
FRIDAY = date(2021, 3, 5)


@pytest.mark.parametrize(
    ("text", "measure", "low", "high", "who"),
    [
        ("The shelling killed 12 civilians.", "killed", 12, 12, "civilians"),
        ("At least 14 people were killed in the shelling.", "killed", 14, None, "people"),
        ("Seven were wounded in the raid.", "injured", 7, 7, None),
        ("A bomb exploded at the gate, killing nine guards.", "killed", 9, 9, "guards"),
        ("The war has cost more than 400,000 lives.", "killed", 400000, None, "lives"),
        ("The death toll rose to 31.", "killed", 31, 31, None),
        ("The deaths of 12 soldiers were confirmed.", "killed", 12, 12, "soldiers"),
        ("Thirty people died when the boat sank.", "killed", 30, 30, "people"),
        ("The blast left 20 people dead.", "killed", 20, 20, "people"),
        ("Four sailors are missing.", "missing", 4, 4, "sailors"),
        ("Police arrested 25 protesters.", "detained", 25, 25, "protesters"),
        ("The fighting has displaced 40,000 people.", "displaced", 40000, 40000, "people"),
        ("The war forced millions to flee their homes.", "displaced", 2e6, None, None),
        ("An estimated 250,000 people are living under siege.", "besieged", 250000, 250000, "people"),
        ("Dozens of air strikes hit the town.", "attacks", 24, None, "air strikes"),
        ("The storm destroyed 300 houses.", "damaged", 300, 300, "houses"),
        ("Three hospitals were hit on Friday.", "damaged", 3, 3, "hospitals"),
        ("Five masts were knocked down by explosives.", "damaged", 5, 5, "masts"),
        ("Rebels set fire to 11 buses in the capital.", "damaged", 11, 11, "buses"),
        ("Rioters set 11 buses on fire.", "damaged", 11, 11, "buses"),
        ("The number of people killed in Friday's shelling of Vesk has risen to 17, the clinic said.", "killed", 17, 17, "people"),
        ("The 17 countries pushing for a deal met again.", "participants", 17, 17, "countries"),
        ("The number of people killed in the raid has risen to 19.", "killed", 19, 19, "people"),
        ("The number of people killed in Thursday's shelling of Vesk has risen to 17, a doctor said.", "killed", 17, 17, "people"),
        ("The war has driven about 40,000 from their homes.", "displaced", 40000, 40000, None),
        ("Forty people were still being treated.", "injured", 40, 40, "people"),
        ("Seven of the wounded died.", "killed", 7, 7, "wounded"),
        ("About 1,900 dockers walked off the job.", "participants", 1900, 1900, "dockers"),
        ("Gunmen shot dead two mayors.", "killed", 2, 2, "mayors"),
        ("The rebels hacked 20 villagers to death.", "killed", 20, 20, "villagers"),
        ("Two guards were fatally wounded.", "killed", 2, 2, "guards"),
        ("Two guards were shot and killed.", "killed", 2, 2, "guards"),
        ("Eight peasants lost their lives.", "killed", 8, 8, "peasants"),
        ("The blast claimed the lives of nine people.", "killed", 9, 9, "people"),
        ("Those killed include two cooks.", "killed", 2, 2, "cooks"),
        ("Ten workers taken hostage in May are free.", "detained", 10, 10, "workers"),
        ("The army lost 20 men.", "killed", 20, 20, "men"),
        ("The dead include five women.", "killed", 5, 5, "women"),
        ("Killed in the attack were five soldiers.", "killed", 5, 5, "soldiers"),
        ("The number of dead rose to 26.", "killed", 26, 26, None),
        ("The nine-nation meeting ended without a deal.", "participants", 9, 9, "nation"),
    ],
)
def test_measure(find: Finder, text: str, measure: str, low: float, high: float | None, who: str | None) -> None:
    (claim,) = find(text)
    assert (claim.measure, claim.low, claim.high, claim.who) == (measure, low, high, who)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("They agreed on a 48-hour pause.", 48),
        ("The town surrendered after a four-year siege.", 4 * 8760),
        ("They parted after nine hours of talks.", 9),
        ("The talks ended after four hours.", 4),
        ("They asked for a ceasefire of 72 hours.", 72),
        ("Crews needed 14 hours to put out the fire.", 14),
        ("The army halted its flights for 48 hours.", 48),
        ("The withdrawal took five hours.", 5),
    ],
)
def test_duration_in_hours(find: Finder, text: str, hours: float) -> None:
    (claim,) = find(text)
    assert (claim.measure, claim.low, claim.high) == ("duration", hours, hours)


@pytest.mark.parametrize(
    "text",
    [
        "The minister, 54, met two envoys at 10:30.",
        "The bomb weighed 500 kilograms and cost $400.",
        "The council passed Resolution 2254 by 12 votes to 3.",
        "The two countries signed the deal in 2011.",
        "A new strike could kill 1,000 people.",
        "The town has 12 schools.",
        "Not one rocket hit the town.",
        "The ship left two hours later.",
        "No one was injured in the raid.",
        "The crash happened one day after a fire at a mine closed the road.",
    ],
)
def test_no_claim(find: Finder, text: str) -> None:
    assert find(text) == ()


def test_chain_of_subsets(find: Finder) -> None:
    claims = find("The raids killed 4,256 people, among them 322 civilians, including over 90 children.")
    assert [(c.low, c.who, c.subset_of, c.measure) for c in claims] == [
        (4256, "people", None, "killed"),
        (322, "civilians", 0, "killed"),
        (90, "children", 1, "killed"),
    ]


def test_claimant_is_who_is_said_to_give_it(find: Finder) -> None:
    named = ("Vesk Hospital Union", "ORG", "Vesk Hospital Union")
    (claim,) = find("At least 14 people were killed by shelling, according to the Vesk Hospital Union.", named)
    assert claim.claimant == "Vesk Hospital Union"


def test_unnamed_claimant_is_the_phrase(find: Finder) -> None:
    (claim,) = find("Activists said 14 people were killed.")
    assert claim.claimant == "Activists"


def test_own_voice_has_no_claimant(find: Finder) -> None:
    (claim,) = find("The conflict has killed more than 290,000 people.")
    assert claim.claimant is None


def test_day_of_the_statement_is_not_the_day_of_the_act(find: Finder) -> None:
    (claim,) = find("Ten people were killed, the ministry said on Friday.", times=(("Friday", FRIDAY),))
    assert (claim.since, claim.until) == (None, None)


def test_window_since(find: Finder) -> None:
    (claim,) = find("More than 370 people have been killed since September 22.", times=(("September 22", date(2020, 9, 22)),))
    assert claim.since is not None and claim.since.first == date(2020, 9, 22)
    assert claim.until is None


def test_window_of_a_day(find: Finder) -> None:
    (claim,) = find("Ten people were killed in the raid on Friday.", times=(("Friday", FRIDAY),))
    assert claim.since == claim.until
    assert claim.since is not None and claim.since.first == FRIDAY


def test_suspected_perpetrator(find: Finder) -> None:
    named = (("Norland", "LOC", "Norland"), ("Vesk", "LOC", "Vesk"))
    (claim,) = find("Ten people were killed in Vesk by a suspected Norland air strike.", *named)
    assert (claim.perpetrator, claim.perpetrator_certainty, claim.place) == ("Norland", "probable", "Vesk")


def test_list_counts_what_its_first_figure_counts(find: Finder) -> None:
    claims = find("Gunmen killed two police officers, one soldier and four drivers.")
    assert [(c.measure, c.low, c.who) for c in claims] == [("killed", 2, "police officers"), ("killed", 1, "soldier"), ("killed", 4, "drivers")]


def test_killed_and_wounded_are_two_figures(find: Finder) -> None:
    claims = find("The blast killed at least 22 people and wounded 40 others.")
    assert [(c.measure, c.low, c.high) for c in claims] == [("killed", 22, None), ("injured", 40, 40)]


def test_those_strikes_are_the_ones_named_before(find: Finder) -> None:
    text = "Norland has carried out strikes in Vesk. Those strikes have killed 12 people."
    (claim,) = find(text, ("Norland", "LOC", "Norland"), ("Vesk", "LOC", "Vesk"))
    assert (claim.perpetrator, claim.place) == ("Norland", "Vesk")


def test_denied_figure_is_no_claim(find: Finder) -> None:
    assert find("The army denied that it had killed 12 people.") == ()


def test_among_the_dead_is_a_part_of_the_toll_before(find: Finder) -> None:
    claims = find("The shelling killed 19 people. Among the dead are four children.")
    assert [(c.low, c.who, c.subset_of, c.measure) for c in claims] == [(19, "people", None, "killed"), (4, "children", 0, "killed")]


def test_part_closed_by_among_them(find: Finder) -> None:
    claims = find("The raid killed nine people, two nurses among them.")
    assert [(c.low, c.who, c.subset_of) for c in claims] == [(9, "people", None), (2, "nurses", 0)]


def test_bare_figure_counts_what_the_one_before_counts(find: Finder) -> None:
    claims = find("The rebels said that six soldiers had died. The army speaks of four.")
    assert [(c.low, c.who, c.measure, c.claimant) for c in claims] == [(6, "soldiers", "killed", "The rebels"), (4, "soldiers", "killed", "The army")]


def test_elided_noun_is_the_one_before(find: Finder) -> None:
    claims = find("Nine people were killed and 30 wounded when shells hit the market.")
    assert [(c.low, c.who, c.measure) for c in claims] == [(9, "people", "killed"), (30, "people", "injured")]


def test_two_perpetrators_of_one_act(find: Finder) -> None:
    named = (("Turkish", "NORP", "Turkey"), ("Russian", "NORP", "Russia"), ("Vesk", "LOC", "Vesk"))
    (claim,) = find("Ten people have been killed in the Turkish and Russian bombardment of Vesk.", *named)
    assert claim.perpetrator == "Turkey and Russia"


def test_losses_put_at_a_figure_have_a_claimant(find: Finder) -> None:
    (claim,) = find("The army put the losses of the rebels at 11 fighters killed.")
    assert (claim.low, claim.measure, claim.claimant) == (11, "killed", "The army")


@pytest.mark.parametrize(
    ("text", "perpetrator", "certainty"),
    [
        ("Gunmen shot to death two mayors.", "Gunmen", "certain"),
        ("A string of Norland airstrikes killed nine rebels.", "Norland", "certain"),
        ("Nine people were killed at the hands of Norland soldiers.", "Norland", "certain"),
        ("Gunmen are accused of killing nine herders.", "Gunmen", "possible"),
        ("A woman opened fire in the harbour, killing two workers.", "woman", "certain"),
        ("A Norland helicopter crashed on Friday, killing nine soldiers.", None, None),
    ],
)
def test_who_did_it(find: Finder, text: str, perpetrator: str | None, certainty: str | None) -> None:
    named = [("Norland", "LOC", "Norland")] if "Norland" in text else []
    (claim,) = find(text, *named)
    assert (claim.perpetrator, claim.perpetrator_certainty) == (perpetrator, certainty)


def test_each_figure_of_a_list_has_its_own_place(find: Finder) -> None:
    named = tuple((name, "LOC", name) for name in ("Norland", "Sudran"))
    found = find("The flu has killed 43 people in Norland and at least 12 in Sudran.", *named)
    assert [(c.low, c.place) for c in found] == [(43, "Norland"), (12, "Sudran")]


def test_those_spelt_out_between_dashes_are_parts(find: Finder) -> None:
    found = find("The three workers - two women and a man - were killed in the fire.")
    assert [(c.low, c.who, c.subset_of) for c in found] == [(3, "workers", None), (2, "women", 0)]


def test_day_inside_the_phrase_a_clause_describes(find: Finder) -> None:
    day = date(2031, 5, 4)
    (claim,) = find("He spoke of the bombing on May 4 in Vesk that killed nine guards.", times=(("May 4", day),))
    assert claim.since is not None and claim.since.first == day


def test_a_war_with_a_number_is_no_figure(find: Finder) -> None:
    assert find("The paper called the World War One massacres a crime.") == ()
