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

from parley.model import Interval
from parley.record.likeness import HappeningInput, Likeness, count_terms, find_alike, find_likenesses, make_vectors

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
    alike = [replace(pair, value=pair.value * nearness(ordered[pair.one], ordered[pair.other])) for pair in find_alike(ordered)]
    happenings = adopt_strays(cluster(len(ordered), alike, ALIKE), alike)
    topics = find_likenesses(make_vectors([count_terms(item) for item in ordered], STORY_PRIOR))
    stories = cluster(len(ordered), topics, RELATED, happenings)
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


def cluster(count: int, pairs: Iterable[Likeness], threshold: float, groups: Sequence[Sequence[int]] | None = None) -> list[tuple[int, ...]]:
    """Merges the two groups most alike on average until none reach `threshold`; pairs not listed count as 0.

    Ties go to the groups whose first members come first, so the result depends on the pairs alone.
    """
    members: dict[int, tuple[int, ...]] = {min(group): tuple(group) for group in groups or [(number,) for number in range(count)]}
    sums = _sum_between(members, pairs)
    queue = [(-total / (len(members[a]) * len(members[b])), a, b) for a, near in sums.items() for b, total in near.items() if a < b]
    heapq.heapify(queue)
    while queue:
        negative, a, b = heapq.heappop(queue)
        if -negative < threshold:
            break
        if a not in members or b not in members or negative != -sums[a][b] / (len(members[a]) * len(members[b])):
            continue
        members[a] += members.pop(b)
        for near, total in sums.pop(b).items():
            del sums[near][b]
            if near != a:
                sums[a][near] = sums[near][a] = sums[a].get(near, 0.0) + total
        for near, total in sums[a].items():
            low, high = min(a, near), max(a, near)
            heapq.heappush(queue, (-total / (len(members[a]) * len(members[near])), low, high))
    return [tuple(sorted(group)) for _, group in sorted(members.items())]


def adopt_strays(groups: Sequence[tuple[int, ...]], pairs: Iterable[Likeness]) -> list[tuple[int, ...]]:
    """Gives each stray group to the larger group that it is clearly most like; what is like none, or like two, stays alone."""
    members = {group[0]: group for group in groups}
    sums = _sum_between(members, pairs)
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


def _sum_between(members: Mapping[int, Sequence[int]], pairs: Iterable[Likeness]) -> dict[int, dict[int, float]]:
    group_of = {member: name for name, group in members.items() for member in group}
    sums: dict[int, dict[int, float]] = {name: {} for name in members}
    totals: dict[tuple[int, int], float] = defaultdict(float)
    for pair in pairs:
        a, b = sorted((group_of[pair.one], group_of[pair.other]))
        if a != b and pair.value > 0:
            totals[a, b] += pair.value
    for (a, b), total in totals.items():
        sums[a][b] = sums[b][a] = total
    return sums
