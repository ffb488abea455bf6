"""Captured words → dates, decades, centuries, seasons, parts of a year and named days."""

from __future__ import annotations

from parley.times.captured import Captured
from parley.times.readings import Century, Date, Decade, EitherDate, Named, Portion, Season, StepMonth


def read_date(c: Captured) -> Date | None:
    """Reads a date with any of its parts missing; None when a part is out of range."""
    year = _second_year(c) if c.has("z") and c.spans.get("y") == c.spans["z"] else c.year()
    if year is None and c.has("z"):
        return None
    month = c.integer("m", "MONTH", "MONABBR") or c.integer("m")
    day = c.integer("d")
    if (month or 1) > 12 or (day is not None and not 1 <= day <= 31):
        return None
    that, ago = _year_phrase(c)
    return Date(
        year=year,
        month=month,
        day=day,
        weekday=c.integer("w", "WEEKDAY", "DAYABBR"),
        before_christ=c.is_before_christ(),
        that=that,
        ago=ago,
        short_year=c.has_short_year(),
        only_before_christ="bc" in c.rule.constants,
    )


def _year_phrase(c: Captured) -> tuple[int | None, int | None]:
    """ "of that year" → (0, None); "last year" → (None, -1): a step from the text's year, or from the publication's."""
    words = c.words("t")
    if not words:
        return None, None
    if "last" in words:
        return None, -1
    if "this" in words:
        return None, 0
    if "next" in words and "the" not in words:
        return None, 1
    return (-1 if "previous" in words else 1 if "following" in words or "next" in words else 0), None


def _second_year(c: Captured) -> int | None:
    """The 18 of "1914-18"; None when it would not come after the first."""
    first, digits = c.tokens.words[c.first], c.words("z")[0]
    year = int(first[: 4 - len(digits)] + digits)
    return year if int(first) < year else None


def read_slashed(c: Captured) -> Date | EitherDate | None:
    """Reads 26/08/2016 and 08/26/2016; 04/05/2016 may be either."""
    a, b, year = int(c.words("a")[0]), int(c.words("b")[0]), int(c.words("y")[0])
    year = year if year > 99 else 2000 + year if year < 50 else 1900 + year
    if a > 12 >= b:
        return Date(year, b, a)
    if b > 12 >= a or a == b <= 12:
        return Date(year, a, b)
    return EitherDate(Date(year, b, a), Date(year, a, b)) if max(a, b) <= 12 else None


def read_decade(c: Captured) -> Decade | Century | None:
    """Reads the 1870s, the '70s, the seventies; the 1800s are a century, the 2000s a decade."""
    if (value := c.value("d", "TENS")) is not None:
        return Decade(value, short=True)
    digits = "".join(ch for ch in c.words("d")[0] if ch.isdigit())
    if not digits.endswith("0"):
        return None
    if len(digits) == 2:
        return Decade("19" + digits[0], short=True)
    if digits.endswith("00") and digits[0] == "1":
        return Century(int(digits) // 100 + (not c.is_before_christ()), c.is_before_christ())
    return Decade(digits[:-1].zfill(3), c.is_before_christ())


def read_century(c: Captured) -> Century | None:
    number = c.integer("n") or (c.integer("o", "ORDINAL") or 0) + (c.integer("b", "NUMBER") or 0)
    return Century(number, c.is_before_christ()) if 1 <= number <= 40 else None


def read_season(c: Captured) -> Season | None:
    code = c.value("s", "SEASON", "FALL")
    that, ago = _year_phrase(c)
    year = full_year(c)
    return Season(code, year, c.is_before_christ(), that if that is not None else ago, that is not None) if code else None


def full_year(c: Captured) -> int | None:
    """The year of a capture in which '68 can only be 1968."""
    year = c.year()
    return 1900 + year if year is not None and c.has_short_year() else year


def read_step_season(c: Captured) -> Season | None:
    code = c.value("n", "SEASON", "FALL")
    return Season(code, step=c.step(), text=c.value("s", "TEXTSTEP") is not None) if code else None


def read_quarter(c: Captured) -> Portion | None:
    number = c.integer("o", "ORDINAL") or c.integer("o") or 0
    ago = -1 if "last" in c.all_words else 0 if "this" in c.all_words else None
    return Portion(f"Q{number}", c.year(), ago) if 1 <= number <= 4 else None


def read_half(c: Captured) -> Portion | None:
    number = c.integer("n") or (1 if "first" in c.all_words else 2)
    return Portion(f"H{number}", c.year()) if number in (1, 2) else None


def read_step_month(c: Captured) -> StepMonth | Date | None:
    """Reads "last April", and "April last year"."""
    month, step = c.integer("m", "MONTH", "MONABBR"), c.step()
    if month is None or step is None:
        return None
    return Date(month=month, ago=step) if "year" in c.all_words else StepMonth(step, month, c.value("s", "TEXTSTEP") is not None)


def read_named(c: Captured) -> Named | None:
    written = c.written("n")
    if not (written[0].isupper() or written[0].isdigit()):
        return None
    rule = c.lexicon.days.get(" ".join(c.words("n")).replace("’", "'").replace("‘", "'"))
    return Named(rule, c.year(), c.step()) if rule else None
