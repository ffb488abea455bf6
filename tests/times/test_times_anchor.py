"""An uncertain publication date gives uncertain values."""

from __future__ import annotations

from datetime import date

import pytest

from parley.model import Interval
from parley.times import find_times

WEEK = Interval(date(2019, 5, 13), date(2019, 5, 19), "inferred:archive")
MONTHS = Interval(date(2019, 1, 1), date(2019, 6, 30), "inferred:archive")


def answer(text: str, published: Interval) -> tuple[str, str | None, str | None]:
    (found,) = find_times(text, published)
    return found.value, found.days and found.days.first.isoformat(), found.days and found.days.last.isoformat()


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("They met today.", WEEK, ("2019-05-XX", "2019-05-13", "2019-05-19")),
        ("They met on Friday.", WEEK, ("2019-05-XX", "2019-05-10", "2019-05-17")),
        ("They met last month.", WEEK, ("2019-04", "2019-04-01", "2019-04-30")),
        ("They met on 26 August 2016.", WEEK, ("2016-08-26", "2016-08-26", "2016-08-26")),
        ("They met yesterday.", MONTHS, ("20XX-XX-XX", None, None)),
        ("They met last year.", MONTHS, ("2018", "2018-01-01", "2018-12-31")),
    ],
)
def test_days_are_the_hull_over_the_anchor(text: str, published: Interval, expected: tuple[str, str | None, str | None]) -> None:
    value, first, last = answer(text, published)
    assert (first, last) == expected[1:]
    assert value == expected[0] or (first is None and "X" in value)


def test_a_wider_anchor_never_narrows_the_days() -> None:
    day = answer("They met on Friday.", Interval.day(date(2019, 5, 15), "metadata"))
    wide = answer("They met on Friday.", WEEK)
    assert wide[1] is not None and day[1] is not None and wide[1] <= day[1]
    assert wide[2] is not None and day[2] is not None and wide[2] >= day[2]


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar_hold(day: date) -> None:
    text = "Yesterday, tomorrow, next week, last year, in the next century, two decades ago, next Friday, at Christmas, in Ramadan, last winter."
    assert find_times(text, Interval.day(day, "metadata"))


NEWS = "Rebels rose in 2010. The army took power in 2012 and again in 2014. "


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        (NEWS + "In May it fell.", "May", Interval(date(2014, 5, 1), date(2014, 5, 31), "relative:text_year")),  # a history carries its years
        (NEWS + "It fell on Tuesday. Envoys met last month. In May it rose.", "May", None),  # news whose date is lost does not
        (NEWS + "It fell on Tuesday. Envoys met last month. In May it rose.", "last month", None),
        (NEWS + "In May this year it fell, on a Tuesday. They met last week.", "May this year", None),
    ],
)
def test_undated_news_is_no_history(text: str, words: str, days: Interval | None) -> None:
    assert next(time.days for time in find_times(text, None) if time.span.text == words) == days
