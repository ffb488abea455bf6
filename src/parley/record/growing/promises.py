"""Commitments and the events that can settle them → follow-ups, an article at a time."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from parley.model import Commitment, Interval
from parley.record.events import Merged
from parley.record.events.happening import Candidate
from parley.record.events.objects import counted_words
from parley.record.follow_ups import LONGEST, TOGETHER, follow_up, theme_promised
from parley.record.growing.calendar import KINDS, find_briefs, months_of
from parley.record.growing.desk import Desk, Units
from parley.record.growing.parts import Brief, Parts, events_of
from parley.record.memory import Memory
from parley.record.view import Filed


class Promise(NamedTuple):
    """A commitment with what says which events may settle it. Days are ordinals.

    Args:
        said: when its article was published.
        is_step: whether somebody is to do something, so that it can be said not to have been done.
        actor: whose it is, by merged name.
        words: of a text that names a number, to know what is counted in it.
    """

    theme: str
    due: tuple[int, int] | None
    said: tuple[int, int] | None
    is_step: bool
    actor: str | None
    words: Sequence[str]


def settle(ready: Collection[str], told: Collection[str], parts: Parts, desk: Desk, units: Units) -> None:
    """Files what became of commitments.

    Args:
        ready: the articles whose commitments may be others than before, or whose names stand for others.
        told: the articles of which the events changed, those among them.
        parts: the events that are gone, and those that are new.
    """
    memory = units.memory
    _keep(ready, desk, memory)
    stale = set(told) | _reached((*parts.gone, *parts.come), told, memory)
    promises = {id_: [Promise(*row) for row in rows] for id_, rows in memory.read("promises", stale).items()}
    units.drop(f"promises {id_}" for id_ in stale - promises.keys())
    near = _near(promises, memory)
    own = events_of(promises, memory)
    wanted = {id_: sorted({*near[id_], *(b.id for b in own[id_] if len(b.articles) > 1)}) for id_ in sorted(promises)}
    desk.events(id_ for events in wanted.values() for id_ in events)
    for id_, events in wanted.items():
        units.put(f"promises {id_}", [("follow_ups", found) for found in _follow_up(id_, events, desk)])


def _keep(articles: Collection[str], desk: Desk, memory: Memory) -> None:
    """Keeps the commitments of articles, by article and by theme."""
    before = memory.read("promises", articles)
    there = [id_ for id_ in articles if id_ in desk.source_of]
    files, texts = desk.files(there), desk.articles(there)
    now = {id_: [_promise(filed, texts[id_].published, desk) for filed in files[id_].commitments] for id_ in there}
    for id_ in articles:
        memory.put("promises", id_, now.get(id_))
    memory.post("promised", *(((row[0], id_) for id_, rows in some.items() for row in rows) for some in (before, now)))


def _promise(filed: Filed[Commitment], published: Interval | None, desk: Desk) -> Promise:
    item = filed.item
    actor = None if item.actor is None else desk.setting.name(item.actor)
    is_step = item.status in ("pledged", "scheduled")
    return Promise(theme_promised(item) or "", _ordinals(item.due), _ordinals(published), is_step, actor, sorted(counted_words(item.evidence.text)))


def _ordinals(days: Interval | None) -> tuple[int, int] | None:
    return None if days is None else (days.first.toordinal(), days.last.toordinal())


def _reached(events: Sequence[Brief], known: Collection[str], memory: Memory) -> set[str]:
    """Returns the articles, but for those known, with a commitment that one of the events can settle, or could before it was gone."""
    themes = {theme for event in events for theme in ("", event.theme, *(row[0] for row in event.negated))}
    holders = {id_ for held in memory.holders("promised", themes).values() for id_ in held} - set(known)
    return {id_ for id_, rows in memory.read("promises", holders).items() if any(_may_settle(Promise(*row), e) for row in rows for e in events)}


def _near(promises: Mapping[str, Sequence[Promise]], memory: Memory) -> dict[str, list[str]]:
    """Returns article id → the events that may settle one of its commitments."""
    sought = [_places(promise) for made in promises.values() for promise in made]
    held = [find_briefs(kind, {place for places in sought for place in places[at]}, memory) for at, kind in enumerate(KINDS)]

    def near(promise: Promise) -> Iterator[str]:
        events = chain.from_iterable(of.get(place, ()) for of, places in zip(held, _places(promise), strict=True) for place in places)
        return (event.id for event in events if _may_settle(promise, event))

    return {id_: [event for promise in made for event in near(promise)] for id_, made in promises.items()}


def _places(promise: Promise) -> tuple[Collection[str], Collection[str], Collection[str]]:
    """Where in the calendar stands what may settle it: by day, by theme, and by theme what is said not to be done."""
    if promise.due is None:
        return (), (), (promise.theme,)
    begin, end = promise.due
    days = () if promise.theme else (f"{begin}/{end}",)
    return days, months_of(promise.theme, min(begin, promise.said[0]) if promise.said else begin, end), (promise.theme,)


def _may_settle(promise: Promise, event: Brief) -> bool:
    """Whether an event is of the days that are due, a refusal of any day before; or was done with others on the very day, where the words of the
    promise do not say what it is about; or says that it has not been done."""
    if event.when is not None and promise.due is not None and not event.historical:
        (first, last), (begin, end) = event.when, promise.due
        if event.theme == promise.theme and end - begin < LONGEST:
            since = promise.said[0] if event.type == "REJECT" and promise.said else begin
            if first <= end and since <= last:
                return True
        if not promise.theme and begin == end == first == last and event.type in TOGETHER:
            return True
    return any(_is_undone(promise, *row) for row in event.negated)


def _is_undone(promise: Promise, theme: str, later: int | None, people: Collection[str], counted: Iterable[str]) -> bool:
    """Whether it is said later that the same party, or of the same number of the same things, that the step has not been done."""
    if promise.said is None or not promise.is_step or theme != promise.theme or later is None or later <= promise.said[1]:
        return False
    if promise.due is not None and promise.due[1] >= later:
        return False
    return (promise.due is not None and promise.actor in people) or any(set(thing.split()) <= set(promise.words) for thing in counted)


def _follow_up(article: str, near: Sequence[str], desk: Desk) -> Iterator[object]:
    filed = desk.files([article])[article].commitments
    events = desk.events(near)
    ids = {article, *(id_ for event in events.values() for id_ in event.articles)}
    held = desk.candidates(ids)
    reports: dict[str, Candidate] = {id_: c for of in held.values() for id_, c in of.items()}
    members = {event.id: tuple(reports[id_] for id_ in event.reports) for event in events.values()}
    yield from follow_up(filed, Merged(tuple(events.values()), (), (), members), desk.articles(ids), desk.setting)
