"""A little fuzzing in every run: mutated seeds and bare bytes; nothing but the declared errors may come of them. The same bytes every time."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzz.targets import Target, targets

ALL = list(targets())
DEAR = {"reading": 3, "clean_html": 15, "record": 15, "copies": 4, "search": 30}
"""Inputs for targets that take long over one; the others get `_INPUTS`."""
_INPUTS = 60


def inputs_of(target: Target) -> st.SearchStrategy[bytes]:
    """Seeds with stretches replaced by bytes or by words of their kind."""
    bits = st.one_of(st.sampled_from([b"", *target.words]), st.binary(max_size=8))
    cuts = st.lists(st.tuples(st.integers(0, 400), st.integers(0, 12), bits), max_size=6)
    return st.one_of(st.binary(max_size=120), st.builds(_cut, st.sampled_from(target.seeds), cuts))


def _cut(seed: bytes, cuts: list[tuple[int, int, bytes]]) -> bytes:
    for at, length, bit in cuts:
        at %= len(seed) + 1
        seed = seed[:at] + bit + seed[at + length :]
    return seed


@pytest.mark.parametrize("target", ALL, ids=[target.name for target in ALL])
def test_any_bytes_are_answered(target: Target) -> None:
    @settings(max_examples=DEAR.get(target.name, _INPUTS), deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(inputs_of(target))
    def feed(data: bytes) -> None:
        target.run(data)

    for seed in target.seeds:
        target.run(seed)
    feed()


def test_names_tell_targets_apart() -> None:
    assert len({target.name for target in ALL}) == len(ALL)
