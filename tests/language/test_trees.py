"""Best trees against a naive twin that tries every assignment of heads."""

from itertools import product

import numpy as np
import pytest

from parley.language.trees import best_tree


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


def score(scores: np.ndarray, heads: list[int]) -> float:
    return float(sum(scores[word, head] for word, head in enumerate(heads)))


@pytest.mark.parametrize("size", [1, 2, 3, 4])
@pytest.mark.parametrize("seed", range(20))
def test_finds_a_tree_as_good_as_the_best_with_the_same_root(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(size, size + 1)).astype(np.float32)
    found = best_tree(scores)
    assert is_tree(found)
    root = found.index(0)
    trees = (list(heads) for heads in product(range(size + 1), repeat=size))
    best = max(score(scores, tree) for tree in trees if is_tree(tree) and tree[root] == 0)
    assert score(scores, found) == pytest.approx(best, abs=1e-4)


def test_keeps_the_greedy_heads_when_they_form_a_tree() -> None:
    scores = np.full((3, 4), -5.0, dtype=np.float32)
    scores[0, 2] = scores[1, 0] = scores[2, 2] = 5.0
    assert best_tree(scores) == [2, 0, 2]


def test_a_long_random_sentence_is_a_tree() -> None:
    scores = np.random.default_rng(3).normal(size=(110, 111)).astype(np.float32)
    assert is_tree(best_tree(scores))
