"""Things joined two by two → the groups they form (disjoint sets)."""

from __future__ import annotations

from collections.abc import Iterable


class Groups:
    """Disjoint sets of strings. The root of a set is its smallest member, so the order of joins never shows."""

    def __init__(self, members: Iterable[str] = ()) -> None:
        self._parent = {member: member for member in members}

    def root(self, member: str) -> str:
        parent = self._parent.setdefault(member, member)
        while parent != self._parent[parent]:
            self._parent[member] = parent = self._parent[parent]
        return parent

    def join(self, left: str, right: str) -> None:
        low, high = sorted((self.root(left), self.root(right)))
        self._parent[high] = low

    def sets(self) -> list[list[str]]:
        """Returns the groups, members and groups in order."""
        groups: dict[str, list[str]] = {}
        for member in sorted(self._parent):
            groups.setdefault(self.root(member), []).append(member)
        return [groups[root] for root in sorted(groups)]
