"""What one build leaves for the next, in memory: products, states, and the rows of units."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from parley.model import Event
from parley.record.growing.desk import Row, Units
from parley.record.memory import Memory
from parley.record.view import View, arrange


class Kept:
    """A keeper for `Memory`, and the view as its units make it up."""

    def __init__(self) -> None:
        self.shelves: dict[str, dict[str, bytes]] = defaultdict(dict)
        self.rows: dict[str, list[Row]] = {}

    def fetch(self, kind: str, keys: Collection[str]) -> dict[str, bytes]:
        return {key: self.shelves[kind][key] for key in keys if key in self.shelves[kind]}

    def keep(self, memory: Memory) -> None:
        for kind, keys in memory.dropped.items():
            for key in keys:
                self.shelves[kind].pop(key, None)
        for kind, made in memory.made.items():
            self.shelves[kind] |= made

    def keep_units(self, units: Units) -> None:
        for key in units.gone():
            self.rows.pop(key, None)
        self.rows |= units.made
        self.keep(units.memory)

    def events(self) -> dict[str, Event]:
        return {item.id: item for rows in self.rows.values() for _, item in rows if isinstance(item, Event)}

    def view(self) -> View:
        parts: dict[str, list[Any]] = defaultdict(list)
        for rows in self.rows.values():
            for part, item in rows:
                parts[part].append(item)
        return arrange(View(**{part: tuple(items) for part, items in parts.items()}))
