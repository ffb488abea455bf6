"""What was worked out before, so that it need not be worked out again."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, Protocol

Make = Callable[[], bytes]
Json = Any  # JSON has no narrower type; whoever writes a kind of state reads it


class Keeper(Protocol):
    """Where things are kept from one build to the next."""

    def keys(self, kind: str) -> Collection[str]:
        """Returns the keys of all things of a kind."""

    def fetch(self, kind: str, keys: Collection[str]) -> dict[str, bytes]:
        """Returns the things with these keys that are there."""


class _Nothing:
    def keys(self, kind: str) -> Collection[str]:
        return ()

    def fetch(self, kind: str, keys: Collection[str]) -> dict[str, bytes]:
        return {}


class Memory:
    """Two sorts of things, by kind and key.

    A *product* (`known`, `recall`) has a digest of everything that it is made of for its key, so what is recalled is what would be made; what
    nobody asks for is forgotten. A *state* (`read`, `write`) has a name for its key, and stays as it is until it is written again.

    Attributes:
        made: what was made or written, by kind and key.
        dropped: which states were given up, by kind.
    """

    def __init__(self, keeper: Keeper | None = None) -> None:
        self._keeper = keeper or _Nothing()
        self._known: dict[str, frozenset[str]] = {}
        self._alive: dict[str, set[str]] = defaultdict(set)
        self.made: dict[str, dict[str, bytes]] = defaultdict(dict)
        self.dropped: dict[str, set[str]] = defaultdict(set)

    def known(self, kind: str, keys: Iterable[str]) -> set[str]:
        """Returns which of the keys need not be made, and keeps all of them alive."""
        before, made, asked = self._keys(kind), self.made[kind], set(keys)
        self._alive[kind] |= asked
        return {key for key in asked if key in before or key in made}

    def recall(self, kind: str, makers: Mapping[str, Make]) -> dict[str, bytes]:
        """Returns the products with these keys, in their order; those that are not known are made."""
        known, made = self.known(kind, makers), self.made[kind]
        held = self._keeper.fetch(kind, [key for key in makers if key in known and key not in made])
        for key, make in makers.items():
            if key not in known:
                made[key] = make()
        return {key: made[key] if key in made else held[key] for key in makers}

    def recall_json(self, kind: str, makers: Mapping[str, Callable[[], Json]]) -> dict[str, Json]:
        """Like `recall`, for products that are JSON."""
        data = self.recall(kind, {key: _dumping(make) for key, make in makers.items()})
        return dict(zip(data, json.loads(b"[" + b",".join(data.values()) + b"]"), strict=True))

    def read(self, kind: str, keys: Collection[str]) -> dict[str, Json]:
        """Returns the states, or products of the build before, with these keys; what is not there is left out."""
        made, dropped = self.made[kind], self.dropped[kind]
        held = self._keeper.fetch(kind, [key for key in keys if key not in made and key not in dropped])
        held |= {key: made[key] for key in keys if key in made}
        return dict(zip(held, json.loads(b"[" + b",".join(held.values()) + b"]"), strict=True))

    def read_all(self, kind: str) -> dict[str, Json]:
        """Returns all states of a kind."""
        return self.read(kind, self._keys(kind) | self.made[kind].keys())

    def write(self, kind: str, key: str, value: Json) -> None:
        """Puts a state in the place of the one before."""
        self.dropped[kind].discard(key)
        self.made[kind][key] = _dump(value)

    def drop(self, kind: str, key: str) -> None:
        """Gives a state up."""
        self.made[kind].pop(key, None)
        self.dropped[kind].add(key)

    def gone(self) -> dict[str, frozenset[str]]:
        """Returns the keys of dropped states and of products that nobody asked for, by kind."""
        lost = {kind: self._keys(kind) - alive for kind, alive in self._alive.items()}
        return lost | {kind: frozenset(keys) for kind, keys in self.dropped.items() if kind not in lost}

    def _keys(self, kind: str) -> frozenset[str]:
        if kind not in self._known:
            self._known[kind] = frozenset(self._keeper.keys(kind))
        return self._known[kind]


def _dump(value: Json) -> bytes:
    return json.dumps(value, ensure_ascii=True, separators=(",", ":")).encode()


def _dumping(make: Callable[[], Json]) -> Make:
    return lambda: _dump(make())
