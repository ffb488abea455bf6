"""Harm told of a long time is the toll of a war; harm done one day is an act."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reports.parses import drafts, parse, time_at

from parley.model import Interval

PUBLISHED = Interval.day(date(2021, 3, 10), "stated")
KILLED = "Norland||NNP|nsubj|{v} {aux}killed|kill|{tag}|root|{v} {number}|{number}|CD|nummod|{o} people||NNS|obj|{v}{when}"
MARCH, MONDAY = Interval(date(2021, 3, 1), date(2021, 3, 31), "stated"), Interval.day(date(2021, 3, 8), "relative:weekday")
YEAR, LAST = Interval(date(2019, 1, 1), date(2019, 12, 31), "stated"), Interval(date(2020, 1, 1), date(2020, 12, 31), "relative:year")


def killed(number: str, when: str, is_perfect: bool) -> str:
    verb = 2 if is_perfect else 1
    tail = f" {when}||IN|case|{verb + 4} then||NNP|obl|{verb}" if when else ""
    return KILLED.format(
        v=verb, o=verb + 2, aux="has|have|VBZ|aux|2 " if is_perfect else "", tag="VBN" if is_perfect else "VBD", number=number, when=tail
    )


@pytest.mark.parametrize(
    ("number", "when", "days", "is_perfect", "expected"),
    [
        ("2,600", "since", YEAR, True, []),
        ("40", "since", YEAR, True, []),
        ("40", "since", MONDAY, True, ["ASSAULT"]),
        ("2,600", "in", LAST, False, []),
        ("40", "in", LAST, False, ["ASSAULT"]),
        ("2,600", "on", MONDAY, False, ["ASSAULT"]),
        ("2,600", "", None, True, []),
        ("2,600", "", None, False, ["ASSAULT"]),
        ("40", "", None, True, ["ASSAULT"]),
    ],
)
def test_a_toll_is_no_act(number: str, when: str, days: Interval | None, is_perfect: bool, expected: list[str]) -> None:
    compact = killed(number, when, is_perfect)
    times = (time_at(parse(compact), "then", days),) if days else ()
    assert [d.report.type for d in drafts(compact, times=times, published=PUBLISHED)] == expected


def test_one_massacre_is_an_act_however_many_it_killed() -> None:
    compact = "The||DT|det|1 massacre||NN|nsubj|2 killed|kill|VBD|root|2 800|800|CD|nummod|4 people||NNS|obj|2 in||IN|case|6 then||NNP|obl|2"
    assert [d.report.type for d in drafts(compact, times=(time_at(parse(compact), "then", LAST),), published=PUBLISHED)] == ["ASSAULT"]


@pytest.mark.parametrize(("owner", "expected"), [("The||DT|det|1", []), ("Norland||NNP|compound|1", ["ASSAULT"])])
def test_fighting_of_a_toll_is_told_of_only_where_somebody_fights(owner: str, expected: list[str]) -> None:
    compact = (
        f"{owner} fighting||NN|nsubj|3 has|have|VBZ|aux|3 displaced|displace|VBN|root|3 9,000|9,000|CD|nummod|5 people||NNS|obj|3"
        " since||IN|case|7 then||NNP|obl|3"
    )
    assert [d.report.type for d in drafts(compact, times=(time_at(parse(compact), "then", YEAR),), published=PUBLISHED)] == expected
