"""All articles of a record, and what was worked out before → the units of its view: those that are new, and those that are gone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from parley.model import CopyLink, Source, identify
from parley.record.decisions import Decision
from parley.record.disagreements.acts import act_disagreements
from parley.record.events import Shared
from parley.record.filing import Files, join_files, part_files
from parley.record.groups import Groups
from parley.record.growing.answers import answer_back
from parley.record.growing.calendar import keep_calendar, keep_days
from parley.record.growing.cards import take_cards
from parley.record.growing.desk import Desk, Library, Listed, Row, Units
from parley.record.growing.meanings import Introductions, asking_for, digest_names, note_asked
from parley.record.growing.parts import Field, Parts, event_of_reports, work_out
from parley.record.growing.plots import tell_stories
from parley.record.growing.promises import settle
from parley.record.growing.slips import Slips
from parley.record.growing.ties import tie_up
from parley.record.growing.tolls import compare_tolls
from parley.record.growing.where import name_places, places_called
from parley.record.growing.who import name_actors
from parley.record.happenings import Happenings
from parley.record.memory import Changes, Memory
from parley.record.naming import SameActor
from parley.record.rulings import Rulings, rule
from parley.record.view import Dated

HARM = frozenset({"killed", "injured", "missing", "detained", "displaced", "besieged"})
"""What a casualty claim counts."""


@dataclass(frozen=True, slots=True)
class Across:
    """What is known of the articles together before their readings are merged.

    Args:
        links, sources: the copies among them; each article is in one source, decisions applied.
        groups: happenings and stories; none when it is None.
        shared: sentences that several sources print.
        dates: inferred for articles whose pages give none.
        lost: ids of decisions about sources that found nothing.
    """

    links: Sequence[CopyLink]
    sources: Sequence[Source]
    groups: Happenings | None
    shared: Shared
    dates: Sequence[Dated] = ()
    lost: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Growth:
    """What came of it.

    Args:
        units: the new units with their rows.
        counts: how many there are of some things, in the words of a build's summary.
    """

    units: Units
    counts: Mapping[str, int]


def grow(listed: Sequence[Listed], library: Library, across: Across, decisions: Sequence[Decision], same: SameActor, memory: Memory) -> Growth:
    """Brings an account up to date.

    Args:
        listed: all articles of the record.
        decisions: those in force.
        same: says whether two actors with different names are one.

    Raises:
        ValueError: when a reading cites words that its article does not hold.
    """
    by_id = {entry.id: entry for entry in sorted(listed, key=lambda e: e.id)}
    read = {id_: entry.key for id_, entry in by_id.items() if entry.is_read}
    units = Units(memory)
    desk = Desk(library, {article: source.id for source in across.sources for article in source.articles})
    cards = take_cards(memory.changes("read", read), desk, memory)
    renamed = name_actors(cards, same, units) | name_places(cards, units)
    rulings, keys = _apply(decisions, read, desk, memory)
    filed, moved = memory.changes("filed", keys), memory.changes("source", desk.source_of)
    _file_readings(filed, moved.ids, desk, units)
    introductions = Introductions(memory, across.groups)
    desk.setting, desk.introduce = introductions.setting(), introductions.introduce
    ready = _ready(filed, renamed, across.shared, desk, memory)
    slips = Slips(ready, desk, memory)
    opened = tie_up(ready, slips, rulings.bonds, desk, memory)
    parts = work_out(opened, Field(ready.now, rulings.bonds, across.shared, slips, desk, units))
    keep_calendar(parts, memory)
    told = _told(ready.now, parts, memory)
    changed = ready.ids | parts.of.keys()
    settle(ready.ids, changed, parts, desk, units)
    conflicts = compare_tolls(told, changed, desk, units) + _contradict(told, desk, units) + answer_back(told, desk, units)
    keep_days(parts, cards.days | _days_of(moved.ids, memory), desk, units)
    if across.groups:
        tell_stories(by_id, told, across.groups, desk, units)
    _file_others(across, rulings, units)
    return Growth(units, _count(across, conflicts, memory))


def _apply(decisions: Sequence[Decision], read: Mapping[str, str], desk: Desk, memory: Memory) -> tuple[Rulings, dict[str, str]]:
    """Applies decisions to the items of the articles that they are about; all of those are read together, as one decision may name several."""
    about = sorted({anchor.article for d in decisions if d.kind != "group" for anchor in d.anchors} & read.keys())
    known = places_called({(d.value or "").casefold() for d in decisions if d.kind == "place"}, memory)
    files = desk.files(about)
    rulings = rule(join_files(files[id_] for id_ in about), decisions, known)
    if not about:
        return rulings, dict(read)
    desk.ruled = {id_: part_files(rulings.files, id_) for id_ in about}
    seal = identify("x", *(d.id for d in decisions), *(read[id_] for id_ in about), *map(str, known))
    return rulings, {id_: identify("a", key, seal) if id_ in desk.ruled else key for id_, key in read.items()}


def _file_readings(filed: Changes, moved: frozenset[str], desk: Desk, units: Units) -> None:
    """Files what was read in each article, and notes what it asks for.

    Args:
        moved: the articles that have another source.
    """
    stale = sorted(filed.ids | moved)
    files = desk.files(id_ for id_ in stale if id_ in filed.now)
    units.drop(f"article {id_}" for id_ in stale if id_ not in files)
    for id_, found in files.items():
        units.put(f"article {id_}", _rows(found))
    note_asked({id_: files[id_] for id_ in filed.there}, filed.ids - files.keys(), units.memory)
    harm: dict[str, int] = units.memory.read("count", ["harm"]).get("harm", {})
    harm = {id_: count for id_, count in harm.items() if id_ in filed.now}
    harm |= {id_: sum(f.item.measure in HARM for f in files[id_].claims) for id_ in filed.there}
    units.memory.write("count", "harm", harm)


def _rows(files: Files) -> list[Row]:
    shelves = {"reports": files.reports, "claims": files.claims, "statements": files.statements, "commitments": files.commitments}
    return [(part, filed) for part, shelf in shelves.items() for filed in shelf]


def _ready(filed: Changes, renamed: Collection[str], shared: Shared, desk: Desk, memory: Memory) -> Changes:
    """Digests all that the reports of each article, ready for merging, are made of: what its names stand for, its source and its happening."""
    happening, story = desk.setting.happening, desk.setting.story
    company = {id_: f"{desk.source_of[id_]} {happening.get(id_, '')} {story.get(id_, '')} {shared.passages(id_)}" for id_ in filed.now}
    stale = (filed.ids | memory.changes("company", company).ids | asking_for(renamed, memory)) & filed.now.keys()
    names = digest_names(stale, memory)
    return memory.amend("ready", filed.now, {id_: identify("r", filed.now[id_], company[id_], names[id_]) for id_ in stale})


def _told(ready: Mapping[str, str], parts: Parts, memory: Memory) -> dict[str, str]:
    """Digests of each article's reports and events: what they are, and which parts they are in."""
    noted = memory.amend("parts", ready, {id_: identify("p", *keys) for id_, keys in parts.of.items()}).now
    return {id_: f"{key} {noted[id_]}" for id_, key in ready.items()}


def _days_of(articles: Collection[str], memory: Memory) -> set[int]:
    return {day for _, _, days in memory.read("card", articles).values() for day in days}


def _contradict(told: Mapping[str, str], desk: Desk, units: Units) -> int:
    """Files what reports contradict each other in, those of the same events together; returns how many conflicts there are."""
    pairs = units.memory.read("disputes", ["pairs"]).get("pairs", [])
    event_of = event_of_reports(sorted({id_ for a, _, b, _ in pairs for id_ in (a, b)}), units.memory)
    groups = Groups(event_of[report] for _, one, _, other in pairs for report in (one, other))
    for _, one, _, other in pairs:
        groups.join(event_of[one], event_of[other])
    of_group: dict[str, list[tuple[str, str, str, str]]] = defaultdict(list)
    for a, one, b, other in pairs:
        of_group[groups.root(event_of[one])].append((a, one, b, other))
    keys = {root: identify("c", *(part for a, one, b, other in rows for part in (told[a], one, told[b], other))) for root, rows in of_group.items()}
    changes = units.memory.changes("disputes", keys)
    units.drop(f"dispute {root}" for root in changes.ids)
    held = desk.candidates(sorted({id_ for root in changes.there for a, _, b, _ in of_group[root] for id_ in (a, b)}))
    for root in changes.there:
        found = act_disagreements([(held[a][one], held[b][other]) for a, one, b, other in of_group[root]], event_of)
        units.put(f"dispute {root}", [("disagreements", entry) for entry in found])
    return len(keys)


def _file_others(across: Across, rulings: Rulings, units: Units) -> None:
    """Files copies, sources, inferred dates, and the decisions that no longer fit."""
    _file_each("links", {f"{link.earlier} {link.later}": (f"{link.kind} {link.contained}", link) for link in across.links}, units)
    _file_each("sources", {source.id: (source.agency or "", source) for source in across.sources}, units)
    _file_each("dates", {dated.article: (str(dated.published), dated) for dated in across.dates}, units)
    _file_each("unfit", {id_: ("", id_) for id_ in across.lost | rulings.unfit}, units)


def _file_each(part: str, items: Mapping[str, tuple[str, object]], units: Units) -> None:
    """Files things that are units by themselves.

    Args:
        items: name → what of the thing can change, and the thing.
    """
    changes = units.memory.changes(part, {name: says for name, (says, _) in items.items()})
    units.drop(f"{part} {name}" for name in changes.ids)
    for name in changes.there:
        units.put(f"{part} {name}", [(part, items[name][1])])


def _count(across: Across, conflicts: int, memory: Memory) -> dict[str, int]:
    counted = memory.read("count", ["events", "harm"])
    return {
        "independent sources": len(across.sources),
        "stories": len(across.groups.stories) if across.groups else 0,
        "events": counted["events"],
        "casualty claims": sum(counted["harm"].values()),
        "disagreements": conflicts,
    }
