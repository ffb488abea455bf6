"""The cards of changed articles → who is who: the actors they name, filed anew, and what their names now stand for.

Names that share a key are compared, and what is one is a group; a group is told of by all articles that use one of its names. Only groups with a
name of a changed article, or with a name that is compared anew, are looked at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from parley.model import Actor, Interval, identify
from parley.record.groups import Groups
from parley.record.growing.cards import Cards, actor_of, evidence_of
from parley.record.growing.desk import Units
from parley.record.memory import Json, Memory
from parley.record.naming import NEIGHBOURS, SameActor, file_actor, name_keys, same_pairs
from parley.record.roles import Said
from parley.record.view import FiledActor

_LONGEST = 16
"""Words of an office that are looked at."""
Uses = dict[str, Json]
"""Article → what it says of one thing."""


class Meaning(NamedTuple):
    """What a name stands for.

    Args:
        main: the name that most articles use.
        country: for which the actor stands; empty for none.
        is_nation: whether it is a country.
        is_body: whether it is an organisation, which offices can be named after.
        bodies: merged names of those in whose name a person's office is ("envoy of the United Nations").
    """

    main: str
    country: str
    is_nation: bool
    is_body: bool
    bodies: Sequence[str] = ()


def keep_uses(kind: str, of: str, cards: Cards, memory: Memory) -> tuple[dict[str, Uses], dict[str, Uses]]:
    """Brings up to date which articles name what; returns the uses of all that changed articles name, as they were and as they are."""
    left = [(item, article) for article, card in cards.before.items() for item in getattr(card, of)]
    return memory.refile(kind, left, [(item, article, said) for article, card in cards.now.items() for item, said in getattr(card, of).items()])


def name_actors(cards: Cards, same: SameActor, units: Units) -> set[str]:
    """Files the actors of changed articles; returns the names that now stand for something else.

    Args:
        same: says of two actors with different names whether they are one; it is asked once for each pair of names that share a key.
    """
    before, now = keep_uses("name", "actors", cards, units.memory)
    first = {name: _first(now[name]) for name in now}
    news = {name: said for name, said in first.items() if said != _first(before.get(name, {}))}
    moved = _compare(news, same, units.memory)
    old, groups = _regroup(moved | now.keys(), {name for name, said in first.items() if said is None}, units.memory)
    uses = units.memory.read("name", {name for names in groups for name in names})
    filed = {names: _actor(names, uses) for names in groups}
    units.drop(identify("n", *names) for names in old - groups)
    for actor in filed.values():
        units.put(actor.id, [("actors", actor)])
    return _give_meaning(old, filed, units.memory)


def _first(uses: Uses) -> Json:
    """What the first article says of a name: that is compared."""
    if not uses:
        return None
    kind, country, sector, roles = uses[min(uses)][0][0]
    return [kind, country, sector, list(roles)]


def _compare(news: Mapping[str, Json], same: SameActor, memory: Memory) -> set[str]:
    """Compares names of which something else is said, or nothing any more, with those that share a key; returns the names that it may move."""
    by_key: dict[str, list[str]] = defaultdict(list)
    for name in news:
        for key in name_keys(name):
            by_key[key].append(name)
    blocks = memory.read("block", by_key)
    moved: set[str] = set()
    for key, names in by_key.items():
        says, before = blocks.get(key, ({}, []))
        now = {name: said for name, said in (says | {name: news[name] for name in names}).items() if said is not None}
        known = {(one, other) for one, other in before}
        pairs = _pairs(now, says, known, same)
        moved.update(name for pair in known ^ pairs for name in pair)
        memory.put("block", key, now and (now, sorted(pairs)))
    return moved


def _pairs(now: Mapping[str, Json], says: Mapping[str, Json], known: Collection[tuple[str, str]], same: SameActor) -> set[tuple[str, str]]:
    """Returns which names of a block are one; those that were compared before are not compared again."""
    names = sorted(now)
    kept = {name: place for place, name in enumerate(sorted(says)) if says[name] == now.get(name)}
    if max(len(now), len(says)) <= NEIGHBOURS:
        fresh = [name for name in names if name not in kept]
        asked = {(min(one, other), max(one, other)) for one in fresh for other in names if one != other}
        standing = {(one, other) for one, other in known if one in kept and other in kept}
        return standing | {(one, other) for one, other in asked if same(actor_of(one, now[one]), actor_of(other, now[other]))}

    def ask(one: Actor, other: Actor) -> bool:
        was_asked = one.name in kept and other.name in kept and kept[other.name] - kept[one.name] <= NEIGHBOURS
        return (one.name, other.name) in known if was_asked else same(one, other)

    return {(names[one], names[other]) for one, other in same_pairs([actor_of(name, now[name]) for name in names], ask)}


def _regroup(moved: Collection[str], gone: Collection[str], memory: Memory) -> tuple[set[tuple[str, ...]], set[tuple[str, ...]]]:
    """Groups names anew, with all that they were one with; returns the groups before and now."""
    company = {name: tuple(names) for name, names in memory.read("group", moved).items()}
    old = {company.get(name, (name,)) for name in moved}
    members = {name for names in old for name in names}
    groups = Groups(members - set(gone))
    for _, pairs in memory.read("block", {key for name in members for key in name_keys(name)}).values():
        for one, other in pairs:
            if one in members:
                groups.join(one, other)
    now = {tuple(names) for names in groups.sets()}
    for name in gone:
        memory.drop("group", name)
    for names in now:
        for name in names:
            memory.put("group", name, names if len(names) > 1 else None)
    return old, now


def _actor(names: Sequence[str], uses: Mapping[str, Uses]) -> FiledActor:
    said = {
        name: [
            Said(article, _interval(published), actor_of(name, row)) for article, (rows, _, published) in sorted(uses[name].items()) for row in rows
        ]
        for name in names
    }
    return file_actor(said, [evidence_of(article, row) for name in names for article, (_, cited, _) in uses[name].items() for row in cited])


def _interval(row: Json) -> Interval | None:
    return row and Interval(date.fromisoformat(row[0]), date.fromisoformat(row[1]), row[2])


def _give_meaning(old: Collection[tuple[str, ...]], now: Mapping[tuple[str, ...], FiledActor], memory: Memory) -> set[str]:
    """Notes what the names of groups stand for; returns the names for which that is new."""
    members = {name for names in (*old, *now) for name in names}
    before = memory.read("meaning", members)
    found: dict[str, Meaning] = {}
    offices: dict[str, tuple[Sequence[str], list[str]]] = {}
    for names, filed in now.items():
        actor = filed.actor
        found |= dict.fromkeys(names, Meaning(actor.name, actor.country or "", actor.kind == "country", actor.kind == "organization"))
        if actor.kind == "person" and (runs := sorted(runs_of(actor.roles))):
            offices[filed.id] = names, runs
    for name in members:
        memory.put("meaning", name, found.get(name))
    ids = [identify("n", *names) for names in old]
    held = memory.read("office", ids)
    memory.post("run", _postings(held), _postings(offices))
    for id_ in {*ids, *offices}:
        memory.put("office", id_, offices.get(id_))
    named_after = [name for name in members if _body(before.get(name)) != _body(found.get(name))]
    persons = {id_ for holders in memory.holders("run", named_after).values() for id_ in holders} | offices.keys()
    before |= _name_bodies(persons, before.keys() | found.keys(), memory)
    after = memory.read("meaning", before.keys() | found.keys())
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def _name_bodies(persons: Collection[str], known: Collection[str], memory: Memory) -> dict[str, Json]:
    """Notes in whose name persons hold their offices; returns what the names stood for that are not among the `known`."""
    offices = memory.read("office", persons)
    bodies = {run: row[0] for run, row in memory.read("meaning", {run for _, runs in offices.values() for run in runs}).items() if row[3]}
    rows = memory.read("meaning", {name for names, _ in offices.values() for name in names})
    for names, runs in offices.values():
        for name in names:
            memory.write("meaning", name, (*rows[name][:4], sorted({bodies[run] for run in runs if run in bodies})))
    return {name: row for name, row in rows.items() if name not in known}


def _body(row: Json) -> str | None:
    return row[0] if row and row[3] else None


def _postings(offices: Mapping[str, Json]) -> Iterator[tuple[str, str]]:
    return ((run, id_) for id_, (_, runs) in offices.items() for run in runs)


def runs_of(roles: Iterable[str]) -> set[str]:
    """Returns the runs of words in offices that may be the name of a body."""
    return {
        " ".join(words[at:end]).strip(",.;")
        for role in roles
        for words in [role.split()[:_LONGEST]]
        for at in range(len(words))
        for end in range(at + 1, len(words) + 1)
    }
