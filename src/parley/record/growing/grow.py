"""All articles of a record, and what was worked out before → the units of its view: those that are new, and which stay."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from parley.model import CopyLink, Place, Source, identify
from parley.record.decisions import Decision
from parley.record.disagreements.acts import act_disagreements
from parley.record.events import Setting, Shared
from parley.record.filing import Files, join_files, part_files
from parley.record.groups import Groups
from parley.record.growing.calendar import Calendar, keep_calendar, keep_days
from parley.record.growing.cards import Card, place_of, recall_mentions, take_cards
from parley.record.growing.desk import Desk, Library, Listed, Row, Units
from parley.record.growing.parts import Field, Parts, event_of_reports, work_out
from parley.record.growing.plots import tell_stories
from parley.record.growing.promises import settle
from parley.record.growing.slips import promises_of
from parley.record.growing.ties import Change, tie_up
from parley.record.growing.tolls import compare_tolls
from parley.record.growing.who import Roll, Who, call_the_roll
from parley.record.happenings import Happenings
from parley.record.memory import Memory
from parley.record.naming import SameActor, place_rank
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
    rulings, keys = _apply(decisions, read, desk, memory)
    cards = take_cards(keys, desk, memory)
    who = call_the_roll(Roll(cards, keys, {id_: by_id[id_].published for id_ in cards}), same, units)
    desk.setting = _setting(who, across.groups)
    ready = _ready(keys, cards, who, across.shared, desk)
    before = memory.read("seen", ["articles"]).get("articles", {})
    opened = tie_up(Change(ready, before), rulings.bonds, desk, memory)
    memory.write("seen", "articles", ready)
    parts = work_out(opened, Field(ready, rulings.bonds, across.shared, desk, units))
    calendar = keep_calendar(parts, memory)
    told = _note_parts(ready, parts, memory)
    settle(promises_of(ready, desk, memory), told, calendar, desk, units)
    conflicts = compare_tolls({id_: key for id_, key in told.items() if cards[id_].measures}, desk, units) + _contradict(ready, desk, units)
    keep_days(calendar, cards, desk.source_of, desk, units)
    if across.groups:
        tell_stories(by_id, _story_keys(by_id, told, desk), across.groups, desk, units)
    _file_readings(keys, desk, units)
    _file_others(across, rulings, units)
    return Growth(units, _count(across, calendar, cards, conflicts))


def _setting(who: Who, groups: Happenings | None) -> Setting:
    happening, story = ({id_: group[0] for group in of for id_ in group} for of in ((groups.happenings, groups.stories) if groups else ((), ())))
    return Setting(who.merged, who.country, happening, who.places, who.wide, frozenset(who.nations), story, who.bodies)


def _apply(decisions: Sequence[Decision], read: Mapping[str, str], desk: Desk, memory: Memory) -> tuple[Rulings, dict[str, str]]:
    """Applies decisions to the items of the articles that they are about; all of those are read together, as one decision may name several."""
    about = sorted({anchor.article for d in decisions if d.kind != "group" for anchor in d.anchors} & read.keys())
    wanted = {(d.value or "").casefold() for d in decisions if d.kind == "place"}
    known = _places_called(wanted, read, desk, memory) if wanted else []
    files = desk.files(about)
    rulings = rule(join_files(files[id_] for id_ in about), decisions, known)
    if not about:
        return rulings, dict(read)
    desk.ruled = {id_: part_files(rulings.files, id_) for id_ in about}
    seal = identify("x", *(d.id for d in decisions), *(read[id_] for id_ in about), *map(str, known))
    return rulings, {id_: identify("a", key, seal) if id_ in desk.ruled else key for id_, key in read.items()}


def _places_called(names: set[str], read: Mapping[str, str], desk: Desk, memory: Memory) -> list[Place]:
    """The places of the record that go by one of the names, each as its first spelling has it."""
    cards = take_cards(read, desk, memory)
    holders = {id_: article for article, card in sorted(cards.items(), reverse=True) for id_, name, _ in card.places if name.casefold() in names}
    ids = sorted({article for article, card in cards.items() for id_, _, _ in card.places if id_ in holders})
    found = recall_mentions(ids, read, memory).values()
    places = {id_: [place_of(row) for held in found for row, _ in held["places"].get(id_, ())] for id_ in sorted(holders)}
    return [min(spellings, key=place_rank) for spellings in places.values()]


def _ready(keys: Mapping[str, str], cards: Mapping[str, Card], who: Who, shared: Shared, desk: Desk) -> dict[str, str]:
    """Digests all that the reports of each article, ready for merging, are made of: what its names stand for, its source and its happening."""
    found = {}
    for id_, card in cards.items():
        names = [part for name in card.asked if name in who.known for part in (name, *who.known[name])]
        groups = desk.setting.happening.get(id_, ""), desk.setting.story.get(id_, "")
        found[id_] = identify("r", keys[id_], desk.source_of[id_], *groups, "\0".join(names), shared.passages(id_))
    return found


def _note_parts(ready: Mapping[str, str], parts: Parts, memory: Memory) -> dict[str, str]:
    """Digests of each article's reports and events: what they are, and which parts they are in."""
    noted: dict[str, str] = memory.read("seen", ["parts"]).get("parts", {})
    noted |= {id_: identify("p", *keys) for id_, keys in parts.of.items()}
    noted = {id_: digest for id_, digest in noted.items() if id_ in ready}
    memory.write("seen", "parts", noted)
    return {id_: identify("q", key, noted.get(id_)) for id_, key in ready.items()}


def _contradict(ready: Mapping[str, str], desk: Desk, units: Units) -> int:
    """Files what reports contradict each other in; returns how many conflicts there are."""
    pairs = units.memory.read("disputes", ["pairs"]).get("pairs", [])
    articles = sorted({id_ for one, _, other, _ in pairs for id_ in (one, other)})
    event_of = event_of_reports(articles, units.memory)
    groups = Groups(report for _, one, _, other in pairs for report in (one, other))
    for _, one, _, other in pairs:
        groups.join(one, other)
    of_group: dict[str, list[tuple[str, str, str, str]]] = defaultdict(list)
    for a, one, b, other in pairs:
        of_group[groups.root(one)].append((a, one, b, other))
    keys = {
        identify("c", *(part for a, one, b, other in rows for part in (ready[a], one, event_of[one], ready[b], other, event_of[other]))): rows
        for rows in of_group.values()
    }
    for key in sorted(units.missing(keys)):
        held = desk.candidates({id_ for a, _, b, _ in keys[key] for id_ in (a, b)})
        found = act_disagreements([(held[a][one], held[b][other]) for a, one, b, other in keys[key]], event_of)
        units.put(key, [("disagreements", entry) for entry in found])
    return len(keys)


def _story_keys(listed: Mapping[str, Listed], told: Mapping[str, str], desk: Desk) -> dict[str, str]:
    return {id_: identify("z", entry.key, told.get(id_), desk.source_of[id_]) for id_, entry in listed.items()}


def _file_readings(keys: Mapping[str, str], desk: Desk, units: Units) -> None:
    """Files what was read in each article."""
    articles = {identify("f", key, desk.source_of[id_]): id_ for id_, key in keys.items()}
    missing = units.missing(articles)
    files = desk.files(articles[key] for key in missing)
    for key in sorted(missing):
        units.put(key, _rows(files[articles[key]]))


def _rows(files: Files) -> list[Row]:
    shelves = {"reports": files.reports, "claims": files.claims, "statements": files.statements, "commitments": files.commitments}
    return [(part, filed) for part, shelf in shelves.items() for filed in shelf]


def _file_others(across: Across, rulings: Rulings, units: Units) -> None:
    """Files copies, sources, inferred dates, and the decisions that no longer fit."""
    rows: dict[str, Row] = {identify("k", link.earlier, link.later, link.kind, link.contained): ("links", link) for link in across.links}
    rows |= {identify("s", source.id, source.agency): ("sources", source) for source in across.sources}
    rows |= {identify("d", d.article, d.published.first, d.published.last, d.published.how): ("dates", d) for d in across.dates}
    rows |= {identify("v", id_): ("unfit", id_) for id_ in across.lost | rulings.unfit}
    for key in sorted(units.missing(rows)):
        units.put(key, [rows[key]])


def _count(across: Across, calendar: Calendar, cards: Mapping[str, Card], conflicts: int) -> dict[str, int]:
    return {
        "independent sources": len(across.sources),
        "stories": len(across.groups.stories) if across.groups else 0,
        "events": calendar.count,
        "casualty claims": sum(measure in HARM for card in cards.values() for measure in card.measures),
        "disagreements": conflicts,
    }
