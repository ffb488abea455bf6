"""What was worked out before, under a digest of all that went into it, so that it need not be worked out again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Protocol

Make = Callable[[], bytes]
_LAST = "last"


class Keeper(Protocol):
    """Where things are kept from one build to the next."""

    def keys(self, kind: str) -> Collection[str]:
        """Returns the keys of all things of a kind."""

    def fetch(self, kind: str, keys: Collection[str]) -> dict[str, bytes]:
        """Returns the things with these keys, all of which are there."""


class _Nothing:
    def keys(self, kind: str) -> Collection[str]:
        return ()

    def fetch(self, kind: str, keys: Collection[str]) -> dict[str, bytes]:
        return {}


class Memory:
    """Things by kind and key. A key is a digest of everything that a thing is made of, so what is recalled is what would be made.

    Attributes:
        made: what was made anew, by kind and key.
        alive: the keys that were asked for; the others may be forgotten.
    """

    def __init__(self, keeper: Keeper | None = None) -> None:
        self._keeper = keeper or _Nothing()
        self._known: dict[str, frozenset[str]] = {}
        self.made: dict[str, dict[str, bytes]] = defaultdict(dict)
        self.alive: dict[str, set[str]] = defaultdict(set)

    def known(self, kind: str, keys: Iterable[str]) -> set[str]:
        """Returns which of the keys need not be made, and keeps all of them alive."""
        if kind not in self._known:
            self._known[kind] = frozenset(self._keeper.keys(kind))
        asked = set(keys)
        self.alive[kind] |= asked
        return {key for key in asked if key in self._known[kind] or key in self.made[kind]}

    def recall(self, kind: str, makers: Mapping[str, Make]) -> dict[str, bytes]:
        """Returns the things with these keys, in their order; those that are not known are made."""
        known = self.known(kind, makers)
        made = self.made[kind]
        held = self._keeper.fetch(kind, [key for key in makers if key in known and key not in made])
        for key, make in makers.items():
            if key not in known:
                made[key] = make()
        return {key: made[key] if key in made else held[key] for key in makers}

    def last(self, kind: str) -> bytes:
        """Returns what `note` was given in the build before; nothing when there was none."""
        return self._keeper.fetch(kind, (_LAST,)).get(_LAST, b"") if _LAST in self._keeper.keys(kind) else b""

    def note(self, kind: str, value: bytes) -> None:
        """Keeps a state for the next build, which builds upon it."""
        self.alive[kind].add(_LAST)
        self.made[kind][_LAST] = value

    def gone(self, kind: str) -> frozenset[str]:
        """Returns the keys that nothing asked for any more."""
        return self._known.get(kind, frozenset()) - self.alive[kind]
