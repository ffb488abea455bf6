"""What the network says of cues: for each word whether it gives somebody's words ("said", "according to") or thoughts ("hopes").

These are scores for the statements room to weigh. They lie on the `Doc`; a pipeline other than the shipped one has none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc

from parley.language.probabilities import Floats, softmax

NO_CUE, SPEECH, ATTITUDE = CUES = ("O", "speech", "attitude")
KEPT_ABOVE = 0.02  # of probability: a word below is no cue
_KEY = "cues"


@dataclass(frozen=True, slots=True)
class CueScore:
    """Probabilities that a word is a cue of speech, or of an attitude that is only held."""

    speech: float
    attitude: float

    @property
    def cue(self) -> float:
        """The probability that the word is a cue of either kind."""
        return self.speech + self.attitude


def read_cues(scores: Floats) -> dict[int, CueScore]:
    """Reads the raw scores of a window (words × `CUES`) for its words that may be cues."""
    shares = softmax(scores)
    found = np.flatnonzero(shares[:, 0] < 1 - KEPT_ABOVE)
    return {word: CueScore(*score) for word, score in zip(found.tolist(), shares[found, 1:].round(4).tolist(), strict=True)}


def keep_cues(doc: Doc, scores: Mapping[int, CueScore]) -> None:
    """Lays the scores of a document's words on it."""
    doc.user_data[_KEY] = scores


def cues_of(doc: Doc) -> Mapping[int, CueScore] | None:
    """Returns the scores of the words that may be cues by token index, or None where the pipeline gives none."""
    scores: Mapping[int, CueScore] | None = doc.user_data.get(_KEY)
    return scores
