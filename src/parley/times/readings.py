"""What the words of a time expression say, before anybody asks which day that is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Date:
    """A calendar date with parts missing. `weekday` is 1 to 7; `that` a step from the text's year; `ago` a step from the publication's year."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    before_christ: bool = False
    that: int | None = None
    ago: int | None = None
    short_year: bool = False
    only_before_christ: bool = False


@dataclass(frozen=True, slots=True)
class EitherDate:
    """04/05/2016: the fourth of May or the fifth of April."""

    day_first: Date
    month_first: Date


@dataclass(frozen=True, slots=True)
class Decade:
    digits: str
    before_christ: bool = False
    short: bool = False


@dataclass(frozen=True, slots=True)
class Century:
    number: int
    before_christ: bool = False


@dataclass(frozen=True, slots=True)
class Season:
    code: str
    year: int | None = None
    before_christ: bool = False
    step: int | None = None
    text: bool = False


@dataclass(frozen=True, slots=True)
class Portion:
    """A quarter or half of a year: `code` Q1 to Q4, H1 or H2."""

    code: str
    year: int | None
    ago: int | None = None


@dataclass(frozen=True, slots=True)
class Near:
    """Today, yesterday, last night: days from publication, with a part of the day."""

    step: int
    part: str | None = None
    overnight: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """ "last week", "this year", "the following month": a calendar unit before or after the anchor.

    `text` counts from the last date of the text, `bare` marks "the week", which leans on either.
    """

    step: int
    unit: str
    text: bool = False
    bare: bool = False


@dataclass(frozen=True, slots=True)
class StepMonth:
    step: int
    month: int
    text: bool = False


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday; `step` for "last Friday", `week` when the step counts weeks ("Monday of last week")."""

    weekday: int
    part: str | None = None
    step: int | None = None
    week: bool = False


@dataclass(frozen=True, slots=True)
class PartOfDay:
    """ "that morning", "the morning of 5 May", "in the evening"; `any_day` for "at night"."""

    part: str
    date: Date | None = None
    step: int = 0
    any_day: bool = False


@dataclass(frozen=True, slots=True)
class Shift:
    """ "two weeks ago", "three days later": `count` is None when vague; `text` counts from the last date of the text."""

    count: float | None
    unit: str
    sign: int
    text: bool = False


@dataclass(frozen=True, slots=True)
class Length:
    """A duration.

    `side` is -1 or 1 for one that ends or begins at the anchor ("the past two weeks"); `recent` marks "recent years",
    `after` the word "in" or "within" before it, which makes it a date ahead when the verb looks ahead.
    """

    count: float | None
    unit: str
    side: int = 0
    text: bool = False
    recent: bool = False
    after: str = ""


@dataclass(frozen=True, slots=True)
class LengthOf:
    """ "the last two weeks of February 1951": a duration at an end of a month or year; `side` -1 first, 1 last, 0 between."""

    count: float | None
    unit: str
    side: int
    date: Date


@dataclass(frozen=True, slots=True)
class Repeat:
    value: str


@dataclass(frozen=True, slots=True)
class Vague:
    value: str


@dataclass(frozen=True, slots=True)
class Clock:
    time: str
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A named day: its `rule` in the data file."""

    rule: str
    year: int | None = None
    step: int | None = None


@dataclass(frozen=True, slots=True)
class Narrow:
    """A third of another stretch: `third` is early, mid or late; H1 or H2 for a half; before or after for "earlier this year"."""

    inner: Stretch
    third: str


Stretch = Date | Decade | Century | Season | Portion | Near | Step | StepMonth | Weekday | Named
Reading = Stretch | EitherDate | PartOfDay | Shift | Length | LengthOf | Repeat | Vague | Clock | Narrow
