"""A decision that somebody is about to take → whether it fits the record as it is, before it is kept for good."""

from __future__ import annotations

from collections.abc import Iterator

from parley.model import UsageError
from parley.record.corrections import parse_correction
from parley.record.decisions import Decision
from parley.record.rulings import Anything, find_item
from parley.record.view import Filed, View

_PAIRWISE = {"merge": "report", "split": "report", "group": "article"}


def resolve(start: str, view: View) -> str:
    """Returns the id of the one item, source or article that a decision can be about and whose id is `start` or begins with it.

    Raises:
        UsageError: when there is none or more than one.
    """
    known = set(_ids(view))
    fitting = [start] if start in known else sorted(id_ for id_ in known if start and id_.startswith(start))
    if len(fitting) != 1:
        raise UsageError(f"{len(fitting) or 'no'} items that a decision can be about have an id that begins with {start!r}")
    return fitting[0]


def check_decision(decision: Decision, view: View) -> None:
    """Refuses a decision that could not be applied.

    Raises:
        UsageError: when it names items of the wrong kind or too few, or its value does not fit them.
    """
    kinds = [anchor.kind for anchor in decision.anchors]
    wanted = _PAIRWISE.get(decision.kind)
    if wanted is not None and (len(kinds) < 2 or set(kinds) != {wanted}):
        raise UsageError(f"{decision.kind} needs at least two {wanted}s")
    if wanted is None and "article" in kinds:
        raise UsageError(f"{decision.kind} is not about articles or sources")
    if decision.kind in ("correct", "date", "place"):
        _check_value(decision, view)


def _check_value(decision: Decision, view: View) -> None:
    items: list[Filed[Anything]] = [*view.reports, *view.claims, *view.statements, *view.commitments]
    known = [filed.place for filed in view.places]
    for anchor in decision.anchors:
        filed = find_item(anchor, items)
        if filed is None:
            raise UsageError(f"no {anchor.kind} rests on {anchor.quote!r}")
        try:
            parse_correction(decision, type(filed.item), known)
        except ValueError as error:
            raise UsageError(str(error)) from error


def _ids(view: View) -> Iterator[str]:
    for part in (view.reports, view.claims, view.statements, view.commitments, view.events, view.sources):
        yield from (item.id for item in part)
    yield from (article for source in view.sources for article in source.articles)
