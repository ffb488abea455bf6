"""Line features → article or frame, by a small network and Viterbi smoothing over the lines of a page.

The weights are plain JSON, one row a feature (`data/lines_text.json`, `data/lines_html.json`); `training/lines.py` makes them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from parley.pages.features import feature_names


@dataclass(frozen=True, slots=True)
class LineModel:
    """One hidden layer of tanh units over named features. `stay` is the log odds that neighbouring lines are of one kind."""

    hidden: NDArray[np.float32]
    hidden_bias: NDArray[np.float32]
    out: NDArray[np.float32]
    out_bias: float
    stay: float

    def log_odds(self, features: NDArray[np.float32]) -> NDArray[np.float32]:
        """Returns for each line the log odds that it is of the article, its neighbours' verdicts left aside."""
        scores: NDArray[np.float32] = np.tanh(features @ self.hidden + self.hidden_bias) @ self.out + self.out_bias
        return scores


@cache
def load_line_model(*, html: bool) -> LineModel:
    """Returns the shipped model for HTML pages or for text dumps."""
    name = "lines_html.json" if html else "lines_text.json"
    data = json.loads(files("parley.pages").joinpath("data", name).read_text("utf-8"))
    rows = [data["features"][feature] for feature in feature_names(html=html)]
    array = [np.array(v, dtype=np.float32) for v in (rows, data["hidden_bias"], data["out"])]
    return LineModel(array[0], array[1], array[2], float(data["out_bias"]), float(data["stay"]))


def viterbi(log_odds: NDArray[np.float32], stay: float) -> list[bool]:
    """Returns the likeliest run of verdicts, where each change of kind between neighbours costs `stay`.

    Args:
        log_odds: for each line, log(p / (1 - p)) of being article.
        stay: the cost of a change, in the same unit; 0 leaves each line to itself.
    """
    if not len(log_odds):
        return []
    scores = [0.0, float(log_odds[0])]
    came: list[tuple[int, int]] = []
    for odds in log_odds[1:]:
        frame = 0 if scores[0] >= scores[1] - stay else 1
        body = 1 if scores[1] >= scores[0] - stay else 0
        scores = [max(scores[0], scores[1] - stay), max(scores[1], scores[0] - stay) + float(odds)]
        came.append((frame, body))
    state = int(scores[1] > scores[0])
    states = [state]
    for step in reversed(came):
        state = step[state]
        states.append(state)
    return [s == 1 for s in reversed(states)]
