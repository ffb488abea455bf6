"""Whom the words beside a person's name say the person is of."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from parley.actors.mentions import Mention
from parley.actors.roles import Role
from parley.actors.ties import find_ties


def doc(words: str, tags: str) -> Doc:
    return Doc(spacy.blank("en").vocab, words=words.split(), pos=tags.split(), tags=["POS" if w == "'s" else "X" for w in words.split()])


@pytest.mark.parametrize(
    ("words", "tags", "person", "other", "kind", "is_tied"),
    [
        ("Ostra 's Ilo Varga spoke", "PROPN PART PROPN PROPN VERB", (2, 4), (0, 1), "ORG", True),
        ("Ostra and Ilo Varga spoke", "PROPN CCONJ PROPN PROPN VERB", (2, 4), (0, 1), "ORG", False),
        ("Norwegian Ilo Varga spoke", "ADJ PROPN PROPN VERB", (1, 3), (0, 1), "NORP", True),
        ("Ilo Varga of the Ostra spoke", "PROPN PROPN ADP DET PROPN VERB", (0, 2), (4, 5), "ORG", True),
        ("Ilo Varga of Norway spoke", "PROPN PROPN ADP PROPN VERB", (0, 2), (3, 4), "LOC", True),
        ("Ilo Varga from Norway spoke", "PROPN PROPN ADP PROPN VERB", (0, 2), (3, 4), "LOC", False),
        ("Ilo Varga met the Ostra", "PROPN PROPN VERB DET PROPN", (0, 2), (4, 5), "ORG", False),
        ("Ilo Varga of spoken Ostra fame", "PROPN PROPN ADP VERB PROPN NOUN", (0, 2), (4, 5), "PERSON", False),
    ],
)
def test_ties(words: str, tags: str, person: tuple[int, int], other: tuple[int, int], kind: str, is_tied: bool) -> None:
    mentions = sorted((Mention(*person, "PERSON", "Ilo Varga"), Mention(*other, kind, "Ostra")), key=lambda m: m.start)
    assert (find_ties(doc(words, tags), mentions, {}) == {person[0]: (other[0],)}) is is_tied


def test_what_an_office_behind_the_name_serves() -> None:
    text = doc("Ilo Varga , an adviser at the Ostra , spoke", "PROPN PROPN PUNCT DET NOUN ADP DET PROPN PUNCT VERB")
    mentions = [Mention(0, 2, "PERSON", "Ilo Varga"), Mention(7, 8, "ORG", "Ostra")]
    role = Role(4, 5, "adviser", "adviser", None)
    assert find_ties(text, mentions, {0: (role,)}) == {0: (7,)}
    assert find_ties(text, mentions, {}) == {}
