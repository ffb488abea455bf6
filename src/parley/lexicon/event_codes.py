"""What other event data sets call PLOVER's types, sectors and countries.

From `plover_cameo.tsv`, `plover_acled.tsv`, `sector_codes.tsv`, `country_codes.tsv` and `plover.json`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from parley.lexicon.rows import read_rows


@dataclass(frozen=True, slots=True)
class Acled:
    """ACLED's terms for an act; an empty one is not decided by PLOVER's type and mode."""

    disorder: str
    event: str
    sub_event: str


@dataclass(frozen=True, slots=True)
class SectorCodes:
    """`cameo` role, ACLED actor type and UCDP `side` (`state`, `armed`, `civilian`); empty where the sector does not decide."""

    cameo: str = ""
    acled: str = ""
    side: str = ""


@dataclass(frozen=True, slots=True)
class CountryCodes:
    """Numbers and letters for one country; empty where a list has none. `gw` is Gleditsch and Ward's number, UCDP's `country_id`."""

    iso: str = ""
    fips: str = ""
    cow: str = ""
    gw: str = ""


@dataclass(frozen=True, slots=True)
class Weight:
    """PLOVER's quad code (1 to 4) and its conflict-cooperation score (-10 to 10, None where the manual prints none)."""

    quad: int
    score: float | None


@cache
def _cameo() -> Mapping[tuple[str, str], str]:
    return MappingProxyType({(type_, mode): code for type_, mode, code in read_rows("plover_cameo.tsv", 3)})


@cache
def _acled() -> Mapping[tuple[str, str], Acled]:
    return MappingProxyType({(type_, mode): Acled(*terms) for type_, mode, *terms in read_rows("plover_acled.tsv", 5)})


@cache
def _sectors() -> Mapping[str, SectorCodes]:
    return MappingProxyType({sector: SectorCodes(*codes) for sector, *codes in read_rows("sector_codes.tsv", 4)})


@cache
def _countries() -> Mapping[str, CountryCodes]:
    return MappingProxyType({alpha3: CountryCodes(*codes) for alpha3, *codes in read_rows("country_codes.tsv", 5)})


@cache
def _weights() -> Mapping[tuple[str, str], Weight]:
    types = json.loads((files("parley.lexicon") / "data" / "plover.json").read_text(encoding="utf-8"))["event_types"]
    modes = {(t["type"], m["mode"]): Weight(t["quad_code"], m["score"]) for t in types for m in t["modes"]}
    return MappingProxyType({(t["type"], ""): Weight(t["quad_code"], t["score"]) for t in types} | modes)


def cameo_code(type_: str, mode: str | None) -> str:
    """Returns the CAMEO code, as fine as PLOVER's mode allows; empty for a type that PLOVER does not have."""
    return _cameo().get((type_, mode or "")) or _cameo().get((type_, ""), "")


def acled_terms(type_: str, mode: str | None) -> Acled | None:
    """Returns ACLED's terms for an act, or None when ACLED does not record such acts."""
    return _acled().get((type_, mode or "")) or _acled().get((type_, ""))


def sector_codes(sector: str | None) -> SectorCodes:
    return _sectors().get(sector or "", SectorCodes())


def country_codes(alpha3: str | None) -> CountryCodes:
    return _countries().get(alpha3 or "", CountryCodes())


def plover_weight(type_: str, mode: str | None) -> Weight | None:
    """Returns quad code and score of an act; a mode without a score of its own has none."""
    return _weights().get((type_, mode or "")) or _weights().get((type_, ""))
