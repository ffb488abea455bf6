"""Two groupings of mentions → the measures of the CoNLL shared tasks on coreference (Pradhan et al. 2014): MUC, B³, CEAFe and their mean F1.

Mentions are whatever both sides name alike; one that only one side has counts against the other (Cai and Strube 2010 discuss
alternatives; this is the plain form). CEAFe matches groups one to one by the assignment of greatest likeness.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from assignment import best_total

Mention = TypeVar("Mention", bound=Hashable)
Group = frozenset[Mention]


class Score(NamedTuple):
    """Precision and recall, 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def conll(gold: Mapping[Mention, Hashable], found: Mapping[Mention, Hashable]) -> dict[str, float]:
    """Returns each measure's precision, recall and F1, and `conll`, the mean of the three F1, in per cent.

    Args:
        gold, found: mention → name of its group.
    """
    left, right = groups(gold), groups(found)
    scores = {"muc": muc(left, right), "b3": b3(left, right), "ceafe": ceafe(left, right)}
    figures = {f"{name}_{key}": value for name, s in scores.items() for key, value in (("p", s.precision), ("r", s.recall), ("f1", s.f1))}
    figures["conll"] = sum(s.f1 for s in scores.values()) / len(scores)
    return {name: round(100 * value, 1) for name, value in figures.items()}


def groups(grouping: Mapping[Mention, Hashable]) -> list[Group[Mention]]:
    members: dict[Hashable, set[Mention]] = defaultdict(set)
    for mention, name in grouping.items():
        members[name].add(mention)
    return [frozenset(group) for group in members.values()]


def muc(gold: Sequence[Group[Mention]], found: Sequence[Group[Mention]]) -> Score:
    """Links kept (Vilain et al. 1995)."""
    return Score(_links_kept(found, gold), _links_kept(gold, found))


def _links_kept(groups_: Iterable[Group[Mention]], other: Iterable[Group[Mention]]) -> float:
    home = {mention: number for number, group in enumerate(other) for mention in group}
    kept = links = 0
    for group in groups_:
        pieces = len({home[m] for m in group if m in home}) + sum(m not in home for m in group)
        kept += len(group) - pieces
        links += len(group) - 1
    return kept / links if links else 0.0


def b3(gold: Sequence[Group[Mention]], found: Sequence[Group[Mention]]) -> Score:
    """Mentions in common, mention by mention (Bagga and Baldwin 1998)."""
    return Score(_in_common(found, gold), _in_common(gold, found))


def _in_common(groups_: Sequence[Group[Mention]], other: Iterable[Group[Mention]]) -> float:
    home = {mention: group for group in other for mention in group}
    shares = [len(group & home[m]) / len(group) if m in home else 0.0 for group in groups_ for m in group]
    return sum(shares) / len(shares) if shares else 0.0


def ceafe(gold: Sequence[Group[Mention]], found: Sequence[Group[Mention]]) -> Score:
    """Likeness of groups matched one to one (Luo 2005, the entity-based form)."""
    home = {mention: number for number, group in enumerate(found) for mention in group}
    likeness: dict[tuple[int, int], float] = {}
    for number, group in enumerate(gold):
        for other in {home[m] for m in group if m in home}:
            likeness[number, other] = 2 * len(group & found[other]) / (len(group) + len(found[other]))
    total = sum(best_matching(part) for part in _components(likeness))
    return Score(total / len(found) if found else 0.0, total / len(gold) if gold else 0.0)


def _components(likeness: Mapping[tuple[int, int], float]) -> list[dict[tuple[int, int], float]]:
    """The parts of a two-sided graph that no edge joins: each can be matched by itself."""
    of_left, of_right = defaultdict[int, list[int]](list), defaultdict[int, list[int]](list)
    for left, right in likeness:
        of_left[left].append(right)
        of_right[right].append(left)
    parts, seen = [], set[int]()
    for start in sorted(of_left):
        if start in seen:
            continue
        waiting, part = [start], {}
        seen.add(start)
        while waiting:
            left = waiting.pop()
            for right in of_left[left]:
                part[left, right] = likeness[left, right]
                fresh = [near for near in of_right[right] if near not in seen]
                seen.update(fresh)
                waiting += fresh
        parts.append(part)
    return parts


def best_matching(likeness: Mapping[tuple[int, int], float]) -> float:
    """Returns the greatest sum of likeness when each row and column is used at most once."""
    rows, columns = sorted({r for r, _ in likeness}), sorted({c for _, c in likeness})
    return best_total([[likeness.get((r, c), 0.0) for c in columns] for r in rows])
