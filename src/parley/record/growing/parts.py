"""Ties → parts: reports that can be one act or bear on whether others are, each part merged into events by itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from parley.model import Event, identify
from parley.record.disagreements.acts import event_disagreements
from parley.record.events import Bonds, Shared, merge_reports
from parley.record.events.happening import Candidate
from parley.record.events.objects import counted_things
from parley.record.growing.desk import Desk, Row, Units
from parley.record.growing.slips import Slip, Slips
from parley.record.growing.ties import Tie, ties_of
from parley.record.memory import Json, Memory


class Brief(NamedTuple):
    """What other units must know of an event. Days are ordinals, the first and the last.

    `negated` are its reports that a step has not been done, each with theme, day of publication, participants and what is counted.
    """

    id: str
    part: str
    when: tuple[int, int] | None
    modality: str
    type: str
    historical: bool
    theme: str
    negated: tuple[Json, ...]
    articles: tuple[str, ...]

    @property
    def row(self) -> Json:
        """The brief for memory; `read_brief` is the way back."""
        return tuple(self)


@dataclass
class Parts:
    """What became of the parts.

    Attributes:
        gone, come: the events that are no longer there, and those that are new.
        of: article id → the keys of its parts, for the articles whose parts changed.
    """

    gone: list[Brief] = field(default_factory=list)
    come: list[Brief] = field(default_factory=list)
    of: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Field:
    """All that parts are made from: the digest of each article, and what is known across articles."""

    keys: Mapping[str, str]
    bonds: Bonds
    shared: Shared
    slips: Slips
    desk: Desk
    units: Units

    @property
    def memory(self) -> Memory:
        return self.units.memory


def work_out(opened: Collection[str], ground: Field) -> Parts:
    """Works out the parts that reports of the opened articles are in, or were in."""
    memory, found, spread = ground.memory, Parts(), _Spread(ground)
    rows = _parts_of(opened, memory)
    seeds = {(slip.article, slip.id) for slip in ground.slips.of(id_ for id_ in opened if id_ in ground.keys)} | _members(rows, ground)
    new: dict[str, list[Slip]] = {}
    reached: set[str] = set()
    while seeds:
        for members in spread.components(seeds):
            new[_key(members, spread, ground)] = members
            reached |= {slip.id for slip in members}
        # What comes to be tied to a report of an article that is not opened takes the part which that was in along.
        near = _parts_of({slip.article for members in new.values() for slip in members}, memory)
        more = {key: row for key, row in near.items() if key not in rows and any(report in reached for _, report in row["members"])}
        rows |= more
        seeds = {seed for seed in _members(more, ground) if seed[1] not in reached}
    old = set(rows)
    for key in sorted(old - new.keys()):
        found.gone += map(read_brief, rows[key]["events"])
        memory.drop("part", key)
        ground.units.drop([key])
    for key in sorted(new.keys() - old):
        found.come += _make(key, new[key], spread, ground)
    _note(old, new, opened, found, ground)
    return found


def _parts_of(articles: Collection[str], memory: Memory) -> dict[str, Json]:
    """The parts that reports of articles were in, by key."""
    return memory.read("part", {key for keys in memory.read("parts of", articles).values() for key in keys})


def _members(rows: Mapping[str, Json], ground: Field) -> set[tuple[str, str]]:
    return {(article, report) for row in rows.values() for article, report in row["members"] if article in ground.keys}


def _note(old: set[str], new: Mapping[str, list[Slip]], opened: Collection[str], found: Parts, ground: Field) -> None:
    """Notes which parts each article's reports are in now."""
    of: dict[str, set[str]] = defaultdict(set)
    for key, members in new.items():
        for slip in members:
            of[slip.article].add(key)
    before = ground.memory.read("parts of", of.keys() | set(opened))
    for id_ in sorted(of.keys() | set(opened)):
        if id_ not in ground.keys:
            ground.memory.drop("parts of", id_)
            continue
        found.of[id_] = sorted((set(before.get(id_, ())) - old) | of[id_])
        ground.memory.write("parts of", id_, found.of[id_])


def _key(members: list[Slip], spread: _Spread, ground: Field) -> str:
    ids = {slip.id for slip in members}
    ties = sorted({tuple(sorted((own, other))) for slip in members for own, _, other, _ in spread.ties(slip.article) if own == slip.id})
    bonds = sorted(bond for bond in ground.bonds.joined | ground.bonds.parted if ids.intersection(bond)) if ground.bonds else []
    reports = [part for slip in members for part in (slip.id, ground.keys[slip.article])]
    return identify("e", *reports, "ties", *(id_ for tie in ties for id_ in tie), "bonds", *(id_ for bond in bonds for id_ in bond))


def _make(key: str, members: list[Slip], spread: _Spread, ground: Field) -> list[Brief]:
    held = ground.desk.candidates({slip.article for slip in members})
    candidates = [held[slip.article][slip.id] for slip in members]
    near = {(own, other) for slip in members for own, _, other, _ in spread.ties(slip.article) if own == slip.id and own < other}
    merged = merge_reports(candidates, sorted(near), ground.desk.setting, ground.shared, ground.bonds)
    rows: list[Row] = [("events", event) for event in merged.events]
    rows += [("merges", merge) for merge in merged.merges]
    rows += [("support", entry) for entry in merged.support]
    rows += [("disagreements", d) for event, reports in merged.members.items() for d in event_disagreements(event, reports)]
    ground.units.put(key, rows)
    ground.desk.add_events(merged.events)
    events = [_brief(event, key, merged.members[event.id], ground.desk) for event in merged.events]
    ground.memory.write(
        "part",
        key,
        {"members": [(s.article, s.id) for s in members], "events": [e.row for e in events], "reports": [e.reports for e in merged.events]},
    )
    return events


def _brief(event: Event, part: str, members: Sequence[Candidate], desk: Desk) -> Brief:
    when = (event.when.first.toordinal(), event.when.last.toordinal()) if event.when else None
    negated = tuple(_undone(c, desk) for c in members if c.modality == "negated" and c.recurs and c.days is not None)
    return Brief(event.id, part, when, event.modality, event.type, event.historical, members[0].theme, negated, event.articles)


def _undone(c: Candidate, desk: Desk) -> Json:
    published = desk.articles([c.article])[c.article].published
    return c.theme, published and published.first.toordinal(), sorted(c.people), sorted(counted_things(c.report.recipients))


def read_brief(row: Json) -> Brief:
    """The way back from what memory holds."""
    id_, part, when, modality, type_, historical, theme, negated, articles = row
    return Brief(id_, part, when and (when[0], when[1]), modality, type_, historical, theme, tuple(negated), tuple(articles))


def events_of(articles: Collection[str], memory: Memory) -> dict[str, list[Brief]]:
    """Returns the events that articles tell of, by article id."""
    parts = memory.read("parts of", articles)
    rows = memory.read("part", {key for keys in parts.values() for key in keys})
    briefs = {key: [read_brief(row) for row in found["events"]] for key, found in rows.items()}
    return {id_: [brief for key in parts.get(id_, ()) for brief in briefs[key] if id_ in brief.articles] for id_ in articles}


def event_of_reports(articles: Collection[str], memory: Memory) -> dict[str, str]:
    """Returns report id → event id, for all reports of parts that the articles' reports are in."""
    pairs = (pair for row in _parts_of(articles, memory).values() for pair in zip(row["events"], row["reports"], strict=True))
    return {report: brief[0] for brief, reports in pairs for report in reports}


class _Spread:
    """Follows ties from report to report."""

    def __init__(self, ground: Field) -> None:
        self._ground = ground
        self._slips: dict[str, list[Slip]] = {}
        self._ties: dict[str, list[Tie]] = {}

    def ties(self, article: str) -> list[Tie]:
        self._load([article])
        return self._ties[article]

    def _load(self, articles: Iterable[str]) -> None:
        if new := [id_ for id_ in articles if id_ not in self._ties]:
            self._ties |= ties_of(new, self._ground.memory)
            for slip in self._ground.slips.of(new):
                self._slips.setdefault(slip.article, []).append(slip)

    def components(self, seeds: Iterable[tuple[str, str]]) -> Iterator[list[Slip]]:
        """Yields what hangs together with each of the reports, members by id."""
        seen: set[str] = set()
        seeds = sorted(seeds)
        self._load({article for article, _ in seeds})
        for seed in seeds:
            if seed[1] in seen:
                continue
            members: dict[str, Slip] = {}
            frontier = {seed}
            while frontier:
                self._load({article for article, _ in frontier})
                found = [slip for article, id_ in frontier for slip in self._slips.get(article, ()) if slip.id == id_]
                members |= {slip.id: slip for slip in found}
                frontier = {near for slip in found for near in self._near(slip) if near[1] not in members}
            seen |= members.keys()
            if members:
                yield [members[id_] for id_ in sorted(members)]

    def _near(self, slip: Slip) -> Iterator[tuple[str, str]]:
        """What a report is tied to; and what else its article tells of the kind, where that bears on what it can be one with."""
        own = self._ties[slip.article]
        yield from ((article, other) for id_, article, other, _ in own if id_ == slip.id)
        alike = [s for s in self._slips[slip.article] if s.theme == slip.theme]
        wavering = {id_ for id_, _, _, only in own if only}
        if not slip.recurs or any(s.id in wavering for s in alike):
            yield from ((s.article, s.id) for s in alike)
