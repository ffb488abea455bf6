"""The words for what is acted upon → things that two reports can have in common: counted ones, and targets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from parley.model import Party

_WORD = re.compile(r"\w[\w’'-]*")
_NUMBER = re.compile(r"\d[\d,.]*")
_FEW = 5
"""Numbers below this are too common to tell one step from another."""
_ANYBODY = frozenset(
    """people person civilian soldier fighter rebel man woman child troop force member protester demonstrator police officer victim resident
    target area place part city town village side position them him her it country""".split()
)


def counted_things(recipients: Iterable[Party]) -> frozenset[str]:
    """Returns number and noun of each counted thing ("15 rebel" for "15 detained rebels")."""
    return frozenset(thing for party in recipients for thing in _counted(party))


def things(recipients: Iterable[Party]) -> frozenset[str]:
    """Returns the nouns of targets that are objects, not people: "fuel depot" for "the fuel depot", "market" for "a crowded market"."""
    nouns = (_singular(words[-1]) for party in recipients if (words := _words(party)) and not party.span.text.split()[-1][:1].isupper())
    return frozenset(noun for noun in nouns if noun not in _ANYBODY)


def names_counted(text: str, recipients: Iterable[Party]) -> bool:
    """Returns whether a text names the number and the noun of one of the counted things."""
    words = {_singular(word) for word in _WORD.findall(text.casefold())}
    return any(set(thing.split()) <= words for thing in counted_things(recipients))


def share_of_words(one: str, other: str) -> float:
    """Returns the share of the words of both that both have (Jaccard's measure), 0 to 1."""
    left, right = set(one.split()), set(other.split())
    return len(left & right) / max(1, len(left | right))


def _counted(party: Party) -> Iterator[str]:
    words = _words(party)
    number = _NUMBER.search(party.span.text)
    if words and number and not words[-1][:1].isdigit():
        value = number.group().replace(",", "").rstrip(".")
        if value.isdecimal() and int(value) >= _FEW:
            yield f"{int(value)} {_singular(words[-1])}"


def _words(party: Party) -> list[str]:
    return [word.casefold() for word in _WORD.findall(party.span.text)]


def _singular(noun: str) -> str:
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun
