"""Events and mentioned days → the days that matter most, each with its best cited sentence.

Days are ranked by how many independent sources mention them (Tran et al. 2015 rank by mentions and publications; counting
sources keeps a text printed forty times from outvoting the rest), then by the weight of their events.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from parley.model import Event, Interval
from parley.record.view import TimelineDay

LONGEST = 7
"""Days an event may spread over and still have a place on the timeline."""
_PER_EVENT = 0.5


def make_day(first: date, last: date, events: Sequence[Event], mentioned_by: Collection[str]) -> TimelineDay:
    """Makes a day, or a few that are not told apart, of the events that are known to lie there.

    Args:
        mentioned_by: ids of the sources that mention the day.
    """
    ranked = sorted(events, key=lambda e: (-len(e.sources), e.modality != "asserted", -len(e.reports), e.id))
    sources = {s for e in events for s in e.sources} | set(mentioned_by)
    weight = len(sources) + _PER_EVENT * sum(len(e.sources) for e in events)
    days = Interval(first, last, _how(events))
    return TimelineDay(days, tuple(e.id for e in ranked), tuple(sorted(sources)), weight, ranked[0].evidence[0], days.days)


def _how(events: Sequence[Event]) -> str:
    return min(e.when.how for e in events if e.when is not None)
