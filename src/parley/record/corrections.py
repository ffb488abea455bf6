"""A correction in words → the field it sets and the value it gives it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

from parley.model import CERTAINTIES, COMMITMENT_STATUSES, EVENT_TYPES, MEASURES, MODALITIES, Claim, Commitment, Interval, Place, Report
from parley.record.decisions import Decision

Parse = Callable[[str], object]


def _one_of(allowed: Iterable[str]) -> Parse:
    def parse(value: str) -> str:
        if value not in allowed:
            raise ValueError(f"{value!r} is not one of {', '.join(allowed)}")
        return value

    return parse


def parse_days(value: str) -> Interval:
    """Reads a day, or two parted by a slash.

    Raises:
        ValueError: when it is neither.
    """
    first, _, last = value.partition("/")
    return Interval(date.fromisoformat(first), date.fromisoformat(last or first), "user")


_REPORT_SLOTS: dict[str, Parse] = {
    "type": _one_of(EVENT_TYPES),
    "mode": str,
    "modality": _one_of(MODALITIES),
    "certainty": _one_of(CERTAINTIES),
    "claimant": str,
    "outcome": str,
    "when": parse_days,
}
_CLAIM_SLOTS: dict[str, Parse] = {
    "measure": _one_of(MEASURES),
    "low": float,
    "high": float,
    "who": str,
    "claimant": str,
    "place": str,
    "since": parse_days,
    "until": parse_days,
}
_COMMITMENT_SLOTS: dict[str, Parse] = {"actor": str, "action": str, "status": _one_of(COMMITMENT_STATUSES), "place": str, "due": parse_days}
_SLOTS: Mapping[type, Mapping[str, Parse]] = {Report: _REPORT_SLOTS, Claim: _CLAIM_SLOTS, Commitment: _COMMITMENT_SLOTS}
_MAY_BE_EMPTY = frozenset({"mode", "claimant", "outcome", "when", "low", "high", "who", "place", "since", "until", "actor", "due"})
_DATE_SLOT = {Report: "when", Claim: "until", Commitment: "due"}


def parse_correction(decision: Decision, kind: type, known: Iterable[Place]) -> dict[str, object]:
    """Reads a `correct`, `date` or `place` decision.

    Args:
        kind: the class of the item it is about.
        known: places of the record, among which a place is looked up by name.

    Returns:
        The name of a field of `kind`, and its new value; a correction without a value empties the field.

    Raises:
        ValueError: when the item has no such slot or the value does not fit it.
    """
    if decision.kind == "place" and kind is Report:
        return {"where": _place(decision.value, known)}
    slot = {"date": _DATE_SLOT.get(kind), "place": "place"}.get(decision.kind, decision.slot)
    parse = _SLOTS.get(kind, {}).get(slot or "")
    if slot is None or parse is None:
        raise ValueError(f"a {kind.__name__.lower()} has no {slot or decision.kind} to correct")
    if not decision.value and slot not in _MAY_BE_EMPTY:
        raise ValueError(f"{slot} cannot be empty")
    return {slot: parse(decision.value) if decision.value else None}


def _place(name: str | None, known: Iterable[Place]) -> Place | None:
    if not name:
        return None
    named = sorted((p for p in known if p.name.casefold() == name.casefold()), key=lambda p: (p.geonameid is None, p.geonameid or 0))
    found = named[0] if named else Place(name, None, None, None, None, "unlocated")
    return replace(found, span=None)
