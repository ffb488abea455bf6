"""Sentences as headlines: which words fall, and that labels stay with their words."""

from __future__ import annotations

import random
import sys

import pytest
from tests.training.test_packing import TRAINING, script

sys.path.insert(0, str(TRAINING))
headlines, sentences = script("headlines"), script("sentences")
sys.path.remove(str(TRAINING))

PRESENT = {"shelled": "shells", "said": "says"}


def act(**roles: set[int]) -> object:
    return headlines.WordAct("ASSAULT", "asserted", False, "certain", {"actors": set(), "recipients": set()} | roles)


@pytest.mark.parametrize(
    ("text", "trigger", "roles", "expected", "fillers"),
    [
        ("The army of Norland shelled a town .", 4, {"actors": {1, 2, 3}, "recipients": {6}}, "Army of Norland shells town", ["town"]),
        ("A town was shelled by rebels .", 3, {"actors": {5}, "recipients": {1}}, "Town shelled by rebels", ["Town"]),
        ("Norland has not been shelled .", 4, {"recipients": {0}}, "Norland not shelled", ["Norland"]),
        ("The rebels will shell the town", 3, {"actors": {1}, "recipients": {5}}, "Rebels to shell town", ["town"]),
        ("The war is a siege .", 4, {"recipients": {0}}, "War is siege", []),
    ],
)
def test_a_headline_of_a_sentence(text: str, trigger: int, roles: dict[str, set[int]], expected: str, fillers: list[str]) -> None:
    words = text.split()
    acts = [act(**roles) if at == trigger else None for at in range(len(words))]
    made = headlines.as_headline(headlines.Sentence(words, acts=acts), PRESENT)
    assert " ".join(made.words) == expected
    ((at, found),) = [(at, a) for at, a in enumerate(made.acts) if a is not None]
    assert words[trigger][:5] in made.words[at] or PRESENT.get(words[trigger]) == made.words[at]
    assert [made.words[i] for i in sorted(found.roles["recipients"])] == fillers


def test_a_share_is_told_twice_and_the_sentences_stay() -> None:
    given = [headlines.Sentence(["The", "town", str(n)], acts=[None] * 3) for n in range(400)]
    found = list(headlines.with_headlines(given, PRESENT, random.Random(1)))
    assert [s for s in found if s.words[0] == "The"] == given
    assert 0.1 < (len(found) - 400) / 400 < 0.2
