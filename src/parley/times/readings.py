"""What a rule captured → what the words say, before anybody asks which day that is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from parley.lexicon.times import Rule, TimeLexicon
from parley.times.numbers import read_number
from parley.times.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Captured:
    """A rule's match: the token spans of its named groups."""

    tokens: Tokens
    spans: Mapping[str, tuple[int, int]]
    rule: Rule
    lexicon: TimeLexicon
    whole: tuple[int, int]

    def words(self, group: str) -> tuple[str, ...]:
        first, last = self.spans.get(group, (0, 0))
        return self.tokens.words[first:last]

    def has(self, group: str) -> bool:
        return group in self.spans

    def value(self, group: str, *classes: str) -> str | None:
        """Returns what the group's words mean in the first class that knows one of them."""
        for word in self.words(group):
            for name in classes:
                if (name, word) in self.lexicon.values:
                    return self.lexicon.values[name, word]
        return None

    def integer(self, group: str, *classes: str) -> int | None:
        value = self.value(group, *classes) if classes else next((w for w in self.words(group) if w.strip("'’‘")[:1].isdigit()), None)
        digits = "".join(c for c in value or "" if c.isdigit() or c == "-")
        return int(digits) if digits else None

    def quantity(self, group: str) -> float | None:
        """Returns the number, or None where it is vague ("several")."""
        return read_number(self.words(group), self.lexicon)


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
    is_stretch = True


@dataclass(frozen=True, slots=True)
class Decade:
    digits: str
    before_christ: bool = False
    short: bool = False
    is_stretch = True


@dataclass(frozen=True, slots=True)
class Century:
    number: int
    before_christ: bool = False
    is_stretch = True


@dataclass(frozen=True, slots=True)
class Season:
    code: str
    year: int | None = None
    before_christ: bool = False
    step: int | None = None
    text: bool = False
    is_stretch = True


@dataclass(frozen=True, slots=True)
class Portion:
    """A quarter or half of a year: `code` Q1 to Q4, H1 or H2."""

    code: str
    year: int | None
    ago: int | None = None
    is_stretch = True


@dataclass(frozen=True, slots=True)
class Near:
    """Today, yesterday, last night: days from publication, with a part of the day."""

    step: int
    part: str | None = None
    is_stretch = True


@dataclass(frozen=True, slots=True)
class Step:
    """ "last week", "this year", "the following month": a calendar unit before or after the anchor.

    `text` counts from the last date of the text, `bare` marks "the week", which leans on either.
    """

    step: int
    unit: str
    text: bool = False
    bare: bool = False
    is_stretch = True


@dataclass(frozen=True, slots=True)
class StepMonth:
    step: int
    month: int
    text: bool = False
    is_stretch = True


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday; `step` for "last Friday", `week` when the step counts weeks ("Monday of last week")."""

    weekday: int
    part: str | None = None
    step: int | None = None
    week: bool = False
    is_stretch = True


@dataclass(frozen=True, slots=True)
class PartOfDay:
    """ "that morning", "the morning of 5 May", "in the evening"."""

    part: str
    date: Date | None = None
    step: int = 0
    is_stretch = False


@dataclass(frozen=True, slots=True)
class Shift:
    """ "two weeks ago", "three days later": `count` is None when vague; `text` counts from the last date of the text."""

    count: float | None
    unit: str
    sign: int
    text: bool = False
    weekday: int | None = None
    is_stretch = False


@dataclass(frozen=True, slots=True)
class Length:
    """A duration. `side` -1 or 1 for one that ends or begins at the anchor ("the past two weeks")."""

    count: float | None
    unit: str
    side: int = 0
    text: bool = False
    is_stretch = False


@dataclass(frozen=True, slots=True)
class LengthOf:
    """ "the last two weeks of February 1951": a duration at an end of a month or year; `side` -1 first, 1 last, 0 between."""

    count: float | None
    unit: str
    side: int
    date: Date
    is_stretch = False


@dataclass(frozen=True, slots=True)
class Repeat:
    value: str
    is_stretch = False


@dataclass(frozen=True, slots=True)
class Vague:
    value: str
    is_stretch = False


@dataclass(frozen=True, slots=True)
class Clock:
    time: str
    zone: str = ""
    is_stretch = False


@dataclass(frozen=True, slots=True)
class Named:
    """A named day: its `rule` in the data file."""

    rule: str
    year: int | None = None
    step: int | None = None
    is_stretch = True


@dataclass(frozen=True, slots=True)
class Narrow:
    """A third of another stretch: `third` is early, mid or late."""

    inner: Stretch
    third: str
    is_stretch = False


Stretch = Date | Decade | Century | Season | Portion | Near | Step | StepMonth | Weekday | Named
Reading = Stretch | PartOfDay | Shift | Length | LengthOf | Repeat | Vague | Clock | Narrow


def _step(c: Captured, group: str = "s") -> int | None:
    return c.integer(group, "STEP", "TEXTSTEP")


def _year_phrase(c: Captured, group: str = "t") -> tuple[int | None, int | None]:
    """ "of that year" → (0, None); "of last year" → (None, -1): a step from the text's year or from the publication's."""
    words = c.words(group)
    if not words:
        return None, None
    if "last" in words or ("this" in words):
        return None, -1 if "last" in words else 0
    if "next" in words and "the" not in words:
        return None, 1
    return (-1 if "previous" in words else 1 if "following" in words or "next" in words else 0), None


def read_date(c: Captured) -> Reading | None:
    year = c.integer("y")
    short = year is not None and c.tokens.shape[c.spans["y"][0]] == "a"
    if year is None and c.has("z"):
        year = c.integer("z")
    if c.has("z") and c.spans.get("y") == c.spans["z"]:
        year = _second_year(c)
        if year is None:
            return None
    month = c.integer("m", "MONTH", "MONABBR") or c.integer("m")
    day = c.integer("d")
    if (month or 1) > 12 or (day is not None and not 1 <= day <= 31):
        return None
    that, ago = _year_phrase(c)
    weekday = c.integer("w", "WEEKDAY", "DAYABBR")
    before_christ = c.value("e", "ERA") == "BC" or "bc" in c.rule.constants
    return Date(year, month, day, weekday, before_christ, that, ago, short, "bc" in c.rule.constants)


def _second_year(c: Captured) -> int | None:
    """The 18 of "1914-18"; None when it would not come after the first."""
    first = c.tokens.words[c.whole[0]]
    digits = c.words("z")[0]
    year = int(first[: 4 - len(digits)] + digits)
    return year if int(first) < year else None


def read_slashed(c: Captured) -> Reading | None:
    a, b, year = int(c.words("a")[0]), int(c.words("b")[0]), int(c.words("y")[0])
    year = year if year > 99 else 2000 + year if year < 50 else 1900 + year
    if a > 12 >= b:
        return Date(year, b, a)
    if b > 12 >= a or (a == b and a <= 12):
        return Date(year, a, b)
    return None


def read_decade(c: Captured) -> Reading | None:
    word = c.words("d")[0]
    if (value := c.value("d", "TENS")) is not None:
        return Decade(value)
    digits = "".join(ch for ch in word if ch.isdigit())
    if not digits.endswith("0"):
        return None
    if len(digits) == 2:
        return Decade("19" + digits[0], short=True)
    before_christ = c.value("e", "ERA") == "BC"
    return Decade(digits[:-1].zfill(3), before_christ)


def read_century(c: Captured) -> Reading | None:
    number = c.integer("n") or (c.integer("o", "ORDINAL") or 0) + (c.integer("b", "NUMBER") or 0)
    return Century(number, c.value("e", "ERA") == "BC") if 1 <= number <= 40 else None


def read_season(c: Captured) -> Reading | None:
    code = c.value("s", "SEASON", "FALL") or ""
    that, ago = _year_phrase(c)
    step = that if that is not None else ago
    return Season(code, _full_year(c), c.value("e", "ERA") == "BC", step, text=that is not None)


def _full_year(c: Captured) -> int | None:
    year = c.integer("y")
    return 1900 + year if year is not None and year < 100 and c.tokens.shape[c.spans["y"][0]] == "a" else year


def read_step_season(c: Captured) -> Reading | None:
    return Season(c.value("n", "SEASON", "FALL") or "", step=_step(c), text=c.value("s", "TEXTSTEP") is not None)


def read_quarter(c: Captured) -> Reading | None:
    number = c.integer("o", "ORDINAL") or c.integer("o")
    year = c.integer("y")
    words = c.tokens.words[c.whole[0] : c.whole[1]]
    ago = -1 if "last" in words else 0 if "this" in words else None
    return Portion(f"Q{number}", year, ago) if number and 1 <= number <= 4 else None


def read_half(c: Captured) -> Reading | None:
    words = c.tokens.words[c.whole[0] : c.whole[1]]
    return Portion("H1" if "first" in words else "H2", c.integer("y"))


def read_near(c: Captured) -> Reading | None:
    return Near(int(c.rule.constants["step"]), c.value("p", "PART") or c.rule.constants.get("part"))


def read_overnight(c: Captured) -> Reading | None:
    return Near(0, "NI")


def read_step(c: Captured) -> Reading | None:
    unit = c.value("u", "ONE", "UNIT") or ("D" if not c.has("u") else "")
    if c.has("u") and c.tokens.text[c.tokens.starts[c.spans["u"][0]]].isupper() and not c.tokens.text[c.tokens.ends[c.spans["u"][0]] - 1].isupper():
        return None
    if c.words("u")[:1] == ("night",):
        return PartOfDay("NI", None, int(c.rule.constants.get("step", "0")))
    fixed = c.rule.constants.get("step")
    step = int(fixed) if fixed is not None else _step(c)
    if step is None or not unit:
        return None
    return Step(step, unit, "text" in c.rule.constants, "the" in c.rule.constants)


def read_step_month(c: Captured) -> Reading | None:
    month = c.integer("m", "MONTH", "MONABBR")
    step = _step(c)
    if month is None or step is None:
        return None
    if c.rule.name == "month_last":
        return Date(month=month, ago=step)
    return StepMonth(step, month, c.value("s", "TEXTSTEP") is not None)


def read_step_day(c: Captured) -> Reading | None:
    weekday = c.integer("w", "WEEKDAY")
    return None if weekday is None else Weekday(weekday, c.value("p", "PART"), _step(c), c.rule.name == "weekday_week")


def read_weekday(c: Captured) -> Reading | None:
    weekday = c.integer("w", "WEEKDAY", "DAYABBR")
    return None if weekday is None else Weekday(weekday, c.value("p", "PART", "NOON"))


def read_part(c: Captured) -> Reading | None:
    part = c.value("p", "PART", "DAYTIME") or ""
    if c.has("m"):
        return PartOfDay(part, Date(c.integer("y"), c.integer("m", "MONTH", "MONABBR"), c.integer("d"), c.integer("w", "WEEKDAY")))
    return PartOfDay(part, None, int(c.rule.constants.get("step", "0")))


def read_shift(c: Captured) -> Reading | None:
    count = c.quantity("q") if c.has("q") else 1.0
    return Shift(count, c.value("u", "UNIT") or "D", int(c.rule.constants["sign"]), "text" in c.rule.constants)


def read_from_day(c: Captured) -> Reading | None:
    count = c.quantity("q") if c.has("q") else 1.0
    return Shift(count, c.value("u", "UNIT") or "D", 1, weekday=c.integer("w", "WEEKDAY"))


def read_length(c: Captured) -> Reading | None:
    unit = c.value("u", "UNIT") or ""
    words = c.tokens.words[c.whole[0] : c.whole[1]]
    count = c.quantity("q") if c.has("q") else None if c.words("u")[0] in _MANY else 0.5 if "half" in words else 1.0
    if "half" in c.rule.constants:
        count = (count or 0.0) + 0.5
    if unit == "Q" or (unit == "S" and (count is None or count == 1.0)):
        return None
    if unit == "E" or not unit:
        return None
    side = c.integer("s", "STEP", "TEXTSTEP") or (-1 if "recent" in c.words("s") else 0)
    return Length(count, unit, side, c.value("s", "TEXTSTEP") is not None)


def read_length_of(c: Captured) -> Reading | None:
    unit = c.value("u", "UNIT") or ""
    word = c.tokens.words[c.whole[0] + 1]
    side = -1 if word in ("first", "opening") else 1 if word in ("last", "final", "closing") else 0
    if not unit or unit == "E":
        return None
    count = c.quantity("q") if c.has("q") else None if c.words("u")[0] in _MANY else 1.0
    return LengthOf(count, unit, side, Date(_full_year(c), c.integer("m", "MONTH")))


_MANY = frozenset("seconds minutes hours days weeks months years decades centuries nights".split())
_SET_FORMS: Mapping[str, str] = MappingProxyType(
    {"D": "P1D", "W": "P1W", "M": "P1M", "Y": "P1Y", "H": "PT1H", "Q": "P1Q", "T": "P1DE", "C": "P1CE", "N": "XXXX-XX-XXTNI"}
)


def read_repeat(c: Captured) -> Reading | None:
    if c.has("o"):
        return Repeat(c.value("o", "OFTEN") or "")
    if c.has("w"):
        part = c.value("p", "PART")
        return Repeat(f"XXXX-WXX-{c.value('w', 'WEEKDAY', 'WEEKDAYS')}" + (f"T{part}" if part else ""))
    if c.has("m"):
        return Repeat(f"XXXX-{c.integer('m', 'MONTH'):02d}")
    if c.has("n"):
        return Repeat(f"XXXX-{c.value('n', 'SEASON')}")
    if c.has("p"):
        return Repeat(f"XXXX-XX-XXT{c.value('p', 'PART')}")
    unit = c.value("u", "UNIT")
    if unit is None:
        return Repeat("P1Y" if "year" in c.tokens.words[c.whole[0] : c.whole[1]] else "P1D")
    words = c.tokens.words[c.whole[0] : c.whole[1]]
    count = c.quantity("q") if c.has("q") and "times" not in words else 2 if "other" in words else 1
    return Repeat(length_value(count, unit))


def read_vague(c: Captured) -> Reading | None:
    value = c.rule.constants.get("value") or c.value("v", "NOW", "RECENT", "RECENTLY", "FUTURE")
    return Vague(value) if value else None


def read_clock(c: Captured) -> Reading | None:
    zone = c.value("z", "ZONE") or ""
    if c.has("n"):
        return Clock(c.value("n", "NOON") or "")
    if c.has("f"):
        digits = c.words("f")[0]
        hour, minute = int(digits[:2]), int(digits[2:])
    elif c.has("w"):
        hour, minute = int(float(c.value("w", "NUMBER") or 0)), 0
    else:
        whole, _, rest = c.words("h")[0].partition(".")
        hour, minute = int(whole), int(rest or (c.words("i") or ("0",))[0])
    half = c.value("a", "MERIDIEM")
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "PM" else 0)
    return Clock(f"{hour:02d}:{minute:02d}", "Z" if zone == "UTC" else "") if hour <= 24 and minute < 60 else None


def read_named(c: Captured) -> Reading | None:
    first, last = c.spans["n"]
    if not (c.tokens.text[c.tokens.starts[first]].isupper() or c.words("n")[0].isdigit()):
        return None
    key = " ".join(c.words("n")).replace("’", "'").replace("‘", "'")
    rule = c.lexicon.days.get(key)
    return Named(rule, c.integer("y"), _step(c)) if rule else None


def length_value(count: float | None, unit: str) -> str:
    """Writes a TIMEX3 duration: P3D, PT48H, P2.5Y, PXM."""
    if unit == "F":
        unit, count = "W", None if count is None else count * 2
    number = "X" if count is None else f"{count:g}" if count < 1e6 else str(int(count))
    clock = {"S": "S", "TM": "M", "H": "H"}.get(unit)
    if clock:
        return f"PT{number}{clock}"
    if unit == "T":
        return f"P{number}DE"
    if unit == "C":
        return f"P{number}CE"
    if unit == "K":
        return f"P{number}ML"
    return f"P{number}{ {'N': 'D', 'E': 'WE'}.get(unit, unit) }"


READERS: Mapping[str, Callable[[Captured], Reading | None]] = MappingProxyType(
    {
        "date": read_date, "slashed": read_slashed, "decade": read_decade, "century": read_century, "season": read_season,
        "stepseason": read_step_season, "quarter": read_quarter, "half": read_half, "near": read_near, "overnight": read_overnight,
        "step": read_step, "stepmonth": read_step_month, "stepday": read_step_day, "weekday": read_weekday, "part": read_part,
        "shift": read_shift, "fromday": read_from_day, "length": read_length,
        "lengthof": read_length_of, "repeat": read_repeat, "vague": read_vague,
        "clock": read_clock, "named": read_named,
    }
)  # fmt: skip
