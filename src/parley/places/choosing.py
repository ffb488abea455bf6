"""A place name, its surroundings and the countries of the story → one place of the gazetteer, or none.

Each candidate is scored by named features (population, country said beside the name, country of the story, nearness to the
article's other places), in the line of Leidner (2007), "Toponym Resolution in Text": one sense per article, minimal spread.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from parley.lexicon.countries import countries
from parley.lexicon.places import KnownPlace
from parley.places.context import Hints

_NEAR_KM = 400.0
_POINTS = 20
_WIDE = frozenset(("region", "province", "sea"))
_FAR_LARGER = 5
_TOLD, _TOWN, _LARGE = 0.03, 30_000, 100_000
EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Story:
    """What an article is about: weight of each country (alpha-2) between 0 and 1, and points already sure."""

    weights: Mapping[str, float]
    points: Sequence[tuple[float, float]] = ()


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Returns the great-circle distance between two points given in degrees (latitude, longitude)."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*one, *other))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def score(place: KnownPlace, hints: Hints, story: Story) -> float:
    """Returns how well a candidate fits; larger is better, and only differences mean anything."""
    points = math.log10(place.people + 100) if place.geonameid and place.precision == "city" else 5.0
    points += 0.5 if place.is_main or place.people >= _LARGE else -0.8
    if hints.country:
        points += 6.0 if place.country == hints.country else -3.0
    if place.country:
        points += 2.0 * story.weights.get(place.country, 0.0)
        capital = countries()[place.country].capital if place.country in countries() else ""
        points += 1.5 if capital == place.name else 0.0
    if hints.kind and hints.kind == place.precision:
        points += 0.5
    if is_near(place, story):
        points += 0.8
    return points


def is_near(place: KnownPlace, story: Story, limit: float = _NEAR_KM) -> bool:
    """Returns whether a place lies within `limit` kilometres of one of the story's sure points (the first twenty)."""
    return any(kilometres((place.lat, place.lon), point) < limit for point in story.points[:_POINTS])


def is_likely(place: KnownPlace, hints: Hints, story: Story) -> bool:
    """Returns whether even the best candidate deserves coordinates: a hamlet, or a rare spelling, far from the story does not.

    Nor does a large town abroad when the text explains the name as that of some town ("Kani, a town on the river") without saying its country.
    """
    if place.precision in _WIDE or hints.country == place.country or (place.geonameid is None and place.is_main):
        return True
    if hints.country is not None:
        return False
    is_told = story.weights.get(place.country or "", 0.0) > _TOLD
    return is_told or (place.people >= _LARGE and place.is_main and not (hints.is_explained and story.weights))


def is_small(place: KnownPlace) -> bool:
    """Returns whether a place is too small for news from elsewhere to name it without saying where it lies."""
    return place.people < _TOWN


def is_weighty(place: KnownPlace) -> bool:
    """Returns whether the mere name of a place speaks for its country being in the story: not a hamlet's, nor a rare spelling."""
    return place.is_main and (place.people >= _TOWN or place.geonameid is None or place.precision == "province")


def choose(candidates: Sequence[KnownPlace], hints: Hints, story: Story) -> KnownPlace | None:
    """Returns the best candidate, or None when none is likely. Ties go to the larger place, then to the smaller id.

    Where the text names a state ("Flint, Mich."), only towns of that state will do.
    """
    if hints.division is not None:
        candidates = [p for p in candidates if p.country == hints.country and p.division in ("", hints.division)]
    if not candidates:
        return None
    best = max(candidates, key=lambda p: (round(score(p, hints, story), 6), p.people, -(p.geonameid or 0)))
    is_alone = is_foremost(best, candidates, hints) and not (hints.is_explained and story.weights)
    return best if is_alone or is_likely(best, hints, story) else None


def is_foremost(best: KnownPlace, candidates: Sequence[KnownPlace], hints: Hints) -> bool:
    """Returns whether a town needs no context: news that says nothing else means the one that is far larger than all others of the name.

    A country behind a comma need not be its own ("in Geneva, Russia and …"), so it speaks against small towns only. A hospital or mosque rarely has
    its name from a town abroad.
    """
    others = (p.people for p in candidates if p.country != best.country)
    enough = _TOWN if best.is_main and hints.country is None and hints.kind != "site" else _LARGE
    return (best.is_main or hints.country is None) and best.people >= max(enough, _FAR_LARGER * max(others, default=0))
