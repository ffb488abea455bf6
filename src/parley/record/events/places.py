"""Two places → whether they part two acts."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from parley.model import Place

_EXACT = frozenset({"site", "city", "district"})
_EARTH = 6371.0
_NEAR = 30.0
"""Kilometres within which a district or site may belong to a city."""


def are_apart(a: Place, b: Place) -> bool:
    """Returns whether both are exact places, and different ones; a site or district near a city may lie in it."""
    if not (a.precision in _EXACT and b.precision in _EXACT) or _is_same(a, b):
        return False
    return a.precision == b.precision or kilometres(a, b) > _NEAR


def kilometres(a: Place, b: Place) -> float:
    """Returns the distance on the globe (haversine formula); 0 where one has no coordinates."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return 0.0
    north, east = radians(b.lat - a.lat), radians(b.lon - a.lon)
    chord = sin(north / 2) ** 2 + cos(radians(a.lat)) * cos(radians(b.lat)) * sin(east / 2) ** 2
    return 2 * _EARTH * asin(min(1.0, sqrt(chord)))


def _is_same(a: Place, b: Place) -> bool:
    return a.geonameid == b.geonameid if a.geonameid is not None and b.geonameid is not None else a.name == b.name
