"""Two views → what came, what went, and what now says something else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from parley.record.headlines import headline
from parley.record.view import View

_PARTS = {
    "source": "sources", "actor": "actors", "place": "places", "report": "reports", "claim": "claims", "statement": "statements",
    "commitment": "commitments", "event": "events", "disagreement": "disagreements", "story": "stories",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """One item that came (`added`), went (`removed`) or kept its id with other content (`changed`)."""

    change: str
    kind: str
    id: str
    headline: str

    def __str__(self) -> str:
        return f"{self.change} {self.kind} {self.id}: {self.headline}"


def diff(before: View, after: View) -> tuple[Change, ...]:
    """Returns all changes, kind by kind.

    Ids come from content: an event that a report joins is one event less and another more.
    """
    found: list[Change] = []
    for kind, part in _PARTS.items():
        old, new = ({item.id: item for item in getattr(view, part)} for view in (before, after))
        found += _changes("removed", kind, [id_ for id_ in old if id_ not in new], old)
        found += _changes("added", kind, [id_ for id_ in new if id_ not in old], new)
        found += _changes("changed", kind, [id_ for id_ in new if id_ in old and old[id_] != new[id_]], new)
    return tuple(found)


def _changes(change: str, kind: str, ids: Sequence[str], items: Mapping[str, object]) -> list[Change]:
    return [Change(change, kind, id_, headline(items[id_])) for id_ in ids]
