"""Name tag scores → BIO sequences: Viterbi search over the legal ones (no inside tag without its beginning)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_FORBIDDEN = np.float32(-1e4)


class NameDecoder:
    """Finds the best legal tag sequence of a window.

    Args:
        tags: tag names in the order of the scores, `O` and `B-X`, `I-X`.
    """

    def __init__(self, tags: list[str]) -> None:
        size = len(tags)
        self._steps = np.zeros((size, size), dtype=np.float32)
        self._first = np.zeros(size, dtype=np.float32)
        for to, tag in enumerate(tags):
            if tag.startswith("I-"):
                self._first[to] = _FORBIDDEN
                for come, before in enumerate(tags):
                    if before[2:] != tag[2:] or before == "O":
                        self._steps[come, to] = _FORBIDDEN

    def decode(self, scores: NDArray[np.float32]) -> list[int]:
        """Returns the best legal tag indices for scores of words × tags."""
        best = scores.argmax(1)
        if self._first[best[0]] == 0 and not self._steps[best[:-1], best[1:]].any():
            answer: list[int] = best.tolist()
            return answer  # the best tag of every word, and legal: no search can do better
        return self._search(scores)

    def _search(self, scores: NDArray[np.float32]) -> list[int]:
        back = np.zeros(scores.shape, dtype=np.intp)
        best = scores[0] + self._first
        tags = np.arange(scores.shape[1])
        for at in range(1, len(scores)):
            through = best[:, None] + self._steps
            back[at] = through.argmax(0)
            best = through[back[at], tags] + scores[at]
        found = [int(best.argmax())]
        for at in range(len(scores) - 1, 0, -1):
            found.append(int(back[at, found[-1]]))
        return found[::-1]
