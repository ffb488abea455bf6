"""Agency credits, told apart from agencies that are only cited."""

import pytest

from parley.pages.credits import find_agency

CREDITS = [
    ("VESK (Reuters) - Talks failed on Friday.", "Reuters"),
    ("VESK, Aug 26 (Xinhua) -- Talks failed.", "Xinhua"),
    ("MOSCOW, October 16. /TASS/. The minister left.", "TASS"),
    ("DAMASCUS, (SANA) The ministry said so.", "SANA"),
    ("BEIRUT – AFP – Rebels said they had left.", "AFP"),
    ("KABUL (Pajhwok): Officials met on Monday.", "Pajhwok"),
    ("Source :AFP", "AFP"),
    ("Source : Al Jazeera, News Agencies", "Al Jazeera, agencies"),
    ("SOURCE: REUTERS", "Reuters"),
    ("By Associated Press", "AP"),
    ("Agence France-Presse in Geneva", "AFP"),
    ("Reuters, Geneva", "Reuters"),
    ("ANKARA - Anadolu Agency", "Anadolu"),
    ("(With inputs from agencies)", "agencies"),
    ("Additional reporting by Reuters", "Reuters"),
    ("The Associated Press contributed to this report.", "AP"),
    ("Copyright 2016 The Associated Press. All rights reserved.", "AP"),
    ("© AFP 2016", "AFP"),
    ("Talks ended on Friday. - AP", "AP"),
    ("Talks ended without a deal. (With inputs from PTI)", "PTI"),
    ("The talks failed, the minister said. (AFP)", "AFP"),
    ("VESK (Harbour News Agency) - Talks failed on Friday.", "Harbour News Agency"),
    ("VESK, Norland (Norland Press) — Talks failed on Friday.", "Norland Press"),
    ("By Harbour News Agency", "Harbour News Agency"),
    ("Source: Norland Press Agency", "Norland Press Agency"),
    ("VESK, June 12 (Harbourline) - Talks failed on Friday.", "Harbourline"),
    ("Harbour Post reporter and dpa", "dpa"),
]
NO_CREDITS = [
    "He told Reuters on Friday that talks had failed.",
    "The envoy spoke to AFP.",
    "The town had fallen, according to Interfax.",
    "Anadolu Agency (AA) said on Monday that the army had left.",
    "The Associated Press (AP) reported that talks had failed.",
    "The state news agency SANA said.",
    "Vesk, 12 June (local time). Talks failed on Friday.",
    "The harbour (Vesk) - as seen on June 12 - is closed.",
    "He told Harbour News Agency on Friday that talks had failed.",
    "Harbour News Agency said on Monday that the army had left.",
    "The town had fallen, according to the Norland Press Agency.",
    "By Press Secretary Ole Lund",
    "The minister spoke at the National Press Club (Norland Press Club).",
    "Source: a local Press officer",
    "Syria's SANA news agency: army advances",
    "AFP photo",
    "MAP",
    "BBC",
    "Agencies",
    "Sana, who is 12, left the town.",
]


@pytest.mark.parametrize(("line", "agency"), CREDITS)
def test_credits_are_found(line: str, agency: str) -> None:
    assert find_agency([line], [True]) == agency


@pytest.mark.parametrize("line", NO_CREDITS)
def test_citations_are_no_credits(line: str) -> None:
    assert find_agency([line], [True]) is None


def test_a_bare_name_far_from_the_body_is_a_menu() -> None:
    menu = ["Reuters", *["Another line of the menu"] * 20]
    assert find_agency([*menu, "The envoy left."], [*[False] * len(menu), True]) is None


def test_the_byline_can_carry_the_credit() -> None:
    assert find_agency(["The envoy left."], [True], "Ada Brandt, Reuters") == "Reuters"
    assert find_agency(["The envoy left."], [True], "Ada Brandt, BBC News") is None
    assert find_agency(["The envoy left."], [True], "Harbour News Agency") == "Harbour News Agency"


def test_the_name_of_an_unlisted_agency_alone_on_a_line_may_be_the_site() -> None:
    assert find_agency(["Harbour News Agency", "The envoy left."], [False, True]) is None
