"""Identifiers, days and places → the numbers other data sets have for them."""

from __future__ import annotations

import math

from parley.model import Interval, Place, identify

_CELL = 0.5
_CELLS_IN_ROW = 720
_UCDP_PLACE = {"site": 1, "city": 1, "district": 3, "province": 4, "region": 5, "country": 6, "sea": 7}
_ACLED_PLACE = {"site": 1, "city": 1, "district": 2, "province": 3}
_REGIONS = ((2, "Americas"), (200, "Europe"), (400, "Africa"), (630, "Middle East"), (700, "Asia"))
_MOST_BITS = 13


def numeric_id(id_: str, *parts: str) -> int:
    """A whole number for an identifier, the same in every export, small enough for a double to hold it exactly (52 bits)."""
    return int(identify("n", id_, *parts).removeprefix("n-")[:_MOST_BITS], 16)


def prio_grid(lat: float, lon: float) -> int | None:
    """The PRIO-GRID cell (0.5 degrees, counted from 1 at 90° S 180° W, row by row) that holds a point.

    After Tollefsen, Strand and Buhaug (2012), "PRIO-GRID: A unified spatial data structure". None outside the grid.
    """
    row, column = math.floor((lat + 90) / _CELL), math.floor((lon + 180) / _CELL)
    inside = 0 <= row < _CELLS_IN_ROW // 2 and 0 <= column < _CELLS_IN_ROW
    return row * _CELLS_IN_ROW + column + 1 if inside else None


def ucdp_place_precision(place: Place | None) -> int | None:
    """UCDP's `where_prec`: 1 exact, 3 second-order division, 4 first-order division, 5 region, 6 country, 7 sea."""
    return _UCDP_PLACE.get(place.precision) if place else None


def acled_place_precision(place: Place | None) -> int | None:
    """ACLED's `geo_precision`: 1 town, 2 district, 3 province; ACLED has none for anything wider."""
    return _ACLED_PLACE.get(place.precision) if place else None


def ucdp_date_precision(days: Interval | None) -> int | None:
    """UCDP's `date_prec`: 1 the day, 2 two to six days, 3 a week, 4 up to a month, 5 more than a month."""
    if days is None:
        return None
    return next(code for limit, code in ((1, 1), (6, 2), (7, 3), (31, 4), (math.inf, 5)) if days.days <= limit)


def acled_date_precision(days: Interval | None) -> int | None:
    """ACLED's `time_precision`: 1 the day, 2 the week, 3 the month; None for anything wider."""
    if days is None or days.days > 31:  # the longest month
        return None
    return 1 if days.is_day else 2 if days.days <= 7 else 3  # a week


def ucdp_region(gw: str) -> str | None:
    """UCDP's region of a state, by Gleditsch and Ward's number."""
    return next((name for first, name in reversed(_REGIONS) if int(gw) >= first), None) if gw else None
