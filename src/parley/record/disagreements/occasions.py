"""A sentence that gives a figure → the words and names that tell which occasion it speaks of.

A dispatch of one sentence often gives neither day nor place that a list knows: "a car bomb killed five people in the
financial district", "the explosion in the financial district left six dead". What ties the two is that they tell of one kind
of act and of the same surroundings.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from parley.lexicon.act_words import act_family
from parley.lexicon.quantities import number_words
from parley.lexicon.weights import UNSEEN, word_weights

_WORD = re.compile(r"[^\W\d_][\w-]*")
_WHERE = re.compile(r"\b(?:in|at|near|of|outside|around|on) (?:the )?((?:[A-Z][\w-]+ ?){1,4})")
_TELLING = 0.38
"""The weight from which on a word tells one occasion from another; "killed", "people" and "police" weigh less."""
_ONE, _FEW, _SOME, _MANY = 2, 10, 0.4, 0.7
"""Numbers above two tell occasions apart, from ten on more surely, with these weights."""
_HARM = frozenset(map(act_family, "kill injure wound toll casualty victim life more number die dead lose".split()))
_DAYS = frozenset(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday
    January February March April May June July August September October November December""".split()
)


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a sentence says of an occasion.

    Args:
        words: families of words with their weight.
        names: words of the names said to be where it was.
        narrow: those of them that are not of a country or region.
    """

    words: Mapping[str, float]
    names: frozenset[str]
    narrow: frozenset[str]

    def shared(self, other: Occasion) -> float:
        """Returns the weight of the words in common; 0 where both say where it was, and name nothing in common."""
        if self.narrow and other.narrow and not self.names & other.names:
            return 0.0
        return sum(min(weight, other.words[word]) for word, weight in self.words.items() if word in other.words)


NOWHERE = Occasion(MappingProxyType({}), frozenset(), frozenset())
"""What a sentence that says nothing of an occasion says."""


def said_where(sentence: str) -> list[str]:
    """Returns the names of which a sentence says that it was there."""
    return [run.strip() for run in _WHERE.findall(sentence)]


def read_occasion(sentence: str, claimant: str | None, counts: Iterable[tuple[str, float]] = (), wide: Collection[str] = ()) -> Occasion:
    """Reads a sentence; the words for who says so tell nothing of what happened.

    Args:
        counts: measure and number of each figure in it: two that both speak of 12 dead and 30 hurt are of one occasion.
        wide: names of countries and regions, which part no two places.
    """
    said = set(_WORD.findall(claimant or ""))
    weights = word_weights()
    found = {f"{measure} {number:g}": _MANY if number >= _FEW else _SOME for measure, number in counts if number > _ONE}
    for word in _WORD.findall(sentence):
        weight = weights.get(word.casefold(), UNSEEN)
        family = act_family(word.casefold())
        if word not in said and weight >= _TELLING and family not in _HARM and word.casefold() not in number_words().units:
            found[family] = min(weight, found.get(family, weight))
    runs = said_where(sentence)
    names, narrow = (
        frozenset(word.casefold() for run in which for word in set(run.split()) - said - _DAYS)
        for which in (runs, [r for r in runs if r not in wide])
    )
    return Occasion(MappingProxyType(found), names, narrow)
