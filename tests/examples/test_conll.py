"""The measures of the CoNLL shared tasks, against published values and a naive matching."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conll import best_matching, conll


def grouping(*groups: str) -> dict[str, int]:
    return {mention: number for number, group in enumerate(groups) for mention in group}


CASES = [
    ("alike", ("ab", "c"), ("ab", "c"), 100.0, 100.0, 100.0),
    ("of the reference scorer's own tests: two groups wrongly cut, two mentions too many", ("abc", "defg"), ("ab", "cd", "fghi"), 40.0, 45.5, 52.0),
    ("nothing joined", ("abc",), ("a", "b", "c"), 0.0, 50.0, 25.0),
    ("all joined", ("a", "b", "c"), ("abc",), 0.0, 50.0, 25.0),
]


@pytest.mark.parametrize(("gold", "found", "muc", "b3", "ceafe"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_measures(gold: tuple[str, ...], found: tuple[str, ...], muc: float, b3: float, ceafe: float) -> None:
    figures = conll(grouping(*gold), grouping(*found))
    assert (figures["muc_f1"], figures["b3_f1"], figures["ceafe_f1"]) == (muc, b3, ceafe)
    assert figures["conll"] == pytest.approx((muc + b3 + ceafe) / 3, abs=0.1)


@given(st.dictionaries(st.tuples(st.integers(0, 3), st.integers(0, 3)), st.floats(0, 1), min_size=1))
def test_the_best_matching_is_that_of_trying_all(likeness: dict[tuple[int, int], float]) -> None:
    tried = (sum(likeness.get(pair, 0.0) for pair in enumerate(order)) for order in permutations(range(4)))
    assert best_matching(likeness) == pytest.approx(max(tried))
