"""Durations + an anchor → values, and days where they end or begin at a known day."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parley.times import calendar as cal
from parley.times.anchors import Memory, Resolved
from parley.times.read_lengths import length_value
from parley.times.readings import Length, LengthOf
from parley.times.tense import AHEAD, BACK

_DAYS: Mapping[str, float] = MappingProxyType(
    {"H": 1 / 24, "D": 1.0, "N": 1.0, "W": 7.0, "F": 14.0, "M": 30.4, "Y": 365.25, "T": 3652.5, "C": 36525.0}
)
# "the next few days" has no number: at seven days, or four of a larger unit, one would name the next larger.
_FEW: Mapping[str, float] = MappingProxyType({"H": 24.0, "D": 7.0, "N": 7.0})
_FEW_OTHERS = 4.0
_LONGEST = 200_000


def resolve_length(r: Length, memory: Memory, direction: int) -> Resolved:
    """Gives "the past two weeks" its days, and "will … in two weeks"; a plain duration has none."""
    if r.recent:
        return Resolved("DATE", "PAST_REF")
    value = length_value(r.count, r.unit)
    days = _DAYS.get(r.unit, 0.0) * (r.count if r.count is not None else _FEW.get(r.unit, _FEW_OTHERS))
    side = 1 if r.after and not r.side and direction == AHEAD else r.side
    if not side or memory.anchor is None or r.text or (side > 0 and direction == BACK) or not 0 < days < _LONGEST:
        return Resolved("DURATION", value)
    other = cal.shift_days(memory.anchor, side * max(1, round(days)))
    if r.after == "in" and not r.side and r.count is not None:
        slack = max(0, round(days / r.count) // 2) if r.unit != "D" else 0
        return Resolved("DURATION", value, cal.shift_days(other, -slack), cal.shift_days(other, slack), "relative:in_span")
    return Resolved("DURATION", value, min(memory.anchor, other), max(memory.anchor, other), f"relative:{'past' if side < 0 else 'next'}_span")


def resolve_length_of(r: LengthOf, whole: Resolved | None) -> Resolved:
    """Cuts "the last two weeks" out of the month or year it belongs to."""
    value = length_value(r.count, r.unit)
    days = _DAYS.get(r.unit, 0.0) * (r.count or 0.0)
    if whole is None or whole.first is None or whole.last is None or not 0 < days < _LONGEST:
        return Resolved("DURATION", value)
    extra = max(0, round(days) - 1)
    if r.side < 0:
        return Resolved("DURATION", value, whole.first, min(whole.last, cal.shift_days(whole.first, extra)), "inferred:first_part")
    if r.side > 0:
        return Resolved("DURATION", value, max(whole.first, cal.shift_days(whole.last, -extra)), whole.last, "inferred:last_part")
    return Resolved("DURATION", value, whole.first, whole.last, "inferred:part")
