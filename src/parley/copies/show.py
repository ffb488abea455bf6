"""Two linked texts → the sentences they share, for counting voices and for display."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from parley.copies.align import align
from parley.copies.fingerprint import fingerprint_sentences
from parley.copies.profile import MOST_SENTENCES, profile
from parley.copies.sentences import Sentences, split_sentences
from parley.model import Span

_AT_ONCE = 32
"""Pairs that are aligned together."""
_QUOTED = 0.5
"""Share of words in quotation marks from which on a sentence is a quotation."""


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
    return next(shared_in_pairs([(a_text, b_text)]))


def shared_in_pairs(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[SharedSentence, ...]]:
    """Yields what `shared_sentences` returns for each pair of texts; a text in many pairs is taken apart less often."""
    stream = iter(pairs)
    while batch := list(islice(stream, _AT_ONCE)):
        yield from _shared(batch)


def _shared(pairs: Sequence[tuple[str, str]]) -> Iterator[tuple[SharedSentence, ...]]:
    split = {text: split_sentences(text) for text in dict.fromkeys(text for pair in pairs for text in pair)}
    spans = {text: sentences.spans_in(text)[:MOST_SENTENCES] for text, sentences in split.items()}
    number = {text: place for place, text in enumerate(text for text in spans if spans[text])}
    full = [pair for pair in pairs if spans[pair[0]] and spans[pair[1]]]
    found = iter(_align([(number[a], number[b]) for a, b in full], [split[text] for text in number]) if full else [])
    for a, b in pairs:
        yield tuple(sorted(SharedSentence(spans[a][i], spans[b][j], *said) for (i, j), said in next(found).items())) if spans[a] and spans[b] else ()


def _align(pairs: Sequence[tuple[int, int]], texts: Sequence[Sentences]) -> list[dict[tuple[int, int], tuple[bool, bool]]]:
    """Returns, for each pair of numbers of texts, the aligned sentences: whether they are the same and quoted."""
    profiles = profile([fingerprint_sentences(str(number), text) for number, text in enumerate(texts)])
    sides = align(profiles, np.array([a for a, _ in pairs]), np.array([b for _, b in pairs]))
    found: list[dict[tuple[int, int], tuple[bool, bool]]] = [{} for _ in pairs]
    for side, other, is_first in ((sides[0], sides[1], True), (sides[1], sides[0], False)):
        same = side.same
        for row in np.flatnonzero(side.aligned):
            pair = int(side.pair[row])
            ends = int(row - side.starts[pair]), int(side.partner[row] - other.starts[pair])
            said = bool(same[row]), bool(side.quoted[row] >= _QUOTED)
            found[pair].setdefault(ends if is_first else ends[::-1], said)
    return found
