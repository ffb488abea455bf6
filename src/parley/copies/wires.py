"""Passages that two articles took from one wire which nobody in the collection printed → the two are one source.

Neither article holds enough of the other to come from it, but both credit the same agency on the same day for text that
both have: a story of that agency stands behind them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from parley.copies.articles import Known
from parley.lexicon.folding import fold
from parley.model import CopyLink

ENOUGH = 0.15
"""Share of the shorter article that must stand in the other: more than an agency's stock paragraph of background."""


def find_wires(links: Iterable[CopyLink], known: Mapping[str, Known]) -> Iterator[CopyLink]:
    """Yields the shared passages that tell of one unprinted wire."""
    for link in links:
        if link.kind == "shared_passage" and link.contained >= ENOUGH and _credit_one_wire(known[link.earlier], known[link.later]):
            yield link


def _credit_one_wire(one: Known, other: Known) -> bool:
    same_agency = bool(one.agency and other.agency) and fold(one.agency or "") == fold(other.agency or "")
    return same_agency and bool(one.published and other.published and one.published.meets(other.published, slack=1))
