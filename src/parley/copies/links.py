"""Candidate pairs → typed, directed copy links."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from parley.copies.align import align
from parley.copies.articles import Known
from parley.copies.direction import Trace, is_earlier
from parley.copies.kinds import contained, measure, name_kind
from parley.copies.profile import profile
from parley.model import CopyLink


def link_pair(one: Known, other: Known) -> CopyLink | None:
    """Compares two articles; returns None when they share nothing telling. The order of the arguments does not matter."""
    one, other = sorted((one, other), key=lambda known: known.id)
    profiles = profile(one.print), profile(other.print)
    side, other_side = align(*profiles)
    overlap, other_overlap = measure(side), measure(other_side)
    kind = name_kind(overlap, other_overlap)
    if kind is None:
        return None
    first, second = (one, other) if is_earlier(Trace(one, other, *profiles, side, other_side)) else (other, one)
    return CopyLink(first.id, second.id, kind, contained(overlap, other_overlap))


def link_pairs(known: Sequence[Known], pairs: Iterable[tuple[int, int]]) -> tuple[CopyLink, ...]:
    """Compares the articles of each index pair; returns the links, sorted."""
    links = (link_pair(known[one], known[other]) for one, other in pairs)
    return tuple(sorted(link for link in links if link is not None))
