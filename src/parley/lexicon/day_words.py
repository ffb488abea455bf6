"""`data/day_words.tsv` → words that name a day, and words that leave it to the day of writing."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def day_words(kind: str) -> tuple[str, ...]:
    """Returns the words of `kind`: `explicit` ("monday") or `relative` ("yesterday")."""
    text = resources.files("parley.lexicon").joinpath("data/day_words.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(word for word, word_kind in rows if word_kind == kind)
