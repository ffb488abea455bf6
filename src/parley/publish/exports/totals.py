"""A record → the totals that each rule for figures comes to, so that the effect of the choice can be seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parley.publish.exports.cells import count
from parley.publish.exports.content import Content
from parley.publish.exports.figures import RULES, make_counting

_MEASURES = ("killed", "injured")


@dataclass(frozen=True, slots=True)
class Total:
    """What one rule makes of all events together. `undecided` events have figures but no best one."""

    rule: str
    measure: str
    events: int
    low: float
    best: float
    high: float
    undecided: int


def totals(content: Content, measures: Sequence[str] = _MEASURES) -> tuple[Total, ...]:
    """Sums what every rule makes of the events that were stated to have happened."""
    asserted = [e.id for e in content.view.events if e.modality == "asserted"]
    found = []
    for measure in measures:
        for rule in RULES:
            counting = make_counting(content, rule)
            tolls = [t for e in asserted if (t := counting.of_event(e, measure)) is not None]
            low, best, high = (
                (sum(v for v in column if v is not None) for column in zip(*((t.low, t.best, t.high) for t in tolls), strict=True))
                if tolls
                else (0, 0, 0)
            )
            found.append(Total(rule, measure, len(tolls), low, best, high, sum(t.best is None for t in tolls)))
    return tuple(found)


def totals_text(content: Content) -> str:
    """Writes the totals under every rule as lines for a reader."""
    head = f"{'rule':<16}{'measure':<10}{'events':>7}{'low':>9}{'best':>9}{'high':>9}{'no best':>9}"
    rows = [
        f"{t.rule:<16}{t.measure:<10}{t.events:>7}{count(t.low) or 0:>9}{count(t.best) or 0:>9}{count(t.high) or 0:>9}{t.undecided:>9}"
        for t in totals(content)
    ]
    return "\n".join([head, *rows])
