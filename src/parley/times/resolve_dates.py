"""Dates with missing parts, seasons, quarters and named days + an anchor → values and days."""

from __future__ import annotations

from datetime import date

from parley.times import calendar as cal
from parley.times import festivals
from parley.times.anchors import Memory, Resolved
from parley.times.readings import Date, EitherDate, Named, Portion, Season, StepMonth
from parley.times.tense import AHEAD, BACK

# A year-less date against the sign of the tense must be this many times nearer than its rival.
_AGAINST_TENSE = 3.0
_AUTUMN = 9
_HALF_YEAR = 5
_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def resolve_date(r: Date, memory: Memory, direction: int) -> Resolved | None:
    """Fills in year and month; None for a number that only a text about times before Christ would use as a year."""
    if r.only_before_christ and not memory.before_christ:
        return None
    year, how = _year_of(r, memory, direction)
    if r.month is None and r.day is None:
        return None if year is None else Resolved.of("DATE", cal.of_year(year, r.before_christ), how)
    before_christ = r.before_christ or (r.year is None and memory.before_christ)
    month = r.month if r.month is not None else memory.month
    if r.day is None and month is not None:
        return Resolved.of("DATE", cal.of_month(year, month, before_christ), how) if year is not None else Resolved("DATE", f"XXXX-{month:02d}")
    return _day_of(year, month, r.day or 1, before_christ, how)


def _day_of(year: int | None, month: int | None, day: int, before_christ: bool, how: str) -> Resolved | None:
    if month is None:
        return Resolved("DATE", f"XXXX-XX-{day:02d}")
    if year is None:
        return Resolved("DATE", f"XXXX-{month:02d}-{day:02d}") if cal.is_day(2000, month, day) else None
    if before_christ:
        return Resolved("DATE", f"BC{year:04d}-{month:02d}-{day:02d}")
    if not cal.is_day(year, month, day):
        # 29 February of a year that has none: the leap year beside it is meant
        year = next((y for y in (year + 1, year - 1) if cal.is_day(y, month, day)), year)
        if how == "stated" or not cal.is_day(year, month, day):
            return None
    return Resolved.of("DATE", cal.of_day(date(year, month, day)), how)


def _year_of(r: Date, memory: Memory, direction: int) -> tuple[int | None, str]:
    if r.year is not None:
        return (memory.century_of(r.year), "inferred:century") if r.short_year else (r.year, "stated")
    if r.that is not None:
        return (None if memory.year is None else memory.year + r.that), "relative:text_year"
    if r.ago is not None:
        base = memory.anchor.year if memory.anchor else memory.year if memory.is_history else None
        return (None if base is None else base + r.ago), "relative:published_year"
    if r.month is None:
        return memory.year or (memory.anchor.year if memory.anchor else None), "relative:text_month"
    if r.weekday is not None and r.day is not None and (year := memory.year_by_weekday(r.month, r.day, r.weekday)):
        return year, "inferred:weekday"
    if direction != AHEAD and (year := memory.background_year(r.month)):
        return year, "relative:background"
    if memory.anchor is not None:
        return _nearest_year(r.month, r.day, memory.anchor, direction), "relative:nearest"
    return memory.year_for_month(r.month), "relative:text_year"


def _nearest_year(month: int, day: int | None, anchor: date, direction: int) -> int:
    """The year in which month and day lie nearest to publication; without a sign of the future, news looks back."""

    def cost(year: int) -> float:
        if not 1 <= year <= 9999 or not cal.is_day(year, month, day or 15):
            return float("inf")
        gap = 0 if day is None and (year, month) == (anchor.year, anchor.month) else (date(year, month, day or 15) - anchor).days
        return abs(gap) * (1.0 if (gap > 0) == (direction == AHEAD) else _AGAINST_TENSE)

    return min((anchor.year, anchor.year - 1, anchor.year + 1), key=cost)


def resolve_either(r: EitherDate) -> Resolved:
    """The days from one reading of 04/05/2016 to the other; what they share stands in the value."""
    year = r.day_first.year or 1
    days = sorted(date(year, d.month or 1, d.day or 1) for d in (r.day_first, r.month_first))
    return Resolved("DATE", f"{year:04d}-XX-XX", days[0], days[1], "inferred:day_or_month_first")


def resolve_step_month(r: StepMonth, memory: Memory) -> Resolved:
    """Resolves "last April", "next May", "the previous June"."""
    base = memory.day_for("M", r.text)
    if base is None:
        return Resolved("DATE", f"XXXX-{r.month:02d}")
    year = base.year - (r.step < 0 and r.month >= base.month) + (r.step > 0 and r.month <= base.month)
    return Resolved.of("DATE", cal.of_month(year, r.month), "relative:month")


def resolve_season(r: Season, memory: Memory, direction: int) -> Resolved:
    if r.year is not None:
        return Resolved.of("DATE", cal.of_season(r.year, r.code, r.before_christ), "inferred:season")
    if memory.anchor is not None and not r.text:
        return Resolved.of("DATE", cal.of_season(_season_year(memory.anchor, r, direction), r.code), "relative:season")
    if memory.year is None or not (memory.is_history or r.text):
        return Resolved("DATE", f"XXXX-{r.code}")
    # A winter is told by its second year: after autumn it is the next year's.
    step = (r.step or 0) + (r.code == "WI" and (memory.month or 1) >= _AUTUMN)
    year = memory.year - step if memory.before_christ else memory.year + step
    return Resolved.of("DATE", cal.of_season(max(1, year), r.code, memory.before_christ), "relative:text_year")


def _season_year(anchor: date, r: Season, direction: int) -> int:
    start = _SEASON_STARTS[r.code]
    # January and February belong to the winter that began the year before.
    year = anchor.year - 1 if r.code == "WI" and anchor.month < 3 else anchor.year
    has_begun = (anchor.year, anchor.month) >= (year, start)
    is_over = anchor.year * 12 + anchor.month >= year * 12 + start + 3
    if r.step is None:
        # Without a sign of the tense, the season nearest to publication.
        is_far_ahead = not has_begun and year * 12 + start - (anchor.year * 12 + anchor.month) > _HALF_YEAR
        return year - 1 if not has_begun and (direction == BACK or (direction != AHEAD and is_far_ahead)) else year
    if r.step < 0:
        return year if is_over else year - 1
    return year + 1 if r.step > 0 and has_begun else year


def resolve_portion(r: Portion, memory: Memory) -> Resolved:
    """Resolves a quarter or half of a year; without a year, the last one that has begun."""
    kind, number = r.code[0], int(r.code[1])
    base = memory.anchor or memory.day_for("Y", True)
    year = r.year
    if year is None and base is not None:
        has_begun = (number - 1) * (3 if kind == "Q" else 6) < base.month
        year = base.year + r.ago if r.ago is not None else base.year - (not has_begun)
    if year is None:
        return Resolved("DATE", f"XXXX-{r.code}")
    return Resolved.of("DATE", cal.of_portion(year, kind, number), "stated" if r.year is not None else "relative:quarter")


def resolve_named(r: Named, memory: Memory, direction: int) -> Resolved:
    """Resolves a named day: in the year it states, else the nearest to publication, else in the text's year."""
    year = r.year if r.year is not None else memory.anchor.year if memory.anchor else memory.year
    is_told = r.year is not None or memory.anchor is not None or (memory.is_history and not memory.before_christ)
    if year is None or not is_told:
        return Resolved("DATE", festivals.blank(r.rule))
    is_free = r.year is None and memory.anchor is not None
    spans = [s for y in ((year - 1, year, year + 1) if is_free else (year,)) for s in festivals.days_of(r.rule, y)]
    if not spans:
        return Resolved("DATE", festivals.blank(r.rule))
    if festivals.is_historic(r.rule):
        return Resolved.of("DATE", spans[0], "stated")
    span = festivals.choose(spans, memory.anchor, r.step, ahead=direction == AHEAD) if memory.anchor else spans[0]
    return Resolved.of("DATE", span, "inferred:calendar" if r.year is not None else "relative:named_day")
