"""Words of site names, menus and company names, from `data/mastheads.tsv`."""

from __future__ import annotations

from functools import cache

from parley.lexicon.rows import read_rows


@cache
def masthead_words(kind: str) -> frozenset[str]:
    """Returns the words of one kind (`name`, `section`, `group` or `document`), in lower case."""
    return frozenset(word for word, k in read_rows("mastheads.tsv", 2) if k == kind)
