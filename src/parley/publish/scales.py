"""Days and figures → positions in a picture, with the ticks to read them by."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta

from parley.publish.days import span_label


@dataclass(frozen=True, slots=True)
class Tick:
    at: float
    label: str


@dataclass(frozen=True, slots=True)
class DayScale:
    """Maps days between `first` and `last` to pixels between `left` and `right`."""

    first: date
    last: date
    left: float
    right: float

    def at(self, day: date) -> float:
        """Returns the middle of a day; days outside lie on the edge."""
        length = (self.last - self.first).days + 1
        offset = min(max((day - self.first).days, 0), length - 1) + 0.5
        return round(self.left + (self.right - self.left) * offset / length, 1)

    def ticks(self, wanted: int = 7) -> tuple[Tick, ...]:
        """Returns about `wanted` round days: each day, week, month, quarter or year."""
        return tuple(Tick(self.at(day), label) for day, label in _round_days(self.first, self.last, wanted))


@dataclass(frozen=True, slots=True)
class FigureScale:
    """Maps figures to pixels from `bottom` up to `top`, by magnitude where they spread over more than two of them."""

    low: float
    high: float
    bottom: float
    top: float

    @property
    def is_log(self) -> bool:
        return self.low > 0 and self.high / self.low > 60

    def at(self, figure: float) -> float:
        low, high = self.low, self.high
        if self.is_log:
            figure, low, high = math.log10(max(figure, self.low)), math.log10(low), math.log10(high)
        share = (figure - low) / (high - low) if high > low else 0.5
        return round(self.bottom + (self.top - self.bottom) * min(max(share, 0.0), 1.0), 1)

    def ticks(self) -> tuple[Tick, ...]:
        if self.is_log:
            powers = range(math.floor(math.log10(self.low)), math.ceil(math.log10(self.high)) + 1)
            return tuple(Tick(self.at(10.0**p), f"{10**p:,}") for p in powers if self.low <= 10**p <= self.high)
        step = _round_step((self.high - self.low) / 4)
        first = math.ceil(self.low / step)
        return tuple(Tick(self.at(n * step), f"{n * step:,g}") for n in range(first, math.floor(self.high / step) + 1))


def _round_step(rough: float) -> float:
    size = 10.0 ** math.floor(math.log10(max(rough, 1)))
    return next((size * m for m in (1, 2, 5) if size * m >= rough), size * 10)


def _round_days(first: date, last: date, wanted: int) -> list[tuple[date, str]]:
    days = (last - first).days + 1
    if days <= 60:
        step = max(1, math.ceil(days / wanted))
        marked = [first + timedelta(n) for n in range(0, days, step)]
        return [(day, span_label(day, day)[:-5].replace(span_label(day, day).split()[1], span_label(day, day).split()[1][:3])) for day in marked]
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    step = next((s for s in (1, 3, 6, 12, 24, 60, 120, 240) if months / s <= wanted), 600)
    starts = [_month(first.year, first.month + n) for n in range(-first.month, months + 12) if (first.month + n - 1) % step == 0]
    return [(day, str(day.year) if step >= 12 else f"{day:%b} {day.year}") for day in starts if first <= day <= last]


def _month(year: int, month: int) -> date:
    """The first day of a month; months under 1 and over 12 fall in other years."""
    return date(min(max(year + (month - 1) // 12, 1), 9999), (month - 1) % 12 + 1, 1)
