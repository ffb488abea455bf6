"""Words → what an act is about (`data/themes.tsv`), and who takes part in meetings (`data/gathered.txt`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from parley.lexicon.rows import read_rows

_DEFINITE = frozenset({"the", "these", "those", "both"})
_WORD = re.compile(r"[^\W\d_]+")


@cache
def themes() -> Mapping[str, str]:
    """Returns lower-case form, a word or a phrase → theme."""
    return MappingProxyType({row[0]: row[1] for row in read_rows("themes.tsv", columns=2)})


@cache
def _phrases(theme: str) -> tuple[str, ...]:
    return tuple(form for form, named in themes().items() if " " in form and named == theme)


@cache
def gathered() -> frozenset[str]:
    """Returns the words for those who take part in a meeting ("parties", "delegations")."""
    return frozenset(row[0] for row in read_rows("gathered.txt"))


def nearest_theme(sentence: str, offset: int) -> str | None:
    """Returns the theme of the theme word nearest to `offset` in `sentence`, the later one of two as near; None when it has none."""
    known = themes()
    found = [(abs(m.start() - offset), -m.start(), known[m[0].lower()]) for m in _WORD.finditer(sentence) if m[0].lower() in known]
    return min(found)[2] if found else None


def has_theme(sentence: str, theme: str) -> bool:
    """Returns whether any word or phrase of `sentence` has this theme."""
    known, text = themes(), f" {' '.join(m[0].lower() for m in _WORD.finditer(sentence))} "
    return any(known.get(word) == theme for word in text.split()) or any(f" {phrase} " in text for phrase in _phrases(theme))


def refers_back(sentence: str, theme: str) -> bool:
    """Returns whether `sentence` speaks of something of this theme as known: "the talks", "those two meetings"."""
    words = [m[0].lower() for m in _WORD.finditer(sentence)]
    known = themes()
    return any(known.get(word) == theme and _DEFINITE & set(words[max(0, at - 2) : at]) for at, word in enumerate(words))
