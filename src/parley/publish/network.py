"""Events → who did what to whom: a ring of the busiest actors, and the same as a table."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from parley.publish.event_views import EventView
from parley.publish.labels import LANES, clip

_NODES = 12
_WIDTH, _HEIGHT, _RADIUS = 640, 500, 200
_PAIRED = 6
"""Actors of one meeting that are joined two by two; a larger meeting joins the first ones."""


@dataclass(frozen=True, slots=True)
class Node:
    name: str
    x: float
    y: float
    label_x: float
    label_y: float
    side: str
    weight: int


@dataclass(frozen=True, slots=True)
class Edge:
    """Acts of one kind between two actors. `directed` is False for what they did together. `path` draws it."""

    actor: str
    recipient: str
    directed: bool
    lane: int
    acts: tuple[tuple[str, int], ...]
    events: tuple[str, ...]
    path: str = ""

    @property
    def count(self) -> int:
        return len(self.events)

    @property
    def kind(self) -> str:
        return LANES[self.lane]


@dataclass(frozen=True, slots=True)
class Network:
    width: int
    height: int
    nodes: tuple[Node, ...]
    drawn: tuple[Edge, ...]
    edges: tuple[Edge, ...]


def make_network(events: Sequence[EventView]) -> Network | None:
    """Returns None when nobody did anything to or with anybody. What did not happen and what is only supposed is left out."""
    edges = _edges([e for e in events if e.modality.key in ("held", "planned")])
    if not edges:
        return None
    weight: Counter[str] = Counter()
    for edge in edges:
        weight[edge.actor] += edge.count
        weight[edge.recipient] += edge.count
    nodes = dict(zip(names := _busiest(edges, weight), _ring(names, weight), strict=True))
    drawn = tuple(_draw(e, nodes) for e in edges if e.actor in nodes and e.recipient in nodes)
    return Network(_WIDTH, _HEIGHT, tuple(nodes.values()), drawn, tuple(edges))


def _edges(events: Sequence[EventView]) -> list[Edge]:
    acts: dict[tuple[str, str, bool, int], list[EventView]] = defaultdict(list)
    for event in events:
        for actor, recipient, directed in _pairs(event):
            acts[actor, recipient, directed, event.lane].append(event)
    edges = [
        Edge(a, b, directed, lane, tuple(sorted(Counter(e.type for e in found).items())), tuple(e.id for e in found))
        for (a, b, directed, lane), found in acts.items()
    ]
    return sorted(edges, key=lambda e: (-e.count, e.actor, e.recipient, e.lane))


def _busiest(edges: Sequence[Edge], weight: Mapping[str, int]) -> list[str]:
    """The ends of the weightiest relations, so that nobody stands in the ring alone."""
    found: dict[str, None] = {}
    for edge in sorted(edges, key=lambda e: (-e.count, -weight[e.actor] - weight[e.recipient], e.actor, e.recipient)):
        both = dict.fromkeys((edge.actor, edge.recipient))
        if len(found | both) <= _NODES:
            found |= both
    return sorted(found)


def _pairs(event: EventView) -> Iterator[tuple[str, str, bool]]:
    if event.recipients:
        yield from ((a, b, True) for a in event.actors[:_PAIRED] for b in event.recipients[:_PAIRED] if a != b)
    else:
        yield from ((a, b, False) for a, b in combinations(sorted(set(event.actors[:_PAIRED])), 2))


def _ring(names: Sequence[str], weight: Mapping[str, int]) -> Iterator[Node]:
    for n, name in enumerate(names):
        angle = 2 * math.pi * n / len(names) - math.pi / 2
        cos, sin = math.cos(angle), math.sin(angle)
        side = "middle" if abs(cos) < 0.2 else "start" if cos > 0 else "end"
        x, y = _WIDTH / 2 + _RADIUS * cos, _HEIGHT / 2 + _RADIUS * sin
        yield Node(clip(name, 28), round(x, 1), round(y, 1), round(x + 16 * cos, 1), round(y + 18 * sin + 4, 1), side, weight[name])


def _draw(edge: Edge, nodes: dict[str, Node]) -> Edge:
    """Bends each edge towards the middle, by another measure for each kind, so that those of one pair lie apart."""
    a, b = nodes[edge.actor], nodes[edge.recipient]
    pull = 0.25 + 0.16 * edge.lane + (0.08 if edge.actor > edge.recipient else 0)
    cx = round((a.x + b.x) / 2 * (1 - pull) + _WIDTH / 2 * pull, 1)
    cy = round((a.y + b.y) / 2 * (1 - pull) + _HEIGHT / 2 * pull, 1)
    end = _short_of(b.x, b.y, cx, cy, 11 if edge.directed else 7)
    path = f"M{a.x} {a.y} Q{cx} {cy} {end[0]} {end[1]}"
    return Edge(edge.actor, edge.recipient, edge.directed, edge.lane, edge.acts, edge.events, path)


def _short_of(x: float, y: float, from_x: float, from_y: float, gap: float) -> tuple[float, float]:
    length = math.hypot(x - from_x, y - from_y) or 1.0
    return round(x - (x - from_x) / length * gap, 1), round(y - (y - from_y) / length * gap, 1)
