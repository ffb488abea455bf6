"""Happenings → stories: each happening goes on with the earlier one that it is most like in topic, and what hangs together is one story.

Topic words, which a happening's own words would drown, count at their value in general news. So how alike two happenings are depends on
those two alone: a new one is held against all, and the others keep their links unless it is a nearer one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from parley.model import identify
from parley.record.groups import Groups
from parley.record.likeness import Vector, alike, scale
from parley.record.memory import Memory
from parley.record.terms import Gist, recall_gists

RELATED = 0.28
"""Likeness from which on a happening goes on with an earlier one."""
_NEWS = 5000.0
"""Articles of general news in which the rarity of topic words is counted."""


class Plot(NamedTuple):
    """A happening: the first day of publication, its articles, and what says which gists memory has of them."""

    day: int
    articles: Sequence[str]
    gists: Sequence[str]

    @property
    def key(self) -> str:
        return identify("h", self.day, *self.gists)


def chain(happenings: Sequence[Plot], memory: Memory) -> list[list[int]]:
    """Joins happenings into stories.

    Returns:
        The stories, as places in `happenings`.
    """
    keys = [plot.key for plot in happenings]
    ordered = sorted(range(len(keys)), key=lambda number: (happenings[number].day, keys[number]))
    links = _links([keys[number] for number in ordered], [happenings[number].articles for number in ordered], memory)
    groups = Groups(range(len(keys)))
    for at, earlier in enumerate(links):
        if earlier is not None:
            groups.join(ordered[at], ordered[earlier])
    return groups.sets()


def _links(keys: Sequence[str], articles: Sequence[Sequence[str]], memory: Memory) -> list[int | None]:
    """Finds for each happening the earlier one that it is most like; of several as like, the earliest.

    Args:
        keys: of the happenings, the earliest first.
        articles: those of each.
    """
    rank = {key: number for number, key in enumerate(keys)}
    before: dict[str, tuple[str | None, float]] = memory.read("chain", ("links",)).get("links", {})
    for key in before.keys() - rank.keys():
        memory.drop("topic", key)
    for key in rank.keys() - before.keys():
        memory.keep("topic", key, _pack(_mean([_topic(gist) for gist in recall_gists(articles[rank[key]], memory).values()])))
    value = np.array([before.get(key, (None, 0.0))[1] for key in keys], np.float64)
    link = np.array([rank.get(before.get(key, (None,))[0] or "", -1) for key in keys], np.int64)
    is_new = np.array([key not in before for key in keys], np.bool_)
    # Whose earlier happening is no longer there looks for another; a new one is held against those after it as well.
    asking = np.flatnonzero(is_new | ((link < 0) & (value > 0)))
    if len(asking):
        blobs = memory.fetch("topic", keys)
        topics = [_unpack(blobs[key]) for key in keys]
        for own, scores in zip(asking.tolist(), alike([topics[number] for number in asking], topics), strict=True):
            best = int(scores[:own].argmax()) if own else 0
            link[own], value[own] = (best, scores[best]) if own and scores[best] >= RELATED else (-1, 0.0)
            if is_new[own]:
                nearer = (np.arange(len(keys)) > own) & (scores >= RELATED) & ((scores > value) | ((scores == value) & (own < link)))
                link[nearer], value[nearer] = own, scores[nearer]
    found = [None if earlier < 0 else earlier for earlier in link.tolist()]
    memory.write("chain", "links", {key: (e if e is None else keys[e], v) for key, e, v in zip(keys, found, value.tolist(), strict=True)})
    return found


def _topic(gist: Gist) -> Vector:
    return scale(gist.words, np.log(_NEWS / (1 + _NEWS * gist.words.shares)))


def _mean(vectors: Sequence[Vector]) -> Vector:
    codes, place = np.unique(np.concatenate([v.codes for v in vectors]), return_inverse=True)
    return Vector(codes, np.bincount(place, np.concatenate([v.weights for v in vectors]), len(codes)) / len(vectors))


def _pack(vector: Vector) -> bytes:
    return vector.codes.astype("<u8").tobytes() + vector.weights.astype("<f8").tobytes()


def _unpack(data: bytes) -> Vector:
    size = len(data) // 16
    return Vector(np.frombuffer(data, "<u8", size), np.frombuffer(data, "<f8", size, 8 * size))
