"""A claim's bounds, words and window → the short forms the ledger shows."""

from __future__ import annotations

from parley.model import Claim
from parley.publish.days import days_label, span_label
from parley.publish.labels import clip

COUNTABLE = 1e12
"""No figure of people, attacks or hours is larger; one that is was misread or made to do harm."""


def words_label(claim: Claim) -> str:
    """The figure as written, with the words that bound it; empty when that is no more than the bare number."""
    written = claim.span.text
    if claim.wording and claim.wording.casefold() not in written.casefold():
        written = f"{claim.wording} {written}"
    return "" if written == bounds_label(claim.low, claim.high) else clip(written, 60)


def window_label(claim: Claim) -> str:
    """Returns the days a figure covers, or an empty text when it names none."""
    if claim.since and claim.until:
        return span_label(min(claim.since.first, claim.until.first), max(claim.since.last, claim.until.last))
    if claim.since:
        return f"since {days_label(claim.since)}"
    return f"until {days_label(claim.until)}" if claim.until else ""


def bounds_label(low: float | None, high: float | None) -> str:
    """Returns `≥ 14`, `≤ 20`, `14–20` or `14`."""
    if low is None:
        return f"≤ {number(high or 0)}"
    if high is None:
        return f"≥ {number(low)}"
    return number(low) if low == high else f"{number(low)}–{number(high)}"


def number(value: float) -> str:
    """Returns `290,000` or `1.5`; beyond all that can be counted, the magnitude alone."""
    if not abs(value) < COUNTABLE:
        return f"{value:.3g}"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"
