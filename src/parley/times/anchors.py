"""What a text has said of time so far: the publication day, and the last date mentioned, on which later words lean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from parley.lexicon.times import SHAPES
from parley.times.calendar import Stretch, is_day
from parley.times.tense import same_sentence
from parley.times.tokens import Tokens

_POINT = re.compile(r"(?P<bc>BC)?(?P<year>\d{4})(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?(?!-?[WQHSF\dX])")
_PORTION = re.compile(r"(\d{4})-([QH])(\d)$")
# How a quarter found by comparison ("a year earlier") is known.
COMPARED = "relative:compared_quarter"
_DASHES = ("-", "–", "—")
# From December to January a tale goes on into the next year; a smaller step back is mostly a look back.
_NEW_YEAR = 11
# A bare year further off than this does not carry the tale with it ("a report released in 2005").
_FAR = 10
# A look back "on 3 May 2013" carries the year to dates up to so many months later.
_SOON_AFTER = 2
# How far "that date is the nth, a Friday" is searched for a year.
_YEARS_AROUND = 3


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

    def as_date(self) -> date | None:
        """Returns a day inside it: of a month the 15th, of a year one in June; None before Christ."""
        month, day = self.month or 6, self.day or 15
        return None if self.before_christ or not 1 <= self.year <= 9999 or not is_day(self.year, month, day) else date(self.year, month, day)


def point_of(value: str) -> Point | None:
    """Reads a value such as 2016, 2016-08, 2016-08-26TMO or BC0480-06; None for any other."""
    match = _POINT.match(value)
    if match is None:
        return None
    month, day = (int(match[name]) if match[name] else None for name in ("month", "day"))
    return Point(int(match["year"]), month, day, bool(match["bc"]))


class Memory:
    """The anchor and the last date, while one text is read from front to back.

    Args:
        anchor: the publication day, if known.
        tokens: the text's tokens.
        is_history: whether a text without anchor states enough years to carry its own; in other undated texts a bare
            year lends nothing to the dates after it.
    """

    def __init__(self, anchor: date | None, tokens: Tokens, is_history: bool) -> None:
        self.anchor = anchor
        self.is_history = is_history and anchor is None
        self.portion: tuple[str, int] | None = None
        self._tokens = tokens
        self._last: Point | None = None
        self._last_at = 0
        self._stated = False
        self._aside: Point | None = None
        self._at = 0

    def move_to(self, token: int) -> None:
        self._at = token

    def remember(self, found: Resolved) -> None:
        """Takes note of a date; the second year of a range ("1955-1963") does not carry the tale."""
        if found.type in ("DURATION", "SET") or self._closes_range():
            return
        # What a quarter is compared with does not take its place.
        if (match := _PORTION.match(found.value)) and found.how != COMPARED:
            self.portion = (match[2], int(match[1]) * {"Q": 4, "H": 2}[match[2]] + int(match[3]) - 1)
        point = point_of(found.value)
        if point is not None and not self._is_aside(point):
            self._last, self._last_at, self._stated = point, self._at, found.how == "stated" or (self._stated and "background" in found.how)

    def _closes_range(self) -> bool:
        at = self._at
        return at > 1 and self._tokens.shape[at - 2] == SHAPES["Y"] and self._tokens.words[at - 1] in _DASHES

    def _is_aside(self, point: Point) -> bool:
        """Returns whether a bare year lies so far off that it only names a later source or an old parallel; a second one like it does carry."""
        last = self._last
        if last is None or point.month is not None or point.before_christ != last.before_christ:
            return False
        if abs(point.year - last.year) <= _FAR:
            return False
        is_confirmed = self._aside is not None and abs(self._aside.year - point.year) <= _FAR
        self._aside = point
        return not is_confirmed

    @property
    def year(self) -> int | None:
        return self._last.year if self._last else None

    @property
    def month(self) -> int | None:
        return self._last.month if self._last else self.anchor.month if self.anchor else None

    @property
    def before_christ(self) -> bool:
        return self._last is not None and self._last.before_christ

    def blank(self, unit_form: str) -> str:
        """Fills a form such as XXXX-XX-XX with as much of the last date as is known and the form has room for."""
        last = self._last
        if last is None or not self.is_history:
            return unit_form
        era, year = ("BC" if last.before_christ else ""), f"{last.year:04d}"
        if unit_form == "XXXX-XX-XX" and last.month is not None:
            return f"{era}{year}-{last.month:02d}-XX"
        return era + (year + unit_form[4:] if unit_form.startswith("XXXX-") else unit_form)

    def day_for(self, unit: str, text: bool) -> date | None:
        """A day inside the stretch that relative words count from; None when what is known is too coarse for `unit`."""
        last = self._last
        if last is None or (not text and self.anchor is not None):
            return self.anchor
        is_coarse = (unit in "DNWFE" and last.day is None) or (unit in "MQ" and last.month is None)
        if not is_coarse:
            return last.as_date() or self.anchor
        # "In 1999 … two days later" counts from no day of this year.
        is_past = text and self.anchor is not None and (last.year, last.month or self.anchor.month) < (self.anchor.year, self.anchor.month)
        return None if is_past else self.anchor

    def last_day(self) -> date | None:
        """The last date if it is a single day."""
        return self._last.as_date() if self._last is not None and self._last.day is not None else None

    def sentence_day(self) -> date | None:
        """The day named earlier in the same sentence, or in a history before it."""
        day = self.last_day()
        if day is None:
            return None
        return day if self.anchor is None or same_sentence(self._tokens, self._last_at, self._at) else None

    def century_of(self, short: int) -> int:
        """The year that "'99" means: the one nearest to publication, else in the century of the last date."""
        if self.anchor is not None:
            anchored = self.anchor.year
            return min((century + short for century in (1800, 1900, 2000)), key=lambda year: abs(year - anchored))
        return (self.year or 1900) // 100 * 100 + short

    def background_year(self, month: int) -> int | None:
        """In news: the year of a dated look back in the same paragraph, for a date in the months right after it."""
        last = self._last
        if last is None or self.anchor is None or last.month is None or last.before_christ or last.year >= self.anchor.year:
            return None
        same_paragraph = "\n" not in self._tokens.shape[self._last_at : self._at]
        return last.year if self._stated and same_paragraph and 0 <= month - last.month <= _SOON_AFTER else None

    def year_for_month(self, month: int) -> int | None:
        """In a history: the year of the last date, or the next one after December."""
        last = self._last
        if last is None or not (self.is_history or last.month is not None):
            return None
        if last.month is not None and month <= last.month - _NEW_YEAR:
            return last.year - 1 if last.before_christ else last.year + 1
        return last.year

    def year_by_weekday(self, month: int, day: int, weekday: int) -> int | None:
        """The nearest year in which that date falls on that weekday; None when there is nothing to be near to."""
        is_carried = self._last is not None and (self.is_history or self._last.month is not None)
        base = self.anchor.year if self.anchor else self.year if is_carried else None
        if base is None or self.before_christ:
            return None
        years = sorted(range(max(1, base - _YEARS_AROUND), min(9999, base + _YEARS_AROUND)), key=lambda year: abs(year - base))
        return next((y for y in years if is_day(y, month, day) and date(y, month, day).isoweekday() == weekday), None)
