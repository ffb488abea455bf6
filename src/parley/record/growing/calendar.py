"""Which events are of which days and themes, kept from build to build; and the timeline, a day at a time."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from parley.record.growing.desk import Desk, Units
from parley.record.growing.parts import Brief, Parts, read_brief
from parley.record.memory import Memory
from parley.record.timeline import LONGEST, make_day

KINDS = ("day", "theme", "undone")
_MONTH = 31
"""Days of a month of this calendar, which only cuts time into pieces."""
_MOST_MONTHS = 24
"""Months of an event that is kept under each of them."""
_MOST_SOUGHT = 600
"""Months that are looked through for events."""


def keep_calendar(parts: Parts, memory: Memory) -> None:
    """Takes events that are gone out, and puts those in that are new: under their days, their themes, and that of what they say is not done."""
    for kind in KINDS:
        left = [(place, brief.id) for brief in parts.gone for place in _places(kind, brief)]
        memory.refile(kind, left, [(place, brief.id, brief.row) for brief in parts.come for place in _places(kind, brief)])
    counted: int = memory.read("count", ["events"]).get("events", 0)
    memory.write("count", "events", counted + len(parts.come) - len(parts.gone))


def _places(kind: str, brief: Brief) -> Collection[str]:
    if kind == "undone":
        return {theme for theme, *_ in brief.negated}
    if brief.when is None:
        return ()
    return ("/".join(map(str, brief.when)),) if kind == "day" else () if brief.historical else months(brief.theme, *brief.when)


def months(theme: str, first: int, last: int) -> Collection[str]:
    """Returns under which months events of a theme and of some days stand; what takes very long stands under none."""
    span = range(first // _MONTH, last // _MONTH + 1)
    return [f"{theme} {month}" for month in span] if len(span) <= _MOST_MONTHS else [theme]


def months_of(theme: str, first: int, last: int) -> Collection[str]:
    """Returns where all events of a theme stand that touch some days; of very many days the first ones."""
    return [theme, *(f"{theme} {month}" for month in range(first // _MONTH, min(last // _MONTH, first // _MONTH + _MOST_SOUGHT) + 1))]


def find_briefs(kind: str, places: Collection[str], memory: Memory) -> dict[str, list[Brief]]:
    """Returns the events that stand in some places of the calendar."""
    return {place: [read_brief(row) for row in rows.values()] for place, rows in memory.read(kind, places).items()}


def keep_days(parts: Parts, days: Collection[int], desk: Desk, units: Units) -> None:
    """Files the days of the timeline that have other events, or that other sources mention.

    Args:
        days: those that articles mention which changed, or changed their source.
    """
    memory = units.memory
    spans = {place for brief in (*parts.gone, *parts.come) for place in _places("day", brief)} | {f"{day}/{day}" for day in days}
    rows = memory.read("day", spans)
    mentioned = memory.holders("mentioned", {span.partition("/")[0] for span in spans})
    desk.events(id_ for held in rows.values() for id_ in held)
    for span in sorted(spans):
        first, last = map(int, span.split("/"))
        events = list(desk.events(sorted(rows.get(span, ()))).values())
        sources = {desk.source_of[id_] for id_ in mentioned.get(str(first), ())} if first == last else set()
        if events and last - first < LONGEST:
            units.put(f"day {span}", [("timeline", make_day(date.fromordinal(first), date.fromordinal(last), events, sources))])
        else:
            units.drop([f"day {span}"])
