"""The names and spellings of news agencies, from `data/agencies.tsv`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@cache
def agency_spellings() -> Mapping[str, str]:
    """Returns spelling → name. Case counts: "AA" is Anadolu's, "Aa" nobody's."""
    text = files("parley.lexicon").joinpath("data/agencies.tsv").read_text("utf-8")
    table: dict[str, str] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            name, spellings, _ = line.split("\t")
            table.update(dict.fromkeys((*filter(None, spellings.split("|")), name), name))
    return MappingProxyType(table)


@cache
def agency_expression() -> str:
    """Returns a regular expression, without groups, for any spelling as a whole word; longer spellings first."""
    return r"(?<![\w-])(?:" + "|".join(re.escape(s) for s in sorted(agency_spellings(), key=len, reverse=True)) + r")(?![\w-])"
