"""Events with places → a map: land without borders, one mark a place, its shape saying how exactly the place is known.

Equirectangular, with degrees of longitude shortened as they are at the map's middle. What was not located is not drawn.
"""

from __future__ import annotations

import gzip
import json
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

from parley.model import Event, Place
from parley.publish.labels import clip

Point = tuple[float, float]
_WIDTH, _TALLEST = 720, 460
_MARGIN, _SMALLEST = 0.25, 3.0
_SHAPES = {"site": "dot", "city": "dot", "district": "near", "province": "near"}
_WORDS = {"dot": "a town or site", "near": "somewhere in a district or province", "wide": "somewhere in a country or region"}
_LETTER = 6.2
_SIZES = {"dot": 4.0, "near": 9.0, "wide": 15.0}


@dataclass(frozen=True, slots=True)
class Label:
    """Where a name stands: the end of its base line that `side` (`start` or `end`) says."""

    x: float
    y: float
    side: str


@dataclass(frozen=True, slots=True)
class Spot:
    """One place on the map. `shape` is `dot`, `near` or `wide`, by precision; `label` is None where its name has no room."""

    name: str
    words: str
    shape: str
    x: float
    y: float
    size: float
    events: tuple[str, ...]
    label: Label | None = None


@dataclass(frozen=True, slots=True)
class Map:
    """`land` draws the outlines; `lost` names the places of events that have no position."""

    width: int
    height: int
    land: str
    spots: tuple[Spot, ...]
    shapes: tuple[tuple[str, str], ...]
    lost: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    """The stretch of the world that is drawn, in degrees, and how it is scaled."""

    west: float
    north: float
    east: float
    south: float
    width: int
    height: int

    def place(self, lon: float, lat: float) -> Point:
        return (
            round((lon - self.west) / (self.east - self.west) * self.width, 1),
            round((self.north - lat) / (self.north - self.south) * self.height, 1),
        )


def make_map(events: Sequence[Event]) -> Map | None:
    """Draws where events happened or are to happen; None when no event has a position."""
    by_place: dict[Place, list[Event]] = defaultdict(list)
    lost: dict[str, None] = {}
    for event in events:
        if event.where is None:
            continue
        if event.where.lat is None or event.where.lon is None:
            lost[clip(event.where.name, 60)] = None
        else:
            by_place[replace(event.where, span=None)].append(event)
    if not by_place:
        return None
    frame = _frame([(p.lon, p.lat) for p in by_place if p.lon is not None and p.lat is not None])
    spots = _labelled(tuple(_spots(by_place, frame)), frame)
    shapes = tuple((shape, word) for shape, word in _WORDS.items() if any(s.shape == shape for s in spots))
    return Map(frame.width, frame.height, _land(frame), spots, shapes, tuple(lost))


def _spots(by_place: dict[Place, list[Event]], frame: _Frame) -> Iterator[Spot]:
    """Yields the widest first, so that exact places lie on top."""
    order = {"wide": 0, "near": 1, "dot": 2}
    rows = sorted(by_place.items(), key=lambda row: (order[_SHAPES.get(row[0].precision, "wide")], -len(row[1]), row[0].name))
    for place, events in rows:
        shape = _SHAPES.get(place.precision, "wide")
        x, y = frame.place(place.lon or 0.0, place.lat or 0.0)
        yield Spot(clip(place.name, 40), _WORDS[shape], shape, x, y, _SIZES[shape], tuple(e.id for e in events))


def _labelled(spots: tuple[Spot, ...], frame: _Frame) -> tuple[Spot, ...]:
    """Gives names to the places with most events first, each beside its mark where no other name or exact mark is in the way."""
    taken = [(s.x - 4, s.y - 4, s.x + 4, s.y + 4) for s in spots if s.shape == "dot"]
    labels: dict[Spot, Label] = {}
    for spot in sorted(spots, key=lambda s: (-len(s.events), s.name)):
        for label in _around(spot):
            box = _box(label, spot.name)
            inside = box[0] >= 0 and box[2] <= frame.width and box[1] >= 0 and box[3] <= frame.height
            if inside and not any(box[0] < t[2] and t[0] < box[2] and box[1] < t[3] and t[1] < box[3] for t in taken):
                taken.append(box)
                labels[spot] = label
                break
    return tuple(replace(spot, label=labels.get(spot)) for spot in spots)


def _around(spot: Spot) -> Iterator[Label]:
    gap = spot.size + 3
    for rise in (4, -6, 14):
        yield Label(round(spot.x + gap, 1), round(spot.y + rise, 1), "start")
        yield Label(round(spot.x - gap, 1), round(spot.y + rise, 1), "end")


def _box(label: Label, name: str) -> tuple[float, float, float, float]:
    wide = _LETTER * len(name)
    left = label.x if label.side == "start" else label.x - wide
    return left, label.y - 10, left + wide, label.y + 2


def _frame(points: Sequence[Point]) -> _Frame:
    west, east = min(lon for lon, _ in points), max(lon for lon, _ in points)
    south, north = min(lat for _, lat in points), max(lat for _, lat in points)
    shrink = math.cos(math.radians(min(abs(south + north) / 2, 70)))
    wide = max((east - west) * shrink, north - south, _SMALLEST) * (1 + 2 * _MARGIN)
    wide, tall = min(wide, 360 * shrink), min(max((north - south) * (1 + 2 * _MARGIN), wide * 0.45), 170.0, wide * _TALLEST / _WIDTH)
    tall = max(tall, (north - south) * 1.1)
    middle_lon, middle_lat = (west + east) / 2, max(min((south + north) / 2, 88 - tall / 2), -88 + tall / 2)
    half = wide / shrink / 2
    height = max(1, round(_WIDTH * tall / wide))
    return _Frame(middle_lon - half, middle_lat + tall / 2, middle_lon + half, middle_lat - tall / 2, _WIDTH, height)


def _land(frame: _Frame) -> str:
    """Returns the outlines inside the frame as one SVG path, points nearer than a pixel to the last one left out."""
    return "".join(_path(part, frame) for ring in _rings() for part in _clip(ring, frame))


def _path(ring: Iterable[Point], frame: _Frame) -> str:
    drawn: list[Point] = []
    for lon, lat in ring:
        x, y = frame.place(lon, lat)
        if not drawn or abs(x - drawn[-1][0]) + abs(y - drawn[-1][1]) >= 1:
            drawn.append((x, y))
    if len(drawn) < 3:
        return ""
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in drawn) + "Z"


def _clip(ring: Sequence[Point], frame: _Frame) -> Iterator[list[Point]]:
    """Cuts a ring to the frame and a little more (Sutherland and Hodgman 1974), so that cut edges stay out of sight."""
    edge = (frame.east - frame.west) * 0.02
    points = list(ring)
    for axis, limit, sign in ((0, frame.west - edge, 1), (0, frame.east + edge, -1), (1, frame.south - edge, 1), (1, frame.north + edge, -1)):
        points = _cut(points, axis, limit, sign)
        if not points:
            return
    yield points


def _cut(points: list[Point], axis: int, limit: float, sign: int) -> list[Point]:
    kept: list[Point] = []
    for at, here in enumerate(points):
        before = points[at - 1]
        inside, was_inside = sign * (here[axis] - limit) >= 0, sign * (before[axis] - limit) >= 0
        if inside != was_inside:
            share = (limit - before[axis]) / (here[axis] - before[axis])
            kept.append((before[0] + share * (here[0] - before[0]), before[1] + share * (here[1] - before[1])))
        if inside:
            kept.append(here)
    return kept


@cache
def _rings() -> tuple[tuple[Point, ...], ...]:
    """Reads the outlines of the world's land (Natural Earth, public domain; made by `training/land.py`)."""
    packed = json.loads(gzip.decompress(resources.files("parley.publish").joinpath("data", "land.json.gz").read_bytes()))
    return tuple(tuple(_unpacked(numbers)) for numbers in packed)


def _unpacked(numbers: Sequence[int]) -> Iterator[Point]:
    x = y = 0
    for at in range(0, len(numbers), 2):
        x, y = x + numbers[at], y + numbers[at + 1]
        yield x / 100, y / 100
