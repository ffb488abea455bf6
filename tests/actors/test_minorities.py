"""Peoples abroad: joined with the land they live in, and with nothing else that stands before them."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from parley.actors.mentions import Mention
from parley.actors.minorities import join_minorities, people_named

_VOCAB = spacy.blank("en").vocab


def joined(words: str, heads: list[int], deps: str, tags: str, *named: tuple[int, int, str]) -> list[tuple[str, str | None]]:
    """Returns the texts of the joined mentions with the names of the peoples among them; `named` gives tokens and type."""
    parts = words.split()
    doc = Doc(_VOCAB, words=parts, spaces=[True] * len(parts), heads=heads, deps=deps.split(), tags=tags.split())
    mentions = [Mention(start, end, kind, doc[start:end].text) for start, end, kind in named]
    return [(m.text, people_named(m)) for m in join_minorities(doc, doc.text, mentions)]


@pytest.mark.parametrize(
    ("words", "heads", "deps", "tags", "named", "expected"),
    [
        ("Latvian Russians march", [1, 2, 2], "amod nsubj root", "JJ NNPS VBP", [(0, 1, "NORP"), (1, 2, "NORP")],
         [("Latvian Russians", "Latvian Russians")]),
        ("Vesk Serb police march", [2, 2, 3, 3], "compound amod nsubj root", "NNP JJ NNS VBP", [(0, 1, "LOC"), (1, 2, "NORP")],
         [("Vesk Serb", "Vesk Serbs")]),
        ("ethnic Russians march", [1, 2, 2], "amod nsubj root", "JJ NNPS VBP", [(1, 2, "NORP")], [("ethnic Russians", "ethnic Russians")]),
        ("Ethnic Russians march", [1, 2, 2], "amod nsubj root", "JJ NNPS VBP", [(1, 2, "NORP")], [("Ethnic Russians", "ethnic Russians")]),
        ("angry Russians march", [1, 2, 2], "amod nsubj root", "JJ NNPS VBP", [(1, 2, "NORP")], [("Russians", None)]),
        (
            "In Syria Russian planes flew", [1, 3, 3, 4, 4], "case compound amod nsubj root", "IN NNP JJ NNS VBD", [(1, 2, "LOC"), (2, 3, "NORP")],
            [("Syria", None), ("Russian", None)],
        ),
        (
            "In Syria Russians flew", [1, 3, 3, 3], "case obl nsubj root", "IN NNP NNPS VBD", [(1, 2, "LOC"), (2, 3, "NORP")],
            [("Syria", None), ("Russians", None)],
        ),
        (
            "Kestrian- Russian accords", [2, 2, 2], "amod amod root", "JJ JJ NNS", [(0, 1, "NORP"), (1, 2, "NORP")],
            [("Kestrian-", None), ("Russian", None)],
        ),
        ("Iraqi Kurds march", [1, 2, 2], "amod nsubj root", "JJ NNPS VBP", [(0, 1, "NORP"), (1, 2, "NORP")], [("Iraqi", None), ("Kurds", None)]),
    ],
)  # fmt: skip
def test_a_people_abroad_is_named_with_its_land(
    words: str, heads: list[int], deps: str, tags: str, named: list[tuple[int, int, str]], expected: list[tuple[str, str | None]]
) -> None:
    assert joined(words, heads, deps, tags, *named) == expected
