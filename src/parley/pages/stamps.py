"""Text → the calendar days written out in it: "16 October 2016", "Oct. 16", "2016-10-16", "2018 Tuesday ,23 January".

Only explicit dates are read, with or without a year; "yesterday" and "Monday" are left to the room of times.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_MONTHS = "january february march april may june july august september october november december".split()
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|"
    r"aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?P<{0}>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_YEAR = r"(?P<{0}>(?:19|20)\d\d)"
_DAY = r"(?P<{0}>[0-3]?\d)(?:st|nd|rd|th)?"
_FORMS = (
    rf"(?:\b{_WEEKDAY.format('w1')},? ?(?:the )?)?\b{_DAY.format('d1')}(?: of)?[ -]{_MONTH.format('m1')}\b(?:,?[ -]{_YEAR.format('y1')}(?!\d))?",
    rf"(?:\b{_WEEKDAY.format('w2')},? ?)?(?:\b|(?<=\d)){_MONTH.format('m2')} {_DAY.format('d2')}\b(?:,? {_YEAR.format('y2')}(?!\d))?",
    rf"\b{_YEAR.format('y3')}[-/.](?P<n3>[01]?\d)[-/.]{_DAY.format('d3')}(?!\d)",
    rf"\b(?P<a4>[0-3]?\d)[-/.](?P<b4>[0-3]?\d)[-/.]{_YEAR.format('y4')}\b",
    rf"\b{_YEAR.format('y5')} {_WEEKDAY.format('w5')} ?, ?{_DAY.format('d5')} {_MONTH.format('m5')}\b",
    rf"\b{_YEAR.format('y6')} {_MONTH.format('m6')} {_DAY.format('d6')}\b(?! ?[-,/.]? ?(?:19|20)\d\d)",
    r"(?<![\w/.,])(?P<a7>[0-3]?\d)/(?P<b7>[0-3]?\d)/(?P<y7>[0-4]\d)(?![\w/])",
)
_ANY = re.compile("|".join(f"(?:{form})" for form in (_FORMS[4], _FORMS[5], *_FORMS[:4], _FORMS[6])), re.IGNORECASE)
_SLASHED = re.compile(r"(?<![\d/.-])([0-3]?\d)([-/.])([0-3]?\d)\2(?:19|20)\d\d(?!\d)")
_AMERICAN = re.compile(r",? (?:at )?\d{1,2}:\d\d ?[AaPp]\.?[Mm]\.? \(?(?:[ECMP][SD]?T|AK[SD]T)\b")
"""A clock behind a slashed date whose time zone writes the month first."""
_DIGIT = re.compile(r"\d")
_CENTURY = 2000  # of a year in two digits
_HEAD = 400  # characters of a line that are looked at
_CLOCK = re.compile(r"\b(?:[01]?\d|2[0-3])[:.][0-5]\d\b|\b\d{1,3} (?:minutes?|mins?|hours?|days?|weeks?|months?) ago\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A written date. `year` is None where none is written, `weekday` counts from Monday = 0."""

    start: int
    end: int
    month: int
    day: int
    year: int | None = None
    weekday: int | None = None

    @property
    def date(self) -> date | None:
        return as_date(self.year, self.month, self.day) if self.year else None


def as_date(year: int | None, month: int, day: int) -> date | None:
    """Returns the day, or None where the calendar has no such day."""
    try:
        return date(year or 0, month, day)
    except ValueError:
        return None


def find_stamps(text: str, day_first: bool | None = None) -> list[Stamp]:
    """Returns the explicit dates of `text` in order; offsets are code points. Days no calendar has are left out.

    Args:
        text: a line or a paragraph.
        day_first: how to read 03/04/2016 and 3/4/16; where it is not known, and no American clock follows, such dates are left out.
    """
    return list(_stamps(text, day_first)) if _DIGIT.search(text) else []


@lru_cache(maxsize=4096)  # several judges ask for the same lines
def _stamps(text: str, day_first: bool | None) -> tuple[Stamp, ...]:
    found = (_read(match, day_first) for match in _ANY.finditer(text))
    return tuple(s for s in found if s is not None and as_date(s.year or 2000, s.month, s.day))


def day_comes_first(lines: Iterable[str]) -> bool | None:
    """Returns how a page orders its slashed dates, told by those that can be read in one way only; None where none is, or they disagree."""
    pairs = ((int(m[1]), int(m[3])) for line in lines if _DIGIT.search(line) for m in _SLASHED.finditer(line[:_HEAD]))
    orders = {day > 12 for day, month in pairs if (day > 12) != (month > 12)}
    return orders.pop() if len(orders) == 1 else None


def has_stamp(line: str) -> bool:
    """Returns whether `line` holds a date with a year, or a time of day."""
    if not _DIGIT.search(line):
        return False
    return bool(_CLOCK.search(line)) or any(s.year for s in find_stamps(line))


def _read(match: re.Match[str], day_first: bool | None) -> Stamp | None:
    part = {name[0]: value for name, value in match.groupdict().items() if value is not None}
    year = int(part["y"]) if "y" in part else None
    year = year + _CENTURY if year is not None and year < 100 else year
    weekday = next((i for i, d in enumerate(_DAYS) if d.startswith(part["w"].lower()[:3])), None) if "w" in part else None
    if "m" in part:
        month = next(i for i, m in enumerate(_MONTHS, 1) if m.startswith(part["m"].lower()[:3]))
        return Stamp(match.start(), match.end(), month, int(part["d"]), year, weekday)
    if "n" in part:
        return Stamp(match.start(), match.end(), int(part["n"]), int(part["d"]), year) if 1 <= int(part["n"]) <= 12 else None
    day_first = False if _AMERICAN.match(match.string, match.end()) else day_first
    return _slashed(match, (int(part["a"]), int(part["b"])), year or 0, day_first)


def _slashed(match: re.Match[str], pair: tuple[int, int], year: int, day_first: bool | None) -> Stamp | None:
    """Reads 16/10/2016 and 10/16/2016; where both orders are days of the calendar and differ, the page's order decides, if it is known."""
    orders = {(day, month) for day, month in (pair, pair[::-1]) if 1 <= month <= 12 and 1 <= day <= 31}
    if len(orders) == 2:
        orders = {pair if day_first else pair[::-1]} if day_first is not None else set()
    if not orders:
        return None
    ((day, month),) = orders
    return Stamp(match.start(), match.end(), month, day, year)
