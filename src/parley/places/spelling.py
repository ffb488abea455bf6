"""A place mention's words → the gazetteer's candidates: as written, then without what is not part of the name.

"East Mosul" is a part of Mosul, "Diyala Province" the province Diyala, "Tabqa Dam" a site at Tabqa.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from parley.lexicon.folding import fold
from parley.lexicon.places import KnownPlace, places_named, places_sounding
from parley.places.context import DIRECTIONS, Hints, kind_of, land_called

_MOST_WORDS = 6
_SOUND_SHARE = 0.15
_WHOLE = frozenset(("metro", "metropolitan", "greater"))


@dataclass(frozen=True, slots=True)
class Spelled:
    """Candidates for a mention, and hints with what its own words say of kind and direction. `is_alike`: they only sound alike."""

    candidates: tuple[KnownPlace, ...]
    hints: Hints
    is_alike: bool = False


def _reduced(name: str) -> Iterator[tuple[str, str | None, str | None]]:
    """Yields (name, kind, direction) with directions and nouns for kinds of place cut off the ends."""
    words = name.split()
    kind = direction = None
    for _ in range(_MOST_WORDS):
        if len(words) < 2:
            return
        first, last = fold(words[0]), fold(words[-1])
        if first in DIRECTIONS:
            direction, words = first, words[1:]
        elif last in DIRECTIONS or kind_of(last):
            kind, words = kind_of(last) or kind, words[:-1]
        elif first in _WHOLE:
            words = words[1:]
        elif kind_of(first) or first in ("of", "the"):
            kind, words = kind_of(first) or kind, words[1:]
        else:
            return
        yield " ".join(words), kind, direction


def _is_county(name: str, place: KnownPlace) -> bool:
    """Returns whether `name` is a county of the United States and `place` but a town of that name, which mostly lies elsewhere."""
    return place.country == "US" and "county" in fold(name).split()


def look_up(name: str, hints: Hints, weights: Mapping[str, float]) -> Spelled:
    """Returns the places a mention may mean.

    Args:
        weights: alpha-2 → share of the story; towns that only sound alike must lie in a country that is a good part of it.
    """
    found = places_named(name)
    if found:
        return Spelled(found, hints)
    town, comma, land = name.partition(",")
    if comma:
        country, division = land_called(land.split(",")[-1].strip())
        spelled = look_up(town, replace(hints, country=country or hints.country, division=division or hints.division), weights)
        return replace(spelled, candidates=tuple(p for p in spelled.candidates if country in (None, p.country)))
    for shorter, kind, direction in _reduced(name):
        found = tuple(place for place in places_named(shorter) if kind != "province" or not _is_county(name, place))
        if found:
            return Spelled(found, replace(hints, kind=kind or hints.kind, direction=direction or hints.direction))
    near = {code for code, share in weights.items() if share >= _SOUND_SHARE} | ({hints.country} if hints.country else set())
    alike = tuple(place for place in places_sounding(name) if place.country in near)
    return Spelled(alike if len({p.geonameid for p in alike}) == 1 else (), hints, True)
