"""The cards of changed articles → what is where: the places they name, filed anew, and which place each of their names is."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from parley.model import Place
from parley.record.growing.cards import Cards, evidence_of, place_of
from parley.record.growing.desk import Units
from parley.record.growing.who import Uses, keep_uses
from parley.record.memory import Json, Memory
from parley.record.naming import file_place, place_rank

WIDE = frozenset({"country", "region", "sea"})
"""Places too wide to say that two acts are one."""


def name_places(cards: Cards, units: Units) -> set[str]:
    """Files the places of changed articles; returns the names that now stand for something else."""
    memory = units.memory
    before, now = keep_uses("place", "places", cards, memory)
    for id_, uses in now.items():
        if uses:
            rows = [(place_of(row), evidence_of(article, e) if e else None) for article, said in sorted(uses.items()) for row, e in said]
            units.put(id_, [("places", file_place(id_, rows))])
        else:
            units.drop([id_])
    memory.post("spelt", *(((name.casefold(), id_) for id_, uses in some.items() for name, _ in _spellings(uses)) for some in (before, now)))
    names = [{id_: min(_spellings(uses)) for id_, uses in some.items() if uses} for some in (before, now)]
    was, is_ = memory.refile("called", [(name, id_) for id_, (name, _) in names[0].items()], [(name, id_, p) for id_, (name, p) in names[1].items()])
    return {name for name in is_ if which(is_[name]) != which(was.get(name, {}))}


def _spellings(uses: Uses) -> Iterator[tuple[str, str]]:
    return ((row[0], row[5]) for said in uses.values() for row, _ in said)


def which(row: Json) -> str | None:
    """Returns the id of the place that a name stands for: the empty string for a country, region or sea, None for no place at all.

    Args:
        row: the precision of each place that goes by the name.
    """
    return max((id_ for id_, precision in row.items() if precision not in WIDE), default="" if row else None)


def places_called(names: Collection[str], memory: Memory) -> list[Place]:
    """Returns the places that go by one of the names, in small letters; each as its first spelling has it."""
    ids = sorted({id_ for held in memory.holders("spelt", names).values() for id_ in held})
    uses = memory.read("place", ids)
    return [min((place_of(row) for said in uses[id_].values() for row, _ in said), key=place_rank) for id_ in ids]
