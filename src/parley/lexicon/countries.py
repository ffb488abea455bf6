"""The world's countries, their names, capitals and people: from `countries.tsv`, `country_aliases.tsv`, `demonyms.tsv`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from parley.lexicon.folding import fold
from parley.lexicon.rows import read_rows

NO_COUNTRY = "-"
_COLUMNS = 9


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory. `lat` and `lon` are the mean of its towns, in degrees; `neighbours` alpha-2 codes."""

    alpha2: str
    alpha3: str
    name: str
    aliases: tuple[str, ...]
    capital: str
    seats: tuple[str, ...]
    lat: float
    lon: float
    geonameid: int
    neighbours: tuple[str, ...]


def _several(field: str, sign: str = "|") -> tuple[str, ...]:
    return tuple(part for part in field.split(sign) if part)


@cache
def countries() -> Mapping[str, Country]:
    """Returns alpha-2 code → country."""
    extra = {row[0]: row[1:] for row in read_rows("country_aliases.tsv", 4)}
    table = {}
    for alpha2, alpha3, name, aliases, capital, lat, lon, number, neighbours in read_rows("countries.tsv", _COLUMNS):
        own, more, seats = extra.get(alpha2, ("", "", ""))
        others = dict.fromkeys((*_several(aliases), *_several(more), name))
        others.pop(own or name, None)
        table[alpha2] = Country(
            alpha2, alpha3, own or name, tuple(others), capital, _several(seats), float(lat), float(lon), int(number), _several(neighbours, ",")
        )
    return MappingProxyType(table)


@cache
def country_names() -> Mapping[str, Country]:
    """Returns folded name → country, for every name of every country; the names of our own list win ("Congo")."""
    every = {fold(name): c for c in countries().values() for name in (*c.aliases, c.name)}
    own = {fold(name): countries()[code] for code, _, names, _ in read_rows("country_aliases.tsv", 4) for name in _several(names)}
    return MappingProxyType(every | own)


@cache
def capitals() -> Mapping[str, Country]:
    """Returns folded name of a capital or other seat of government → country. City states stand under `country_names` alone."""
    table = {fold(place): c for c in countries().values() for place in (c.capital, *c.seats) if place}
    return MappingProxyType({key: c for key, c in table.items() if key not in country_names()})


@cache
def demonyms() -> Mapping[str, str]:
    """Returns folded adjective or noun for a people ("russian", "russians") → alpha-2 code, or `NO_COUNTRY`."""
    table: dict[str, str] = {}
    for code, words in read_rows("demonyms.tsv", 2):
        for word in _several(words):
            table.setdefault(fold(word), code)
            table.setdefault(fold(word) + "s", code)
    return MappingProxyType(table)


@cache
def by_alpha3() -> Mapping[str, Country]:
    """Returns alpha-3 code → country."""
    return MappingProxyType({c.alpha3: c for c in countries().values()})


@cache
def peoples() -> Mapping[str, str]:
    """Returns folded adjective or noun → the name of a people, faith or movement that has no country of its own."""
    return MappingProxyType({fold(form): name for name, forms in read_rows("peoples.tsv", 2) for form in _several(forms)})
