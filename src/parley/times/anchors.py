"""What a text has said of time so far: the publication day, and the last date mentioned, on which later words lean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from parley.times.calendar import Stretch, is_day
from parley.times.grammar import Finding
from parley.times.tense import same_sentence
from parley.times.tokens import Tokens

# A bare year this far ahead of the last date does not carry the tale with it ("a report released in 2005").
_ASIDE = 10
# From December to January a tale goes on into the next year; a smaller step back is mostly a look back.
_NEW_YEAR = 11
_POINT = re.compile(r"(?P<bc>BC)?(?P<year>\d{4})(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?(?!-?[WQHS])")


@dataclass(frozen=True, slots=True)
class Resolved:
    """TIMEX3 type and value, and the days if known; `how` as in `Interval`."""

    type: str
    value: str
    first: date | None = None
    last: date | None = None
    how: str = ""

    @classmethod
    def of(cls, kind: str, stretch: Stretch, how: str, suffix: str = "") -> Resolved:
        return cls(kind, stretch.value + suffix, stretch.first, stretch.last, how)


@dataclass(frozen=True, slots=True)
class Point:
    """A date as far as a value states it."""

    year: int
    month: int | None
    day: int | None
    before_christ: bool


def point_of(value: str) -> Point | None:
    match = _POINT.match(value)
    if match is None:
        return None
    month, day = (int(match[name]) if match[name] else None for name in ("month", "day"))
    return Point(int(match["year"]), month, day, bool(match["bc"]))


class Memory:
    """The anchor and the last date, while one text is read from front to back."""

    def __init__(self, anchor: date | None) -> None:
        self.anchor = anchor
        self._last: Point | None = None
        self._last_end = 0
        self._here = 0
        self._tokens: Tokens | None = None

    def at(self, finding: Finding, tokens: Tokens) -> Memory:
        """Moves on to `finding`."""
        self._here, self._tokens = finding.first, tokens
        return self

    def remember(self, found: Resolved) -> None:
        if found.type in ("DURATION", "SET"):
            return
        point = point_of(found.value)
        if point is not None and not self._is_aside(point):
            self._last, self._last_end = point, self._here

    def _is_aside(self, point: Point) -> bool:
        """Returns whether a bare year lies so far ahead of the tale that it only names a later source or echo."""
        last = self._last
        return last is not None and point.month is None and point.year - last.year > _ASIDE and point.before_christ == last.before_christ

    @property
    def year(self) -> int | None:
        return self._last.year if self._last else None

    @property
    def month(self) -> int | None:
        return self._last.month if self._last else self.anchor.month if self.anchor else None

    @property
    def before_christ(self) -> bool:
        return self._last is not None and self._last.before_christ

    def century_of(self, short: int) -> int:
        """The year that "'99" means: in the century of the last year mentioned, else the one nearest to publication."""
        if self.anchor is not None:
            return min((century + short for century in (1800, 1900, 2000)), key=lambda year: abs(year - self.anchor.year) if self.anchor else 0)
        return (self.year or 1900) // 100 * 100 + short

    def day_for(self, unit: str, text: bool) -> date | None:
        """A day inside the stretch that relative words count from; None when what is known is too coarse for `unit`."""
        if not text and self.anchor is not None:
            return self.anchor
        last = self._last
        if last is None or last.before_christ or last.year < 1:
            return self.anchor
        if unit in ("D", "N", "W", "F", "E") and last.day is None:
            return self.anchor
        if unit in ("M", "Q") and last.month is None:
            return self.anchor
        month, day = last.month or 6, last.day or 15
        return date(last.year, month, day) if is_day(last.year, month, day) else self.anchor

    def sentence_day(self) -> date | None:
        """The day named earlier in the same sentence."""
        last = self._last
        if last is None or last.day is None or last.month is None or last.before_christ or self._tokens is None:
            return None
        return date(last.year, last.month, last.day) if self.anchor is None or same_sentence(self._tokens, self._last_end, self._here) else None

    def year_for_month(self, month: int) -> int | None:
        """In a history: the year of the last date, or the next when the month lies far behind it."""
        last = self._last
        if last is None:
            return None
        if last.month is not None and month <= last.month - _NEW_YEAR:
            return last.year - 1 if last.before_christ else last.year + 1
        return last.year

    def year_by_weekday(self, month: int, day: int, weekday: int) -> int | None:
        """The nearest year in which that date falls on that weekday; None when there is nothing to be near to."""
        base = self.anchor.year if self.anchor else self.year
        if base is None or self.before_christ:
            return None
        years = sorted(range(max(1, base - 3), min(9999, base + 3)), key=lambda year: abs(year - base))
        return next((y for y in years if is_day(y, month, day) and date(y, month, day).isoweekday() == weekday), None)
