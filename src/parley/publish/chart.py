"""The ledger's figures → one picture for each measure: figures over time, a shape for each claimant, bounds as ranges."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from parley.publish.bounds import COUNTABLE
from parley.publish.ledger import CASUALTIES, Figure
from parley.publish.scales import DayScale, FigureScale, Tick

SHAPES = ("circle", "square", "triangle", "diamond", "plus", "other")
_NARROW, _WIDE, _HEIGHT = 500, 1040, 240
_LEFT, _MARGIN, _TOP, _BOTTOM = 56, 40, 20, 206
_WHISKER = 16
_FEW = 8
"""Points up to which a picture takes half the width."""
_DIGIT, _LINE = 7.5, 12
"""Width of a character and height of a line of a label, in pixels."""


@dataclass(frozen=True, slots=True)
class Point:
    """A figure in the picture. `low_y` and `high_y` bound its range; `up` and `down` say that it is open there.

    `label` is empty where it would lie on another; the figure is in the table all the same. `is_left` says that it stands left of the point.
    """

    figure: Figure
    x: float
    y: float
    low_y: float
    high_y: float
    up: bool
    down: bool
    shape: str
    label: str = ""
    is_left: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    measure: str
    width: int
    height: int
    left: float
    bottom: float
    points: tuple[Point, ...]
    ticks: tuple[Tick, ...]
    days: tuple[Tick, ...]
    is_log: bool
    legend: tuple[tuple[str, str], ...]

    @property
    def is_wide(self) -> bool:
        return self.width > _NARROW


def make_charts(figures: Sequence[Figure]) -> tuple[Chart, ...]:
    """Draws each casualty measure that has at least two dated figures; parts of other figures stay in the table."""
    charts = []
    for measure in CASUALTIES:
        drawn = [f for f in figures if f.measure == measure and f.day and not f.depth and _can_be_drawn(f)]
        if len({(f.day, f.bounds, f.claimant) for f in drawn}) > 1:
            charts.append(_chart(measure, drawn))
    return tuple(charts)


def _can_be_drawn(figure: Figure) -> bool:
    return all(abs(bound) < COUNTABLE for bound in (figure.low, figure.high) if bound is not None)


def _chart(measure: str, figures: Sequence[Figure]) -> Chart:
    days = [f.day for f in figures if f.day]
    width = _NARROW if len(days) <= _FEW else _WIDE
    margin = max((max(days) - min(days)) * 0.04, timedelta(1))
    across = DayScale(min(days) - margin, max(days) + margin, _LEFT, width - _MARGIN)
    up = _figure_scale([v for f in figures for v in (f.low, f.high) if v is not None])
    shapes = _shapes(figures)
    points = label_points([_point(f, f.day, across, up, shapes) for f in figures if f.day], width)
    legend = tuple(dict.fromkeys((shape, claimant if shape != "other" else "others") for claimant, shape in shapes.items()))
    return Chart(measure, width, _HEIGHT, _LEFT, _BOTTOM, points, up.ticks(), across.ticks(width // 100), up.is_log, legend)


def _figure_scale(values: Sequence[float]) -> FigureScale:
    low, high = min(values), max(values)
    spread = FigureScale(max(low, 0.5), max(high, low + 1), _BOTTOM - 8, _TOP + 8)
    return spread if spread.is_log else FigureScale(0, max(high, 1), _BOTTOM, _TOP + 8)


def _shapes(figures: Sequence[Figure]) -> dict[str, str]:
    """The claimants with most figures each get a shape of their own."""
    ranked = sorted(Counter(f.claimant for f in figures).items(), key=lambda row: (-row[1], row[0]))
    return {name: SHAPES[min(n, len(SHAPES) - 1)] for n, (name, _) in enumerate(ranked)}


def _point(figure: Figure, day: date, across: DayScale, up: FigureScale, shapes: dict[str, str]) -> Point:
    low = up.at(figure.low) if figure.low is not None else None
    high = up.at(figure.high) if figure.high is not None else None
    y = (low if low is not None else high) or 0.0
    return Point(
        figure,
        across.at(day),
        y if low is None or high is None else round((low + high) / 2, 1),
        low if low is not None else y + _WHISKER,
        high if high is not None else y - _WHISKER,
        high is None,
        low is None,
        shapes[figure.claimant],
    )


def label_points(points: Sequence[Point], edge: float) -> tuple[Point, ...]:
    """Returns the points, each with its figure where that covers no other point and no label before it, to the left where it would run over the edge.

    Args:
        edge: the width of the picture.
    """
    taken = [(p.x - 6, p.y - 6, p.x + 6, p.y + 6) for p in points]
    found = []
    for point in points:
        width = len(point.figure.bounds) * _DIGIT
        is_left = point.x + 7 + width > edge
        start = point.x - 7 - width if is_left else point.x + 7
        box = (start, point.y - _LINE / 2, start + width, point.y + _LINE / 2)
        if not any(_overlap(box, other) for other in taken):
            taken.append(box)
            point = replace(point, label=point.figure.bounds, is_left=is_left)
        found.append(point)
    return tuple(found)


Box = tuple[float, float, float, float]


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
