"""Reports → groups that are one happening each: the best pairs first, as long as nothing in either group parts them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from parley.record.events.bonds import Bonds
from parley.record.events.features import THRESHOLD, Feature, features
from parley.record.events.happening import Candidate
from parley.record.events.objects import counted_things
from parley.record.events.only import MOST as MOST_BY_ONLY
from parley.record.events.only import Told, only_one
from parley.record.events.parting import are_parted
from parley.record.events.tell_on import tell_on

Pair = tuple[float, str, str, tuple[Feature, ...]]
_DECIDED = Feature("decided", 9.0, "a person decided so")
_LEAST = round(THRESHOLD - MOST_BY_ONLY, 3)
"""The score from which a pair can be joined if nothing else its articles tell can be meant."""
_NEIGHBOURS = 200
"""How many later reports with the same theme and the same place, name or sentence each report is compared with."""


def cluster(candidates: Sequence[Candidate], bonds: Bonds) -> tuple[list[list[Candidate]], list[Pair]]:
    """Groups reports.

    Args:
        bonds: pairs that a person joined or parted; they go before everything else.

    Returns:
        The groups, members and groups ordered by id, and the pairs that joined them, best first.
    """
    by_id = {c.id: c for c in candidates}
    group = {c.id: [c] for c in candidates}
    told = Told(candidates, group)
    joined: list[Pair] = []
    decided = [(_DECIDED.score, low, high, (_DECIDED,)) for low, high in sorted(bonds.joined) if low in by_id and high in by_id]
    found = sorted(_pairs(by_id), key=lambda p: (-p[0], p[1], p[2]))
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


def _pairs(by_id: dict[str, Candidate]) -> Iterator[Pair]:
    seen: set[tuple[str, str]] = set()
    for block in _blocks(by_id.values()):
        for a, b in _near_in_time(block):
            low, high = (a, b) if a.id < b.id else (b, a)
            if (low.id, high.id) in seen or are_parted(a, b):
                continue
            seen.add((low.id, high.id))
            found = features(low, high)
            if (score := _sum(found)) >= _LEAST:
                yield score, low.id, high.id, found


def _near_in_time(block: Sequence[Candidate]) -> Iterator[tuple[Candidate, Candidate]]:
    """The pairs of a block whose days can meet; reports without any day are paired with the first ones only."""
    dated = sorted(((c.days.first, c.days.last, c.id, c) for c in block if c.days is not None), key=lambda row: row[:3])
    undated = sorted((c for c in block if c.days is None), key=lambda c: c.id)
    for at, (_, last, _, a) in enumerate(dated):
        for first, _, _, b in dated[at + 1 : at + 1 + _NEIGHBOURS]:
            if first > last:
                break
            yield a, b
    everyone = undated + [row[3] for row in dated]
    for at, a in enumerate(undated):
        for b in everyone[at + 1 : at + 1 + _NEIGHBOURS]:
            yield a, b


def _blocks(candidates: Iterable[Candidate]) -> Iterable[list[Candidate]]:
    candidates = list(candidates)
    recalled = {(c.story, c.days.first) for c in candidates if c.is_recalled and c.days is not None}
    blocks: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
    for c in candidates:
        keys = {c.article, c.happening, c.sentence, c.source, *c.people, *c.bodies, *c.states, *c.named, *counted_things(c.report.recipients)}
        if c.is_dated and c.days is not None and (c.story, c.days.first) in recalled:
            keys.add(f"{c.story} {c.days.first}")
        for key in keys:
            blocks[c.theme, key].append(c)
    return [block for block in blocks.values() if len(block) > 1]
