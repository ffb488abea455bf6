"""The weights behind a report's chance of being right (`data/report_chance.tsv`) → a table by feature."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@cache
def chance_weights() -> Mapping[str, float]:
    """Returns the weight of each feature of `parley.reports.chance`."""
    lines = (files("parley.lexicon") / "data" / "report_chance.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return MappingProxyType({name: float(weight) for name, weight in rows})
