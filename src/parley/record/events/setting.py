"""What is known over all articles: who is who, what is where, and which articles belong together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

_CAPITALISED = re.compile(r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,5}")
_MOST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known over all articles.

    Args:
        merged: the name an actor goes by in one article → its merged name.
        country: merged name → the country it stands for.
        happening: article id → the happening it was grouped into.
        places: name of a place smaller than a country → its id.
        wide: names of countries, regions and seas.
        nations: merged names of the actors that are countries.
        story: article id → the story its happening belongs to.
        bodies: merged name of a person → merged names of those in whose name the office is.
    """

    merged: Mapping[str, str]
    country: Mapping[str, str]
    happening: Mapping[str, str]
    places: Mapping[str, str] = field(default_factory=dict)
    wide: AbstractSet[str] = frozenset()
    nations: AbstractSet[str] = frozenset()
    story: Mapping[str, str] = field(default_factory=dict)
    bodies: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def name(self, name: str) -> str:
        return self.merged.get(name, name)

    def states(self, names: Iterable[str]) -> frozenset[str]:
        """Returns the countries that merged names stand for."""
        return frozenset(self.country[name] for name in names if name in self.country)

    def named_in(self, text: str) -> frozenset[str]:
        """Returns the ids of the places that a text names; a place in the name of a body ("the Vesk Relief Committee") is not meant."""
        return frozenset(self.places[name] for run in _CAPITALISED.findall(text) for name in self._places_of(run.split()))

    def _places_of(self, words: list[str]) -> Iterator[str]:
        parts = list(_parts_of(words))
        bodies = [(start, end) for start, end, name in parts if end - start > 1 and name in self.merged and name not in self.places]
        for start, end, name in parts:
            if name in self.places and not any(first <= start and end <= last for first, last in bodies):
                yield name

    def is_named(self, name: str) -> bool:
        """Whether a name is somebody's own, not a description such as "both sides" or "17 countries"."""
        return self.name(name) in self.country or (name in self.merged and name[:1].isupper())


def named_parts(text: str) -> frozenset[str]:
    """Returns all that may be a name in a text, as `Setting` looks it up."""
    return frozenset(name for run in _CAPITALISED.findall(text) for _, _, name in _parts_of(run.split()))


def _parts_of(words: list[str]) -> Iterator[tuple[int, int, str]]:
    """The runs of up to four words with where they begin and end, the possessive ending taken off."""
    words = [word.removesuffix("'s").removesuffix("’s").strip("’'-") for word in words]
    for start in range(len(words)):
        yield from ((start, end, " ".join(words[start:end])) for end in range(start + 1, min(len(words), start + _MOST_WORDS) + 1))
