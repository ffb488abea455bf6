"""What the words say + an anchor → TIMEX3 value and days.

News is anchored on its publication day; a text without one (a history) on the last date it has stated itself, the
"narrative" strategy of Strötgen and Gertz (HeidelTime, 2013).
"""

from __future__ import annotations

from datetime import date

from parley.lexicon.times import load_tense
from parley.times import calendar as cal
from parley.times import festivals
from parley.times.anchors import Memory, Resolved
from parley.times.grammar import Finding
from parley.times.readings import (
    Century,
    Clock,
    Date,
    Decade,
    Length,
    LengthOf,
    Named,
    Narrow,
    Near,
    PartOfDay,
    Portion,
    Reading,
    Repeat,
    Season,
    Shift,
    Step,
    StepMonth,
    Vague,
    Weekday,
    length_value,
)  # fmt: skip
from parley.times.tense import AHEAD, BACK, look
from parley.times.tokens import Tokens


def resolve_all(findings: list[Finding], tokens: Tokens, anchor: date | None) -> list[Resolved | None]:
    """Resolves the findings of one text, in order; None where the words turn out to be no time."""
    memory = Memory(anchor)
    tense = load_tense()
    return [resolve(f.reading, memory.at(f, tokens), look(tokens, f.first, f.last, tense)) for f in findings]


def resolve(reading: Reading, memory: Memory, direction: int) -> Resolved | None:
    match reading:
        case Date():
            found = _date(reading, memory, direction)
        case Weekday():
            found = _weekday(reading, memory, direction)
        case Near():
            found = _near(reading, memory)
        case Step():
            found = _step(reading, memory)
        case StepMonth():
            found = _step_month(reading, memory)
        case Season():
            found = _season(reading, memory, direction)
        case Portion():
            found = _portion(reading, memory)
        case Shift():
            found = _shift(reading, memory)
        case Named():
            found = _named(reading, memory, direction)
        case Narrow():
            found = _narrow(reading, memory, direction)
        case PartOfDay():
            found = _part(reading, memory, direction)
        case Clock():
            found = _clock(reading, memory)
        case LengthOf():
            found = _length_of(reading, memory, direction)
        case _:
            found = _fixed(reading, memory, direction)
    if found is not None:
        memory.remember(found)
    return found


def _fixed(reading: Reading, memory: Memory, direction: int) -> Resolved | None:
    """Readings whose value needs no anchor."""
    match reading:
        case Decade():
            return Resolved.of("DATE", cal.of_decade(reading.digits, reading.before_christ), "stated" if not reading.short else "inferred:century")
        case Century():
            return Resolved.of("DATE", cal.of_century(reading.number, reading.before_christ), "stated")
        case Repeat():
            return Resolved("SET", reading.value)
        case Vague():
            return Resolved("DATE", reading.value)
        case Length():
            return _length(reading, memory, direction)
    return None


def _date(r: Date, memory: Memory, direction: int) -> Resolved | None:
    if r.only_before_christ and not memory.before_christ:
        return None
    year, how = _year_of(r, memory, direction)
    if r.month is None and r.day is None:
        return None if year is None else Resolved.of("DATE", cal.of_year(year, r.before_christ), how)
    month = r.month if r.month is not None else memory.month
    before_christ = r.before_christ or (r.year is None and memory.before_christ)
    if r.day is None:
        assert month is not None
        if year is None:
            return Resolved("DATE", f"XXXX-{month:02d}")
        return Resolved.of("DATE", cal.of_month(year, month, before_christ), how)
    if month is None:
        return Resolved("DATE", f"XXXX-XX-{r.day:02d}")
    if not cal.is_day(year or 2000, month, r.day):
        return None
    if year is None:
        return Resolved("DATE", f"XXXX-{month:02d}-{r.day:02d}")
    if before_christ:
        return Resolved("DATE", f"BC{year:04d}-{month:02d}-{r.day:02d}")
    return Resolved.of("DATE", cal.of_day(date(year, month, r.day)), how)


def _year_of(r: Date, memory: Memory, direction: int) -> tuple[int | None, str]:
    if r.year is not None:
        return (memory.century_of(r.year), "inferred:century") if r.short_year else (r.year, "stated")
    if r.that is not None:
        return (None if memory.year is None else memory.year + r.that), "relative:that_year"
    if r.ago is not None:
        base = memory.anchor.year if memory.anchor else memory.year
        return (None if base is None else base + r.ago), "relative:year"
    if r.month is None:
        return memory.year or (memory.anchor.year if memory.anchor else None), "relative:same_month"
    if r.weekday is not None and r.day is not None and (year := memory.year_by_weekday(r.month, r.day, r.weekday)):
        return year, "inferred:weekday"
    if memory.anchor is not None:
        return _nearest_year(r, memory.anchor, direction), "relative:nearest"
    return memory.year_for_month(r.month), "relative:text"


def _nearest_year(r: Date, anchor: date, direction: int) -> int:
    """The year in which month and day lie nearest to publication; the tense decides only between near rivals."""
    assert r.month is not None
    day = r.day or 15
    best, best_cost = anchor.year, 1e9
    for year in (anchor.year - 1, anchor.year, anchor.year + 1):
        if not 1 <= year <= 9999 or not cal.is_day(year, r.month, day):
            continue
        gap = (date(year, r.month, day) - anchor).days
        if r.day is None and (year, r.month) == (anchor.year, anchor.month):
            gap = 0
        # Without a sign of the future, news looks back: a date ahead must be three times nearer than the one behind.
        cost = gap * (1.0 if direction == AHEAD else 3.0) if gap > 0 else -gap * (3.0 if direction == AHEAD else 1.0)
        if cost < best_cost:
            best, best_cost = year, cost
    return best


def _weekday(r: Weekday, memory: Memory, direction: int) -> Resolved:
    part = f"T{r.part}" if r.part else ""
    kind = "TIME" if part else "DATE"
    base = memory.anchor
    if base is None:
        return Resolved(kind, f"XXXX-WXX-{r.weekday}{part}")
    if r.step is None:
        day = cal.nearest_weekday(base, r.weekday, ahead=direction == AHEAD)
        return Resolved.of(kind, cal.of_day(day), "relative:weekday", part)
    if r.week:
        monday = cal.of_week(cal.shift_days(base, 7 * r.step)).first
        assert monday is not None
        day = cal.shift_days(monday, r.weekday - 1)
    elif r.step < 0:
        day = cal.nearest_weekday(cal.shift_days(base, -1), r.weekday, ahead=False)
    elif r.step == 0:
        day = cal.nearest_weekday(base, r.weekday, ahead=direction != BACK)
    else:
        day = cal.nearest_weekday(cal.shift_days(base, 1), r.weekday, ahead=True)
    return Resolved.of(kind, cal.of_day(day), "relative:weekday", part)


def _near(r: Near, memory: Memory) -> Resolved:
    part = f"T{r.part}" if r.part else ""
    kind = "TIME" if part else "DATE"
    if memory.anchor is None:
        return Resolved("DATE", "PRESENT_REF") if r.step == 0 and not part else Resolved(kind, f"XXXX-XX-XX{part}")
    day = cal.shift_days(memory.anchor, r.step)
    rule = {-1: "yesterday", 0: "today", 1: "tomorrow"}.get(r.step, "days")
    return Resolved.of(kind, cal.of_day(day), f"relative:{rule}", part)


_BLANK = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "F": "XXXX-WXX", "E": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX", "T": "XXX", "C": "XX"}


def _step(r: Step, memory: Memory) -> Resolved | None:
    if memory.before_christ and (r.text or memory.anchor is None):
        return _step_before_christ(r, memory)
    base = memory.day_for(r.unit, r.text or (r.bare and memory.anchor is None))
    if base is None:
        return Resolved("DATE", _BLANK[r.unit])
    return Resolved.of("DATE", stretch_at(base, r.unit, r.step), f"relative:{'text' if r.text else 'published'}_{_NAMES[r.unit]}")


_NAMES = {"D": "day", "W": "week", "F": "fortnight", "E": "weekend", "M": "month", "Q": "quarter", "Y": "year", "T": "decade", "C": "century", "N": "night", "H": "hour", "TM": "minute", "S": "second", "K": "millennium"}  # fmt: skip


def _step_before_christ(r: Step, memory: Memory) -> Resolved | None:
    if memory.year is None or r.unit not in "YTC":
        return Resolved("DATE", "BC" + _BLANK[r.unit])
    year = memory.year - r.step * {"Y": 1, "T": 10, "C": 100}[r.unit]
    if year < 1:
        return None
    if r.unit == "Y":
        return Resolved("DATE", f"BC{year:04d}")
    return Resolved("DATE", f"BC{year // 10:03d}" if r.unit == "T" else f"BC{year // 100:02d}")


def stretch_at(base: date, unit: str, step: int) -> cal.Stretch:
    """Returns the calendar unit `step` units from the one that holds `base`."""
    if unit == "D":
        return cal.of_day(cal.shift_days(base, step))
    if unit in "WF":
        return cal.of_week(cal.shift_days(base, step * (7 if unit == "W" else 14)))
    if unit == "E":
        return cal.of_weekend(cal.shift_days(base, 7 * step))
    if unit == "M":
        moved = cal.shift_months(base, step)
        return cal.of_month(moved.year, moved.month)
    if unit == "Q":
        moved = cal.shift_months(base, 3 * step)
        return cal.of_quarter(moved.year, (moved.month + 2) // 3)
    if unit == "Y":
        return cal.of_year(base.year + step)
    if unit == "T":
        return cal.of_decade(str((base.year + 10 * step) // 10))
    return cal.of_century((base.year + 100 * step) // 100 + 1)


def _step_month(r: StepMonth, memory: Memory) -> Resolved:
    base = memory.day_for("M", r.text)
    if base is None:
        return Resolved("DATE", f"XXXX-{r.month:02d}")
    year = base.year
    if r.step < 0 and r.month >= base.month:
        year -= 1
    elif r.step > 0 and r.month <= base.month:
        year += 1
    return Resolved.of("DATE", cal.of_month(year, r.month), "relative:month")


def _season(r: Season, memory: Memory, direction: int) -> Resolved | None:
    if r.year is not None:
        return Resolved.of("DATE", cal.of_season(r.year, r.code, r.before_christ), "stated" if False else "inferred:season")
    base = memory.anchor if not r.text else None
    if memory.before_christ and memory.year is not None:
        return Resolved("DATE", f"BC{memory.year:04d}-{r.code}")
    if base is None:
        year = memory.year
        if year is None:
            return Resolved("DATE", f"XXXX-{r.code}")
        return Resolved.of("DATE", cal.of_season(year + (r.step or 0), r.code), "relative:text")
    year = _season_year(base, r, direction)
    return Resolved.of("DATE", cal.of_season(year, r.code), "relative:season")


def _season_year(base: date, r: Season, direction: int) -> int:
    starts = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[r.code]
    year = base.year - 1 if r.code == "WI" and base.month < 3 else base.year
    if r.step is not None:
        if r.step < 0 and (base.year, base.month) < (year, starts + 3):
            return year - 1
        return year + 1 if r.step > 0 and (base.year, base.month) >= (year, starts) else year
    started = (base.year, base.month) >= (year, starts)
    return year - 1 if not started and direction == BACK else year


def _portion(r: Portion, memory: Memory) -> Resolved:
    number = int(r.code[1])
    base = memory.anchor or memory.day_for("Y", True)
    year = r.year
    if year is None and base is not None:
        year = base.year + (r.ago or 0)
        if r.ago is None and r.code[0] == "Q" and 3 * number - 2 > base.month:
            year -= 1
    if year is None:
        return Resolved("DATE", f"XXXX-{r.code}")
    how = "stated" if r.year is not None else "relative:quarter"
    return Resolved.of("DATE", cal.of_quarter(year, number) if r.code[0] == "Q" else cal.of_half(year, number), how)


def _shift(r: Shift, memory: Memory) -> Resolved:
    if r.count is None:
        return Resolved("DATE", "PAST_REF" if r.sign < 0 else "FUTURE_REF")
    unit, amount = r.unit, r.count * r.sign
    if unit in ("H", "TM", "S"):
        return _shift_clock(r, memory)
    if memory.before_christ and r.text and memory.year is not None and unit in "YTC":
        year = memory.year - round(amount * {"Y": 1, "T": 10, "C": 100}[unit])
        return Resolved("DATE", f"BC{year:04d}") if year > 0 else Resolved("DATE", "XXXX")
    base = memory.day_for("D" if unit in "DNWF" else unit, r.text)
    if base is None:
        return Resolved("DATE", _BLANK.get(unit, "XXXX-XX-XX") if unit != "N" else "XXXX-XX-XX")
    how = f"relative:{'text' if r.text else 'published'}_{_NAMES[unit]}s"
    if unit == "E":
        return Resolved.of("DATE", cal.of_weekend(cal.shift_days(base, round(7 * amount))), how)
    if unit == "K" or abs(amount) > 5000:
        return Resolved("DATE", "PAST_REF" if amount < 0 else "FUTURE_REF")
    if amount != int(amount):
        base, unit, amount = (
            cal.shift_months(base, round(12 * amount)) if unit == "Y" else base,
            "M" if unit == "Y" else unit,
            0 if unit == "Y" else round(amount),
        )
    return Resolved.of("DATE", stretch_at(base, "D" if unit == "N" else unit, int(amount)), how)


def _shift_clock(r: Shift, memory: Memory) -> Resolved:
    base = memory.day_for("D", r.text)
    value = (base.isoformat() if base else "XXXX-XX-XX") + "TXX"
    return Resolved("TIME", value, base, base, f"relative:{_NAMES[r.unit]}s" if base else "")


def _length(r: Length, memory: Memory, direction: int) -> Resolved:
    value = length_value(r.count, r.unit)
    base = memory.anchor
    if not r.side or base is None or r.text:
        return Resolved("DURATION", value)
    days = _UNIT_DAYS.get(r.unit)
    # "the next few days" has no number; seven of a unit is where the next larger one would be said
    count = r.count if r.count is not None else 7.0 if r.unit in "DHN" else 4.0
    if days is None or days * count > 200000:
        return Resolved("DURATION", value)
    other = cal.shift_days(base, r.side * max(1, round(days * count)))
    return Resolved("DURATION", value, min(base, other), max(base, other), "relative:past_span" if r.side < 0 else "relative:next_span")


_UNIT_DAYS = {"D": 1.0, "N": 1.0, "W": 7.0, "F": 14.0, "M": 30.4, "Y": 365.25, "T": 3652.5, "C": 36525.0, "H": 1 / 24}


def _length_of(r: LengthOf, memory: Memory, direction: int) -> Resolved:
    value = length_value(r.count, r.unit)
    whole = _date(r.date, memory, direction)
    days = _UNIT_DAYS.get(r.unit)
    if whole is None or whole.first is None or whole.last is None or days is None or r.count is None:
        return Resolved("DURATION", value)
    extra = max(0, round(days * r.count) - 1)
    if r.side < 0:
        return Resolved("DURATION", value, whole.first, min(whole.last, cal.shift_days(whole.first, extra)), "inferred:first_part")
    if r.side > 0:
        return Resolved("DURATION", value, max(whole.first, cal.shift_days(whole.last, -extra)), whole.last, "inferred:last_part")
    return Resolved("DURATION", value, whole.first, whole.last, "inferred:part")


def _named(r: Named, memory: Memory, direction: int) -> Resolved | None:
    year = r.year if r.year is not None else (memory.anchor.year if memory.anchor else memory.year)
    if year is None:
        return Resolved("DATE", festivals.blank(r.rule)) if festivals.blank(r.rule) else None
    years = [year] if r.year is not None or memory.anchor is None else [year - 1, year, year + 1]
    spans = [s for y in years for s in festivals.days_of(r.rule, y)]
    if not spans:
        return Resolved("DATE", festivals.blank(r.rule))
    span = spans[0] if memory.anchor is None else festivals.choose(spans, memory.anchor, r.step, ahead=direction == AHEAD)
    how = "inferred:calendar" if r.year is not None else "relative:named_day"
    return Resolved("DATE", span.value, span.first, span.last, how)


def _narrow(r: Narrow, memory: Memory, direction: int) -> Resolved | None:
    inner = resolve(r.inner, memory, direction)
    if inner is None or inner.first is None or inner.last is None:
        return inner
    stretch = cal.third_of(cal.Stretch(inner.value, inner.first, inner.last), r.third)
    how = inner.how if inner.how != "stated" else f"inferred:{r.third}"
    return Resolved(inner.type, inner.value, stretch.first, stretch.last, how)


def _part(r: PartOfDay, memory: Memory, direction: int) -> Resolved | None:
    if r.date is not None:
        found = _date(r.date, memory, direction)
        return None if found is None else Resolved("TIME", f"{found.value}T{r.part}", found.first, found.last, found.how)
    base = memory.day_for("D", True)
    if base is None:
        return Resolved("TIME", f"XXXX-XX-XXT{r.part}")
    day = cal.shift_days(base, r.step)
    return Resolved.of("TIME", cal.of_day(day), "relative:text_day", f"T{r.part}")


def _clock(r: Clock, memory: Memory) -> Resolved:
    base = memory.sentence_day() or memory.anchor
    value = (base.isoformat() if base else "XXXX-XX-XX") + f"T{r.time}{r.zone}"
    return Resolved("TIME", value, base, base, "relative:clock" if base else "")
