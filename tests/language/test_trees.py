"""Best trees against a naive twin that tries every assignment of heads."""

from itertools import product

import numpy as np
import pytest

from parley.language.trees import SURE, best_tree


def is_tree(heads: list[int]) -> bool:
    if heads.count(0) != 1:
        return False
    for word in range(1, len(heads) + 1):
        seen, node = set(), word
        while node != 0:
            if node in seen:
                return False
            seen.add(node)
            node = heads[node - 1]
    return True


def crosses(heads: list[int]) -> bool:
    """Whether two arcs cross, or one lies over the root."""
    arcs = [(min(word, head), max(word, head)) for word, head in enumerate(heads, 1)]
    return any(a < c < b < d for a, b in arcs for c, d in arcs)


def score(scores: np.ndarray, heads: list[int]) -> float:
    return float(sum(scores[word, head] for word, head in enumerate(heads)))


@pytest.mark.parametrize("size", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("seed", range(20))
def test_finds_the_best_tree_without_crossing_arcs(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(size, size + 1)).astype(np.float32)
    found = best_tree(scores)
    assert is_tree(found)
    trees = (list(heads) for heads in product(range(size + 1), repeat=size))
    best = max(score(scores, tree) for tree in trees if is_tree(tree) and not crosses(tree))
    if crosses(found):  # only heads that are each word's best may cross, or lie over the root
        assert score(scores, found) == pytest.approx(
            sum(max(s for head, s in enumerate(row) if head != at + 1) for at, row in enumerate(scores)), abs=1e-4
        )
    else:
        assert score(scores, found) == pytest.approx(best, abs=1e-4)


def test_an_arc_may_lie_over_the_root() -> None:
    scores = np.full((3, 4), -5.0, dtype=np.float32)
    scores[0, 3] = scores[1, 0] = scores[2, 2] = 5.0  # "Truces, said, collapsed"
    assert best_tree(scores) == [3, 0, 2]


def test_keeps_the_greedy_heads_when_they_form_a_tree() -> None:
    scores = np.full((3, 4), -5.0, dtype=np.float32)
    scores[0, 2] = scores[1, 0] = scores[2, 2] = 5.0
    assert best_tree(scores) == [2, 0, 2]


@pytest.mark.parametrize(("lead", "heads"), [(SURE + 1, [3, 4, 0, 3]), (SURE - 1, None)])
def test_crossing_arcs_must_be_much_better(lead: float, heads: list[int] | None) -> None:
    scores = np.zeros((4, 5), dtype=np.float32)
    scores[0, 3] = scores[1, 4] = lead
    scores[2, 0] = scores[3, 3] = 9.0
    found = best_tree(scores)
    assert found == heads if heads else not crosses(found)


def test_a_long_random_sentence_is_a_tree() -> None:
    scores = np.random.default_rng(3).normal(size=(110, 111)).astype(np.float32)
    assert is_tree(best_tree(scores))


@pytest.mark.parametrize("seed", range(10))
def test_trees_of_long_sentences_neither_cross_nor_fall_apart(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(40, 41)).astype(np.float32)
    found = best_tree(scores)
    assert is_tree(found)
    inner = [head if head else None for head in found]
    arcs = [(min(word, head), max(word, head)) for word, head in enumerate(inner, 1) if head]
    assert not any(a < c < b < d for a, b in arcs for c, d in arcs)
