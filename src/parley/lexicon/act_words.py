"""Words → the family of words that can name one act (`data/act_words.tsv`); regular derivations fall together by their stems."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from parley.lexicon.rows import read_rows

_ENDINGS = ("isation", "ization", "ation", "ition", "ment", "tion", "sion", "ance", "ence", "ing", "ion", "al", "ed", "er", "or", "es", "y", "e", "s")
"""Endings of nouns and forms, longest first."""
_STEM = 4
"""Letters that must be left when an ending is taken off."""


@cache
def _families() -> Mapping[str, str]:
    """Word → the first word of its line; a word of two lines is of the first."""
    found: dict[str, str] = {}
    for (line,) in read_rows("act_words.tsv"):
        first, *others = line.split()
        for word in (first, *others):
            found.setdefault(word, first)
    return MappingProxyType(found)


@cache
def _stems() -> Mapping[str, str]:
    return MappingProxyType({stem(word): family for word, family in reversed(tuple(_families().items()))})


def act_family(word: str) -> str:
    """Returns the name of the family of a lower-case lemma or form; its stem when no line has it."""
    return _families().get(word) or _stems().get(stem(word)) or stem(word)


def stem(word: str) -> str:
    """Takes one ending off, so that "nominate", "nominated" and "nomination" fall together."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return _undoubled(word[: -len(ending)])
    return word


def _undoubled(stem_: str) -> str:
    """ "stopp" → "stop", "nominat" → "nomin": what is left before verbal endings."""
    if len(stem_) > _STEM and stem_[-1] == stem_[-2] and stem_[-1] not in "ls":
        return stem_[:-1]
    return stem_.removesuffix("at") if len(stem_) > _STEM + 1 else stem_
