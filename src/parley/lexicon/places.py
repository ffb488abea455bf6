"""The gazetteer: folded name → towns, provinces, regions, seas.

Towns and first-level divisions come from GeoNames (`places.tsv.gz`, `place_names.tsv.gz`, `provinces.tsv`, `divisions.tsv`; made by
`training/gazetteer.py`), what those lack from `places_extra.tsv`. The two large tables are searched by bisection as they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from types import MappingProxyType

from parley.lexicon.folding import fold, sound_key, without_article
from parley.lexicon.rows import PackedTable, read_rows


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place of the gazetteer.

    Args:
        country: ISO 3166-1 alpha-2, None where several or none.
        division: GeoNames' code of the first-level division, "" when unknown.
        people: how many live there; 0 when unknown.
        precision: as in `model.Place`.
        is_main: whether it was found under its main name, or another of several words.
        is_disputed: whether its country is disputed, by `places_extra.tsv` or `disputed.tsv`.
    """

    name: str
    lat: float
    lon: float
    geonameid: int | None
    country: str | None
    precision: str
    division: str = ""
    people: int = 0
    is_main: bool = True
    is_disputed: bool = False


@cache
def _disputed_areas() -> frozenset[str]:
    return frozenset(area for _, areas, _, _ in read_rows("disputed.tsv", 4) for area in areas.split())


def is_disputed(country: str, division: str = "") -> bool:
    """Returns whether a country (alpha-2), or its division of GeoNames' code, is disputed as `disputed.tsv` has it."""
    return country in _disputed_areas() or f"{country}.{division}" in _disputed_areas()


@cache
def _towns() -> PackedTable[int]:
    return PackedTable("places.tsv.gz", int)


@cache
def _names() -> PackedTable[str]:
    return PackedTable("place_names.tsv.gz", str)


@cache
def _extras() -> Mapping[str, tuple[KnownPlace, ...]]:
    table: dict[str, tuple[KnownPlace, ...]] = {}
    for name, aliases, precision, country, lat, lon, disputed in read_rows("places_extra.tsv", 7):
        contested = bool(disputed) or is_disputed(country)
        place = KnownPlace(name, float(lat), float(lon), None, country or None, precision, is_disputed=contested)
        for spelling in (name, *filter(None, aliases.split("|"))):
            for key in {fold(spelling), without_article(fold(spelling))}:
                table[key] = (*table.get(key, ()), place if spelling == name or " " in spelling else replace(place, is_main=False))
    return MappingProxyType(table)


@cache
def _divisions() -> Mapping[str, tuple[KnownPlace, ...]]:
    table: dict[str, tuple[KnownPlace, ...]] = {}
    for name, aliases, country, code, lat, lon in read_rows("divisions.tsv", 6):
        place = KnownPlace(name, float(lat), float(lon), None, country, "province", code, is_disputed=is_disputed(country, code))
        for key in {fold(spelling) for spelling in (name, *filter(None, aliases.split("|")))} - _extras().keys():
            table[key] = (*table.get(key, ()), place)
    return MappingProxyType(table)


@cache
def state_abbreviations() -> Mapping[str, tuple[str, str]]:
    """Returns an abbreviation of a state or province, as written behind a town's name ("Mich."), → alpha-2 of its country and its code."""
    rows = read_rows("state_abbreviations.tsv", 3)
    return MappingProxyType({short: (country, code) for country, code, shorts in rows for short in shorts.split()})


@cache
def regions() -> frozenset[str]:
    """Returns the names of `places_extra.tsv` that have several words, folded: seas, straits, regions that no rule would find."""
    return frozenset(key for key in _extras() if " " in key)


@cache
def province_centres() -> Mapping[int, tuple[float, float]]:
    """Returns id of the town that gives a province its name → the province's centre, in degrees."""
    return MappingProxyType({int(number): (float(lat), float(lon)) for number, lat, lon in read_rows("provinces.tsv", 3)})


def _town(number: str) -> KnownPlace:
    bare = number.lstrip("~")
    _, name, lat, lon, country, division, people, precision = _towns().row(int(bare))
    point = float(lat), float(lon)
    return KnownPlace(name, *point, int(bare), country, precision, division, int(people), bare == number, is_disputed(country, division))


def _ids(key: str) -> list[str]:
    row = _names().row(key)
    return row[1].split(",") if row else []


@lru_cache(maxsize=16384)
def places_sounding(name: str) -> tuple[KnownPlace, ...]:
    """Returns towns whose name sounds alike ("Jabla": Jableh), of countries where spellings vary most; none is sure by itself."""
    return tuple(map(_town, _ids("=" + sound_key(without_article(fold(name))))))


def province_called(name: str) -> tuple[str, str] | None:
    """Returns alpha-2 of the country, and the division's code or "", when every place of this name is a province or region of one country."""
    found = {(place.country or "", place.division) if place.precision in ("province", "region") else ("", "") for place in places_named(name)}
    known = next(iter(found)) if len(found) == 1 else ("", "")
    return known if known[0] else None


@lru_cache(maxsize=16384)
def places_named(name: str) -> tuple[KnownPlace, ...]:
    """Returns all places of this name, spelling variants of case, accents, hyphens and the Arabic article aside."""
    key = fold(name)
    found: dict[object, KnownPlace] = {}
    for candidate in dict.fromkeys((key, without_article(key))):
        for town in map(_town, _ids(candidate) if candidate else ()):
            found.setdefault(town.geonameid, town)
        for place in (*_extras().get(candidate, ()), *_divisions().get(candidate, ())):
            found.setdefault((place.name, place.country, place.precision), place)
    return tuple(found.values())
