"""Two linked texts → the sentences they share and the words in which they differ, for counting voices and for display."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import Indel

from parley.copies.align import align
from parley.copies.fingerprint import fingerprint
from parley.copies.profile import profile
from parley.copies.sentences import split_sentences
from parley.model import Span

MOST_CELLS = 4 * 10**8
"""Pieces of one text times pieces of the other from which on `word_diff` no longer looks for what is equal (50 MB of bits)."""

_PIECE = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True, order=True)
class SharedSentence:
    """A sentence of one article and its partner in the other. `same`: the words are equal; `quoted`: mostly in quotation marks."""

    a: Span
    b: Span
    same: bool
    quoted: bool


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring words that two texts have alike or not. `a` and `b` are the texts' own words; one is empty unless `equal`.

    `op`: `equal`, `insert` (only in b) or `delete` (only in a).
    """

    op: str
    a: str
    b: str


def shared_sentences(a_text: str, b_text: str) -> tuple[SharedSentence, ...]:
    """Aligns the sentences of two texts, as the copy links do; in order of the first text, then the second.

    A sentence that stands in the other text twice, or whose parts do, comes in several pairs.
    """
    a_spans, b_spans = ([sentence.span_in(text) for sentence in split_sentences(text)] for text in (a_text, b_text))
    a_side, b_side = align(profile(fingerprint("a", a_text)), profile(fingerprint("b", b_text)))
    pairs = {(int(i), int(a_side.partner[i])): (bool(a_side.same[i]), float(a_side.quoted[i])) for i in np.flatnonzero(a_side.aligned)}
    for j in np.flatnonzero(b_side.aligned):
        pairs.setdefault((int(b_side.partner[j]), int(j)), (bool(b_side.same[j]), float(b_side.quoted[j])))
    return tuple(sorted(SharedSentence(a_spans[i], b_spans[j], same, quoted >= 0.5) for (i, j), (same, quoted) in pairs.items()))


def word_diff(a: str, b: str) -> tuple[Run, ...]:
    """Compares two texts word by word (case and spacing do not count); the runs spell out both texts.

    Texts of more than about 20,000 words each come back as one deletion and one insertion.

    The joined `a` of all runs is `a`, but for the white space around words that stands only in `b`, and the other way round.
    """
    a_pieces, b_pieces = list(_PIECE.finditer(a)), list(_PIECE.finditer(b))
    if len(a_pieces) * len(b_pieces) > MOST_CELLS:
        return Run("delete", a, ""), Run("insert", "", b)
    steps = Indel.opcodes([piece.group().lower() for piece in a_pieces], [piece.group().lower() for piece in b_pieces])
    runs = (Run(step.tag, _cut(a, a_pieces, step.src_start, step.src_end), _cut(b, b_pieces, step.dest_start, step.dest_end)) for step in steps)
    return tuple(runs)


def _cut(text: str, pieces: list[re.Match[str]], first: int, last: int) -> str:
    """Returns the words from `first` up to `last` with what stands between them."""
    return text[pieces[first].start() : pieces[last - 1].end()] if first < last else ""
