"""Articles → happenings (one event, days) and stories (one developing matter, months).

Happenings: average-link clustering of articles by likeness of their words and names, weakened by the days between their
publication and by resolved days that differ. All articles stand in one line, by day. How rare a word is is counted over the last ones up to
a day, and each day is compared with the week before it: a new article changes what follows soon after it and is like it, and nothing
else. Stories are in `chains.py`.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from parley.model import Interval, identify
from parley.record.chains import chain
from parley.record.groups import Groups
from parley.record.likeness import Ints, Pairs, Weighed, Window, compare, join
from parley.record.memory import Memory
from parley.record.terms import Floats, Gist, HappeningInput, recall_gists

Sums = dict[int, dict[int, float]]

WINDOW = 7
"""Days between two publications from which on they are not on one happening."""
REMEMBERED = 1000
"""Articles among which the holders of a word are counted: the last ones up to an article's own day."""
SAME_DAYS = 1.25
"""How much more likely articles published on neighbouring days are on one happening than articles without dates."""
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


@dataclass(frozen=True, slots=True)
class Entry:
    """An article to be grouped, its words left aside: `gist` is the key under which memory has its gist."""

    id: str
    gist: str
    published: Interval | None

    @property
    def key(self) -> str:
        return identify("g", self.gist, *((self.published.first, self.published.last) if self.published else ()))


@dataclass(frozen=True, slots=True)
class _Unit:
    """Articles of one day, by number, and others that they are compared with."""

    queries: range
    targets: range
    key: str


def group_happenings(items: Sequence[HappeningInput]) -> Happenings:
    """Groups articles into happenings and stories; the order of `items` does not matter.

    Raises:
        ValueError: when two articles have one id.
    """
    if len({item.id for item in items}) < len(items):
        raise ValueError("two articles with one id")
    memory = Memory()
    memory.recall("gist", {item.id: Gist.of(item).to_bytes for item in items})
    return group_entries([Entry(item.id, item.id, item.published) for item in items], memory)


def group_entries(entries: Sequence[Entry], memory: Memory) -> Happenings:
    """Groups articles whose gists are in memory; only what is near to new ones is worked out."""
    ordered = sorted(entries, key=_place_in_line)
    memory.known("gist", (entry.gist for entry in ordered))
    pairs = find_pairs(ordered, memory)
    groups = adopt_strays(cluster_alike(len(ordered), pairs), pairs)
    happenings = [sorted((ordered[member] for member in group), key=lambda e: e.id) for group in groups]
    named = [tuple(entry.id for entry in group) for group in happenings]
    stories = chain([(_first_day(group), [entry.gist for entry in group]) for group in happenings], memory)
    return Happenings(tuple(sorted(named)), tuple(sorted(tuple(sorted(id_ for at in story for id_ in named[at])) for story in stories)))


def _first_day(group: Iterable[Entry]) -> int:
    return min((entry.published.first.toordinal() for entry in group if entry.published), default=0)


def _place_in_line(entry: Entry) -> tuple[int, str]:
    """By day; those without one come first, in an order that says nothing."""
    return (_day(entry), entry.id) if entry.published else (_day(entry), identify("o", entry.id))


def _day(entry: Entry) -> int:
    return entry.published.last.toordinal() if entry.published else 0


def find_pairs(ordered: Sequence[Entry], memory: Memory) -> Pairs:
    """Returns how likely each two articles are on one happening, by their numbers, where that is not next to nothing.

    Args:
        ordered: the articles as they stand in line.
    """
    units = list(_units(ordered))
    known = memory.known("pairs", (unit.key for unit in units))
    weighed = _weigh(ordered, {at for unit in units if unit.key not in known for at in (*unit.queries, *unit.targets)}, memory)
    blobs = memory.recall("pairs", {unit.key: partial(_packed, unit, ordered, weighed) for unit in units})
    return join([_unpack(blobs[unit.key], unit) for unit in units])


def _units(ordered: Sequence[Entry]) -> Iterator[_Unit]:
    """Cuts all comparisons into those of each day with the week before it, and with the articles without a day."""
    keys = [entry.key for entry in ordered]
    members = {day: range(group[0], group[-1] + 1) for day, group in _by_day(ordered, range(len(ordered))).items()}
    days = list(members)
    windows = {day: _window(own, len(ordered)) for day, own in members.items()}
    seen = {day: identify("w", day, "".join(keys[window.start : window.stop])) for day, window in windows.items()}
    for day, own in members.items():
        earliest = min((entry.published.first.toordinal() for n in own if (entry := ordered[n]).published), default=1) - WINDOW + 1
        near = days[bisect_left(days, max(1, earliest)) : bisect_right(days, day)] or [day]
        yield _Unit(own, range(members[near[0]].start, own.stop), identify("u", *(seen[d] for d in near)))
        if day and 0 in members:
            yield _Unit(own, members[0], identify("u", seen[0], seen[day]))


def _by_day(ordered: Sequence[Entry], numbers: Iterable[int]) -> dict[int, list[int]]:
    days: dict[int, list[int]] = defaultdict(list)
    for number in numbers:
        days[_day(ordered[number])].append(number)
    return days


def _window(own: range, count: int) -> range:
    """The last articles up to a day, all of its own among them; at the beginning of the line the first ones."""
    return range(max(0, min(own.start, own.stop - REMEMBERED)), max(own.stop, min(REMEMBERED, count)))


def _weigh(ordered: Sequence[Entry], wanted: set[int], memory: Memory) -> dict[int, Weighed]:
    """Weighs the terms of the wanted articles, day after day, by what the window then holds."""
    days = _by_day(ordered, sorted(wanted))
    ends = [_day(entry) for entry in ordered]
    windows = {day: _window(range(bisect_left(ends, day), bisect_right(ends, day)), len(ordered)) for day in days}
    gists = recall_gists({ordered[number].gist for window in windows.values() for number in window}, memory)
    window = Window(list(gists.values()))
    found: dict[int, Weighed] = {}
    low = high = 0
    for day, (start, end) in ((day, (windows[day].start, windows[day].stop)) for day in days):
        for number in range(low, min(start, high)):
            window.move(gists[ordered[number].gist], -1)
        for number in range(max(start, high), end):
            window.move(gists[ordered[number].gist], 1)
        low, high = start, end
        found |= {number: window.weigh(gists[ordered[number].gist]) for number in days[day]}
    return found


def _packed(unit: _Unit, ordered: Sequence[Entry], weighed: Mapping[int, Weighed]) -> bytes:
    return _pack(_compare(unit, ordered, weighed))


def _compare(unit: _Unit, ordered: Sequence[Entry], weighed: Mapping[int, Weighed]) -> Pairs:
    """Compares each query with the targets before it, by their places in the unit."""
    pairs = compare([weighed[number] for number in unit.queries], [weighed[number] for number in unit.targets])
    one, other = pairs.one + unit.queries.start, pairs.other + unit.targets.start
    near = _nearness([ordered[n].published for n in one], [ordered[n].published for n in other])
    return Pairs(pairs.one, pairs.other, pairs.value * near).where((other < one) & (near > 0))


def _nearness(ones: Sequence[Interval | None], others: Sequence[Interval | None]) -> Floats:
    return np.array([nearness(one, other) for one, other in zip(ones, others, strict=True)], np.float64)


def nearness(one: Interval | None, other: Interval | None) -> float:
    """Returns how far two publication dates speak for one happening: more than 1 for neighbouring days, 0 beyond the window.

    It is 1 when a date is unknown: words alone decide.
    """
    if one is None or other is None:
        return 1.0
    apart = days_apart(one, other)
    return SAME_DAYS if apart <= 1 else max(0.0, min(1.0, (WINDOW - apart) / (WINDOW - 2)))


def days_apart(one: Interval, other: Interval) -> int:
    """Returns the least days between two intervals; 0 when they meet."""
    return max(0, (other.first - one.last).days, (one.first - other.last).days)


def _pack(pairs: Pairs) -> bytes:
    return b"".join((pairs.one.astype("<i4").tobytes(), pairs.other.astype("<i4").tobytes(), pairs.value.astype("<f8").tobytes()))


def _unpack(data: bytes, unit: _Unit) -> Pairs:
    size = len(data) // 16
    one, other = (np.frombuffer(data, "<i4", size, start) for start in (0, 4 * size))
    return Pairs(one + np.int64(unit.queries.start), other + np.int64(unit.targets.start), np.frombuffer(data, "<f8", size, 8 * size))


def cluster_alike(count: int, pairs: Pairs) -> list[tuple[int, ...]]:
    """Clusters articles by likeness.

    Two groups are alike on average only if some two of their members are, so what such pairs join is clustered by itself.
    """
    strong = pairs.where(pairs.value >= ALIKE)
    joined = Groups(range(count))
    for one, other in zip(strong.one.tolist(), strong.other.tolist(), strict=True):
        joined.join(one, other)
    part = np.array([joined.root(number) for number in range(count)], np.int64)
    inside = pairs.where(part[pairs.one] == part[pairs.other])
    sums: dict[int, Sums] = {int(root): {} for root in np.unique(part)}
    for number in range(count):
        sums[int(part[number])][number] = {}
    for one, other, value in zip(inside.one.tolist(), inside.other.tolist(), inside.value.tolist(), strict=True):
        own = sums[int(part[one])]
        own[one][other] = own[other][one] = value
    return sorted(group for own in sums.values() for group in cluster([(number,) for number in own], own, ALIKE))


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
