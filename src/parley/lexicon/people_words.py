"""Words for people → the sort they name (`data/people_words.tsv`), and those that name one human being (`data/persons.tsv`)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from parley.lexicon.rows import read_rows

_ENDINGS = {"men": "man", "women": "woman", "children": "child", "lives": "life", "people": "people", "police": "police"}


@cache
def _sorts() -> Mapping[str, str]:
    rows = [line.split() for (line,) in read_rows("people_words.tsv")]
    return MappingProxyType({word: "" if number == 0 else words[0] for number, words in enumerate(rows) for word in words})


def sort_of_people(noun: str) -> str:
    """Returns the sort a noun in lower case names, singular or plural; the empty string for people in general, the noun where no line has it."""
    singular = _singular(noun)
    return _sorts().get(singular, singular)


def named_sort(noun: str) -> str:
    """Returns the sort of people a listed noun names; the empty string for people in general and for any other noun."""
    return _sorts().get(_singular(noun), "")


@cache
def persons() -> Mapping[str, int]:
    """Returns the nouns that name human beings without a number → how many: "shepherd" one, "couple" two."""
    return MappingProxyType({noun: int(number) for number, nouns in read_rows("persons.tsv", 2) for noun in nouns.split()})


def is_person(noun: str) -> bool:
    """Returns whether a noun in lower case, singular or plural, names human beings by what they are."""
    return _singular(noun) in persons()


def _singular(noun: str) -> str:
    for plural, single in _ENDINGS.items():
        if noun.endswith(plural):
            return noun.removesuffix(plural) + single
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun
