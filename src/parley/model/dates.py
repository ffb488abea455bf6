"""Days that may be uncertain, and what a text says of time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from parley.model.text import Span


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """Days between `first` and `last`, both inclusive, and `how` they are known.

    `how` is `stated`, `metadata`, `relative:<rule>`, `inferred:<rule>` or `user`. An unknown date is None in place of
    an interval, never a guess.

    Raises:
        ValueError: when `last` is before `first` or `how` is empty.
    """

    first: date
    last: date
    how: str

    def __post_init__(self) -> None:
        if self.last < self.first or not self.how:
            raise ValueError(f"not an interval: {self.first} {self.last} {self.how!r}")

    @classmethod
    def day(cls, day: date, how: str) -> Interval:
        return cls(day, day, how)

    @property
    def is_day(self) -> bool:
        return self.first == self.last

    @property
    def days(self) -> int:
        """How many days it spans; 1 for a single day."""
        return (self.last - self.first).days + 1

    def meets(self, other: Interval, slack: int = 0) -> bool:
        """Returns whether both share a day, or lie at most `slack` days apart."""
        margin = timedelta(days=slack)
        return self.first <= other.last + margin and other.first <= self.last + margin

    def contains(self, other: Interval) -> bool:
        return self.first <= other.first and other.last <= self.last


@dataclass(frozen=True, slots=True)
class TimeValue:
    """A time expression: `type` and `value` as in TIMEX3 (`DATE TIME DURATION SET`), and the days it covers if known."""

    span: Span
    type: str
    value: str
    days: Interval | None
