"""Events and mentioned days → the days that matter most, each with its best cited sentence.

Days are ranked by how many independent sources mention them (Tran et al. 2015 rank by mentions and publications; counting
sources keeps a text printed forty times from outvoting the rest), then by the weight of their events.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from parley.model import Event, Interval, Reading
from parley.record.view import TimelineDay

_LONGEST = 7
"""Days an event may spread over and still have a place on the timeline."""
_PER_EVENT = 0.5


def make_timeline(events: Sequence[Event], readings: Mapping[str, Reading], source_of: Mapping[str, str]) -> tuple[TimelineDay, ...]:
    """Returns the days on which events are known to lie, in order of time."""
    mentions = _mentions(readings, source_of)
    by_day: dict[tuple[date, date], list[Event]] = defaultdict(list)
    for event in events:
        if event.when is not None and event.when.days <= _LONGEST:
            by_day[event.when.first, event.when.last].append(event)
    return tuple(_day(Interval(first, last, _how(group)), group, mentions) for (first, last), group in sorted(by_day.items()))


def _day(days: Interval, events: Sequence[Event], mentions: Mapping[date, set[str]]) -> TimelineDay:
    ranked = sorted(events, key=lambda e: (-len(e.sources), e.modality != "asserted", -len(e.reports), e.id))
    sources = {s for e in events for s in e.sources} | (mentions.get(days.first, set()) if days.is_day else set())
    weight = len(sources) + _PER_EVENT * sum(len(e.sources) for e in events)
    return TimelineDay(days, tuple(e.id for e in ranked), tuple(sorted(sources)), weight, ranked[0].evidence[0], days.days)


def _mentions(readings: Mapping[str, Reading], source_of: Mapping[str, str]) -> dict[date, set[str]]:
    mentions: dict[date, set[str]] = defaultdict(set)
    for article, reading in readings.items():
        for days in reading.mentioned_days:
            if days.is_day and article in source_of:
                mentions[days.first].add(source_of[article])
    return mentions


def _how(events: Sequence[Event]) -> str:
    return min(e.when.how for e in events if e.when is not None)
