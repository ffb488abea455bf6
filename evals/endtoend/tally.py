"""Counts → precision, recall and the share of slots that are right."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Tally:
    """What was counted for one kind.

    `right` of `given` items were right (precision), `found` of `wanted` rows were found (recall); `slots` counts, for
    items that were matched, how often each slot was right.
    """

    kind: str
    right: float = 0
    given: float = 0
    found: float = 0
    wanted: float = 0
    slots: dict[str, list[int]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def slot(self, name: str, is_right: bool, fault: str = "") -> None:
        """Counts one judged slot."""
        counts = self.slots.setdefault(name, [0, 0])
        counts[0] += is_right
        counts[1] += 1
        if not is_right and fault:
            self.faults.append(f"{self.kind} {name}: {fault}")

    def judge(self, is_right: bool, fault: str) -> None:
        """Counts a value that is wanted and given."""
        self.given += 1
        self.wanted += 1
        self.right += is_right
        self.found += is_right
        if not is_right:
            self.faults.append(f"{self.kind} wrong: {fault}")

    def miss(self, fault: str) -> None:
        self.wanted += 1
        self.faults.append(f"{self.kind} missed: {fault}")

    def surplus(self, fault: str) -> None:
        self.given += 1
        self.faults.append(f"{self.kind} surplus: {fault}")

    @property
    def precision(self) -> float | None:
        return self.right / self.given if self.given else None

    @property
    def recall(self) -> float | None:
        return self.found / self.wanted if self.wanted else None

    def figures(self) -> dict[str, float]:
        """Returns all figures by name, rounded to three places; what had nothing to count is left out."""
        all_ = {f"{self.kind}.precision": self.precision, f"{self.kind}.recall": self.recall}
        all_ |= {f"{self.kind}.{name}": right / of for name, (right, of) in self.slots.items()}
        return {name: round(value, 3) for name, value in all_.items() if value is not None}


def bcubed(groups: list[frozenset[str]], gold: list[frozenset[str]]) -> tuple[list[float], list[float]]:
    """Returns BCubed precision and recall (Bagga and Baldwin 1998) of each item of `gold`.

    An item that is in no group has no precision and a recall of 0.
    """
    precision, recall = list[float](), list[float]()
    items = frozenset[str]().union(*gold)
    for theirs in gold:
        for item in sorted(theirs):
            ours = next((group & items for group in groups if item in group), None)
            precision += [len(ours & theirs) / len(ours)] if ours else []
            recall.append(len(ours & theirs) / len(theirs) if ours else 0.0)
    return precision, recall
