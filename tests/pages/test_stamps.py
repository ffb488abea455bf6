"""Dates written out in a text."""

from datetime import date

import pytest

from parley.pages.stamps import find_stamps, has_stamp

FULL = [
    ("on 16 October 2016 the envoy", date(2016, 10, 16)),
    ("October 16, 2016", date(2016, 10, 16)),
    ("Sunday, Oct. 16, 2016 10:30", date(2016, 10, 16)),
    ("the 16th of October, 2016", date(2016, 10, 16)),
    ("2016-10-16T08:00:00Z", date(2016, 10, 16)),
    ("16/10/2016", date(2016, 10, 16)),
    ("10/16/2016", date(2016, 10, 16)),
    ("05/05/2016", date(2016, 5, 5)),
    ("GMT 08:10 2018 Tuesday ,23 January", date(2018, 1, 23)),
    ("2016 Oct 16;15(1)", date(2016, 10, 16)),
    ("24/09/16 21:10", date(2016, 9, 24)),
    ("Posted 3/5/16 7:55 AM EST", date(2016, 3, 5)),
    ("03/05/2016 at 7:55 p.m. ET", date(2016, 3, 5)),
]


@pytest.mark.parametrize(("text", "day"), FULL)
def test_full_dates_are_read(text: str, day: date) -> None:
    assert [s.date for s in find_stamps(text)] == [day]


@pytest.mark.parametrize(
    "text",
    ["30 February 2016", "2016-13-01", "03/04/2016", "it may be 2016", "version 1.2.2016.4", "on Monday", "03/04/16", "03/04/16 7:55 AM", "24/7/365"],
)
def test_no_day_is_guessed(text: str) -> None:
    assert [s.date for s in find_stamps(text) if s.year] == []


def test_day_without_year_keeps_its_weekday() -> None:
    (stamp,) = find_stamps("talks on Friday, 26 August.")
    assert (stamp.month, stamp.day, stamp.year, stamp.weekday) == (8, 26, None, 4)


def test_offsets_are_those_of_the_text() -> None:
    text = "Vesk, 3 May 2019 and 4 May 2019"
    assert [text[s.start : s.end] for s in find_stamps(text)] == ["3 May 2019", "4 May 2019"]


@pytest.mark.parametrize(
    ("line", "expected"), [("Updated 10:40", True), ("3 hours ago", True), ("on 26 August", False), ("May 5, 2019", True), ("two men", False)]
)
def test_stamps_are_recognised(line: str, expected: bool) -> None:
    assert has_stamp(line) is expected
