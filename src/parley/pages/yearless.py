"""A weekday with its day of the month in an article's opening → the date, where a year on the page agrees with the weekday.

"On Friday, 26 August" fits 2005, 2011, 2016 and 2022. A copyright line's year is no date by itself, but where it makes the
26th of August a Friday, chance is one in seven; an article that opens so was written on that day or the day after.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from parley.lexicon.page_lines import line_reason
from parley.model import Interval
from parley.pages.stamps import Stamp, as_date, find_stamps

HOW = "inferred:weekday"
_OPENING = 3  # paragraphs that tell of the day
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_NAMED = re.compile(rf"\b({'|'.join(_WEEKDAYS)})\b")
_APART = re.compile(r"\b(?:last|until|by|before|since|coming|this coming)\s+$", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19[9]\d|20\d\d)(?!\d)")
_AHEAD = re.compile(r"\b(?:will|would|due|scheduled|planned|set to|expected|plans? to|upcoming|next)\b[^.]{0,60}$", re.IGNORECASE)


def opening_days(paragraphs: Sequence[str]) -> list[Stamp]:
    """Returns the days named with their weekday in the first paragraphs, those still ahead left out."""
    return [s for p in paragraphs[:_OPENING] for s in find_stamps(p[:600]) if s.weekday is not None and not _AHEAD.search(p[: s.start])]


def told_weekdays(paragraphs: Sequence[str]) -> set[int]:
    """Returns the weekdays (Monday = 0) that the first paragraphs name for what has happened; none that lie ahead or a week back."""
    found = ((p, match) for p in paragraphs[:_OPENING] for match in _NAMED.finditer(p[:600]))
    return {_WEEKDAYS.index(match[1]) for p, match in found if not _AHEAD.search(p[: match.start()]) and not _APART.search(p[: match.start()])}


def awaited_weekdays(paragraphs: Sequence[str]) -> set[int]:
    """Returns the weekdays (Monday = 0) that the first paragraphs name for what lies ahead: "was due to meet the envoy on Friday"."""
    found = ((p, match) for p in paragraphs[:_OPENING] for match in _NAMED.finditer(p[:600]))
    return {_WEEKDAYS.index(match[1]) for p, match in found if _AHEAD.search(p[: match.start()])}


def told_days(paragraphs: Sequence[str], published: date) -> set[date]:
    """Returns the days of which the first paragraphs of an article published on `published` tell: by weekday, "yesterday" or "today"."""
    days = {published - timedelta(days=(published.weekday() - weekday) % 7) for weekday in told_weekdays(paragraphs)}
    opening = " ".join(paragraphs[:_OPENING])[:1800]
    return days | {published - timedelta(days=back) for back, word in enumerate(("today", "yesterday")) if re.search(rf"\b{word}\b", opening)}


def rights_years(frame: Iterable[str]) -> set[int]:
    """Returns the last year of each copyright line among the lines that are not the article."""
    found = (_YEAR.findall(line) for line in frame if line_reason(line) == "copyright")
    return {int(years[-1]) for years in found if years}


def date_opening(days: Iterable[Stamp], years: Iterable[int]) -> Interval | None:
    """Returns the day that one of `days` is in one of `years`, and the day after it; None unless exactly one such day fits.

    Args:
        days: days of the month with their weekday; a year of their own counts alone.
        years: years for which something on the pages speaks.
    """
    fitting: set[date] = set()
    for stamp in days:
        for year in (stamp.year,) if stamp.year else years:
            day = as_date(year, stamp.month, stamp.day)
            if day and day.weekday() == stamp.weekday:
                fitting.add(day)
    if len(fitting) != 1:
        return None
    (day,) = fitting
    return Interval(day, day + timedelta(days=1), HOW)
