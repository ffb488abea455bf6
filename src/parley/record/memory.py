"""What was worked out before, so that it need not be worked out again."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple, Protocol

from parley.model import ParleyError

Json = Any  # JSON has no narrower type; whoever writes a kind of state reads it


class MemoryDamageError(ParleyError):
    """What was kept is not what it was. All of it can be worked out again."""


class Keeper(Protocol):
    """Where things are kept from one build to the next."""

    def fetch(self, kind: str, keys: Collection[str]) -> dict[str, bytes]:
        """Returns the things with these keys that are there.

        Raises:
            MemoryDamageError: when one is not as it was kept.
        """


class Changes(NamedTuple):
    """What differs from the build before.

    Args:
        now, before: name → what says that it has changed, such as a digest.
        ids: the names for which that is new, and those that are gone.
    """

    now: Mapping[str, str]
    before: Mapping[str, str]
    ids: frozenset[str]

    @property
    def there(self) -> list[str]:
        """Those of `ids` that are not gone, in order."""
        return sorted(id_ for id_ in self.ids if id_ in self.now)


Posting = tuple[str, str]
"""A term, and the name of what holds it."""


class _Nothing:
    def fetch(self, kind: str, keys: Collection[str]) -> dict[str, bytes]:
        return {}


class Memory:
    """States by kind and key: each stays as it is until it is written again or given up.

    Attributes:
        made: what was written.
        dropped: which states were given up, by kind.
    """

    def __init__(self, keeper: Keeper | None = None) -> None:
        self._keeper = keeper or _Nothing()
        self._name = ""
        self.made: dict[str, dict[str, bytes]] = defaultdict(dict)
        self.dropped: dict[str, set[str]] = defaultdict(set)

    def apart(self, name: str) -> Memory:
        """Returns the part of this memory that is kept under a name of its own."""
        memory = Memory(self._keeper)
        memory.made, memory.dropped, memory._name = self.made, self.dropped, f"{self._name}{name} "
        return memory

    def fetch(self, kind: str, keys: Collection[str]) -> dict[str, bytes]:
        """Returns the states with these keys as they are kept; what is not there is left out."""
        kind = self._name + kind
        made, dropped = self.made[kind], self.dropped[kind]
        held = self._keeper.fetch(kind, [key for key in keys if key not in made and key not in dropped])
        return held | {key: made[key] for key in keys if key in made}

    def keep(self, kind: str, key: str, value: bytes) -> None:
        """Puts a state in the place of the one before."""
        self.dropped[self._name + kind].discard(key)
        self.made[self._name + kind][key] = value

    def read(self, kind: str, keys: Collection[str]) -> dict[str, Json]:
        """Returns the states with these keys that are JSON."""
        held = self.fetch(kind, keys)
        return dict(zip(held, json.loads(b"[" + b",".join(held.values()) + b"]"), strict=True))

    def write(self, kind: str, key: str, value: Json) -> None:
        self.keep(kind, key, json.dumps(value, ensure_ascii=True, separators=(",", ":")).encode())

    def drop(self, kind: str, key: str) -> None:
        """Gives a state up."""
        self.made[self._name + kind].pop(key, None)
        self.dropped[self._name + kind].add(key)

    def changes(self, kind: str, now: Mapping[str, str]) -> Changes:
        """Compares all things of a kind with those of the build before, and keeps them for the next one.

        Args:
            now: name → what says that it has changed.
        """
        before: dict[str, str] = self.read("digests", [kind]).get(kind, {})
        ids = frozenset(name for name, _ in now.items() ^ before.items())
        if ids:
            self.write("digests", kind, now)
        return Changes(now, before, ids)

    def amend(self, kind: str, there: Collection[str], new: Mapping[str, str]) -> Changes:
        """Like `changes`, where for things that are not `new` what was said before holds on, if they are still `there`."""
        before: dict[str, str] = self.read("digests", [kind]).get(kind, {})
        return self.changes(kind, {name: says for name, says in before.items() if name in there} | {**new})

    def post(self, kind: str, left: Iterable[Posting], come: Iterable[Posting]) -> None:
        """Brings an index up to date: who no longer holds which term, and who now does."""
        left, come = set(left), set(come)
        moved: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
        for which, postings in enumerate((left - come, come - left)):
            for term, holder in postings:
                moved[term][which].add(holder)
        before = self.read(kind, moved)
        for term, (lost, new) in moved.items():
            self.put(kind, term, sorted({*before.get(term, ())} - lost | new))

    def refile(
        self, kind: str, left: Iterable[Posting], come: Iterable[tuple[str, str, Json]]
    ) -> tuple[dict[str, dict[str, Json]], dict[str, dict[str, Json]]]:
        """Brings an index up to date whose terms say something of what holds them.

        Args:
            left: what is no longer so.
            come: what is so now: term, holder, and what is said.

        Returns:
            The terms that anything was changed of, as they were and as they are.
        """
        left, come = list(left), list(come)
        before = self.read(kind, {term for term, *_ in (*left, *come)})
        now = {term: dict(before.get(term, {})) for term, *_ in (*left, *come)}
        for term, holder in left:
            now[term].pop(holder, None)
        for term, holder, said in come:
            now[term][holder] = said
        for term, row in now.items():
            self.put(kind, term, row)
        return before, now

    def holders(self, kind: str, terms: Collection[str]) -> dict[str, list[str]]:
        """Returns term → who holds it, for those terms of an index that anybody holds."""
        return self.read(kind, terms)

    def put(self, kind: str, key: str, value: Json) -> None:
        """Writes a state, or gives up one that is empty."""
        self.write(kind, key, value) if value else self.drop(kind, key)
