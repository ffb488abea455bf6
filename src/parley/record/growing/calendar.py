"""Which events are of which days, kept from build to build; and the timeline, a day at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from parley.model import identify
from parley.record.growing.cards import Card
from parley.record.growing.desk import Desk, Units
from parley.record.growing.parts import Brief, Parts
from parley.record.memory import Json, Memory
from parley.record.timeline import LONGEST, make_day


class Entry(NamedTuple):
    """An event with days, and the part it is of."""

    first: int
    last: int
    id: str
    part: str
    theme: str
    type: str
    historical: bool


@dataclass(frozen=True, slots=True)
class Calendar:
    """All events with days, in order of those; and what events say has not been done: theme, day of publication, who, what, event and part.

    `count` is that of all events.
    """

    entries: tuple[Entry, ...]
    undone: tuple[tuple[str, int | None, frozenset[str], tuple[str, ...], tuple[str, str]], ...]
    count: int


def keep_calendar(parts: Parts, memory: Memory) -> Calendar:
    """Takes events that are gone out, and puts those in that are new."""
    spans = {span for brief in (*parts.gone, *parts.come) if (span := _span(brief))}
    rows: dict[str, Json] = {span: {} for span in sorted(spans)} | memory.read("day", spans)
    state = memory.read("events", ["undone", "count"])
    open_, count = state.get("undone", {}), state.get("count", 0) + len(parts.come) - len(parts.gone)
    for brief in parts.gone:
        rows.get(_span(brief), {}).pop(brief.id, None)
        open_.pop(brief.id, None)
    for brief in parts.come:
        if span := _span(brief):
            rows[span][brief.id] = (brief.part, brief.theme, brief.type, brief.historical)
        if brief.negated:
            open_[brief.id] = (brief.part, brief.negated)
    for span, row in rows.items():
        memory.write("day", span, row) if row else memory.drop("day", span)
    memory.write("events", "undone", open_)
    memory.write("events", "count", count)
    return _read(memory.read_all("day"), open_, count)


def _span(brief: Brief) -> str:
    return "/".join(map(str, brief.when or ()))


def _read(rows: Mapping[str, Json], open_: Mapping[str, Json], count: int) -> Calendar:
    entries = [
        Entry(first, last, id_, part, theme, type_, historical)
        for span, held in rows.items()
        for first, last in [map(int, span.split("/"))]
        for id_, (part, theme, type_, historical) in held.items()
    ]
    undone = [
        (theme, later, frozenset(people), tuple(counted), (id_, part))
        for id_, (part, negated) in open_.items()
        for theme, later, people, counted in negated
    ]
    return Calendar(tuple(sorted(entries)), tuple(undone), count)


def keep_days(calendar: Calendar, cards: Mapping[str, Card], source_of: Mapping[str, str], desk: Desk, units: Units) -> None:
    """Files the days of the timeline."""
    mentions: dict[int, set[str]] = defaultdict(set)
    for article, card in cards.items():
        for day in card.days:
            mentions[day].add(source_of[article])
    spans: dict[tuple[int, int], list[Entry]] = defaultdict(list)
    for entry in calendar.entries:
        if entry.last - entry.first < LONGEST:
            spans[entry.first, entry.last].append(entry)
    keys = {_key(span, entries, mentions): (span, entries) for span, entries in spans.items()}
    missing = sorted(units.missing(keys))
    desk.events(entry.id for key in missing for entry in keys[key][1])
    for key in missing:
        (first, last), entries = keys[key]
        events = desk.events(entry.id for entry in entries)
        sources = mentions.get(first, set()) if first == last else set()
        units.put(key, [("timeline", make_day(date.fromordinal(first), date.fromordinal(last), list(events.values()), sources))])


def _key(span: tuple[int, int], entries: Iterable[Entry], mentions: Mapping[int, set[str]]) -> str:
    sources = sorted(mentions.get(span[0], ())) if span[0] == span[1] else ()
    return identify("t", *span, "".join(part for entry in entries for part in (entry.id, entry.part)), "".join(sources))
