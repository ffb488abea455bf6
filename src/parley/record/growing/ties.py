"""Slips → which reports are tied: may be one act, or contradict each other. Only pairs with a report of a touched article are looked at anew."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from parley.record.disagreements.acts import disputed
from parley.record.events.bonds import Bonds
from parley.record.events.cluster import NEIGHBOURS, judge, near_in_time, needs_only
from parley.record.growing.desk import Desk
from parley.record.growing.slips import Slip, Slips
from parley.record.memory import Changes, Memory

Tie = tuple[str, str, str, bool]
"""One's own report, the other's article and report, and whether the two are joined only if nothing else can be meant."""
MOST = 60
"""How many reports that share a thing to contradict each other in are held against one another."""


def tie_up(changed: Changes, slips: Slips, bonds: Bonds, desk: Desk, memory: Memory) -> frozenset[str]:
    """Brings the ties of all articles up to date.

    Args:
        changed: the articles of which all that their reports, ready for merging, are made of is not what it was.

    Returns:
        The articles whose ties were worked out anew, and those that are gone.
    """
    open_ = changed.ids | {slip.article for slip in _crowded(changed.there, slips)}
    found: dict[str, set[Tie]] = {id_: set() for id_ in open_ & changed.now.keys()}
    contradicting: set[tuple[str, str, str, str]] = set()
    pairs = list(_pairs(found.keys(), slips))
    held = desk.candidates({slip.article for a, b, _ in pairs for slip in (a, b)})
    for a, b, is_dispute in pairs:
        own, other = held[a.article][a.id], held[b.article][b.id]
        if is_dispute:
            if disputed(own, other) is not None:
                contradicting.add((a.article, a.id, b.article, b.id))
        elif (pair := judge(own, other)) is not None:
            _tie(found, a, b, needs_only(pair))
    by_id = {slip.id: slip for slip in slips.of(sorted((found.keys() | desk.ruled.keys()) & changed.now.keys()))} if bonds.joined else {}
    for one, two in bonds.joined:
        if one in by_id and two in by_id:
            _tie(found, by_id[one], by_id[two], False)
    _keep(found, open_, memory)
    disputes = {tuple(row) for row in memory.read("disputes", ["pairs"]).get("pairs", ())}
    memory.write("disputes", "pairs", sorted({row for row in disputes if not {row[0], row[2]} & open_} | contradicting))
    return open_


def _tie(found: dict[str, set[Tie]], a: Slip, b: Slip, only: bool) -> None:
    found.setdefault(a.article, set()).add((a.id, b.article, b.id, only))
    found.setdefault(b.article, set()).add((b.id, a.article, a.id, only))


def ties_of(ids: Collection[str], memory: Memory) -> dict[str, list[Tie]]:
    """Returns the ties of articles, by their ids."""
    rows = memory.read("ties", ids)
    return {id_: [(own, article, other, only) for own, article, other, only in rows.get(id_, ())] for id_ in ids}


def _keep(found: Mapping[str, set[Tie]], open_: frozenset[str], memory: Memory) -> None:
    before = ties_of(open_, memory)
    partners = {tie[1] for ties in before.values() for tie in ties} | found.keys()
    for id_, ties in ties_of(partners - open_, memory).items():
        memory.write("ties", id_, sorted({tie for tie in ties if tie[1] not in open_} | found.get(id_, set())))
    for id_ in open_:
        if id_ in found:
            memory.write("ties", id_, sorted(found[id_]))
        else:
            memory.drop("ties", id_)


def _crowded(changed: Collection[str], slips: Slips) -> Iterator[Slip]:
    """Yields the slips of blocks so large that not all of their pairs are looked at, where one that came or went changes which are."""
    for kind, (blocks, (_, most)) in enumerate(zip(_blocks([*slips.of(changed), *slips.old], slips), KINDS, strict=True)):
        gone = Counter(code for slip in slips.old for code in slip.keys[kind])
        yield from (slip for code, block in blocks.items() if most is not None and len(block) + gone[code] > most for slip in block)


def _pairs(articles: Collection[str], slips: Slips) -> Iterator[tuple[Slip, Slip, bool]]:
    """Yields the pairs with a report of one of the articles that are to be compared, the smaller id first, and whether as contradictions."""
    for kind, (blocks, (pair_up, _)) in enumerate(zip(_blocks(slips.of(sorted(articles)), slips), KINDS, strict=True)):
        seen = set()
        for a, b in (pair for _, block in sorted(blocks.items()) for pair in pair_up(block)):
            if a.article in articles or b.article in articles:
                low, high = (a, b) if a.id < b.id else (b, a)
                if (low.id, high.id) not in seen:
                    seen.add((low.id, high.id))
                    yield low, high, kind in _DISPUTES


def _blocks(sought: Iterable[Slip], slips: Slips) -> list[dict[int, list[Slip]]]:
    """All slips that share a code with one of those given, by code, for each kind of code."""
    sought = list(sought)
    codes = [{code for slip in sought for code in slip.keys[kind]} for kind in range(len(KINDS))]
    found: list[dict[int, list[Slip]]] = [defaultdict(list) for _ in KINDS]
    for slip in slips.holding(set().union(*codes)):
        for blocks, held, wanted in zip(found, slip.keys, codes, strict=True):
            for code in held:
                if code in wanted:
                    blocks[code].append(slip)
    return found


def _recalled(block: Sequence[Slip]) -> Iterator[tuple[Slip, Slip]]:
    """The pairs of a block of which one is an act that its article goes back to."""
    yield from ((a, b) for a, b in combinations(block, 2) if a.is_recalled or b.is_recalled)


def _denials(block: Sequence[Slip]) -> Iterator[tuple[Slip, Slip]]:
    """The pairs of a block of which one denies what the other states, on days that can be one."""
    dated = [(slip.first, slip.last, slip) for slip in block if slip.first is not None and slip.last is not None]
    for first, last, slip in dated:
        if slip.modality == "negated":
            yield from ((other, slip) for begin, end, other in dated if other.modality == "asserted" and begin <= last and first <= end)


def _attacks(block: Sequence[Slip]) -> Iterator[tuple[Slip, Slip]]:
    yield from combinations(sorted(block, key=lambda slip: slip.id)[:MOST], 2)


KINDS: tuple[tuple[Callable[[Sequence[Slip]], Iterator[tuple[Slip, Slip]]], int | None], ...] = (
    (near_in_time, NEIGHBOURS),
    (_recalled, None),
    (_denials, None),
    (_attacks, MOST),
)
"""How the slips of a block are paired, and how large a block may be for all of its pairs to be looked at."""
_DISPUTES = (2, 3)
"""Which of the kinds are contradictions."""
