"""Two linked texts → the sentences they share, for counting voices and for display."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from parley.copies.align import align
from parley.copies.fingerprint import fingerprint
from parley.copies.profile import MOST_SENTENCES, profile
from parley.copies.sentences import split_sentences
from parley.model import Span


@dataclass(frozen=True, slots=True, order=True)
class SharedSentence:
    """A sentence of one article and its partner in the other. `same`: the words are equal; `quoted`: mostly in quotation marks."""

    a: Span
    b: Span
    same: bool
    quoted: bool


def shared_sentences(a_text: str, b_text: str) -> tuple[SharedSentence, ...]:
    """Aligns the sentences of two texts, as the copy links do; in order of the first text, then the second.

    A sentence that stands in the other text twice, or whose parts do, comes in several pairs.
    """
    a_spans, b_spans = (split_sentences(text).spans_in(text)[:MOST_SENTENCES] for text in (a_text, b_text))
    if not a_spans or not b_spans:
        return ()
    profiles = profile([fingerprint("a", a_text), fingerprint("b", b_text)])
    a_side, b_side = align(profiles, np.array([0]), np.array([1]))
    pairs = {(int(i), int(a_side.partner[i])): (bool(a_side.same[i]), float(a_side.quoted[i])) for i in np.flatnonzero(a_side.aligned)}
    for j in np.flatnonzero(b_side.aligned):
        pairs.setdefault((int(b_side.partner[j]), int(j)), (bool(b_side.same[j]), float(b_side.quoted[j])))
    return tuple(sorted(SharedSentence(a_spans[i], b_spans[j], same, quoted >= 0.5) for (i, j), (same, quoted) in pairs.items()))
