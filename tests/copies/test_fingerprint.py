"""Fingerprints: pure, packed and unpacked without loss, and sure to meet where 12 running words are shared."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.copies import Fingerprint, fingerprint
from parley.model import ParleyError

_WORDS = st.lists(st.text("abcdefgh", min_size=1, max_size=6), min_size=0, max_size=60)


@given(st.text(max_size=400), st.text(max_size=12))
def test_packing_loses_nothing(text: str, name: str) -> None:
    taken = fingerprint(name, text)
    assert Fingerprint.from_bytes(taken.to_bytes()) == taken


@pytest.mark.parametrize("data", [b"", b"PF2", b"XX1" + b"\0" * 20, fingerprint("a", "Two short words here.").to_bytes()[:-1]])
def test_damaged_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(ParleyError):
        Fingerprint.from_bytes(data)


@given(_WORDS, _WORDS, _WORDS, _WORDS, st.lists(st.text("xyz", min_size=1, max_size=8), min_size=12, max_size=20))
def test_texts_that_share_twelve_words_share_two_shingles(a: list[str], b: list[str], c: list[str], d: list[str], shared: list[str]) -> None:
    one, other = (fingerprint(name, " ".join([*before, *shared, *after])).shingles for name, before, after in (("a", a, b), ("b", c, d)))
    runs = {tuple(shared[i : i + 5]) for i in range(len(shared) - 4)}
    if len(runs) == len(shared) - 4:  # a run that repeats itself has fewer shingles to share
        assert len(np.intersect1d(one, other)) >= 2


def test_only_words_count() -> None:
    one = fingerprint("a", "The “envoy” left – at last – for Vesk, she said.")
    other = fingerprint("a", 'the "Envoy" left, at last, for Vesk; she said')
    assert one.words == other.words


def test_quoted_words_are_counted() -> None:
    taken = fingerprint("a", "“We will stay,” the envoy said. Nobody left.")
    assert np.frombuffer(taken.lengths, "<u2").tolist() == [6, 2]
    assert np.frombuffer(taken.quoted, "<u2").tolist() == [3, 0]
