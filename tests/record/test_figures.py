"""The calculus of figures: which pairs exclude each other, and by what rule."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from invented import day

from parley.model import Claim, Span
from parley.record.disagreements.figures import compare

FIGURE = Span(0, 1, "x")
DOZEN = Claim(Span(0, 7, "a dozen"), FIGURE, "killed", 12, 12, "")


def claim(low: float | None, high: float | None, wording: str = "", measure: str = "killed") -> Claim:
    return Claim(FIGURE, FIGURE, measure, low, high, wording)


# words, first figure, second figure, their days, verdict, words of the rule
SAME, LATER = ("2021-03-05", "2021-03-05"), ("2021-03-05", "2021-03-09")
PAIRS = [
    ("equal figures agree", claim(14, 14), claim(14, 14), SAME, None, ""),
    ("two lower bounds", claim(290000, None, "more than"), claim(400000, None, "more than"), LATER, "compatible", "lower bounds"),
    ("two upper bounds", claim(None, 70, "nearly"), claim(None, 100, "up to"), SAME, "compatible", "upper bounds"),
    ("a bound below a count", claim(10, None, "at least"), claim(14, 14), SAME, "compatible", "bound"),
    ("a count below a lower bound", claim(10, 10), claim(14, None, "at least"), SAME, "conflict", "2021-03-05"),
    ("a range holds a count", claim(10, 20), claim(14, 14), SAME, "compatible", "one true value"),
    ("counts of one day", claim(12, 12), claim(17, 17), SAME, "conflict", "2021-03-05"),
    ("a toll that grew", claim(12, 12), claim(17, 17), LATER, "superseded", "grew"),
    ("a toll that grew, told in the other order", claim(17, 17), claim(12, 12), LATER[::-1], "superseded", "grew"),
    ("a later and lower count is unsure", claim(17, 17), claim(12, 12), LATER, None, ""),
    ("a day is unknown", claim(12, 12), claim(17, 17), (None, "2021-03-05"), None, ""),
    ("days that are not exact", claim(12, 12), claim(17, 17), ("2021-03-01/2021-03-07", "2021-03-05"), None, ""),
    ("rounded to thousands", claim(250000, 250000), claim(253400, 253400), SAME, "compatible", "rounded"),
    ("too far for rounding", claim(250000, 250000), claim(256000, 256000), SAME, "conflict", ""),
    ("small counts are not rounded", claim(10, 10), claim(12, 12), SAME, "conflict", ""),
    ("about", claim(40, 40, "about"), claim(42, 42), SAME, "compatible", "estimates"),
    ("a dozen is round", DOZEN, claim(14, 14), SAME, "compatible", "rounded"),
    ("a dozen reaches so far", DOZEN, claim(16, 16), SAME, "conflict", ""),
    ("about reaches so far", claim(40, 40, "about"), claim(50, 50), SAME, "conflict", ""),
    ("almost ten hours and nine", claim(None, 10, "almost", "duration"), claim(9, 9, "", "duration"), SAME, "compatible", "bound"),
    ("hours are rounded", claim(9, 9, "", "duration"), claim(9.5, 9.5, "", "duration"), SAME, "compatible", "rounded"),
    ("two hours and nine", claim(2, 2, "", "duration"), claim(9, 9, "", "duration"), SAME, "conflict", ""),
]


@pytest.mark.parametrize(("a", "b", "days", "verdict", "words"), [row[1:] for row in PAIRS], ids=[row[0] for row in PAIRS])
def test_verdicts(a: Claim, b: Claim, days: tuple[str | None, str | None], verdict: str | None, words: str) -> None:
    first, second = (day(d) if d else None for d in days)
    found = compare(a, b, first, second)
    assert (found.verdict if found else None) == verdict
    assert words in (found.why if found else "")


BOUND = st.none() | st.integers(1, 10**6).map(float)
CLAIMS = st.tuples(BOUND, BOUND, st.sampled_from(["", "about"])).filter(lambda v: v[:2] != (None, None)).map(
    lambda v: claim(min(v[0], v[1]) if None not in v[:2] else v[0], max(v[0], v[1]) if None not in v[:2] else v[1], v[2])
)  # fmt: skip
DAYS = st.sampled_from([None, day("2021-03-05"), day("2021-03-09"), day("2021-03-01/2021-03-31")])


@given(CLAIMS, CLAIMS, DAYS, DAYS)
def test_the_order_of_two_figures_does_not_matter(a: Claim, b: Claim, a_day: object, b_day: object) -> None:
    assert compare(a, b, a_day, b_day) == compare(b, a, b_day, a_day)


@given(st.floats(0, 10**6), st.tuples(*[st.none() | st.floats(0, 100)] * 4), DAYS, DAYS)
def test_figures_that_admit_one_value_never_conflict(value: float, margins: tuple[float | None, ...], a_day: object, b_day: object) -> None:
    low, high, other_low, other_high = margins
    assume((low, high) != (None, None) and (other_low, other_high) != (None, None))
    a = claim(None if low is None else value - low, None if high is None else value + high)
    b = claim(None if other_low is None else value - other_low, None if other_high is None else value + other_high)
    found = compare(a, b, a_day, b_day)
    assert found is None or found.verdict == "compatible"


@given(CLAIMS, DAYS, DAYS)
def test_a_figure_agrees_with_itself(a: Claim, a_day: object, b_day: object) -> None:
    assert compare(a, a, a_day, b_day) is None
