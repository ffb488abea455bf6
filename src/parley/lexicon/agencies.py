"""The names and spellings of news agencies, from `data/agencies.tsv`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@cache
def _rows() -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    """The table's rows: name, other spellings, spellings that are unclear when alone."""
    text = files("parley.lexicon").joinpath("data/agencies.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return tuple((name, _split(spellings), _split(unclear)) for name, spellings, unclear, _ in rows)


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


@cache
def agency_spellings() -> Mapping[str, str]:
    """Returns spelling → name. Case counts: "AA" is Anadolu's, "Aa" nobody's."""
    return MappingProxyType({spelling: name for name, spellings, _ in _rows() for spelling in (*spellings, name)})


@cache
def _unclear() -> frozenset[str]:
    return frozenset(spelling for _, _, unclear in _rows() for spelling in unclear)


def is_clear_alone(spelling: str) -> bool:
    """Returns whether a spelling, alone on a line, can only be an agency's credit: "AFP" can, "MAP", "agency" and "BBC" cannot."""
    return spelling not in _unclear()


@cache
def agency_expression() -> str:
    """Returns a regular expression, without groups, for any spelling as a whole word; longer spellings first."""
    return r"(?<![\w-])(?:" + "|".join(re.escape(s) for s in sorted(agency_spellings(), key=len, reverse=True)) + r")(?![\w-])"
