"""Pairs of reports that a person joined or parted."""

from __future__ import annotations

from dataclasses import dataclass

Bond = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Bonds:
    """Pairs of report ids, the smaller first, that are or are not one happening, whatever their features say."""

    joined: frozenset[Bond] = frozenset()
    parted: frozenset[Bond] = frozenset()
