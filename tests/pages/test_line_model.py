"""The line model's smoothing, against a search through every run of verdicts."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.pages.features import feature_names, line_features
from parley.pages.line_model import load_line_model, viterbi
from parley.pages.regions import named_parts
from parley.pages.visible import VisibleLine

ODDS = st.lists(st.floats(-4, 4, allow_nan=False, width=16), min_size=1, max_size=8)


def score(odds: list[float], states: tuple[int, ...], stay: float) -> float:
    return sum(o for o, s in zip(odds, states, strict=True) if s) - stay * sum(a != b for a, b in pairwise(states))


@given(ODDS, st.sampled_from([0.0, 0.5, 2.0]))
def test_viterbi_finds_the_best_run(odds: list[float], stay: float) -> None:
    found = tuple(map(int, viterbi(np.array(odds, dtype=np.float32), stay)))
    best = max(score(odds, states, stay) for states in product((0, 1), repeat=len(odds)))
    assert score(odds, found, stay) == pytest.approx(best, abs=1e-4)


def test_smoothing_bridges_a_doubtful_line() -> None:
    odds = np.array([3, -0.5, 3], dtype=np.float32)
    assert viterbi(odds, 0) == [True, False, True]
    assert viterbi(odds, 1) == [True, True, True]


@pytest.mark.parametrize("html", [True, False])
def test_shipped_weights_fit_the_features(html: bool) -> None:
    lines = ["Menu", "The envoy said on Monday that the talks had ended without a deal.", "© 2019 Post"]
    body, footer = named_parts("div article-body"), named_parts("div site-footer")
    seen = [
        VisibleLine(lines[0], "li", 1, path=(0, 1)),
        VisibleLine(lines[1], "p", 0, path=(0, 2, 3), near=body, parts=body),
        VisibleLine(lines[2], "div", 0, path=(0, 4), near=footer, parts=footer),
    ]
    features = line_features(lines, [None, None, "copyright"], "Talks end", seen if html else None)
    assert features.shape == (3, len(feature_names(html=html)))
    odds = load_line_model(html=html).log_odds(features)
    assert odds.shape == (3,) and odds[1] > odds[0] and odds[1] > odds[2]


def test_no_lines_no_verdicts() -> None:
    assert viterbi(np.zeros(0, dtype=np.float32), 1) == []
