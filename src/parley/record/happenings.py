"""Articles → happenings (one event, days) and stories (one developing matter, months).

Happenings: average-link clustering of articles by likeness of their words and names, weakened by the days between their
publication and by resolved days that differ. Stories: the same over happenings, with time left out and topic words, which a
happening's own words would drown, counted at their value in general news.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from parley.model import Interval
from parley.record.likeness import LEAST, Floats, HappeningInput, Likeness, Near, count_terms, find_alike, likeness_rows, make_vectors

Sums = dict[int, dict[int, float]]

WINDOW = 7
"""Days between two publications from which on they are not on one happening."""
SAME_DAYS = 1.25
"""How much more likely articles published on neighbouring days are on one happening than articles without dates."""
ALIKE = 0.18
"""Mean likeness from which on groups of articles are one happening."""
STRAY, ADOPTED, CLEARLY = 2, 0.14, 1.3
"""The size up to which a group is a stray; the mean likeness to a larger group from which on it joins that; how many times more alike
it must be to that than to any other. The last article on an event is worded unlike the first ones, and average linkage leaves it alone."""
RELATED = 0.18
"""Mean likeness from which on happenings are one story."""
STORY_PRIOR = 5000.0


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
    ordered = sorted(items, key=lambda item: item.id)
    if len({item.id for item in ordered}) < len(ordered):
        raise ValueError("two articles with one id")
    terms = [count_terms(item) for item in ordered]
    near = _in_window([item.published for item in ordered])
    alike = [replace(pair, value=pair.value * nearness(ordered[pair.one], ordered[pair.other])) for pair in find_alike(ordered, terms, near)]
    alone = [(number,) for number in range(len(ordered))]
    happenings = adopt_strays(cluster(alone, _sum_between(alone, alike), ALIKE), alike)
    topics = make_vectors(terms, STORY_PRIOR)
    stories = cluster(happenings, _sum_topics(happenings, topics), RELATED)
    return Happenings(_name(happenings, ordered), _name(stories, ordered))


def _name(groups: Iterable[Sequence[int]], ordered: Sequence[HappeningInput]) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted(tuple(ordered[member].id for member in sorted(group)) for group in groups))


def nearness(one: HappeningInput, other: HappeningInput) -> float:
    """Returns how far two publication dates speak for one happening: more than 1 for neighbouring days, 0 beyond the window.

    It is 1 when a date is unknown: words alone decide.
    """
    if one.published is None or other.published is None:
        return 1.0
    apart = days_apart(one.published, other.published)
    return SAME_DAYS if apart <= 1 else max(0.0, min(1.0, (WINDOW - apart) / (WINDOW - 2)))


def days_apart(one: Interval, other: Interval) -> int:
    """Returns the least days between two intervals; 0 when they meet."""
    return max(0, (other.first - one.last).days, (one.first - other.last).days)


def _in_window(published: Sequence[Interval | None]) -> Near:
    """Says which articles were published so near to one that they can be on one happening with it, its own day unknown or theirs."""
    first, last = (np.array([getattr(days, end).toordinal() if days else -1 for days in published]) for end in ("first", "last"))

    def near(number: int) -> NDArray[np.bool_]:
        if published[number] is None:
            return np.full(len(published), True)
        return np.asarray((first < 0) | ((first - last[number] < WINDOW) & (first[number] - last < WINDOW)), np.bool_)

    return near


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


def adopt_strays(groups: Sequence[tuple[int, ...]], pairs: Iterable[Likeness]) -> list[tuple[int, ...]]:
    """Gives each stray group to the larger group that it is clearly most like; what is like none, or like two, stays alone."""
    members = {group[0]: group for group in groups}
    sums = _sum_between(groups, pairs)
    homes = {name: _home(name, members, sums[name]) for name, group in members.items() if len(group) <= STRAY}
    gathered: dict[int, tuple[int, ...]] = defaultdict(tuple)
    for name, group in members.items():
        gathered[homes.get(name, name)] += group
    return [tuple(sorted(group)) for _, group in sorted(gathered.items())]


def _home(name: int, members: Mapping[int, Sequence[int]], sums: Mapping[int, float]) -> int:
    """The group that a stray belongs to; its own where no other is clearly right."""
    means = [(-total / (len(members[name]) * len(members[near])), near) for near, total in sums.items() if len(members[near]) > STRAY]
    best, second = ([*sorted(means), (0.0, name), (0.0, name)])[:2]
    return best[1] if -best[0] >= ADOPTED and -best[0] >= CLEARLY * -second[0] else name


def _sum_between(groups: Sequence[Sequence[int]], pairs: Iterable[Likeness]) -> Sums:
    """Sums listed pairs; those not listed count as 0."""
    group_of = {member: group[0] for group in groups for member in group}
    sums: Sums = {group[0]: {} for group in groups}
    for pair in pairs:
        a, b = group_of[pair.one], group_of[pair.other]
        if a != b and pair.value > 0:
            sums[a][b] = sums[b][a] = sums[a].get(b, 0.0) + pair.value
    return sums


def _sum_topics(groups: Sequence[Sequence[int]], vectors: Sequence[Mapping[str, float]]) -> Sums:
    """Sums the likenesses of all pairs of articles between groups, a group at a time: at no time are all pairs in memory."""
    place = np.zeros(len(vectors), np.int64)
    for number, group in enumerate(groups):
        place[list(group)] = number
    sums: Sums = {group[0]: {} for group in groups}
    gathered: dict[int, Floats] = {}
    left = [len(group) for group in groups]
    for article, scores in enumerate(likeness_rows(vectors)):
        own = int(place[article])
        known: Floats = np.bincount(place, np.where(scores >= LEAST, scores, 0.0), len(groups)).astype(np.float64)
        gathered[own] = gathered[own] + known if own in gathered else known
        left[own] -= 1
        if not left[own]:
            totals = gathered.pop(own)
            for other in np.flatnonzero(totals[:own]):
                a, b = groups[own][0], groups[int(other)][0]
                sums[a][b] = sums[b][a] = float(totals[other])
    return sums
