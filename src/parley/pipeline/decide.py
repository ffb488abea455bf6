"""What a person says of some items → a decision kept in the record, and the view derived anew by it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from parley.model import UsageError
from parley.pipeline.build import Options, build
from parley.record import Anchor, Decision, anchors_of, check_decision, resolve
from parley.store import Location, open_record
from parley.store.record import Record


@dataclass(frozen=True, slots=True)
class Wish:
    """A correction as somebody words it.

    Args:
        kind: one of `DECISION_KINDS`.
        ids: of the items it is about, or the beginnings of them; for an undo that of one decision.
        reason: why.
        author: who.
        value: what a slot becomes; None empties it.
        slot: which, for `correct`.
    """

    kind: str
    ids: Sequence[str]
    reason: str
    author: str
    value: str | None = None
    slot: str | None = None


def take_decision(location: Location, wish: Wish, later: bool = False) -> Decision:
    """Keeps a decision and applies it.

    Args:
        later: only keep it; the next build applies it.

    Raises:
        UsageError: when it names nothing in the record, or could not be applied.
        RecordError: when the record cannot be read or written.
    """
    with open_record(location) as record:
        decision = _decision(record, wish)
        record.add_decision(decision)
        runs = record.runs()
    if not later:
        language = runs[-1].configuration.get("language") if runs else None
        build((), location, Options(language=language) if language else Options())  # a run without new pages derives the view anew
    return decision


def _decision(record: Record, wish: Wish) -> Decision:
    at = datetime.now(UTC).isoformat()
    if wish.kind == "undo":
        return Decision("undo", (), wish.author, at, wish.reason, _undone(record, wish.ids))
    view = record.view()
    anchors: dict[Anchor, None] = dict.fromkeys(anchor for id_ in wish.ids for anchor in anchors_of(resolve(id_, view), view))
    decision = Decision(wish.kind, tuple(anchors), wish.author, at, wish.reason, wish.value, wish.slot)
    check_decision(decision, view)
    return decision


def _undone(record: Record, ids: Sequence[str]) -> str:
    if len(ids) != 1:
        raise UsageError("undo takes the id of one decision")
    known = [decision.id for decision in record.decisions()]
    fitting = [id_ for id_ in known if ids[0] and id_.startswith(ids[0])]
    if len(fitting) != 1:
        raise UsageError(f"{len(fitting) or 'no'} decision ids begin with {ids[0]!r}")
    return fitting[0]
