"""Intervals of days → the shortest words that say them: `26 March 2019`, `26–28 March 2019`, `March 2019`, `2019`."""

from __future__ import annotations

import calendar
import re
from datetime import date

from parley.model import Interval

_MONTHS = "January February March April May June July August September October November December".split()

UNKNOWN = "no date"
_ISO = re.compile(r"\b(\d{4}-\d\d-\d\d)(?:/(\d{4}-\d\d-\d\d))?\b")


def days_label(days: Interval | None) -> str:
    """Returns the days as words; an unknown date is said to be unknown."""
    return UNKNOWN if days is None else span_label(days.first, days.last)


def span_label(first: date, last: date) -> str:
    """Returns the days from `first` to `last`, both inclusive, as words."""
    if first == last:
        return f"{first.day} {_month(first)} {first.year}"
    if _is_whole_month(first, last):
        return f"{_month(first)} {first.year}"
    if first.year == last.year:
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
            return str(first.year)
        start = f"{first.day}" if first.month == last.month else f"{first.day} {_month(first)}"
        return f"{start} – {last.day} {_month(last)} {last.year}" if " " in start else f"{start}–{last.day} {_month(last)} {last.year}"
    return f"{first.day} {_month(first)} {first.year} – {last.day} {_month(last)} {last.year}"


def in_words(text: str) -> str:
    """Returns a fixed text of ours with its ISO days (`2019-03-26`, `2019-03-01/2019-03-31`) as words; what is no day stays."""
    return _ISO.sub(_days_found, text)


def _days_found(found: re.Match[str]) -> str:
    try:
        first = date.fromisoformat(found[1])
        return span_label(first, date.fromisoformat(found[2]) if found[2] else first)
    except ValueError:
        return found[0]


def how_label(how: str) -> str:
    """Returns where a date comes from, in words: `relative:weekday` → `worked out: weekday`."""
    kind, _, rule = how.partition(":")
    words = {
        "stated": "as stated",
        "metadata": "from the page's own data",
        "user": "given by the user",
        "relative": "worked out",
        "inferred": "inferred",
    }
    return words.get(kind, kind) + (f": {rule.replace('_', ' ')}" if rule else "")


def _month(day: date) -> str:
    return _MONTHS[day.month - 1]


def _is_whole_month(first: date, last: date) -> bool:
    same = (first.year, first.month) == (last.year, last.month)
    return same and first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
