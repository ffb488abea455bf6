"""Name tag scores → BIO sequences: Viterbi search over the legal ones (no inside tag without its beginning)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_FORBIDDEN = np.float32(-1e4)


class NameDecoder:
    """Finds the best legal tag sequence for many windows at once.

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

    def decode(self, scores: NDArray[np.float32]) -> NDArray[np.intp]:
        """Returns the best tag indices, windows × words, for scores of windows × words × tags."""
        windows, words, _ = scores.shape
        back = np.zeros(scores.shape, dtype=np.int16)
        best = scores[:, 0] + self._first
        for at in range(1, words):
            through = best[:, :, None] + self._steps
            back[:, at] = through.argmax(1)
            best = np.take_along_axis(through, back[:, at, None].astype(np.intp), 1)[:, 0] + scores[:, at]
        answer = np.zeros((windows, words), dtype=np.intp)
        answer[:, -1] = best.argmax(1)
        rows = np.arange(windows)
        for at in range(words - 1, 0, -1):
            answer[:, at - 1] = back[rows, at, answer[:, at]]
        return answer
