"""Links turned where an article that seems the origin of two others was pasted together from them.

Two texts that have nothing in common with each other, but each much with a third, are rarely two excerpts of it: excerpts
keep the beginning, and so resemble each other. The third is the later, unless dates or credits say otherwise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from parley.copies.articles import Known
from parley.copies.direction import is_settled
from parley.copies.kinds import JOINING
from parley.model import CopyLink


def turn_mosaics(links: Iterable[CopyLink], known: Mapping[str, Known]) -> tuple[CopyLink, ...]:
    """Returns the links, sorted, those from a mosaic to its origins turned around."""
    ordered = sorted(links)
    joined = {frozenset((link.earlier, link.later)) for link in ordered}
    children: dict[str, list[str]] = defaultdict(list)
    for link in ordered:
        if link.kind in JOINING and not is_settled(known[link.earlier], known[link.later]):
            children[link.earlier].append(link.later)
    strangers = {
        (mosaic, one)
        for mosaic, found in children.items()
        for one in found
        if any(frozenset((one, other)) not in joined for other in found if other != one)
    }
    return tuple(
        sorted(
            replace(link, earlier=link.later, later=link.earlier) if link.kind in JOINING and (link.earlier, link.later) in strangers else link
            for link in ordered
        )
    )
