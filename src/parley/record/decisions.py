"""A person's corrections: statements that are added to, never edited, and that outlive every run.

A decision names its targets by quotation, not by id, so that it still fits when a new model reads the same article
differently. Undoing is one decision more.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from parley.model import identify

DECISION_KINDS = ("merge", "split", "reject", "confirm", "correct", "date", "place", "group", "undo")


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """What a decision is about: an item of `kind` that rests on the words `quote` in `article`.

    `start` is where the words stood when the decision was taken; it only settles which of several equal quotations is meant.
    """

    kind: str
    article: str
    quote: str
    start: int = 0


@dataclass(frozen=True, slots=True)
class Decision:
    """One correction.

    Args:
        kind: one of `DECISION_KINDS`. `merge` and `split` join or part the events of all anchors' reports, `reject` strikes
            an item, `confirm` keeps it, `correct` sets `slot` to `value`, `date` and `place` set when and where, `group`
            puts the anchors' articles into one source, `undo` takes back the decision whose id is `value`.
        at: ISO 8601 time with zone.
    """

    kind: str
    anchors: tuple[Anchor, ...]
    author: str
    at: str
    reason: str
    value: str | None = None
    slot: str | None = None

    def __post_init__(self) -> None:
        if self.kind not in DECISION_KINDS:
            raise ValueError(f"no such kind of decision: {self.kind!r}")
        if self.kind == "undo" and not self.value:
            raise ValueError("an undo names the decision it takes back")

    @property
    def id(self) -> str:
        quoted = [part for anchor in self.anchors for part in (anchor.kind, anchor.article, anchor.quote, anchor.start)]
        return identify("v", self.kind, self.author, self.at, self.slot, self.value, *quoted)


def in_force(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Returns the decisions that no later undo takes back, in order of time; an undo can itself be undone."""
    ordered = sorted(decisions, key=lambda d: (d.at, d.id))
    undone: set[str] = set()
    for decision in reversed(ordered):
        if decision.kind == "undo" and decision.id not in undone and decision.value:
            undone.add(decision.value)
    return tuple(d for d in ordered if d.kind != "undo" and d.id not in undone)
