"""Line features → article or frame, by a small convolution over the lines of a page and Viterbi smoothing.

The first layer weighs named features; the following ones look at the lines around. The weights are plain JSON
(`data/lines_text.json`, `data/lines_html.json`); `training/lines.py` makes them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from parley.pages.features import feature_names

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Convolution:
    """Adds to each line's state what its neighbours `reach` lines apart say: `weight` is (lines looked at, in, out)."""

    weight: Array
    bias: Array
    reach: int

    def __call__(self, state: Array) -> Array:
        width = len(self.weight)
        pad = self.reach * (width // 2)
        padded = np.pad(state, ((pad, pad), (0, 0)))
        total = self.bias + sum(padded[k * self.reach : k * self.reach + len(state)] @ self.weight[k] for k in range(width))
        moved: Array = state + np.maximum(total, 0)
        return moved


@dataclass(frozen=True, slots=True)
class LineModel:
    """Named features → hidden units → convolutions → one figure a line."""

    weight: Array
    bias: Array
    convolutions: tuple[Convolution, ...]
    out: Array
    out_bias: float

    def log_odds(self, features: Array) -> Array:
        """Returns for each line the log odds that it is of the article."""
        state = np.maximum(features @ self.weight + self.bias, 0)
        for convolution in self.convolutions:
            state = convolution(state)
        scores: Array = state @ self.out + self.out_bias
        return scores


@cache
def load_line_model(*, html: bool) -> LineModel:
    """Returns the shipped model for HTML pages or for text dumps."""
    name = "lines_html.json" if html else "lines_text.json"
    data = json.loads(files("parley.pages").joinpath("data", name).read_text("utf-8"))
    return LineModel(
        _array([data["features"][feature] for feature in feature_names(html=html)]),
        _array(data["bias"]),
        tuple(Convolution(_array(c["weight"]), _array(c["bias"]), int(c["reach"])) for c in data["convolutions"]),
        _array(data["out"]),
        float(data["out_bias"]),
    )


def _array(values: object) -> Array:
    return np.array(values, dtype=np.float32)


def viterbi(log_odds: Array, stay: float) -> list[bool]:
    """Returns the likeliest run of verdicts, where each change of kind between neighbours costs `stay`.

    Args:
        log_odds: for each line, log(p / (1 - p)) of being article.
        stay: the cost of a change, in the same unit; 0 leaves each line to itself.
    """
    if not len(log_odds):
        return []
    scores = (0.0, float(log_odds[0]))
    came: list[tuple[int, int]] = []
    for odds in log_odds[1:].tolist():
        came.append((int(scores[1] - stay > scores[0]), int(scores[1] >= scores[0] - stay)))
        scores = (max(scores[0], scores[1] - stay), max(scores[1], scores[0] - stay) + odds)
    states = [int(scores[1] > scores[0])]
    for step in reversed(came):
        states.append(step[states[-1]])
    return [s == 1 for s in reversed(states)]
