"""Words that count from a day (yesterday, last week, on Friday, two weeks ago) + an anchor → values and days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from parley.times import calendar as cal
from parley.times.anchors import COMPARED, Memory, Resolved
from parley.times.readings import Clock, Near, PartOfDay, Shift, Step, Weekday
from parley.times.tense import AHEAD, BACK

# Values of a unit when its place is unknown.
_BLANKS: Mapping[str, str] = MappingProxyType(
    {"D": "XXXX-XX-XX", "N": "XXXX-XX-XX", "W": "XXXX-WXX", "F": "XXXX-WXX", "E": "XXXX-WXX-WE", "M": "XXXX-XX"}
    | {"Q": "XXXX-QX", "Y": "XXXX", "T": "XXX", "C": "XX", "K": "X"}
)
_NAMES: Mapping[str, str] = MappingProxyType(
    {"D": "day", "N": "night", "W": "week", "F": "fortnight", "E": "weekend", "M": "month", "Q": "quarter", "Y": "year"}
    | {"T": "decade", "C": "century", "H": "hour", "TM": "minute", "S": "second"}
)
_YEARS: Mapping[str, int] = MappingProxyType({"Y": 1, "T": 10, "C": 100})
_FAR = 5000
_FRIDAY = 5


def resolve_weekday(r: Weekday, memory: Memory, direction: int) -> Resolved:
    """Takes the weekday on or before publication, or on or after it where the verb looks ahead."""
    part = f"T{r.part}" if r.part else ""
    kind = "TIME" if part else "DATE"
    if memory.anchor is None:
        return Resolved(kind, f"XXXX-WXX-{r.weekday}{part}")
    return Resolved.of(kind, cal.of_day(_weekday(r, memory.anchor, direction)), "relative:weekday", part)


def _weekday(r: Weekday, anchor: date, direction: int) -> date:
    if r.step is None:
        return cal.nearest_weekday(anchor, r.weekday, ahead=direction == AHEAD)
    if r.week:
        return cal.shift_days(anchor, 7 * r.step + r.weekday - anchor.isoweekday())
    if r.step == 0:
        return cal.nearest_weekday(anchor, r.weekday, ahead=direction != BACK)
    return cal.nearest_weekday(cal.shift_days(anchor, r.step), r.weekday, ahead=r.step > 0)


def resolve_near(r: Near, memory: Memory) -> Resolved:
    """Resolves today, yesterday, tomorrow, tonight and overnight."""
    part = f"T{r.part}" if r.part else ""
    kind = "TIME" if part else "DATE"
    base = (memory.sentence_day() or memory.anchor) if r.overnight else memory.anchor
    if base is None:
        return Resolved("DATE", "PRESENT_REF") if r.step == 0 and not part else Resolved(kind, f"XXXX-XX-XX{part}")
    if r.overnight:
        # The night that ends on the day: it began the evening before.
        evening = cal.shift_days(base, -1)
        return Resolved(kind, f"{evening.isoformat()}{part}", evening, base, "relative:overnight")
    rule = {-1: "yesterday", 0: "today", 1: "tomorrow"}.get(r.step, "published_days")
    return Resolved.of(kind, cal.of_day(cal.shift_days(base, r.step)), f"relative:{rule}", part)


def resolve_step(r: Step, memory: Memory, direction: int) -> Resolved | None:
    """Resolves "last week" from publication, "the following year" from the text's last date."""
    counts_from_text = r.text or memory.is_history
    if r.bare and r.unit == "Q":
        return _bare_quarter(r, memory)
    if r.bare and r.unit == "E" and memory.anchor is not None:
        return Resolved.of("DATE", _weekend(memory.anchor, direction), "relative:published_weekend")
    if r.bare and r.step and memory.portion is not None:
        return _same_portion(memory, r.step)
    if memory.before_christ and counts_from_text:
        return _before_christ(r.unit, r.step, memory)
    base = memory.day_for(r.unit, counts_from_text) if counts_from_text or memory.anchor else None
    if base is None:
        return Resolved("DATE", memory.blank(_BLANKS[r.unit]))
    if r.text and r.unit == "T" and abs(r.step) == 1:
        return _ten_years(base, r.step)
    return Resolved.of("DATE", stretch_at(base, r.unit, r.step), f"relative:{'text' if r.text else 'published'}_{_NAMES[r.unit]}")


def _ten_years(base: date, step: int) -> Resolved:
    """ "the following decade", after 1986: TIMEX3 names the calendar's, 199, but what is told of are the ten years from then on."""
    near, far = base.year, cal.bound_year(base.year + 10 * step)
    value = stretch_at(base, "T", step).value
    return Resolved("DATE", value, date(min(near, far), 1, 1), date(max(near, far), 12, 31), "relative:text_decade")


def _weekend(anchor: date, direction: int) -> cal.Stretch:
    """ "the weekend" is the one that is on, else the last, or the coming one where the verb looks ahead."""
    is_on = anchor.isoweekday() > _FRIDAY
    return cal.of_weekend(anchor if is_on or direction == AHEAD else cal.shift_days(anchor, -7))


def _bare_quarter(r: Step, memory: Memory) -> Resolved | None:
    """ "the quarter" is the one last spoken of, else the last that is over: results are told after it."""
    if memory.portion is not None and memory.portion[0] == "Q":
        year, quarter = divmod(memory.portion[1] + r.step, 4)
        return Resolved.of("DATE", cal.of_portion(year, "Q", quarter + 1), "relative:text_quarter")
    if memory.anchor is None:
        return Resolved("DATE", _BLANKS["Q"])
    return Resolved.of("DATE", stretch_at(memory.anchor, "Q", r.step - 1), "relative:published_quarter")


def _same_portion(memory: Memory, years: int) -> Resolved:
    """ "a year earlier", said of a quarter, is that quarter of the year before."""
    assert memory.portion is not None
    kind, index = memory.portion
    size = 4 if kind == "Q" else 2
    year, part = divmod(index + size * years, size)
    return Resolved.of("DATE", cal.of_portion(year, kind, part + 1), COMPARED)


def _before_christ(unit: str, step: float, memory: Memory) -> Resolved | None:
    if memory.year is None or unit not in _YEARS:
        return Resolved("DATE", memory.blank(_BLANKS[unit]))
    year = memory.year - round(step * _YEARS[unit])
    if year < 1:
        return None
    return Resolved("DATE", f"BC{year:04d}" if unit == "Y" else f"BC{year // 10:03d}" if unit == "T" else f"BC{year // 100:02d}")


def stretch_at(base: date, unit: str, step: int) -> cal.Stretch:
    """Returns the calendar unit `step` units from the one that holds `base`."""
    if unit in "DN":
        return cal.of_day(cal.shift_days(base, step))
    if unit in "WF":
        return cal.of_week(cal.shift_days(base, step * (7 if unit == "W" else 14)))
    if unit == "E":
        return cal.of_weekend(cal.shift_days(base, 7 * step))
    if unit in "MQ":
        moved = cal.shift_months(base, step * (1 if unit == "M" else 3))
        return cal.of_month(moved.year, moved.month) if unit == "M" else cal.of_portion(moved.year, "Q", (moved.month + 2) // 3)
    year = cal.bound_year(base.year + step * _YEARS[unit])
    return cal.of_year(year) if unit == "Y" else cal.of_decade(str(year // 10)) if unit == "T" else cal.of_century(year // 100 + 1)


def resolve_shift(r: Shift, memory: Memory) -> Resolved | None:
    """Resolves "two weeks ago" to the week, "three years later" to the year; a vague count only says before or after."""
    if r.count is None or r.count > _FAR or r.unit == "K":
        return Resolved("DATE", "PAST_REF" if r.sign < 0 else "FUTURE_REF")
    if r.unit in ("H", "TM", "S"):
        base = memory.day_for("D", r.text)
        return Resolved("TIME", (base.isoformat() if base else memory.blank("XXXX-XX-XX")) + "TXX", base, base, "relative:clock" if base else "")
    if r.unit == "Y" and r.count == 1 and memory.portion is not None:
        return _same_portion(memory, r.sign)
    if memory.before_christ and r.text and r.unit in _YEARS:
        return _before_christ(r.unit, r.count * r.sign, memory)
    unit, steps = _whole(r.unit, r.count * r.sign)
    base = memory.day_for(r.unit, r.text) if r.text or memory.is_history or memory.anchor else None
    if base is None:
        return Resolved("DATE", memory.blank(_BLANKS[unit]))
    return Resolved.of("DATE", stretch_at(base, unit, steps), f"relative:{'text' if r.text else 'published'}_{_NAMES[r.unit]}_count")


def _whole(unit: str, amount: float) -> tuple[str, int]:
    """Two and a half years are thirty months; other fractions are rounded."""
    return ("M", round(12 * amount)) if unit == "Y" and amount != int(amount) else (unit, round(amount))


def resolve_day_part(r: PartOfDay, whole: Resolved | None, memory: Memory) -> Resolved:
    """Resolves "that morning" from the text's last day; `whole` is the date it states itself."""
    if whole is not None:
        return Resolved("TIME", f"{whole.value}T{r.part}", whole.first, whole.last, whole.how)
    base = None if r.any_day else memory.day_for("D", True)
    if base is None:
        return Resolved("TIME", f"{'XXXX-XX-XX' if r.any_day else memory.blank('XXXX-XX-XX')}T{r.part}")
    return Resolved.of("TIME", cal.of_day(cal.shift_days(base, r.step)), "relative:text_day", f"T{r.part}")


def resolve_clock(r: Clock, day: date | None, memory: Memory) -> Resolved:
    """Resolves a time of day on `day`, the day said right after it, or on the sentence's day, or on the anchor."""
    base = day or memory.sentence_day() or memory.anchor
    value = (base.isoformat() if base else "XXXX-XX-XX") + f"T{r.time}{r.zone}"
    return Resolved("TIME", value, base, base, "relative:clock" if base else "")
