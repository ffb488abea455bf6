"""A named day's rule and a year → its days.

Easter after the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, 1991); the tabular Islamic and the Hebrew
calendar after Reingold and Dershowitz, Calendrical Calculations. The tabular Islamic calendar may be a day off the sighted one.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from parley.times import calendar as cal

_FIXED = re.compile(r"(\d\d)-(\d\d)$")
_DAY = re.compile(r"\d{4}-\d\d-\d\d$")
_NTH = re.compile(r"(-?\d) (\d) (\d\d?)$")
_EASTER = re.compile(r"easter([+-]\d+)?$")
_LUNAR = re.compile(r"(hijri|hebrew) (\d\d?)(?:-(\d\d?))?$")
_HIJRI_EPOCH = date(622, 7, 19).toordinal()  # 16 July 622 Julian
_HEBREW_EPOCH = -1373427


def days_of(rule: str, year: int) -> list[cal.Stretch]:
    """Returns the stretches in `year` that `rule` names: mostly one; a lunar month may give none or two."""
    if not 1 <= year <= 9998:
        return []
    if match := _FIXED.match(rule):
        return [cal.of_day(date(year, int(match[1]), int(match[2])))]
    if match := _NTH.match(rule):
        return [cal.of_day(_nth_weekday(year, int(match[1]), int(match[2]), int(match[3])))]
    if match := _EASTER.match(rule):
        return [cal.of_day(_easter(year) + timedelta(days=int(match[1] or 0)))]
    if match := _LUNAR.match(rule):
        return _lunar(match[1], int(match[2]), int(match[3]) if match[3] else None, year)
    return [cal.of_day(date.fromisoformat(rule))]


def is_historic(rule: str) -> bool:
    """Returns whether the rule is one day of history (9/11)."""
    return bool(_DAY.match(rule))


def blank(rule: str) -> str:
    """Returns the value of the day when no year is known."""
    if match := _FIXED.match(rule):
        return f"XXXX-{match[1]}-{match[2]}"
    if match := _NTH.match(rule):
        return f"XXXX-{int(match[3]):02d}-XX"
    if _EASTER.match(rule) or _LUNAR.match(rule):
        return "XXXX-XX-XX"
    return rule


def choose(spans: list[cal.Stretch], anchor: date, step: int | None, ahead: bool) -> cal.Stretch:
    """Returns the span meant from `anchor`: by "last", "this" or "next", else the nearest, half as far looking the way of the tense."""

    def cost(span: cal.Stretch) -> float:
        assert span.first is not None and span.last is not None
        gap = 0 if span.first <= anchor <= span.last else (span.first - anchor).days
        if (step == -1 and gap >= 0) or (step == 1 and gap <= 0):
            return 10000.0 + abs(gap)
        return abs(gap) * (1.0 if (gap > 0) == ahead else 2.0)

    return min(spans, key=cost)


def _nth_weekday(year: int, nth: int, weekday: int, month: int) -> date:
    if nth < 0:
        return cal.nearest_weekday(date(year, month, monthrange(year, month)[1]), weekday, ahead=False)
    return cal.nearest_weekday(date(year, month, 7 * nth - 6), weekday, ahead=True)


def _easter(year: int) -> date:
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    el = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * el) // 451
    month, day = divmod(h + el - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _lunar(calendar: str, month: int, day: int | None, year: int) -> list[cal.Stretch]:
    spans = []
    offset = 3760 if calendar == "hebrew" else 0
    first = year + offset if calendar == "hebrew" else int((year - 622) * 33 / 32) - 1
    for lunar_year in range(first, first + 4):
        if lunar_year < 1:
            continue
        ordinal = _hebrew(lunar_year, month, day or 1) if calendar == "hebrew" else _hijri(lunar_year, month, day or 1)
        if not 1 <= ordinal < date.max.toordinal() - 40:
            continue
        start = date.fromordinal(ordinal)
        if start.year != year:
            continue
        end = start if day else start + timedelta(days=28 + month % 2)
        spans.append(cal.Stretch(start.isoformat() if day else f"{start.year:04d}-{start.month:02d}", start, end))
    return spans


def _hijri(year: int, month: int, day: int) -> int:
    """Ordinal of a day of the tabular Islamic calendar (odd months 30 days, even 29; eleven leap years in thirty)."""
    return _HIJRI_EPOCH - 1 + (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day


def _hebrew_elapsed(year: int) -> int:
    months = (235 * year - 234) // 19
    parts = 12084 + 13753 * months
    day = 29 * months + parts // 25920
    return day + 1 if (3 * (day + 1)) % 7 < 3 else day


def _hebrew_new_year(year: int) -> int:
    before, here, after = (_hebrew_elapsed(y) for y in (year - 1, year, year + 1))
    delay = 2 if after - here == 356 else 1 if here - before == 382 else 0
    return _HEBREW_EPOCH + here + delay


def _hebrew(year: int, month: int, day: int) -> int:
    """Ordinal of a day of Nisan (1), Sivan (3) or Tishri (7); the months between Nisan and Tishri have fixed lengths."""
    if month >= 7:
        return _hebrew_new_year(year) + 30 * (month - 7) + day - 1
    # Nisan to Elul take 30, 29, 30, 29, 30, 29 days before the next new year
    left = sum(30 if m % 2 else 29 for m in range(month, 7))
    return _hebrew_new_year(year + 1) - left + day - 1
