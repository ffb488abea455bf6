"""Aligning many pairs at once gives what comparing sentence with sentence gives, written out in plain loops."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.copies import align as alignment
from parley.copies.align import ENOUGH_ORDER, ENOUGH_WORDS, TELLING, align
from parley.copies.fingerprint import fingerprint
from parley.copies.profile import profile
from parley.lexicon.weights import UNSEEN, word_weights

_WORD = st.sampled_from("the of said vesk korda brandt envoy treaty ferry monday yesterday 14 ostrel tarrin".split())
_SENTENCE = st.lists(_WORD, min_size=1, max_size=9)
_ARTICLE = st.lists(_SENTENCE, min_size=1, max_size=6)


@dataclass(frozen=True)
class Best:
    """What is looked for: the best partner of a sentence, and the shares of words and pairs found there."""

    found: float
    order: float
    partners: set[int]
    is_aligned: bool


def weight(words: set[str]) -> int:
    return sum(round(100 * word_weights().get(word, UNSEEN)) for word in words)


def find_best(sentence: list[str], others: list[list[str]]) -> Best:
    words, pairs = set(sentence), set(pairwise(sentence))
    scores = [(weight(words & set(o)) / max(1, weight(words)), len(pairs & set(pairwise(o))) / max(1, len(pairs))) for o in others]
    top = max(sum(score) for score in scores)
    found, order = next(score for score in scores if sum(score) == top)
    partners = {place for place, score in enumerate(scores) if sum(score) == top}
    return Best(found, order, partners, found >= ENOUGH_WORDS and order >= ENOUGH_ORDER and weight(words) >= TELLING)


@settings(max_examples=60, deadline=None)
@given(st.lists(_ARTICLE, min_size=2, max_size=5), st.data())
def test_batch_equals_plain_loops(articles: list[list[list[str]]], data: st.DataObject) -> None:
    place = st.integers(0, len(articles) - 1)
    pairs = data.draw(st.lists(st.tuples(place, place), min_size=1, max_size=6))
    profiles = profile([fingerprint(str(i), "\n".join(" ".join(words).capitalize() + "." for words in a)) for i, a in enumerate(articles)])
    sides = align(profiles, *np.array(pairs).T)
    for number, both in enumerate(pairs):
        for side, back, (own, other) in ((sides[0], sides[1], both), (sides[1], sides[0], both[::-1])):
            start = side.starts[number]
            for row, sentence in enumerate(articles[own]):
                best = find_best(sentence, articles[other])
                assert side.partner[start + row] - back.starts[number] == min(best.partners)
                assert (side.found[start + row], side.order[start + row]) == (best.found, best.order)
                assert side.aligned[start + row] == best.is_aligned
                assert side.lengths[start + row] == len(sentence)


def test_texts_that_repeat_a_few_words_are_met_in_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    profiles = profile([fingerprint(name, "\n\n".join(["Vesk Korda ferry."] * 30)) for name in "ab"])
    whole = align(profiles, np.array([0]), np.array([1]))[0]
    monkeypatch.setattr(alignment, "_MOST_MEETINGS", 100)
    sliced = align(profiles, np.array([0]), np.array([1]))[0]
    assert whole.aligned.all()
    assert (sliced.found == whole.found).all()
    assert (sliced.partner == whole.partner).all()
