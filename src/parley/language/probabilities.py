"""Raw scores of the network → probabilities."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def softmax(scores: Floats) -> Floats:
    """Returns the shares of classes of which one holds; they lie along the last axis."""
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    answer: Floats = raised / raised.sum(-1, keepdims=True)
    return answer


def sigmoid(scores: Floats) -> Floats:
    """Returns the probability of each by itself."""
    answer: Floats = (1 / (1 + np.exp(-scores))).astype(np.float32, copy=False)
    return answer
