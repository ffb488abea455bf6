"""What the words say + an anchor → TIMEX3 value and days.

News is anchored on its publication day; a text without one (a history) on the last date it has stated itself, the
"narrative" strategy of Strötgen and Gertz (Multilingual and cross-domain temporal tagging, 2013).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from parley.lexicon.times import load_tense
from parley.times import calendar as cal
from parley.times import readings as say
from parley.times.anchors import Memory, Resolved
from parley.times.grammar import Finding
from parley.times.resolve_dates import resolve_date, resolve_either, resolve_named, resolve_portion, resolve_season, resolve_step_month
from parley.times.resolve_lengths import resolve_length, resolve_length_of
from parley.times.resolve_steps import resolve_clock, resolve_day_part, resolve_near, resolve_shift, resolve_step, resolve_weekday
from parley.times.tense import AHEAD, UNKNOWN, look
from parley.times.tokens import Tokens

# So many stated years make a text without a date a history that carries its own.
_HISTORY = 3
# As long as they are more than so many to each "last week", "Tuesday" or "yesterday".
_OF_THEIR_DAY = 2
_RANGE_WORDS = frozenset({"to", "through", "until", "till", "-", "–", "—"})
# "at 10 p.m. on Thursday": the day may follow the hour by so many tokens.
_NEXT_DAY_REACH = 3


def directions(findings: Sequence[Finding], tokens: Tokens) -> list[int]:
    """Returns for each finding whether its clause looks back or ahead; this needs no anchor."""
    tense = load_tense()
    return [look(tokens, f.first, f.last, tense) if _leans_on_tense(f.reading) else UNKNOWN for f in findings]


def _leans_on_tense(reading: say.Reading) -> bool:
    match reading:
        case say.Date() | say.Season() | say.Named():
            return reading.year is None
        case say.Length():
            return bool(reading.side or reading.after)
        case say.Narrow():
            return _leans_on_tense(reading.inner)
        case say.PartOfDay() | say.LengthOf():
            return reading.date is not None
        case say.Step():
            return reading.bare and reading.unit == "E"
    return isinstance(reading, say.Weekday)


def resolve_all(findings: Sequence[Finding], signs: Sequence[int], tokens: Tokens, anchor: date | None) -> list[Resolved | None]:
    """Resolves the findings of one text, in order; None where the words turn out to be no time."""
    memory = Memory(anchor, tokens, _is_history(findings))
    resolved: list[Resolved | None] = []
    for i, (finding, sign) in enumerate(zip(findings, signs, strict=True)):
        memory.move_to(finding.first)
        is_clock = isinstance(finding.reading, say.Clock)
        found = _resolve(finding.reading, memory, sign, _day_after(findings, signs, i, memory) if is_clock else None)
        if found is not None:
            memory.remember(found)
        if i and found is not None and _closes_weekdays(findings[i - 1], finding, tokens):
            resolved[i - 1], found = _in_order(resolved[i - 1], found, sign)
        resolved.append(found)
    return resolved


def _closes_weekdays(before: Finding, here: Finding, tokens: Tokens) -> bool:
    """Returns whether both are the ends of a range such as "Monday to Friday"."""
    is_pair = isinstance(before.reading, say.Weekday) and isinstance(here.reading, say.Weekday)
    return is_pair and here.first - before.last == 1 and tokens.words[before.last] in _RANGE_WORDS


def _in_order(start: Resolved | None, end: Resolved, sign: int) -> tuple[Resolved | None, Resolved]:
    """Moves one end by a week where a range would run backwards: the end when the clause looks ahead, else the start."""
    if start is None or start.first is None or end.first is None or start.first <= end.first:
        return start, end
    return (start, _moved(end, 7)) if sign == AHEAD else (_moved(start, -7), end)


def _moved(found: Resolved, days: int) -> Resolved:
    assert found.first is not None
    return Resolved.of(found.type, cal.of_day(cal.shift_days(found.first, days)), found.how, found.value[len("2000-01-01") :])


def _is_history(findings: Sequence[Finding]) -> bool:
    """Whether a text states years enough to carry its own, and seldom counts from the day it was written on, as news does."""
    stated = sum(isinstance(f.reading, say.Date) and f.reading.year is not None for f in findings)
    counted = sum(_counts_from_writing(f.reading) for f in findings)
    return stated >= _HISTORY and stated > _OF_THEIR_DAY * counted


def _counts_from_writing(reading: say.Reading) -> bool:
    match reading:
        case say.Weekday():
            return True
        case say.Near():
            return reading.step != 0
        case say.Date():
            return reading.ago is not None
        case say.Step():
            return not (reading.text or reading.bare)
    return False


def _day_after(findings: Sequence[Finding], signs: Sequence[int], i: int, memory: Memory) -> date | None:
    """The day that stands right after a time of day."""
    if i + 1 >= len(findings) or findings[i + 1].first - findings[i].last > _NEXT_DAY_REACH:
        return None
    following = findings[i + 1].reading
    if not isinstance(following, say.Date | say.Weekday | say.Near):
        return None
    found = _resolve(following, memory, signs[i + 1])
    return found.first if found is not None and found.first == found.last else None


def _resolve(reading: say.Reading, memory: Memory, sign: int, day_after: date | None = None) -> Resolved | None:
    match reading:
        case say.Narrow():
            return _narrow(reading, memory, sign)
        case say.PartOfDay():
            whole = resolve_date(reading.date, memory, sign) if reading.date else None
            return None if reading.date and whole is None else resolve_day_part(reading, whole, memory)
        case say.EitherDate():
            return resolve_either(reading)
        case say.LengthOf():
            return resolve_length_of(reading, resolve_date(reading.date, memory, sign))
        case say.Length():
            return resolve_length(reading, memory, sign)
        case say.Shift():
            return resolve_shift(reading, memory)
        case say.Repeat():
            return Resolved("SET", reading.value)
        case say.Vague():
            return Resolved("DATE", reading.value)
        case say.Clock():
            return resolve_clock(reading, day_after, memory)
    return _resolve_stretch(reading, memory, sign)


def _resolve_stretch(reading: say.Stretch, memory: Memory, sign: int) -> Resolved | None:
    match reading:
        case say.Date():
            return resolve_date(reading, memory, sign)
        case say.Weekday():
            return resolve_weekday(reading, memory, sign)
        case say.Near():
            return resolve_near(reading, memory)
        case say.Step():
            return resolve_step(reading, memory, sign)
        case say.StepMonth():
            return resolve_step_month(reading, memory)
        case say.Season():
            return resolve_season(reading, memory, sign)
        case say.Portion():
            return resolve_portion(reading, memory)
        case say.Named():
            return resolve_named(reading, memory, sign)
        case say.Decade():
            return Resolved.of("DATE", cal.of_decade(reading.digits, reading.before_christ), "inferred:century" if reading.short else "stated")
        case say.Century():
            return Resolved.of("DATE", cal.of_century(reading.number, reading.before_christ), "stated")


def _narrow(reading: say.Narrow, memory: Memory, sign: int) -> Resolved | None:
    """The value stays that of the whole stretch: TIMEX3 keeps "early" in an attribute of its own; the days shrink."""
    told = memory.last_day()
    inner = _resolve_stretch(reading.inner, memory, sign)
    if inner is None or inner.first is None or inner.last is None:
        return inner
    how = f"inferred:{reading.third}" if inner.how == "stated" else inner.how
    stretch = cal.Stretch(inner.value, inner.first, inner.last)
    if reading.third in ("before", "after"):
        cut = next((day for day in (memory.anchor, told) if day is not None and inner.first < day < inner.last), None)
        stretch = cal.cut_at(stretch, cut, reading.third) if cut is not None else stretch
    else:
        stretch = cal.third_of(stretch, reading.third)
    return Resolved(inner.type, inner.value, stretch.first, stretch.last, how)
