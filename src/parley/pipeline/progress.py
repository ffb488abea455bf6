"""What a build tells of its advance."""

from __future__ import annotations


class Progress:
    """Keeps silent; a subclass shows it. Counts are of pages and articles."""

    def step(self, name: str, total: int | None) -> None:
        """A step begins, of `total` items where that is known."""

    def advance(self, count: int = 1) -> None:
        """So many items are done."""
