"""`pronouns.tsv` → what each feature of a candidate counts for "he" and "she", "it", "they"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from parley.lexicon.rows import read_rows

FORMS = ("he", "it", "they")


@cache
def rank_weights() -> Mapping[str, Mapping[str, float]]:
    """Returns form of pronoun → feature → weight."""
    table = [(name, [float(cell or 0) for cell in cells]) for name, *cells in read_rows("pronouns.tsv", 4)]
    return {form: {name: cells[at] for name, cells in table} for at, form in enumerate(FORMS)}
