"""Captured words → times counted from another: yesterday, last week, on Friday, that morning, two weeks ago, 10 p.m."""

from __future__ import annotations

from parley.times.captured import Captured
from parley.times.readings import Clock, Date, Narrow, Near, PartOfDay, Shift, Step, Weekday

_NIGHT = "NI"


def read_near(c: Captured) -> Near | None:
    return Near(int(c.constant("step")), c.value("p", "PART") or c.constant("part") or None)


def read_overnight(c: Captured) -> Near | None:
    return Near(0, _NIGHT, overnight=True)


def read_step(c: Captured) -> Step | Narrow | PartOfDay | None:
    step = int(c.constant("step")) if c.constant("step") else c.step()
    if c.words("u") == ("night",):
        return PartOfDay(_NIGHT, None, step or 0)
    unit = c.value("u", "ONE") or ("" if c.has("u") else "D")
    if step is None or not unit or (c.has("u") and _is_title(c.written("u"))):
        return None
    found = Step(step, unit, "text" in c.rule.constants, "the" in c.rule.constants)
    return Narrow(found, "late") if "end" in c.all_words else found


def _is_title(word: str) -> bool:
    """Returns whether a capital shows a name ("Man of the Year")."""
    return word[0].isupper() and not word.isupper()


def read_step_day(c: Captured) -> Weekday | None:
    weekday = c.integer("w", "WEEKDAY")
    return None if weekday is None else Weekday(weekday, c.value("p", "PART"), c.step(), week="week" in c.all_words)


def read_weekday(c: Captured) -> Weekday | None:
    weekday = c.integer("w", "WEEKDAY", "DAYABBR")
    return None if weekday is None else Weekday(weekday, c.value("p", "PART"))


def read_part(c: Captured) -> PartOfDay | None:
    part = c.value("p", "PART", "DAYTIME")
    if part is None:
        return None
    if c.has("m"):
        return PartOfDay(part, Date(c.year(), c.integer("m", "MONTH", "MONABBR"), c.integer("d"), c.integer("w", "WEEKDAY")))
    return PartOfDay(part, None, int(c.constant("step", "0")), "any" in c.rule.constants)


def read_shift(c: Captured) -> Shift | None:
    count = c.quantity("q") if c.has("q") else 1.0
    unit = c.value("u", "UNIT")
    return None if unit is None else Shift(count, unit, int(c.constant("sign", "1")), "text" in c.rule.constants)


def read_clock(c: Captured) -> Clock | None:
    """Reads noon, 0600 GMT, ten o'clock, 8.30 pm; None when hour or minute are out of range."""
    if c.has("n"):
        return Clock(c.value("n", "NOON") or "")
    hour, minute = _hour_and_minute(c)
    half = c.value("a", "MERIDIEM")
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "PM" else 0)
    if hour > 24 or minute > 59:
        return None
    return Clock(f"{hour:02d}:{minute:02d}", "Z" if c.value("z", "ZONE") == "UTC" else "")


def _hour_and_minute(c: Captured) -> tuple[int, int]:
    if c.has("f"):
        digits = c.words("f")[0]
        return int(digits[:2]), int(digits[2:])
    if c.has("w"):
        return int(float(c.value("w", "NUMBER") or 99)), 0
    whole, _, rest = c.words("h")[0].partition(".")
    return int(whole), int(rest or (c.words("i") or ("0",))[0])
