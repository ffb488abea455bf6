"""Events → pairs of who did it and to whom, as data sets of two actors a row have them."""

from __future__ import annotations

from itertools import combinations

from parley.model import Event

Dyad = tuple[str | None, str | None]

_MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""Acts that their actors do with one another, so that nobody need be their recipient."""


def dyads(event: Event) -> tuple[Dyad, ...]:
    """Returns every actor with every recipient; of a mutual act without recipients, its actors two by two.

    A side that nobody is named for is None. There is always at least one pair.
    """
    if event.type in _MUTUAL and not event.recipients and len(event.actors) > 1:
        return tuple(combinations(event.actors, 2))
    return tuple((a, r) for a in event.actors or (None,) for r in event.recipients or (None,))
