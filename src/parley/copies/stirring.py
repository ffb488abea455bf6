"""Links found before, and new articles → which links stand, and which pairs are to be compared again.

The direction of a link can depend on the others of its component (`mosaics.py`), so that all that joins an article whose
pairs are found anew is directed anew as well. The rest of the collection stays as it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from parley.copies.candidates import Pairs
from parley.copies.kinds import JOINING
from parley.copies.profile import Flags
from parley.model import CopyLink


@dataclass(frozen=True, slots=True)
class Stirred:
    """What is left to do.

    Args:
        standing: links that stay as they are.
        pairs: pairs of places to be compared.
    """

    standing: list[CopyLink]
    pairs: Pairs

    @classmethod
    def of(cls, links: Iterable[CopyLink], ids: Sequence[str], pairs: Pairs, is_open: Flags) -> Stirred:
        """Sorts out the links found before.

        Args:
            ids: the articles' ids, by place.
            pairs: pairs of places to be compared in any case.
            is_open: by place, whether all links of an article are found anew.
        """
        held = list(links)
        opened = {ids[place] for place in np.flatnonzero(is_open).tolist()}
        reached = reach(opened, [(link.earlier, link.later) for link in held if link.kind in JOINING], _named(pairs, ids)) if held else opened
        standing: list[CopyLink] = []
        again: list[CopyLink] = []
        for link in held:
            if link.earlier not in opened and link.later not in opened:
                (again if link.kind in JOINING and link.earlier in reached else standing).append(link)
        places = {name: place for place, name in enumerate(ids) if name in reached} if again else {}
        more = np.array([(places[link.earlier], places[link.later]) for link in again], np.int64).reshape(-1, 2)
        return cls(standing, np.concatenate((pairs, more)))


def _named(pairs: Pairs, ids: Sequence[str]) -> list[tuple[str, str]]:
    return [(ids[one], ids[other]) for one, other in pairs.tolist()]


def reach(start: Iterable[str], *edges: Iterable[tuple[str, str]]) -> set[str]:
    """Returns all that hangs together with `start`."""
    neighbours: dict[str, list[str]] = defaultdict(list)
    for group in edges:
        for one, other in group:
            neighbours[one].append(other)
            neighbours[other].append(one)
    reached, waiting = set(start), list(start)
    while waiting:
        fresh = {other for other in neighbours[waiting.pop()] if other not in reached}
        reached |= fresh
        waiting += fresh
    return reached
