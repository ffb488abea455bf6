"""`data/word_weights.tsv` → how telling a word is when two texts share it.

A fixed table, not the collection's own counts: a pair of articles scores the same whatever else is in the record, so
links never change when new pages come in.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType

UNSEEN = 1.0


@cache
def word_weights() -> Mapping[str, float]:
    """Returns weights from 0 (says nothing) to 1; a word that is not in the table weighs `UNSEEN`."""
    text = resources.files("parley.lexicon").joinpath("data/word_weights.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return MappingProxyType({word: int(weight) / 100 for word, weight in rows})
