"""Words of class, id and role attributes → the part of a page they speak of, from `data/markup_words.tsv`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from parley.lexicon.rows import read_rows

KINDS = ("body", "article", "header", "footer", "nav", "side", "related", "comment", "share", "form", "ad", "author", "meta", "caption")


@cache
def markup_kinds() -> Mapping[str, frozenset[int]]:
    """Returns for each word the indexes in `KINDS` of the parts it speaks of."""
    found: dict[str, set[int]] = {}
    for word, kind in read_rows("markup_words.tsv", 2):
        found.setdefault(word, set()).add(KINDS.index(kind))
    return {word: frozenset(kinds) for word, kinds in found.items()}
