"""The words between two place names → where the first is said to lie: "a village 25 km west of Monywa", "near Mosul", "in Geneva".

What the text says of a small place outweighs the gazetteer: a namesake that lies elsewhere is not the place meant. Offsets of distance and
bearing are those of a sphere.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from parley.places.choosing import EARTH_KM, kilometres

_FARTHEST_KM = 300.0
_MILE_KM = 1.609
_NEAR_KM = 100.0
_SHARE, _LEAST_KM = 0.5, 30.0
_WORD = r"(?:(?!(?:for|with|on|to|of|and|or|from|by|in|after|before|when|where|than)\b)[\w-]+)"
_NOUN = r"(?:town|village|hamlet|city|township|settlement|camp|suburb|commune|locality|district|community|port|base|site)"
_LEAD = rf"(?:\s{_WORD})?\s?[,(–—-]?\s?(?:an? (?:{_WORD} ){{0,3}}{_NOUN},? )?(?:(?:which|that) (?:is|lies) |located |lying |situated )?"
_TRAIL = rf" (?:the )?(?:{_WORD} ){{0,2}}(?:{_NOUN} of |capital,? )?"
_ABOUT = r"(?:(?:some|about|around|roughly|nearly|just|approximately|only|almost|over|more than|less than) )?"
_WIND = r"(?:to the )?((?:north|south)?[ -]?(?:east|west)?(?:ern)?)"
_FAR = re.compile(
    rf"{_LEAD}{_ABOUT}(\d{{1,3}}(?:[.,]\d{{1,2}})?)\s?-?(km|kms|kilomet(?:er|re)s?|miles?)\b\s?(?:\([^)]{{1,25}}\)\s?)?{_WIND}\s?(?:of|from|outside){_TRAIL}",
    re.IGNORECASE,
)
_NEAR = re.compile(rf"{_LEAD}(?:just )?(?:near|outside|close to){_TRAIL}", re.IGNORECASE)
_IN = re.compile(rf"(?:\s{_WORD})?,?\s?in{_TRAIL}", re.IGNORECASE)
_WINDS = ("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest")


@dataclass(frozen=True, slots=True)
class Tie:
    """How a name is tied to the place named next.

    Args:
        km: how far from it; 0 for "near" and "in".
        bearing: which way from it, in degrees clockwise from north; None when not said.
        slack: how many kilometres a gazetteer's point may lie off before it is another place.
        is_small_only: whether it binds only small places: "in Geneva" says where a hospital lies, not where Moscow does in "from Moscow in Geneva".
    """

    km: float
    bearing: float | None
    slack: float
    is_small_only: bool = False

    def admits(self, point: tuple[float, float], anchor: tuple[float, float]) -> bool:
        """Returns whether a place at `point` may be the one said to lie so from `anchor`."""
        if self.bearing is None:
            return kilometres(point, anchor) <= self.km + self.slack
        return kilometres(point, self.point_from(anchor)) <= self.slack

    def point_from(self, anchor: tuple[float, float]) -> tuple[float, float]:
        """Returns the point so far and that way from `anchor`; `anchor` itself where no way is said."""
        if self.bearing is None:
            return anchor
        lat, lon, angle, way = *map(math.radians, anchor), self.km / EARTH_KM, math.radians(self.bearing)
        there = math.asin(math.sin(lat) * math.cos(angle) + math.cos(lat) * math.sin(angle) * math.cos(way))
        turn = math.atan2(math.sin(way) * math.sin(angle) * math.cos(lat), math.cos(angle) - math.sin(lat) * math.sin(there))
        return round(math.degrees(there), 2), round((math.degrees(lon + turn) + 180) % 360 - 180, 2)


def _bearing(words: str) -> float | None:
    wind = re.sub(r"[ -]|ern$", "", words.lower())
    return 45.0 * _WINDS.index(wind) if wind in _WINDS else None


def read_tie(between: str) -> Tie | None:
    """Returns the tie that the words between a place name and the next one say, None when they say none.

    Args:
        between: the text between both names; they stand in one sentence.
    """
    if (far := _FAR.fullmatch(between)) is not None:
        km = float(far[1].replace(",", ".")) * (_MILE_KM if far[2].lower().startswith("mi") else 1.0)
        return Tie(round(km, 1), _bearing(far[3]), max(_LEAST_KM, _SHARE * km)) if km <= _FARTHEST_KM else None
    if _NEAR.fullmatch(between) is not None:
        return Tie(0.0, None, _NEAR_KM)
    return Tie(0.0, None, _NEAR_KM, is_small_only=True) if _IN.fullmatch(between) is not None else None
