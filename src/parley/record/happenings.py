"""Articles → happenings (one event, days) and stories (one developing matter, months).

Happenings: average-link clustering of articles by likeness of their words and names, weakened by the days between their
publication and by resolved days that differ; see `pairing.py`. Stories are in `chains.py`.
"""

from __future__ import annotations

import hashlib
import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from parley.record.chains import Plot, chain
from parley.record.likeness import Ints, Pairs
from parley.record.memory import Memory
from parley.record.pairing import Entry, find_pairs, pack, place_in_line
from parley.record.terms import Floats, Gist, HappeningInput, keep_gists

Sums = dict[int, dict[int, float]]

ALIKE = 0.18
"""Mean likeness from which on groups of articles are one happening."""
STRAY, ADOPTED, CLEARLY = 2, 0.14, 1.3
"""The size up to which a group is a stray; the mean likeness to a larger group from which on it joins that; how many times more alike
it must be to that than to any other. The last article on an event is worded unlike the first ones, and average linkage leaves it alone."""


@dataclass(frozen=True, slots=True)
class Happenings:
    """Groups of article ids, each sorted, the groups too; every article is in one happening, every happening in one story."""

    happenings: tuple[tuple[str, ...], ...]
    stories: tuple[tuple[str, ...], ...]


def group_happenings(items: Sequence[HappeningInput]) -> Happenings:
    """Groups articles into happenings and stories; the order of `items` does not matter.

    Raises:
        ValueError: when two articles have one id.
    """
    if len({item.id for item in items}) < len(items):
        raise ValueError("two articles with one id")
    memory = Memory()
    keep_gists({item.id: Gist.of(item) for item in items}, memory)
    return group_entries([Entry(item.id, item.id, item.published) for item in items], memory)


def group_entries(entries: Sequence[Entry], memory: Memory) -> Happenings:
    """Groups articles whose gists are in memory; only what is near to new ones is worked out."""
    ordered = sorted(entries, key=place_in_line)
    pairs = find_pairs(ordered, memory)
    groups = adopt_strays(cluster_alike(len(ordered), pairs, memory), pairs)
    happenings = [sorted((ordered[member] for member in group), key=lambda e: e.id) for group in groups]
    named = [tuple(entry.id for entry in group) for group in happenings]
    stories = chain([Plot(_first_day(group), ids, [e.gist for e in group]) for ids, group in zip(named, happenings, strict=True)], memory)
    return Happenings(tuple(sorted(named)), tuple(sorted(tuple(sorted(id_ for at in story for id_ in named[at])) for story in stories)))


def _first_day(group: Iterable[Entry]) -> int:
    return min((entry.published.first.toordinal() for entry in group if entry.published), default=0)


def cluster_alike(count: int, pairs: Pairs, memory: Memory) -> list[tuple[int, ...]]:
    """Clusters articles by likeness.

    Two groups are alike on average only if some two of their members are, so what such pairs join is a part that is clustered by itself; a part
    that was there before, with the same likenesses, is not clustered again.
    """
    if not count:
        return []
    part = _parts(count, pairs.where(pairs.value >= ALIKE))
    order = np.argsort(part, kind="stable")
    roots, starts = np.unique(part[order], return_index=True)
    place = np.empty(count, np.int64)
    place[order] = np.arange(count) - starts[np.searchsorted(roots, part[order])]
    inside = pairs.where(part[pairs.one] == part[pairs.other])
    inside = inside.take(np.argsort(part[inside.one], kind="stable"))
    cuts = np.searchsorted(part[inside.one], roots), np.searchsorted(part[inside.one], roots, "right")
    before = memory.read("clusters", ["parts"]).get("parts", {})
    now: dict[str, list[list[int]]] = {}
    found: list[tuple[int, ...]] = []
    for members, first, end in zip(np.split(order, starts[1:]), *cuts, strict=True):
        own = Pairs(place[inside.one[first:end]], place[inside.other[first:end]], inside.value[first:end])
        key = hashlib.blake2b(pack(own), digest_size=12).hexdigest()
        if key not in now:
            now[key] = before[key] if key in before else _cluster_part(len(members), own)
        found += [tuple(members[group].tolist()) for group in now[key]]
    memory.write("clusters", "parts", now)
    return sorted(found)


def _parts(count: int, pairs: Pairs) -> Ints:
    """Returns for each article the first one of all that hang together with it."""
    part = np.arange(count)
    while True:
        low = np.minimum(part[pairs.one], part[pairs.other])
        joined = part.copy()
        np.minimum.at(joined, part[pairs.one], low)
        np.minimum.at(joined, part[pairs.other], low)
        joined = joined[joined]
        if (joined == part).all():
            return part
        part = joined


def _cluster_part(count: int, pairs: Pairs) -> list[list[int]]:
    sums: Sums = {number: {} for number in range(count)}
    for one, other, value in zip(pairs.one.tolist(), pairs.other.tolist(), pairs.value.tolist(), strict=True):
        sums[one][other] = sums[other][one] = value
    return [list(group) for group in cluster([(number,) for number in range(count)], sums, ALIKE)]


def cluster(groups: Sequence[Sequence[int]], sums: Sums, threshold: float) -> list[tuple[int, ...]]:
    """Merges the two groups most alike on average until none reach `threshold`.

    Ties go to the groups whose first members come first, so the result depends on the sums alone.

    Args:
        sums: by the first members of two groups, both ways, the sum of the likenesses of their members; it is used up.
    """
    members: dict[int, tuple[int, ...]] = {min(group): tuple(group) for group in groups}
    queue: list[tuple[float, int, int]] = []

    def offer(a: int, b: int, total: float) -> None:
        mean = total / (len(members[a]) * len(members[b]))
        if mean >= threshold:
            heapq.heappush(queue, (-mean, min(a, b), max(a, b)))

    for a, near in sums.items():
        for b, total in near.items():
            if a < b:
                offer(a, b, total)
    while queue:
        negative, a, b = heapq.heappop(queue)
        if a not in members or b not in members or negative != -sums[a][b] / (len(members[a]) * len(members[b])):
            continue
        members[a] += members.pop(b)
        for other, total in sums.pop(b).items():
            del sums[other][b]
            if other != a:
                sums[a][other] = sums[other][a] = sums[a].get(other, 0.0) + total
        for other, total in sums[a].items():
            offer(a, other, total)
    return [tuple(sorted(group)) for _, group in sorted(members.items())]


def adopt_strays(groups: Sequence[tuple[int, ...]], pairs: Pairs) -> list[tuple[int, ...]]:
    """Gives each stray group to the larger group that it is clearly most like; what is like none, or like two, stays alone."""
    sizes = np.array([len(group) for group in groups], np.int64)
    group_of = np.zeros(int(sizes.sum()), np.int64)
    for number, group in enumerate(groups):
        group_of[list(group)] = number
    means: dict[int, list[tuple[float, int]]] = defaultdict(list)
    stray = group_of[np.concatenate((pairs.one, pairs.other))]
    near = group_of[np.concatenate((pairs.other, pairs.one))]
    wanted = (sizes[stray] <= STRAY) & (sizes[near] > STRAY)
    for at, home, mean in _means(stray[wanted], near[wanted], np.tile(pairs.value, 2)[wanted], sizes):
        means[at].append((-mean, home))
    gathered: dict[int, tuple[int, ...]] = defaultdict(tuple)
    for number, group in enumerate(groups):
        gathered[_home(number, means[number])] += group
    return sorted(tuple(sorted(group)) for group in gathered.values())


def _means(strays: Ints, homes: Ints, values: Floats, sizes: Ints) -> Iterator[tuple[int, int, float]]:
    """The mean likeness of each stray group to each larger one that it has pairs with."""
    both, place = np.unique(strays * len(sizes) + homes, return_inverse=True)
    sums = np.bincount(place, values, len(both))
    stray, home = both // len(sizes), both % len(sizes)
    yield from zip(stray.tolist(), home.tolist(), (sums / (sizes[stray] * sizes[home])).tolist(), strict=True)


def _home(own: int, means: Sequence[tuple[float, int]]) -> int:
    """The group that a stray belongs to; its own where no other is clearly right."""
    best, second = ([*sorted(means), (0.0, own), (0.0, own)])[:2]
    return best[1] if -best[0] >= ADOPTED and -best[0] >= CLEARLY * -second[0] else own
