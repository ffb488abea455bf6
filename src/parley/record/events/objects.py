"""The words for what is acted upon → things that two reports can have in common: counted ones, and targets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from parley.lexicon.people_words import named_sort
from parley.lexicon.quantities import number_words
from parley.lexicon.weights import UNSEEN, word_weights
from parley.model import Party
from parley.record.events.retelling import singular

_WORD = re.compile(r"\w[\w’'-]*")
_NUMBER = re.compile(r"\d[\d,.]*")
_DIGITS = 7
_FEW = 5
"""Numbers below this are too common to tell one step from another."""
_RARE = 0.6
"""The weight from which on a noun is so uncommon that a small number of such people tells one attack from another ("two priests")."""
_ANYBODY = frozenset(
    """people person civilian soldier fighter rebel man woman child troop force member protester demonstrator police officer victim resident
    target area place part city town village side position them him her it country""".split()
)


def counted_things(recipients: Iterable[Party]) -> frozenset[str]:
    """Returns number and noun of each counted thing ("15 rebel" for "15 detained rebels")."""
    return frozenset(thing for party in recipients for thing in _counted(party))


def things(recipients: Iterable[Party]) -> frozenset[str]:
    """Returns the nouns of targets that are objects, not people: "fuel depot" for "the fuel depot", "market" for "a crowded market"."""
    nouns = (singular(words[-1]) for party in recipients if (words := _words(party)) and not party.span.text.split()[-1][:1].isupper())
    return frozenset(noun for noun in nouns if noun not in _ANYBODY)


def told_apart_by(recipients: Iterable[Party], named: Iterable[str]) -> frozenset[str]:
    """Returns what tells one attack from another by whom or what it hit: names, objects, and numbers of an uncommon sort of people.

    Args:
        named: those of the recipients that go by a name of their own, countries left out.
    """
    recipients = list(recipients)
    rare = (f"{number} {noun}" for party in recipients if _is_uncommon(party) for number, noun in _numbered(party))
    return frozenset(named) | things(recipients) | counted_things(recipients) | frozenset(rare)


def names_counted(text: str, recipients: Iterable[Party]) -> bool:
    """Returns whether a text names the number and the noun of one of the counted things."""
    words = counted_words(text)
    return any(set(thing.split()) <= words for thing in counted_things(recipients))


def counted_words(text: str) -> frozenset[str]:
    """Returns the words among which the number and the noun of a counted thing may be; none where there is no number."""
    words = frozenset(singular(word) for word in _WORD.findall(text.casefold()))
    return words if any(word[:1].isdigit() for word in words) else frozenset()


def people_counted(sentence: str) -> frozenset[tuple[int, str]]:
    """Returns number and sort of the people that a sentence in lower case counts: four soldiers; people in general are left out."""
    words = sentence.split()
    found: set[tuple[int, str]] = set()
    for at, word in enumerate(words):
        count = int(word) if word.isdecimal() and len(word) < _DIGITS else int(number_words().units.get(word, 0))
        sorts = [sort for noun in words[at + 1 : at + 4] if (sort := named_sort(noun))]
        if count > 1 and sorts:
            found.add((count, sorts[0]))
    return frozenset(found)


def share_of_words(one: str, other: str) -> float:
    """Returns the share of the words of both that both have (Jaccard's measure), 0 to 1."""
    left, right = set(one.split()), set(other.split())
    return len(left & right) / max(1, len(left | right))


def _counted(party: Party) -> Iterator[str]:
    yield from (f"{number} {noun}" for number, noun in _numbered(party) if number >= _FEW)


def _numbered(party: Party) -> Iterator[tuple[int, str]]:
    """The number in digits or a word, and the noun it counts."""
    words = _words(party)
    number = _NUMBER.search(party.span.text)
    if len(words) < 2 or words[-1][:1].isdigit():
        return
    value = number.group().replace(",", "").rstrip(".") if number else ""
    count = int(value) if value.isdecimal() else int(number_words().units.get(words[0], 0))
    if count > 1:
        yield count, singular(words[-1])


def _is_uncommon(party: Party) -> bool:
    words = _words(party)
    return bool(words) and word_weights().get(words[-1], UNSEEN) >= _RARE


def _words(party: Party) -> list[str]:
    return [word.casefold() for word in _WORD.findall(party.span.text)]
