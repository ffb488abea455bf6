"""The name of a publisher → whether its pages give its own words ("Ministry of Defence"), as no newspaper's do."""

from __future__ import annotations

from functools import cache, lru_cache

from parley.lexicon.folding import fold
from parley.lexicon.rows import read_rows


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(f" {fold(words)} " for words, k in read_rows("speaking_bodies.tsv", 2) if k == kind)


@lru_cache(maxsize=1 << 12)  # many articles are of one publisher
def speaking_body(publisher: str | None) -> str:
    """Returns `publisher` if it is a body whose "we" is its own, else an empty string: newspapers, agencies, unknown names and None."""
    name = f" {fold(publisher or '')} "
    speaks = any(words in name for words in _words("body")) and not any(words in name for words in _words("paper"))
    return publisher or "" if speaks else ""
