"""Words → numbers and their bounds, without a parse."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from parley.claims.figures import find_figures

BLANK = spacy.blank("en")


@pytest.mark.parametrize(
    ("text", "low", "high", "wording"),
    [
        ("12 people", 12, 12, ""),
        ("4,256 people", 4256, 4256, ""),
        ("1.2 million people", 1.2e6, 1.2e6, ""),
        ("twelve people", 12, 12, ""),
        ("Twenty-five people", 25, 25, ""),
        ("forty two people", 42, 42, ""),
        ("one hundred and thirty-six people", 136, 136, ""),
        ("two hundred and five people", 205, 205, ""),
        ("three thousand people", 3000, 3000, ""),
        ("a dozen people", 12, 12, ""),
        ("two dozen people", 24, 24, ""),
        ("half a million people", 5e5, 5e5, ""),
        ("dozens of people", 24, None, ""),
        ("scores of people", 40, None, ""),
        ("hundreds of people", 200, None, ""),
        ("thousands of people", 2000, None, ""),
        ("tens of thousands of people", 20000, None, ""),
        ("hundreds of thousands of people", 200000, None, ""),
        ("millions of people", 2e6, None, ""),
        ("several hundred people", 200, None, ""),
        ("10 to 15 people", 10, 15, ""),
        ("between 10 and 15 people", 10, 15, ""),
        ("two to three million people", 2e6, 3e6, ""),
        ("at least 30 people", 30, None, "at least"),
        ("At least another 30 people", 30, None, "At least"),
        ("more than 400,000 people", 400000, None, "more than"),
        ("over 90 people", 90, None, "over"),
        ("30 or more people", 30, None, "or more"),
        ("nearly 70 people", None, 70, "nearly"),
        ("up to 50 people", None, 50, "up to"),
        ("as many as 50 people", None, 50, "as many as"),
        ("about 200 people", 200, 200, "about"),
        ("an estimated 250,000 people", 250000, 250000, "an estimated"),
    ],
)
def test_number(text: str, low: float | None, high: float | None, wording: str) -> None:
    (figure,) = find_figures(BLANK(text), ())
    assert (figure.low, figure.high, figure.wording) == (low, high, wording)


@pytest.mark.parametrize(
    "text",
    [
        "a T-72 tank",
        "an F-16 jet",
        "Resolution 2254 of the council",
        "$400 in cash",
        "400 dollars",
        "12 percent of them",
        "12% of them",
        "5 km from the town",
        "a 122mm shell",
        "since 2011 and",
        "aged 34 and",
        "a 12-year-old boy",
        "call 555-0199 now",
        "at 10:30 in the morning",
        "no figures here at all",
    ],
)
def test_no_count(text: str) -> None:
    assert list(find_figures(BLANK(text), ())) == []


@given(st.integers(min_value=1, max_value=999_999_999))
def test_digits_with_separators_are_read_back(value: int) -> None:
    (figure,) = find_figures(BLANK(f"{value:,} homes"), ()) or (None,)
    assert figure is not None and figure.low == value


@given(st.text(alphabet="0123456789,.-– toandfhre$%:/", max_size=40))
def test_bounds_are_never_reversed(text: str) -> None:
    for figure in find_figures(BLANK(text), ()):
        assert figure.low is not None or figure.high is not None
        assert figure.low is None or figure.high is None or figure.low <= figure.high
