from itertools import product

import numpy as np
import pytest

from parley.language.names import NameDecoder

TAGS = ["O", "B-LOC", "I-LOC", "B-ORG", "I-ORG"]


def is_legal(tags: tuple[int, ...]) -> bool:
    before = "O"
    for tag in (TAGS[i] for i in tags):
        if tag.startswith("I-") and (before == "O" or before[2:] != tag[2:]):
            return False
        before = tag
    return True


@pytest.mark.parametrize("seed", range(25))
def test_finds_the_best_legal_sequence(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(4, len(TAGS))).astype(np.float32)
    found = tuple(int(i) for i in NameDecoder(TAGS).decode(scores))
    best = max(
        (tags for tags in product(range(len(TAGS)), repeat=4) if is_legal(tags)), key=lambda tags: sum(scores[at, i] for at, i in enumerate(tags))
    )
    assert found == best
