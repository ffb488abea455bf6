"""Whatever the text: offsets are exact, nothing overlaps, nothing is raised, and page B does not depend on page A."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from parley.lexicon.times import load_times
from parley.model import Interval
from parley.times import find_times

_KNOWN = sorted(load_times().letters)
_WORDS = st.one_of(
    st.sampled_from(_KNOWN),
    st.sampled_from(_KNOWN).map(str.capitalize),
    st.integers(0, 2200).map(str),
    st.sampled_from(
        ["26th", "1870s", "'99", "‘70s", "1,000", "3.5", "0600", "a.m.", "B.C.", "o’clock", "\n\n", "\n", "talks", "Kerry", "\ue001", "İ", "²", "٣"]
    ),
)
_JOINS = st.sampled_from([" ", " ", "-", "", ", ", ". "])
_TEXTS = st.lists(st.tuples(_WORDS, _JOINS), max_size=40).map(lambda parts: "".join(w + s for w, s in parts))
_PUBLISHED = st.one_of(
    st.none(),
    st.dates(date(1, 1, 1), date(9999, 12, 31)).map(lambda day: Interval.day(day, "metadata")),
    st.tuples(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 400)).map(
        lambda pair: Interval(pair[0], date.fromordinal(pair[0].toordinal() + pair[1]), "inferred:test")
    ),
)
_VALUE = re.compile(r"(PAST|PRESENT|FUTURE)_REF$|P[T\dX.]|BC|[\dX]{2}")


@settings(max_examples=300, deadline=None)
@given(st.one_of(_TEXTS, st.text(max_size=200)), _PUBLISHED)
def test_offsets_are_exact_and_nothing_overlaps(text: str, published: Interval | None) -> None:
    end = 0
    for found in find_times(text, published):
        assert found.span.is_in(text)
        assert found.span.start >= end
        assert found.type in ("DATE", "TIME", "DURATION", "SET")
        assert _VALUE.match(found.value), found
        end = found.span.end


@settings(max_examples=100, deadline=None)
@given(_TEXTS, _TEXTS, _PUBLISHED)
def test_an_earlier_text_leaves_no_trace(first: str, second: str, published: Interval | None) -> None:
    before = find_times(second, published)
    find_times(first, published)
    assert find_times(second, published) == before


@settings(max_examples=100, deadline=None)
@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_day_is_read_back_however_it_is_written(day: date) -> None:
    month = day.strftime("%B")
    for text in (
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        day.isoformat(),
        f"{day.strftime('%A')}, {day.day} {month} {day.year}",
    ):
        (found,) = find_times(f"They met on {text}.", None)
        assert (found.span.text, found.value, found.days) == (text, day.isoformat(), Interval.day(day, "stated"))


@settings(max_examples=100, deadline=None)
@given(
    st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.sampled_from(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"])
)
def test_weekdays_lie_within_a_week_of_publication(published: date, weekday: str) -> None:
    anchor = Interval.day(published, "metadata")
    (past,), (future,) = find_times(f"They met on {weekday}.", anchor), find_times(f"They will meet on {weekday}.", anchor)
    assert past.days is not None and future.days is not None
    assert 0 <= (published - past.days.first).days < 7
    assert 0 <= (future.days.first - published).days < 7
    assert past.days.first.strftime("%A") == future.days.first.strftime("%A") == weekday
