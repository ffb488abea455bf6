"""Articles, by day → which near ones are alike, and how much.

All articles stand in one line. How rare a word is is counted over the last ones up to a day, and each day is compared with the week before it:
a new article changes what follows soon after it, and nothing else. What is compared is kept by day.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from parley.model import Interval, identify
from parley.record.likeness import PRIOR, SETTING_PRIOR, Line, Pairs, Weighed, compare, join
from parley.record.memory import Memory
from parley.record.terms import Floats, recall_gists

WINDOW = 7
"""Days between two publications from which on they are not on one happening."""
REMEMBERED = 1000
"""Articles among which the holders of a word are counted: the last ones up to an article's own day."""
SAME_DAYS = 1.25
"""How much more likely articles published on neighbouring days are on one happening than articles without dates."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An article to be grouped, its words left aside: `gist` says which gist memory has of it."""

    id: str
    gist: str
    published: Interval | None


@dataclass(frozen=True, slots=True)
class _Unit:
    """Articles of one day, by number, and others that they are compared with; `key` says all that comes of it."""

    name: str
    queries: range
    targets: range
    key: str


def place_in_line(entry: Entry) -> tuple[int, str]:
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
    changes = memory.changes("pairs", {unit.name: unit.key for unit in units})
    stale = [unit for unit in units if unit.name in changes.ids]
    weighed = _weigh(ordered, {at for unit in stale for at in (*unit.queries, *unit.targets)}, memory)
    for unit in stale:
        memory.keep("pairs", unit.name, pack(_compare(unit, ordered, weighed)))
    for name in changes.ids - changes.now.keys():
        memory.drop("pairs", name)
    blobs = memory.fetch("pairs", changes.now)
    return join([_unpack(blobs[unit.name], unit) for unit in units])


def _units(ordered: Sequence[Entry]) -> Iterator[_Unit]:
    """Cuts all comparisons into those of each day with the week before it, and with the articles without a day."""
    totals = [0, *accumulate(map(_number, ordered))]
    members = {day: range(group[0], group[-1] + 1) for day, group in _by_day(ordered, range(len(ordered))).items()}
    days = list(members)
    windows = {day: _window(own, len(ordered)) for day, own in members.items()}
    # What is counted over a window changes with its articles, which their sum tells.
    seen = {day: f"{day}:{len(window)}:{totals[window.stop] - totals[window.start]:x}" for day, window in windows.items()}
    for day, own in members.items():
        earliest = min((entry.published.first.toordinal() for n in own if (entry := ordered[n]).published), default=1) - WINDOW + 1
        near = days[bisect_left(days, max(1, earliest)) : bisect_right(days, day)] or [day]
        yield _Unit(f"{day}", own, range(members[near[0]].start, own.stop), " ".join(seen[d] for d in near))
        if day and 0 in members:
            yield _Unit(f"{day}/0", own, members[0], f"{seen[0]} {seen[day]}")


def _number(entry: Entry) -> int:
    """A large number that stands for an article as it is."""
    days = (entry.published.first, entry.published.last) if entry.published else ()
    return int.from_bytes(hashlib.blake2b(" ".join((entry.id, entry.gist, *map(str, days))).encode(), digest_size=12).digest(), "little")


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
    near = sorted({number for window in windows.values() for number in window})
    place = {number: at for at, number in enumerate(near)}
    gists = recall_gists([ordered[number].id for number in near], memory)
    held = [gists[ordered[number].id] for number in near]
    words, settings = Line([gist.words for gist in held]), Line([gist.settings for gist in held])
    found: dict[int, Weighed] = {}
    for day, numbers in days.items():
        own, window = [place[number] for number in numbers], range(place[windows[day].start], place[windows[day].stop - 1] + 1)
        rows = zip(numbers, own, words.weigh(own, window, PRIOR), settings.weigh(own, window, SETTING_PRIOR), strict=True)
        found |= {number: Weighed(said, where, len(held[at].settings.codes) > 0) for number, at, said, where in rows}
    return found


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


def pack(pairs: Pairs) -> bytes:
    return b"".join((pairs.one.astype("<i4").tobytes(), pairs.other.astype("<i4").tobytes(), pairs.value.astype("<f8").tobytes()))


def _unpack(data: bytes, unit: _Unit) -> Pairs:
    size = len(data) // 16
    one, other = (np.frombuffer(data, "<i4", size, start) for start in (0, 4 * size))
    return Pairs(one + np.int64(unit.queries.start), other + np.int64(unit.targets.start), np.frombuffer(data, "<f8", size, 8 * size))
