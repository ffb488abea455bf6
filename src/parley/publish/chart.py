"""The ledger's figures → one picture for each measure: figures over time, a shape for each claimant, bounds as ranges."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from parley.publish.ledger import CASUALTIES, Figure
from parley.publish.scales import DayScale, FigureScale, Tick

SHAPES = ("circle", "square", "triangle", "diamond", "plus", "other")
_WIDTH, _HEIGHT = 560, 230
_LEFT, _RIGHT, _TOP, _BOTTOM = 56, 530, 20, 196
_WHISKER = 16


@dataclass(frozen=True, slots=True)
class Point:
    """A figure in the picture. `low_y` and `high_y` bound its range; `up` and `down` say that it is open there."""

    figure: Figure
    x: float
    y: float
    low_y: float
    high_y: float
    up: bool
    down: bool
    shape: str
    label: str


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


def make_charts(figures: Sequence[Figure]) -> tuple[Chart, ...]:
    """Draws each casualty measure that has at least two dated figures; parts of other figures stay in the table."""
    charts = []
    for measure in CASUALTIES:
        drawn = [f for f in figures if f.measure == measure and f.day and not f.depth]
        if len({(f.day, f.bounds, f.claimant) for f in drawn}) > 1:
            charts.append(_chart(measure, drawn))
    return tuple(charts)


def _chart(measure: str, figures: Sequence[Figure]) -> Chart:
    days = [f.day for f in figures if f.day]
    margin = max((max(days) - min(days)) * 0.06, timedelta(1))
    across = DayScale(min(days) - margin, max(days) + margin, _LEFT, _RIGHT)
    values = [v for f in figures for v in (f.low, f.high) if v is not None]
    up = _figure_scale(min(values), max(values))
    shapes = _shapes(figures)
    points = tuple(_point(f, f.day, across, up, shapes) for f in figures if f.day)
    legend = tuple(dict.fromkeys((shape, claimant if shape != "other" else "others") for claimant, shape in shapes.items()))
    return Chart(measure, _WIDTH, _HEIGHT, _LEFT, _BOTTOM, points, up.ticks(), across.ticks(5), up.is_log, legend)


def _figure_scale(low: float, high: float) -> FigureScale:
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
        figure.bounds,
    )
