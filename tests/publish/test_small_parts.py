"""Days as words, scales with their ticks, words that differ, labels."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.model import Interval
from parley.publish.days import days_label, how_label, span_label
from parley.publish.diff import word_difference
from parley.publish.labels import act_label, clip, count, reason_label, type_label
from parley.publish.scales import DayScale, FigureScale


@pytest.mark.parametrize(
    ("first", "last", "label"),
    [
        ("2019-03-26", "2019-03-26", "26 March 2019"),
        ("2019-03-26", "2019-03-28", "26–28 March 2019"),
        ("2019-03-01", "2019-03-31", "March 2019"),
        ("2020-02-01", "2020-02-29", "February 2020"),
        ("2020-02-01", "2020-02-28", "1–28 February 2020"),
        ("2019-03-28", "2019-04-02", "28 March – 2 April 2019"),
        ("2018-12-30", "2019-01-02", "30 December 2018 – 2 January 2019"),
        ("2019-01-01", "2019-12-31", "2019"),
        ("2018-01-01", "2019-12-31", "1 January 2018 – 31 December 2019"),
    ],
)
def test_days_in_words(first: str, last: str, label: str) -> None:
    assert span_label(date.fromisoformat(first), date.fromisoformat(last)) == label


def test_an_unknown_day_is_said_to_be_unknown() -> None:
    assert days_label(None) == "no date"
    assert days_label(Interval.day(date(2019, 3, 1), "stated")) == "1 March 2019"


@pytest.mark.parametrize(("how", "label"), [("stated", "as stated"), ("relative:last_week", "worked out: last week"), ("other", "other")])
def test_where_a_date_comes_from(how: str, label: str) -> None:
    assert how_label(how) == label


DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))


@given(DAYS, DAYS, DAYS)
def test_later_days_lie_further_right_and_inside(a: date, b: date, c: date) -> None:
    first, middle, last = sorted((a, b, c))
    scale = DayScale(first, last, 100, 900)
    assert 100 <= scale.at(first) <= scale.at(middle) <= scale.at(last) <= 900


@given(DAYS, DAYS)
def test_ticks_are_few_and_in_order(a: date, b: date) -> None:
    scale = DayScale(min(a, b), max(a, b), 0, 1000)
    places = [tick.at for tick in scale.ticks(7)]
    assert places == sorted(places)
    assert len(places) <= 9


@given(st.floats(0.5, 1e7), st.floats(0, 1e7))
def test_larger_figures_lie_higher(low: float, more: float) -> None:
    scale = FigureScale(low, low + more, 200, 20)
    assert 20 <= scale.at(low + more) <= scale.at(low) <= 200
    assert all(20 <= tick.at <= 200 for tick in scale.ticks())


def test_figures_that_spread_over_magnitudes_go_by_magnitude() -> None:
    assert [tick.label for tick in FigureScale(4, 290_000, 200, 20).ticks()] == ["10", "100", "1,000", "10,000", "100,000"]
    assert [tick.label for tick in FigureScale(0, 20, 200, 20).ticks()] == ["0", "5", "10", "15", "20"]


def test_equal_words_in_another_case_do_not_differ() -> None:
    assert word_difference("The talks  ended.", "the talks ended.").words == 0


def test_long_equal_stretches_are_shortened() -> None:
    same = " ".join(f"w{n}" for n in range(40))
    kinds = [c.kind for c in word_difference(f"{same} one", f"{same} two").changes]
    assert kinds == ["same", "gap", "same", "cut", "added"] or kinds == ["same", "gap", "same", "added", "cut"]


WORDS = st.lists(st.sampled_from("talks ended without deal again Monday".split()), max_size=10).map(" ".join)


@given(WORDS, WORDS)
def test_what_is_cut_and_added_spells_both_texts(left: str, right: str) -> None:
    changes = word_difference(left, right).changes
    assert " ".join(c.text for c in changes if c.kind in ("same", "cut")) == left
    assert " ".join(c.text for c in changes if c.kind in ("same", "added")) == right


def test_texts_too_long_to_compare_whole_say_so() -> None:
    assert not word_difference("a " * 5000, "b " * 5000).is_whole


@pytest.mark.parametrize(("text", "limit", "clipped"), [("short", 10, "short"), ("one  two\nthree", 20, "one two three"), ("abcdefgh", 5, "abcd…")])
def test_clip(text: str, limit: int, clipped: str) -> None:
    assert clip(text, limit) == clipped


def test_unknown_codes_stand_for_themselves() -> None:
    assert type_label("DANCE") == "Dance"
    assert reason_label("some_new:rule") == "some new, rule"
    assert (count(1, "page"), count(2, "page"), count(2, "story", "stories"), count(1200, "page")) == (
        "1 page",
        "2 pages",
        "2 stories",
        "1,200 pages",
    )


@pytest.mark.parametrize(
    ("code", "mode", "label"),
    [("RETREAT", "ceasefire", "Ceasefire"), ("RETREAT", None, "Withdrawal"), ("REJECT", "meet", "Refusal"), ("NOVEL", "odd", "Novel")],
)
def test_an_act_is_called_by_its_mode_where_that_says_more(code: str, mode: str | None, label: str) -> None:
    assert act_label(code, mode) == label
