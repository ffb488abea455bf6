"""Commitments and the events that can settle them → follow-ups, an article at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from parley.model import identify
from parley.record.events import Merged
from parley.record.events.happening import Candidate
from parley.record.follow_ups import LONGEST, TOGETHER, follow_up
from parley.record.growing.calendar import Calendar, Entry
from parley.record.growing.desk import Desk, Units
from parley.record.growing.parts import events_of
from parley.record.growing.slips import Promise


def settle(promises: Mapping[str, Sequence[Promise]], keys: Mapping[str, str], calendar: Calendar, desk: Desk, units: Units) -> None:
    """Files what became of commitments.

    Args:
        promises: article id → its commitments.
        keys: article id → digest of its reports, commitments and events.
    """
    by_theme: dict[str, list[Entry]] = defaultdict(list)
    for entry in calendar.entries:
        if not entry.historical:
            by_theme[entry.theme].append(entry)
    by_day: dict[int, list[Entry]] = defaultdict(list)
    for entry in calendar.entries:
        if not entry.historical and entry.first == entry.last and entry.type in TOGETHER:
            by_day[entry.first].append(entry)
    near: dict[str, tuple[str, list[str]]] = {}
    for article, made in promises.items():
        found = sorted({pair for p in made for pair in (*_settling(p, by_theme), *_done_together(p, by_day), *_undone(p, calendar))})
        near[identify("m", keys[article], *(part for pair in found for part in pair))] = article, [id_ for id_, _ in found]
    missing = sorted(units.missing(near))
    told = events_of([near[key][0] for key in missing], units.memory)
    wanted = {key: sorted({*near[key][1], *(b.id for b in told[near[key][0]] if len(b.articles) > 1)}) for key in missing}
    desk.events(id_ for events in wanted.values() for id_ in events)
    for key, events in wanted.items():
        units.put(key, [("follow_ups", found) for found in _follow_up(near[key][0], events, desk)])


def _settling(promise: Promise, by_theme: Mapping[str, Iterable[Entry]]) -> Iterator[tuple[str, str]]:
    """The events on the days that are due; a refusal on any day before."""
    if promise.due is None or promise.due[1] - promise.due[0] >= LONGEST:
        return
    first, last = promise.due
    for entry in by_theme.get(promise.theme, ()):
        since = promise.said[0] if entry.type == "REJECT" and promise.said else first
        if entry.first <= last and since <= entry.last:
            yield entry.id, entry.part


def _done_together(promise: Promise, by_day: Mapping[int, Iterable[Entry]]) -> Iterator[tuple[str, str]]:
    """What was done with others on the very day, where the words of a promise do not say what it is about."""
    if not promise.theme and promise.due is not None and promise.due[0] == promise.due[1]:
        yield from ((entry.id, entry.part) for entry in by_day.get(promise.due[0], ()))


def _undone(promise: Promise, calendar: Calendar) -> Iterator[tuple[str, str]]:
    """The events that say of the same party, or the same number of the same things, that the step has not been done."""
    if promise.said is None or not promise.is_step:
        return
    for theme, later, people, counted, pair in calendar.undone:
        if theme != promise.theme or later is None or later <= promise.said[1] or (promise.due is not None and promise.due[1] >= later):
            continue
        if (promise.due is not None and promise.actor in people) or any(set(thing.split()) <= promise.words for thing in counted):
            yield pair


def _follow_up(article: str, near: Sequence[str], desk: Desk) -> Iterator[object]:
    filed = desk.files([article])[article].commitments
    events = desk.events(near)
    ids = {article, *(id_ for event in events.values() for id_ in event.articles)}
    held = desk.candidates(ids)
    reports: dict[str, Candidate] = {id_: c for of in held.values() for id_, c in of.items()}
    members = {event.id: tuple(reports[id_] for id_ in event.reports) for event in events.values()}
    yield from follow_up(filed, Merged(tuple(events.values()), (), (), members), desk.articles(ids), desk.setting)
