"""Reports → groups that are one happening each: the best pairs first, as long as nothing in either group parts them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from parley.record.events.bonds import Bond, Bonds
from parley.record.events.features import THRESHOLD, Feature, features
from parley.record.events.happening import Candidate
from parley.record.events.objects import counted_things
from parley.record.events.only import MOST as MOST_BY_ONLY
from parley.record.events.only import Told, only_one, tie
from parley.record.events.parting import are_parted
from parley.record.events.tell_on import tell_on

Pair = tuple[float, str, str, tuple[Feature, ...]]


class Dated(Protocol):
    """A report with the first and last day of its act, as ordinals; None when nothing says."""

    @property
    def id(self) -> str: ...
    @property
    def first(self) -> int | None: ...
    @property
    def last(self) -> int | None: ...


T = TypeVar("T", bound=Dated)
_DECIDED = Feature("decided", 9.0, "a person decided so")
_LEAST = round(THRESHOLD - MOST_BY_ONLY, 3)
"""The score from which a pair can be joined if nothing else its articles tell can be meant."""
NEIGHBOURS = 200
"""How many later reports with the same theme and the same place, name or sentence each report is compared with."""


def cluster(candidates: Sequence[Candidate], bonds: Bonds, near: Iterable[Bond]) -> tuple[list[list[Candidate]], list[Pair]]:
    """Groups reports.

    Args:
        near: pairs that may be one, as `judge` says.
        bonds: pairs that a person joined or parted; they go before everything else.

    Returns:
        The groups, members and groups ordered by id, and the pairs that joined them, best first.
    """
    by_id = {c.id: c for c in candidates}
    group = {c.id: [c] for c in candidates}
    told = Told(candidates, group)
    joined: list[Pair] = []
    decided = [(_DECIDED.score, low, high, (_DECIDED,)) for low, high in sorted(bonds.joined) if low in by_id and high in by_id]
    found = sorted((pair for low, high in near if (pair := judge(by_id[low], by_id[high])) is not None), key=lambda p: (-p[0], p[1], p[2]))
    for _, low, high, why in [*decided, *found]:
        left, right = group[low], group[high]
        if left is right or _split(left, right, bonds) or (why != (_DECIDED,) and _apart(left, right)):
            continue
        if why != (_DECIDED,):
            if _sum(why) < THRESHOLD and (only := only_one(by_id[low], by_id[high], told)) is not None:
                why = (*why, only)
            if _sum(why) < THRESHOLD:
                continue
        left += right
        for member in right:
            group[member.id] = left
        joined.append((_sum(why), low, high, why))
    joined += tell_on(group, lambda left, right: _split(left, right, bonds) or _apart(left, right))
    groups = {id(members): sorted(members, key=lambda c: c.id) for members in group.values()}
    return sorted(groups.values(), key=lambda members: members[0].id), joined


def _sum(why: Iterable[Feature]) -> float:
    return round(sum(f.score for f in why), 3)


def _split(left: Sequence[Candidate], right: Sequence[Candidate], bonds: Bonds) -> bool:
    return bool(bonds.parted) and any((min(a.id, b.id), max(a.id, b.id)) in bonds.parted for a in left for b in right)


def _apart(left: Sequence[Candidate], right: Sequence[Candidate]) -> bool:
    return any(are_parted(a, b) for a in left for b in right)


def judge(low: Candidate, high: Candidate) -> Pair | None:
    """Returns why two reports may be one happening, or None when they cannot be, whatever else is told."""
    if are_parted(low, high):
        return None
    why = features(low, high)
    score = _sum(why)
    if score < THRESHOLD and (score < _LEAST or (only := tie(low, high)) is None or _sum((*why, only)) < THRESHOLD):
        return None
    return score, low.id, high.id, why


def needs_only(pair: Pair) -> bool:
    """Whether a pair is joined only if nothing else that its articles tell can be meant."""
    return pair[0] < THRESHOLD


def near_in_time(block: Collection[T]) -> Iterator[tuple[T, T]]:
    """Yields the pairs of a block whose days can meet; reports without any day are paired with the first ones only."""
    dated = sorted(((c.first, c.last, c.id, c) for c in block if c.first is not None and c.last is not None), key=lambda row: row[:3])
    undated = sorted((c for c in block if c.first is None), key=lambda c: c.id)
    for at, (_, last, _, a) in enumerate(dated):
        for first, _, _, b in dated[at + 1 : at + 1 + NEIGHBOURS]:
            if first > last:
                break
            yield a, b
    everyone = undated + [row[3] for row in dated]
    for at, a in enumerate(undated):
        for b in everyone[at + 1 : at + 1 + NEIGHBOURS]:
            yield a, b


def block_keys(c: Candidate) -> set[str]:
    """Returns what a report shares with those that it is compared with, its theme beside."""
    return {c.article, c.happening, c.sentence, c.source, *c.people, *c.bodies, *c.states, *c.named, *counted_things(c.report.recipients)}


def recall_keys(c: Candidate) -> set[tuple[str, ...]]:
    """Returns what a report shares with those that go back to its day, or to which it goes back."""
    return {("recalled", c.theme, c.story, c.days.first.isoformat())} if c.is_dated and c.days is not None else set()
