"""Two figures for the same thing → do they exclude each other?

A figure is read as the range of true values that it admits: "more than 290" everything from 291, "about 40" what rounds
to it, "nine hours" anything nearer to nine than to eight or ten. Ranges that share a value never conflict.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date

from parley.model import Claim, Interval

_ROUND_FROM = 100
"""Exact-looking counts below this are taken as counted, not rounded."""
_ABOUT = 0.1
"""How far from the figure "about" may reach, as a share of it."""
_DOZEN = 0.2
"""How far from twelve "a dozen" may reach, as a share of it."""
_BODIES = frozenset("body bodies corpse corpses remains".split())
"""What was seen of the dead, who may be more."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One of the model's verdicts, and the rule behind it in words."""

    verdict: str
    why: str


@dataclass(frozen=True, slots=True)
class Range:
    """The values a figure admits, both ends included; an end may be infinite."""

    low: float
    high: float

    def meets(self, other: Range) -> bool:
        return self.low <= other.high and other.low <= self.high


def admitted(claim: Claim) -> Range:
    """Returns the true values that `claim` admits, bounds, estimates and rounding considered."""
    low = -math.inf if claim.low is None else claim.low
    high = math.inf if claim.high is None or is_of_bodies(claim) else claim.high
    if claim.low is None or claim.high is None or low != high:
        return Range(low, high)
    about = _DOZEN if "dozen" in claim.span.text.casefold() else _ABOUT if claim.wording else 0.0
    margin = max(_grain(low, claim.measure), low * about)
    return Range(low - margin, high + margin)


def exclude(a: Claim, b: Claim) -> bool:
    """Returns whether no true value satisfies both figures."""
    return not admitted(a).meets(admitted(b))


def compare(a: Claim, b: Claim, a_day: Interval | None, b_day: Interval | None) -> Verdict | None:
    """Compares two figures for the same thing.

    Args:
        a_day, b_day: the day up to which each counts, or None when nothing says.

    Returns:
        None when they are equal, or when it is unsure whether they exclude each other.
    """
    if (a.low, a.high) == (b.low, b.high):
        return None
    left, right = admitted(a), admitted(b)
    if left.meets(right):
        return Verdict("compatible", _why_compatible(a, b))
    if a_day is None or b_day is None:
        return None
    if not a_day.meets(b_day):
        return _growth(left, right, a_day, b_day)
    if a_day.is_day and b_day.is_day:
        return Verdict("conflict", f"both count the same up to {_day(a_day.first)}, and no value satisfies both")
    return None


def is_of_bodies(claim: Claim) -> bool:
    """Returns whether what is counted are bodies that were seen: there may be more dead."""
    behind = claim.sentence.text[max(0, claim.span.end - claim.sentence.start) :].split(maxsplit=1)
    return claim.measure == "killed" and bool(behind) and behind[0].strip(",.;").casefold() in _BODIES


def _growth(left: Range, right: Range, a_day: Interval, b_day: Interval) -> Verdict | None:
    if a_day.first > b_day.first:
        left, right, a_day, b_day = right, left, b_day, a_day
    if right.low > left.high:
        return Verdict("superseded", f"the figure grew between {_day(a_day.last)} and {_day(b_day.first)}; the later one stands")
    return None


def _why_compatible(a: Claim, b: Claim) -> str:
    if is_of_bodies(a) != is_of_bodies(b):
        return "bodies were seen, and there may be more dead"
    if a.high is None and b.high is None:
        return "two lower bounds never conflict"
    if a.low is None and b.low is None:
        return "two upper bounds never conflict"
    if None in (a.low, a.high, b.low, b.high):
        return "one is a bound, and the other lies within it"
    return "estimates or rounded figures that admit one true value"


def _grain(value: float, measure: str) -> float:
    """Half the step to which a figure seems rounded: half an hour for hours, half of the last digit that is not 0 for counts."""
    if measure == "duration":
        return 0.5 if value >= 2 else 0.25
    if value < _ROUND_FROM or value != int(value):
        return 0.0
    step, rest = 1, int(value)
    while rest % 10 == 0:
        step, rest = step * 10, rest // 10
    return step / 2 if step > 1 else 0.0


def _day(day: date) -> str:
    return day.isoformat()
