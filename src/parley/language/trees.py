"""Arc scores → trees: the best head of each word, mended by Chu–Liu/Edmonds where those do not form one tree.

Source: Chu and Liu (1965), Edmonds (1967), in the form of McDonald et al. (2005), with one root a sentence.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]


def best_tree(scores: Scores) -> list[int]:
    """Returns the head of each word of one sentence, 0 standing for the root, 1 for the first word.

    Args:
        scores: words × (words + 1); row i holds word i + 1's score for each head, column 0 the root.
    """
    scores = scores.copy()
    size = scores.shape[0]
    scores[np.arange(size), np.arange(size) + 1] = -np.inf
    heads = [int(h) for h in scores.argmax(1)]
    if heads.count(0) == 1 and not _find_cycle(heads):
        return heads
    return _one_root(scores)


def _one_root(scores: Scores) -> list[int]:
    """Chooses the root word by its score over its next best head, then solves for the rest."""
    others = scores[:, 1:].max(1) if scores.shape[0] > 1 else np.zeros(1, dtype=scores.dtype)
    root = int(np.argmax(scores[:, 0] - others))
    forced = scores.copy()
    forced[:, 0] = -np.inf
    forced[root, :] = -np.inf
    forced[root, 0] = 0.0
    whole = np.full((scores.shape[0] + 1, scores.shape[0] + 1), -np.inf, dtype=np.float64)
    whole[1:, :] = forced
    return _arborescence(whole)[1:]


def _arborescence(scores: NDArray[np.float64]) -> list[int]:
    """Returns the head of every node, node 0 being the root; `scores[dependent, head]`."""
    size = scores.shape[0]
    heads = [0, *(int(h) for h in scores[1:].argmax(1))]
    cycle = _find_cycle(heads[1:])
    if not cycle:
        return heads
    inside = set(cycle)
    outside = [node for node in range(size) if node not in inside]
    cycle_score = sum(scores[node, heads[node]] for node in cycle)
    merged = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    into: dict[int, int] = {}
    out_of: dict[int, int] = {}
    for row, node in enumerate(outside):
        for column, other in enumerate(outside):
            merged[row, column] = scores[node, other]
        best = max(cycle, key=lambda head: scores[node, head])
        out_of[node], merged[row, -1] = best, scores[node, best]
        entry = max(cycle, key=lambda member: scores[member, node] - scores[member, heads[member]])
        into[node], merged[-1, row] = entry, cycle_score + scores[entry, node] - scores[entry, heads[entry]]
    merged[0, :] = -np.inf
    solved = _arborescence(merged)
    answer = list(heads)
    for row, node in enumerate(outside[1:], 1):
        answer[node] = out_of[node] if solved[row] == len(outside) else outside[solved[row]]
    came_from = outside[solved[-1]]
    answer[into[came_from]] = came_from
    return answer


def _find_cycle(heads: list[int]) -> list[int]:
    """Returns the words (counted from 1) of one cycle, or an empty list. `heads[i]` is the head of word i + 1."""
    state = [0] * (len(heads) + 1)
    state[0] = 2
    for start in range(1, len(heads) + 1):
        path, node = [], start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = heads[node - 1]
        if state[node] == 1:
            return path[path.index(node) :]
        for seen in path:
            state[seen] = 2
    return []
