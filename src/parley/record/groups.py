"""Things joined two by two → the groups they form (disjoint sets)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

Name = TypeVar("Name", str, int)


class Groups(Generic[Name]):
    """Disjoint sets of names. The root of a set is its smallest member, so the order of joins never shows."""

    def __init__(self, members: Iterable[Name] = ()) -> None:
        self._parent: dict[Name, Name] = {member: member for member in members}

    def root(self, member: Name) -> Name:
        parent = self._parent.setdefault(member, member)
        while parent != self._parent[parent]:
            self._parent[member] = parent = self._parent[parent]
        return parent

    def join(self, left: Name, right: Name) -> None:
        one, other = self.root(left), self.root(right)
        self._parent[max(one, other)] = min(one, other)

    def sets(self) -> list[list[Name]]:
        """Returns the groups, members and groups in order."""
        groups: dict[Name, list[Name]] = {}
        for member in sorted(self._parent):
            groups.setdefault(self.root(member), []).append(member)
        return [groups[root] for root in sorted(groups)]
