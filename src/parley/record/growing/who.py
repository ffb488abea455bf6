"""The cards of all articles → who is who and what is where; actors and places as units."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple, TypeVar

from parley.model import Actor, Interval, identify
from parley.record.groups import Groups
from parley.record.growing.cards import Card, actor_of, evidence_of, place_of, recall_mentions
from parley.record.growing.desk import Units
from parley.record.memory import Json, Memory
from parley.record.naming import NEIGHBOURS, SameActor, file_actor, file_place, main_name, most_common, same_pairs
from parley.record.roles import Said
from parley.record.view import FiledActor, FiledPlace

T = TypeVar("T")
_LONGEST = 16
"""Words of an office that are looked at."""
WIDE = frozenset({"country", "region", "sea"})
"""Places too wide to say that two acts are one."""


class People(NamedTuple):
    """The part of `Who` that is about actors."""

    merged: dict[str, str]
    country: dict[str, str]
    nations: set[str]
    bodies: dict[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Who:
    """What names stand for.

    Args:
        merged: the name an actor goes by in one article → its merged name.
        country: merged name → the country it stands for.
        nations: merged names of the actors that are countries.
        places: name of a place smaller than a country → its id.
        wide: names of countries, regions and seas.
        bodies: merged name of a person → merged names of those in whose name the office is ("envoy of the United Nations").
        known: any of these names → all of this, to tell when it changes.
    """

    merged: Mapping[str, str]
    country: Mapping[str, str]
    nations: Collection[str]
    places: Mapping[str, str]
    wide: frozenset[str]
    bodies: Mapping[str, frozenset[str]]
    known: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, people: People, places: Mapping[str, str], wide: frozenset[str]) -> Who:
        merged, country, nations, bodies = people
        known = {name: (main, country.get(main, ""), "n" if main in nations else "", *sorted(bodies.get(main, ()))) for name, main in merged.items()}
        for name, id_ in places.items():
            known[name] = (*known.get(name, ()), "@", id_)
        for name in wide:
            known[name] = (*known.get(name, ()), "~")
        return cls(merged, country, nations, places, wide, bodies, known)


@dataclass(frozen=True, slots=True)
class Roll:
    """The cards by article, in the order of ids, with the key of each and the days of publication."""

    cards: Mapping[str, Card]
    keys: Mapping[str, str]
    published: Mapping[str, Interval | None]


def call_the_roll(roll: Roll, same: SameActor, units: Units) -> Who:
    """Merges the names of all articles.

    Args:
        same: says of two actors with different names whether they are one; it is asked once for each pair of names that share a key.
    """
    used: dict[str, list[tuple[str, Json]]] = defaultdict(list)
    for article, card in roll.cards.items():
        for row in card.actors:
            used[row[0]].append((article, row))
    people = People({}, {}, set(), {})
    bodies: dict[str, str] = {}
    offices: dict[str, set[str]] = {}
    makers = {}
    for names in _one_each(used, same, units.memory):
        main = main_name({name: len(used[name]) for name in names}) if len(names) > 1 else names[0]
        rows = [row for name in names for _, row in used[name]]
        people.merged.update(dict.fromkeys(names, main))
        if of := most_common(row[2] for row in rows):
            people.country[main] = of
        kind = most_common(row[1] for row in rows)
        if kind == "country":
            people.nations.add(main)
        elif kind == "organization":
            bodies |= dict.fromkeys(names, main)
        elif kind == "person" and (roles := {role for row in rows for role in row[4]}):
            offices[main] = roles
        makers[identify("n", *(part for name in names for part in (name, *(roll.keys[article] for article, _ in used[name]))))] = names
    people.bodies.update({name: held for name, roles in offices.items() if (held := bodies_in(roles, bodies))})
    _file(makers, lambda names: _actor(names, used, roll, units.memory), "actors", units)
    return Who.of(people, *_places(roll, units))


def bodies_in(roles: Iterable[str], bodies: Mapping[str, str]) -> frozenset[str]:
    """Returns the merged names of the bodies that offices are named after."""
    runs = (
        words[at:end] for role in roles for words in [role.split()[:_LONGEST]] for at in range(len(words)) for end in range(at + 1, len(words) + 1)
    )
    return frozenset(bodies[name] for run in runs if (name := " ".join(run).strip(",.;")) in bodies)


def _one_each(used: Mapping[str, Sequence[tuple[str, Json]]], same: SameActor, memory: Memory) -> list[list[str]]:
    """Groups the names; of what articles say of a name, the first is compared."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for name in sorted(used):
        for key in used[name][0][1][5]:
            blocks[key].append(name)
    several = {_block_key(names, used): (block, names) for block, names in blocks.items() if len(names) > 1}
    makers = {key: partial(_same, block, names, used, same, memory) for key, (block, names) in several.items()}
    groups = Groups(used)
    for key, pairs in memory.recall_json("same", makers).items():
        for one, other in pairs:
            groups.join(several[key][1][one], several[key][1][other])
    return groups.sets()


def _block_key(names: Sequence[str], used: Mapping[str, Sequence[tuple[str, Json]]]) -> str:
    return identify("b", *(str(used[name][0][1][:5]) for name in names))


def _same(block: str, names: Sequence[str], used: Mapping[str, Sequence[tuple[str, Json]]], same: SameActor, memory: Memory) -> Json:
    """Compares names that share a key, those that were compared before not again."""
    actors = [actor_of(used[name][0][1]) for name in names]
    says = {name: str(used[name][0][1][:5]) for name in names}
    before = memory.read("block", [block]).get(block, {"says": {}, "pairs": []})
    kept = {name for name in names if before["says"].get(name) == says[name]}
    known = {(one, other) for one, other in before["pairs"]}

    def ask(one: Actor, other: Actor) -> bool:
        return (one.name, other.name) in known if one.name in kept and other.name in kept else same(one, other)

    is_whole = max(len(names), len(before["says"])) <= NEIGHBOURS
    pairs = same_pairs(actors, ask if is_whole else same)
    memory.write("block", block, {"says": says, "pairs": [(names[one], names[other]) for one, other in pairs]})
    return pairs


def _actor(names: Sequence[str], used: Mapping[str, Sequence[tuple[str, Json]]], roll: Roll, memory: Memory) -> FiledActor:
    said = {name: [Said(article, roll.published[article], actor_of(row)) for article, row in used[name]] for name in names}
    cited = recall_mentions(sorted({article for name in names for article, _ in used[name]}), roll.keys, memory)
    evidence = [evidence_of(article, row) for article, found in cited.items() for name in names for row in found["actors"].get(name, ())]
    return file_actor(said, evidence)


def _places(roll: Roll, units: Units) -> tuple[dict[str, str], frozenset[str]]:
    """Files the places: one GeoNames id is one place, and without one, one name in one country."""
    held: dict[str, list[str]] = defaultdict(list)
    called: dict[str, tuple[str, str]] = {}
    for article, card in roll.cards.items():
        for id_, name, precision in card.places:
            if not (held[id_] and held[id_][-1] == article):
                held[id_].append(article)
            called[id_] = min(called.get(id_, (name, precision)), (name, precision))
    makers = {identify("l", id_, *(roll.keys[article] for article in articles)): (id_, articles) for id_, articles in held.items()}
    _file(makers, lambda made: _place(*made, roll, units.memory), "places", units)
    spelt = sorted((name, id_, precision) for id_, (name, precision) in called.items())
    exact = {name: id_ for name, id_, precision in spelt if precision not in WIDE}
    return exact, frozenset(name for name, _, precision in spelt if precision in WIDE) - exact.keys()


def _place(id_: str, articles: Sequence[str], roll: Roll, memory: Memory) -> FiledPlace:
    cited = recall_mentions(articles, roll.keys, memory)
    rows = [(place_of(row), evidence_of(article, e) if e else None) for article, found in cited.items() for row, e in found["places"][id_]]
    return file_place(id_, rows)


def _file(makers: Mapping[str, T], make: Callable[[T], object], part: str, units: Units) -> None:
    for key in sorted(units.missing(makers)):
        units.put(key, [(part, make(makers[key]))])
