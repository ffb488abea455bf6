"""Arc scores → trees: the best head of each word, or where those form no tree without crossing arcs, the best such tree.

Source: Eisner (1996), "Three New Probabilistic Models for Dependency Parsing", with one root a sentence. English hardly ever
crosses arcs; heads chosen one by one do so in every sixth sentence, and unless they are much better are mostly wrong.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
SURE = 2.0
"""By so much, in logits, must a tree with crossing arcs be better to stand ("The truce, the mayor said, had collapsed"). Chosen on GUM's
development part."""
_Floats = NDArray[np.float64]
_Integers = NDArray[np.intp]


def best_tree(scores: Scores) -> list[int]:
    """Returns the head of each word of one sentence, 0 standing for the root, 1 for the first word.

    Args:
        scores: words × (words + 1); row i holds word i + 1's score for each head, column 0 the root.
    """
    scores = scores.copy()
    size = scores.shape[0]
    scores[np.arange(size), np.arange(size) + 1] = -np.inf
    heads: list[int] = scores.argmax(1).tolist()
    is_tree = heads.count(0) == 1 and _reach_root(heads)
    if is_tree and _is_nested(heads):
        return heads
    nested = _Chart(scores.astype(np.float64)).tree()
    rows = np.arange(size)
    return heads if is_tree and (scores[rows, heads] - scores[rows, nested]).sum() > SURE else nested


def _is_nested(heads: list[int]) -> bool:
    """Returns whether no two arcs cross, that of the root aside."""
    arcs = sorted((min(word, head), -max(word, head)) for word, head in enumerate(heads, 1) if head)
    open_ends: list[int] = []
    for start, minus_end in arcs:
        while open_ends and open_ends[-1] <= start:
            open_ends.pop()
        if open_ends and open_ends[-1] < -minus_end:
            return False
        open_ends.append(-minus_end)
    return True


def _reach_root(heads: list[int]) -> bool:
    reached = {0}
    for word in range(1, len(heads) + 1):
        path = []
        while word not in reached:
            if word in path:
                return False
            path.append(word)
            word = heads[word - 1]
        reached.update(path)
    return True


class _Chart:
    """Eisner's chart over words 1 … n; `left` spans are headed by their last word, `right` spans by their first.

    A complete span holds all that hangs on its head on that side, an open one joins head and dependent at its ends.
    Each table of choices says where the best span of these ends is cut. Scores of spans lie under their first or their
    last word and their length, whichever lets all cuts of all spans of one length be read as two slices.
    """

    def __init__(self, scores: _Floats) -> None:
        size = scores.shape[0]
        self._size = size
        self._root = scores[:, 0]
        arcs = np.full((size + 1, size + 1), -np.inf)  # head × dependent
        arcs[1:, 1:] = scores[:, 1:].T
        left_from, left_to, right_from, right_to, open_left_to, open_right_from = (np.full((size + 1, size), -np.inf) for _ in range(6))
        for whole in (left_from, left_to, right_from, right_to):
            whole[:, 0] = 0.0
        self._cuts, self._left_cuts, self._right_cuts = (np.zeros((size + 1, size), dtype=np.intp) for _ in range(3))
        for length in range(1, size):
            firsts, lasts = slice(1, size - length + 1), slice(1 + length, size + 1)
            first = np.arange(1, size - length + 1)
            joined = right_from[firsts, :length] + left_to[lasts, length - 1 :: -1]
            self._cuts[firsts, length], best = _best(joined, first)
            open_left_to[lasts, length] = best + arcs.diagonal(-length)[1:]
            open_right_from[firsts, length] = best + arcs.diagonal(length)[1:]
            self._left_cuts[firsts, length], best = _best(left_from[firsts, :length] + open_left_to[lasts, length:0:-1], first)
            left_from[firsts, length] = left_to[lasts, length] = best
            self._right_cuts[firsts, length], best = _best(open_right_from[firsts, 1 : length + 1] + right_to[lasts, length - 1 :: -1], first + 1)
            right_from[firsts, length] = right_to[lasts, length] = best
        words = np.arange(1, size + 1)
        self._top = int((left_from[1, words - 1] + right_to[size, size - words] + self._root).argmax()) + 1

    def tree(self) -> list[int]:
        """Returns the heads of the best tree."""
        size, root = self._size, self._top
        heads = [0] * (size + 1)
        spans = [("left", 1, root), ("right", root, size)]
        while spans:
            kind, first, last = spans.pop()
            if first == last:
                continue
            if kind == "left":
                cut = int(self._left_cuts[first, last - first])
                heads[cut] = last
                spans += [("left", first, cut), ("open", cut, last)]
            elif kind == "right":
                cut = int(self._right_cuts[first, last - first])
                heads[cut] = first
                spans += [("open", first, cut), ("right", cut, last)]
            else:
                cut = int(self._cuts[first, last - first])
                spans += [("right", first, cut), ("left", cut + 1, last)]
        return heads[1:]


def _best(joined: _Floats, first: _Integers) -> tuple[_Integers, _Floats]:
    """Returns where each span is cut best, and the score of that; `joined` holds spans × cuts, `first` the first cut of each span."""
    cut = joined.argmax(1)
    return first + cut, joined[np.arange(len(first)), cut]
