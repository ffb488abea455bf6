"""What the network says of acts: for each word whether it tells an act, of which PLOVER root, and which words fill its roles.

These are scores, not reports: the reports room weighs them together with its lexicon. They lie on the `Doc` under
`Doc.user_data["acts"]`; a pipeline other than the shipped one has none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from spacy.tokens import Doc

from parley.language.probabilities import Floats, sigmoid, softmax

ROOTS = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION",
    "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
MODALITIES = ("asserted", "future", "hypothetical", "negated")
CERTAINTIES = ("certain", "probable", "possible")
ROLES = ("actors", "recipients", "claimant", "when", "where")
KEPT_ABOVE = 0.02  # of probability that a word tells an act: below, nobody need ask for its roles
FILLER_ABOVE = 0.02  # of probability that a word fills a role
_KEY = "acts"
_STANCE = 1 + len(ROOTS)
_BACKGROUND = _STANCE + len(MODALITIES)


@dataclass(frozen=True, slots=True)
class ActScore:
    """What the network says of one word as a trigger; every figure is a probability.

    Attributes:
        types: of each root; what is missing from 1 is the probability of no act.
        modalities: of each modality, if it is an act.
        historical: that it is background, if it is an act.
        certainties: of each certainty, if it is an act.
        roles: for each role the words of its sentence with the probability that they are part of a filler.
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

    def moved(self, tokens: Sequence[int]) -> ActScore:
        """Returns the same scores with each word of a window numbered as a token of its document."""
        return replace(self, roles={role: {tokens[at]: score for at, score in fillers.items()} for role, fillers in self.roles.items()})


def read_scores(acts: Floats, roles: Floats) -> dict[int, ActScore]:
    """Reads the raw scores of a window, for its words that may tell an act.

    Args:
        acts: words × (no act, roots, modalities, historical, certainties).
        roles: words as triggers × roles × words.
    """
    types = softmax(acts[:, :_STANCE])
    chosen = np.flatnonzero(types[:, 0] < 1 - KEPT_ABOVE)
    if not chosen.size:
        return {}
    acts = acts[chosen]
    return {
        word: ActScore(
            dict(zip(ROOTS, kinds, strict=True)),
            dict(zip(MODALITIES, stance, strict=True)),
            background,
            dict(zip(CERTAINTIES, sure, strict=True)),
            fillers,
        )
        for word, kinds, stance, background, sure, fillers in zip(
            chosen.tolist(),
            types[chosen, 1:].round(4).tolist(),
            softmax(acts[:, _STANCE:_BACKGROUND]).round(4).tolist(),
            sigmoid(acts[:, _BACKGROUND]).tolist(),
            softmax(acts[:, _BACKGROUND + 1 :]).round(4).tolist(),
            _fillers(sigmoid(roles[chosen])),
            strict=True,
        )
    }


def keep_scores(doc: Doc, scores: Mapping[int, ActScore]) -> None:
    """Lays the scores of a document's words on it."""
    doc.user_data[_KEY] = scores


def scores_of(doc: Doc) -> Mapping[int, ActScore] | None:
    """Returns the scores of the words that may tell an act by token index, or None where the pipeline gives none."""
    scores: Mapping[int, ActScore] | None = doc.user_data.get(_KEY)
    return scores


def _fillers(scores: Floats) -> list[dict[str, dict[int, float]]]:
    """Returns for each trigger, of triggers × roles × words, the words that may fill each role."""
    found: list[dict[str, dict[int, float]]] = [{role: {} for role in ROLES} for _ in scores]
    kept = np.nonzero(scores > FILLER_ABOVE)
    for trigger, role, word, score in zip(*(index.tolist() for index in kept), scores[kept].round(4).tolist(), strict=True):
        found[trigger][ROLES[role]][word] = score
    return found
