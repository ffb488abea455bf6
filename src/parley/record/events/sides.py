"""A report → the side of those who do it, by the words for them."""

from __future__ import annotations

from parley.lexicon.predicates import classes
from parley.model import Report

_SIDES = ("forces", "fighters")
"""Word classes of those who fight for a state, and of those who fight otherwise."""
ANYBODY = frozenset("gunman attacker assailant group shooter sniper bomber cell network faction police guard unit".split())
"""Words of these classes that may be said of either side."""


def side(report: Report) -> str | None:
    """The side that the doers are on by the words for them: a state's `forces`, or other `fighters`; None when nothing surely says."""
    words = {p.span.text.casefold().split()[-1] for p in report.actors}
    words |= {word.removesuffix("s") for word in words}
    sides = [name for name in _SIDES if words & (classes()[name] - ANYBODY)]
    return sides[0] if len(sides) == 1 else None
