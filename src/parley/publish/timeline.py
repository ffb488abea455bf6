"""Events and attested days → the timeline: a picture with one lane for each kind of act, and the days as a list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from parley.model import Event
from parley.publish.days import days_label, span_label
from parley.publish.event_views import EventView
from parley.publish.index import Cite, Index
from parley.publish.labels import LANES
from parley.publish.scales import DayScale, Tick
from parley.record import TimelineDay

_WIDTH, _LEFT, _RIGHT = 1000, 150, 985
_STEP, _PAD = 15, 12
_DEEPEST = 10
"""Marks stacked on one day in one lane; what goes beyond is in the list alone."""
_BEST = 8


@dataclass(frozen=True, slots=True)
class Dot:
    """A mark: a dot for a day, a bar from `x` to `x2` for a range of days. `key` is the modality's."""

    event: str
    x: float
    x2: float
    y: float
    key: str
    radius: float
    title: str

    @property
    def is_range(self) -> bool:
        return self.x2 > self.x


@dataclass(frozen=True, slots=True)
class Lane:
    label: str
    top: float
    height: float
    dots: tuple[Dot, ...]
    hidden: int


@dataclass(frozen=True, slots=True)
class Picture:
    width: int
    height: float
    left: float
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    outside: int


@dataclass(frozen=True, slots=True)
class DayRow:
    """One day or range with its events; `is_key` marks the days most sources speak of."""

    label: str
    sort: str
    events: tuple[EventView, ...]
    sources: int
    best: Cite | None
    is_key: bool
    is_range: bool


def make_picture(events: Sequence[Event], views: Sequence[EventView]) -> Picture | None:
    """Draws the events that have a date, background apart; None when fewer than two days are known."""
    by_id = {v.id: v for v in views}
    dated = [e for e in events if e.when and not e.historical and e.id in by_id]
    near = _near([e for e in dated if e.when])
    if len({e.when for e in near}) < 2:
        return None
    first = min(e.when.first for e in near if e.when)
    last = max(e.when.last for e in near if e.when)
    scale = DayScale(first - timedelta(1), last + timedelta(1), _LEFT, _RIGHT)
    lanes: list[Lane] = []
    top = 6.0
    for number, label in enumerate(LANES):
        lane = _lane(label, top, [e for e in near if by_id[e.id].lane == number], by_id, scale)
        lanes.append(lane)
        top += lane.height
    return Picture(_WIDTH, top + 26, _LEFT, tuple(lanes), scale.ticks(), len(dated) - len(near))


def _near(events: Sequence[Event]) -> list[Event]:
    """Leaves out what lies far from the rest, so that one stray date does not press all others together."""
    days = sorted(e.when.first for e in events if e.when)
    if len(days) < 4:
        return list(events)
    low, high = days[len(days) // 4], days[-1 - len(days) // 4]
    slack = max((high - low) * 2, timedelta(21))
    return [e for e in events if e.when and low - slack <= e.when.first and e.when.last <= high + slack]


def _lane(label: str, top: float, events: Sequence[Event], views: dict[str, EventView], scale: DayScale) -> Lane:
    ends: list[float] = []
    dots: list[Dot] = []
    hidden = 0
    for event in sorted(events, key=lambda e: (e.when.first, e.when.last, e.id) if e.when else (date.max, date.max, e.id)):
        assert event.when is not None  # only dated events come here
        x, x2, radius = scale.at(event.when.first), scale.at(event.when.last), min(4.0 + views[event.id].independent, 7.0)
        level = next((n for n, end in enumerate(ends) if end < x), len(ends))
        if level >= _DEEPEST:
            hidden += 1
            continue
        ends[level : level + 1] = [x2 + 11]
        dots.append(Dot(event.id, x, x2, top + _PAD + level * _STEP, views[event.id].modality.key, radius, _title(views[event.id])))
    return Lane(label, top, max(1, len(ends)) * _STEP + _PAD, tuple(dots), hidden)


def _title(view: EventView) -> str:
    who = ", ".join(view.actors[:3]) + (" → " + ", ".join(view.recipients[:3]) if view.recipients else "")
    return " · ".join(filter(None, (view.when, view.type, who, view.where, view.modality.text)))


def make_days(index: Index, days: Iterable[TimelineDay], views: Sequence[EventView]) -> tuple[DayRow, ...]:
    """Returns the days of this story in order; dates too vague for the timeline follow as ranges.

    Args:
        days: the record's timeline, whatever story its events belong to.
        views: the story's events.
    """
    by_id = {v.id: v for v in views if not v.historical}
    attested = {(d.days.first, d.days.last): d for d in days}
    grouped: dict[str, list[EventView]] = defaultdict(list)
    for view in by_id.values():
        if view.sort != "~":
            grouped[view.sort].append(view)
    rows = [_day_row(index, attested.get(_bounds(sort)), sort, found) for sort, found in sorted(grouped.items())]
    keys = {r.sort for r in sorted(rows, key=lambda r: (-r.sources, -len(r.events), r.sort))[:_BEST] if not r.is_range}
    return tuple(DayRow(r.label, r.sort, r.events, r.sources, r.best, r.sort in keys, r.is_range) for r in rows)


def _bounds(sort: str) -> tuple[date, date]:
    return date.fromisoformat(sort[:10]), date.fromisoformat(sort[10:])


def _day_row(index: Index, day: TimelineDay | None, sort: str, views: Sequence[EventView]) -> DayRow:
    first, last = _bounds(sort)
    ranked = tuple(sorted(views, key=lambda v: (-v.independent, v.modality.key != "held", v.id)))
    sources = {s.tag for v in views for s in v.sources}
    best = index.cite(day.best) if day and day.events and day.events[0] in {v.id for v in views} else _first_quote(ranked)
    label = days_label(day.days) if day else span_label(first, last)
    return DayRow(label, sort, ranked, len(sources), best, False, first != last)


def _first_quote(views: Sequence[EventView]) -> Cite | None:
    return next((c.quotes[0] for v in views for c in v.columns if c.quotes), None)
