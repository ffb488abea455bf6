"""Calendar arithmetic and named days, against dates looked up elsewhere."""

from __future__ import annotations

from datetime import date

import pytest

from parley.times import calendar as cal
from parley.times import festivals

FESTIVALS = [
    ("easter", 2016, "2016-03-27"),
    ("easter", 2000, "2000-04-23"),
    ("easter-2", 2019, "2019-04-19"),
    ("easter+49", 2018, "2018-05-20"),
    ("4 4 11", 2016, "2016-11-24"),  # Thanksgiving
    ("-1 1 5", 2016, "2016-05-30"),  # Memorial Day
    ("hebrew 7-1", 2016, "2016-10-03"),  # Rosh Hashanah 5777
    ("hebrew 7-10", 2023, "2023-09-25"),  # Yom Kippur 5784
    ("hebrew 1-15", 2016, "2016-04-23"),  # Passover 5776
    ("hebrew 3-6", 2021, "2021-05-17"),  # Shavuot 5781
    ("12-25", 1999, "1999-12-25"),
]


@pytest.mark.parametrize(("rule", "year", "expected"), FESTIVALS)
def test_named_days(rule: str, year: int, expected: str) -> None:
    (span,) = festivals.days_of(rule, year)
    assert (span.value, span.first) == (expected, date.fromisoformat(expected))


@pytest.mark.parametrize(("year", "sighted"), [(2014, "2014-06-28"), (2016, "2016-06-06"), (2020, "2020-04-24"), (2023, "2023-03-23")])
def test_ramadan_is_within_two_days_of_the_sighted_moon(year: int, sighted: str) -> None:
    (month,) = festivals.days_of("hijri 9", year)
    assert month.first is not None and month.last is not None
    assert abs((month.first - date.fromisoformat(sighted)).days) <= 2
    assert (month.last - month.first).days == 29


def test_a_lunar_day_can_come_twice_in_a_year() -> None:
    assert len(festivals.days_of("hijri 10-1", 2000)) == 2


@pytest.mark.parametrize(
    ("rule", "value"), [("12-25", "XXXX-12-25"), ("4 4 11", "XXXX-11-XX"), ("easter", "XXXX-XX-XX"), ("2001-09-11", "2001-09-11")]
)
def test_blank_values(rule: str, value: str) -> None:
    assert festivals.blank(rule) == value


def test_weeks_are_iso_weeks() -> None:
    week = cal.of_week(date(2016, 1, 1))
    assert (week.value, week.first, week.last) == ("2015-W53", date(2015, 12, 28), date(2016, 1, 3))


@pytest.mark.parametrize(("months", "expected"), [(-1, "2016-02-29"), (1, "2016-04-30"), (-15, "2014-12-31"), (12, "2017-03-31")])
def test_months_keep_the_day_where_the_month_has_it(months: int, expected: str) -> None:
    assert cal.shift_months(date(2016, 3, 31), months).isoformat() == expected


def test_a_third_and_a_half_of_a_month() -> None:
    july = cal.of_month(2016, 7)
    ends = [(s.first and s.first.day, s.last and s.last.day) for s in (cal.third_of(july, part) for part in ("early", "mid", "late", "H1", "H2"))]
    assert ends == [(1, 11), (11, 21), (21, 31), (1, 15), (16, 31)]
