"""Captured words → durations, repetitions, and words for now, the past and the time to come."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parley.lexicon.times import SHAPES
from parley.times.captured import Captured
from parley.times.read_dates import full_year
from parley.times.readings import Date, Length, LengthOf, Repeat, Vague

# How TIMEX3 writes a unit, with the clock's units after a T.
_CODES: Mapping[str, str] = MappingProxyType(
    {"S": "TS", "TM": "TM", "H": "TH", "D": "D", "N": "D", "W": "W", "E": "WE", "M": "M", "Q": "Q", "Y": "Y", "T": "DE", "C": "CE", "K": "ML"}
)
_FIRST, _LAST = ("first", "opening"), ("last", "final", "closing")


_FROM = frozenset({"of", "after", "from", "following", "before"})
_TODAY = frozenset({"now", "today", "publication"})


def length_value(count: float | None, unit: str) -> str:
    """Writes a TIMEX3 duration: P3D, PT48H, P2.5Y; PXM where the count is vague."""
    if unit == "F":
        unit, count = "W", None if count is None else count * 2
    if unit == "H" and count == 0.5:
        unit, count = "TM", 30.0
    number = "X" if count is None else f"{count:g}" if count < 1e6 else str(int(count))
    code = _CODES[unit]
    return f"PT{number}{code[1:]}" if code[0] == "T" else f"P{number}{code}"


def _count(c: Captured) -> float | None:
    """The number of units: written, a half, vague for a bare plural, else one."""
    if c.has("q"):
        count = c.quantity("q")
        return None if count is None else count + ("half" in c.rule.constants) * 0.5
    if (("MANY", c.words("u")[0])) in c.lexicon.values:
        return None
    return 0.5 if "half" in c.all_words and "half" not in c.rule.constants else 1.5 if "half" in c.rule.constants else 1.0


def read_length(c: Captured) -> Length | None:
    """Reads a duration; None for "three quarters", "a second", and a year that only stands before a unit ("2018 day five")."""
    unit, count = c.value("u", "UNIT"), _count(c)
    if unit is None or unit in ("Q", "E") or (unit == "S" and count in (None, 1.0)):
        return None
    is_plural = ("MANY", c.words("u")[0]) in c.lexicon.values
    if c.shape("q")[:1] == SHAPES["Y"] and not is_plural and "-" not in c.all_words:
        return None
    if "recent" in c.words("s"):
        return Length(count, unit, -1, recent=not c.has("q"))
    before = "" if _counts_from_an_event(c) else c.tokens.words[c.first - 1] if c.first else ""
    return Length(count, unit, c.step() or 0, c.value("s", "TEXTSTEP") is not None, after=before if before in ("in", "within") else "")


def _counts_from_an_event(c: Captured) -> bool:
    """Whether a length runs from something that is no day: "within 180 days of the accord", "in two weeks from the signing"."""
    after = (*c.tokens.words[c.last : c.last + 2], "", "")
    return after[0] in _FROM and after[1] not in _TODAY


def read_length_of(c: Captured) -> LengthOf | None:
    unit, word = c.value("u", "UNIT"), c.tokens.words[c.first + 1]
    if unit is None or unit == "E":
        return None
    side = -1 if word in _FIRST else 1 if word in _LAST else 0
    return LengthOf(_count(c), unit, side, Date(full_year(c), c.integer("m", "MONTH")))


def read_repeat(c: Captured) -> Repeat | None:
    part = c.value("p", "PART")
    if c.has("o"):
        return Repeat(c.value("o", "OFTEN") or "XXXX-XX-XX")
    if c.has("w"):
        return Repeat(f"XXXX-WXX-{c.value('w', 'WEEKDAY', 'WEEKDAYS')}" + (f"T{part}" if part else ""))
    if c.has("m"):
        return Repeat(f"XXXX-{c.integer('m', 'MONTH'):02d}")
    if c.has("n"):
        return Repeat(f"XXXX-{c.value('n', 'SEASON')}")
    if part:
        return Repeat(f"XXXX-XX-XXT{part}")
    return Repeat(_period(c))


def _period(c: Captured) -> str:
    unit = c.value("u", "UNIT")
    if unit is None:
        return "P1Y" if "year" in c.all_words else "P1D"
    count = c.quantity("q") if c.has("q") and "times" not in c.all_words else 2.0 if "other" in c.all_words else 1.0
    return length_value(count, unit)


def read_vague(c: Captured) -> Vague | None:
    value = c.constant("value") or c.value("v", "NOW", "RECENT", "RECENTLY", "FUTURE")
    return Vague(value) if value else None
