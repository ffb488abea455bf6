"""What the network says of acts: for each word whether it tells an act, of which PLOVER root, and which words fill its roles.

These are scores, not reports: the reports room weighs them together with its lexicon. They lie on the `Doc` under
`Doc.user_data["acts"]`; a pipeline other than the shipped one has none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

ROOTS = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION",
    "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
MODALITIES = ("asserted", "future", "hypothetical", "negated")
CERTAINTIES = ("certain", "probable", "possible")
ROLES = ("actors", "recipients", "claimant", "when", "where")
KEPT_ABOVE = 0.02  # of probability: below, nobody need ask for a word's roles
_KEY = "acts"
_STANCE = 1 + len(ROOTS)
_BACKGROUND = _STANCE + len(MODALITIES)

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class ActScore:
    """What the network says of one word as a trigger; every figure is a probability.

    Attributes:
        types: of each root; what is missing from 1 is the probability of no act.
        modalities: of each modality, if it is an act.
        historical: that it is background, if it is an act.
        certainties: of each certainty, if it is an act.
        roles: for each role the tokens of its sentence with the probability that they are part of a filler.
    """

    types: Mapping[str, float]
    modalities: Mapping[str, float]
    historical: float
    certainties: Mapping[str, float]
    roles: Mapping[str, Mapping[int, float]]

    @property
    def act(self) -> float:
        """The probability that the word tells an act of whatever root."""
        return sum(self.types.values())


def read_scores(acts: Floats, roles: Floats, tokens: tuple[int, ...]) -> dict[int, ActScore]:
    """Reads the raw scores of a window.

    Args:
        acts: words × (no act, roots, modalities, historical, certainties).
        roles: words as triggers × roles × words.
        tokens: index of each word in the document.
    """
    types = _softmax(acts[:, :_STANCE])
    found = {}
    for word in np.flatnonzero(types[:, 0] < 1 - KEPT_ABOVE):
        fillers = 1 / (1 + np.exp(-roles[word]))
        found[tokens[word]] = ActScore(
            _named(ROOTS, types[word, 1:]),
            _named(MODALITIES, _softmax(acts[word, _STANCE:_BACKGROUND])),
            float(1 / (1 + np.exp(-acts[word, _BACKGROUND]))),
            _named(CERTAINTIES, _softmax(acts[word, _BACKGROUND + 1 :])),
            {
                role: {tokens[at]: round(float(fillers[row, at]), 4) for at in np.flatnonzero(fillers[row] > KEPT_ABOVE)}
                for row, role in enumerate(ROLES)
            },
        )
    return found


def keep_scores(doc: Doc, scores: Mapping[int, ActScore]) -> None:
    """Lays the scores of a document's words on it."""
    doc.user_data[_KEY] = scores


def scores_of(doc: Doc) -> Mapping[int, ActScore] | None:
    """Returns the scores of the words that may tell an act by token index, or None where the pipeline gives none."""
    scores: Mapping[int, ActScore] | None = doc.user_data.get(_KEY)
    return scores


def _softmax(scores: Floats) -> Floats:
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    answer: Floats = raised / raised.sum(-1, keepdims=True)
    return answer


def _named(names: tuple[str, ...], values: Floats) -> dict[str, float]:
    return {name: round(float(value), 4) for name, value in zip(names, values, strict=True)}
