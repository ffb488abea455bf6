"""Days, weeks, months, seasons, decades, centuries → the TIMEX3 value and the days each covers."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta

_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the calendar: its TIMEX3 value and its days, which are None outside the years 1 to 9999."""

    value: str
    first: date | None = None
    last: date | None = None


def _day(year: int, month: int, day: int) -> date | None:
    if not MINYEAR <= year <= MAXYEAR:
        return None
    month_day = min(day, monthrange(year, month)[1])
    return date(year, month, month_day)


def is_day(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(max(1, min(year, MAXYEAR)), month)[1]


def of_day(day: date) -> Stretch:
    return Stretch(day.isoformat(), day, day)


def of_week(day: date) -> Stretch:
    year, week, weekday = day.isocalendar()
    monday = shift_days(day, 1 - weekday)
    return Stretch(f"{year:04d}-W{week:02d}", monday, shift_days(monday, 6))


def of_weekend(day: date) -> Stretch:
    """The weekend of the ISO week of `day`."""
    week = of_week(day)
    assert week.last is not None
    return Stretch(week.value + "-WE", shift_days(week.last, -1), week.last)


def of_month(year: int, month: int, before_christ: bool = False) -> Stretch:
    value = f"{year_value(year, before_christ)}-{month:02d}"
    return Stretch(value) if before_christ else Stretch(value, _day(year, month, 1), _day(year, month, 31))


def of_year(year: int, before_christ: bool = False) -> Stretch:
    value = year_value(year, before_christ)
    return Stretch(value) if before_christ else Stretch(value, _day(year, 1, 1), _day(year, 12, 31))


def of_portion(year: int, kind: str, number: int) -> Stretch:
    """A quarter (`kind` Q) or half (H) of a year."""
    months = 3 if kind == "Q" else 6
    return Stretch(f"{year:04d}-{kind}{number}", _day(year, months * (number - 1) + 1, 1), _day(year, months * number, 31))


def of_season(year: int, code: str, before_christ: bool = False) -> Stretch:
    """A meteorological season of the northern half; winter runs from December of `year` into the next."""
    value = f"{year_value(year, before_christ)}-{code}"
    if before_christ:
        return Stretch(value)
    first, last = _SEASONS[code]
    end = _day(year + (last > 12), (last - 1) % 12 + 1, 31)
    return Stretch(value, _day(year, first, 1), end)


def of_decade(digits: str, before_christ: bool = False) -> Stretch:
    start = int(digits) * 10
    if before_christ:
        return Stretch(f"BC{int(digits):03d}")
    return Stretch(f"{int(digits):03d}", _day(max(start, 1), 1, 1), _day(start + 9, 12, 31))


def of_century(number: int, before_christ: bool = False) -> Stretch:
    """The nth century; TIMEX3 writes the years' first two digits, so the 19th is 18."""
    if before_christ:
        return Stretch(f"BC{number - 1:02d}")
    return Stretch(f"{number - 1:02d}", _day(max(number * 100 - 100, 1), 1, 1), _day(number * 100 - 1, 12, 31))


def year_value(year: int, before_christ: bool = False) -> str:
    return f"BC{year:04d}" if before_christ else f"{year:04d}"


def bound_year(year: int) -> int:
    return min(max(year, MINYEAR), MAXYEAR)


def shift_days(day: date, days: int) -> date:
    """Moves `day`, stopping at the calendar's ends."""
    ordinal = min(max(day.toordinal() + days, 1), date.max.toordinal())
    return date.fromordinal(ordinal)


def shift_months(day: date, months: int) -> date:
    month = day.year * 12 + day.month - 1 + months
    return _day(bound_year(month // 12), month % 12 + 1, day.day) or day


def nearest_weekday(day: date, weekday: int, ahead: bool) -> date:
    """Returns the first such weekday on or after `day`, or the last on or before it."""
    if ahead:
        return shift_days(day, (weekday - day.isoweekday()) % 7)
    return shift_days(day, -((day.isoweekday() - weekday) % 7))


def third_of(stretch: Stretch, third: str) -> Stretch:
    """Narrows the days to the early, middle or late third, or a half; the value stays, as TIMEX3 keeps the part in another attribute."""
    if stretch.first is None or stretch.last is None:
        return stretch
    length = (stretch.last - stretch.first).days + 1
    if length < 3:
        return stretch
    step = length // 3
    if third in ("H1", "H2"):
        middle = stretch.first + timedelta(days=length // 2)
        return replace(stretch, last=middle - timedelta(days=1)) if third == "H1" else replace(stretch, first=middle)
    if third == "early":
        return replace(stretch, last=stretch.first + timedelta(days=step))
    if third == "late":
        return replace(stretch, first=stretch.last - timedelta(days=step))
    return replace(stretch, first=stretch.first + timedelta(days=step), last=stretch.last - timedelta(days=step))


def cut_at(stretch: Stretch, day: date, side: str) -> Stretch:
    """Keeps the days up to `day` (`side` before) or from it on (`after`)."""
    return replace(stretch, last=day) if side == "before" else replace(stretch, first=day)
