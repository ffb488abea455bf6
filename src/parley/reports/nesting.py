"""Acts spoken of inside other acts → one report: "urged Norland to withdraw" is a demand, not a withdrawal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from parley.reports.modality import Stance
from parley.reports.roles import Cast
from parley.reports.tree import Tree
from parley.reports.triggers import Trigger

_SPEAKING = frozenset({"REQUEST", "REJECT", "THREATEN", "AGREE", "CONCEDE"})
_OUTSIDE = frozenset({"nsubj", "nsubj:pass", "conj", "parataxis", "obl:agent", "acl:relcl", "nsubj:outer"})
_MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
_CLIMB = 8


@dataclass(frozen=True, slots=True)
class Folded:
    """The triggers left, their casts with those of the folded ones added, and the modes the folded ones gave."""

    kept: tuple[Trigger, ...]
    casts: Mapping[int, Cast]
    modes: Mapping[int, str]


def fold_nested(tree: Tree, triggers: Sequence[Trigger], stances: Mapping[int, Stance], casts: Mapping[int, Cast]) -> Folded:
    """Drops triggers that are only the content of a demand, refusal, threat or promise, and lets them decide its mode."""
    by_token = {token: t for t in triggers for token in (*t.words, t.clause)} | {t.token: t for t in triggers}
    filled, modes, dropped = dict(casts), dict[int, str](), set[int]()
    for inner in triggers:
        outer = _outer(tree, inner, by_token)
        if outer is None or outer.predicate.type not in _SPEAKING or not _is_content(inner, outer, stances):
            continue
        dropped.add(inner.token)
        mode = _mode(outer.predicate.type, inner.predicate.type)
        if mode and outer.token not in modes:
            modes[outer.token] = mode
        if outer.predicate.type == "AGREE" and inner.predicate.type in _MUTUAL:
            filled[outer.token] = _joined(filled[outer.token], casts[inner.token])
    return Folded(tuple(t for t in triggers if t.token not in dropped), filled, modes)


def _outer(tree: Tree, inner: Trigger, by_token: Mapping[int, Trigger]) -> Trigger | None:
    """The nearest trigger above `inner`, reached without leaving its arguments."""
    token = inner.clause
    for _ in range(_CLIMB):
        dep, head = tree.deps[token], tree.heads[token]
        if head == token or dep in _OUTSIDE:
            return None
        found = by_token.get(head)
        if found is not None and found.token != inner.token:
            return found
        token = head
    return None


def _is_content(inner: Trigger, outer: Trigger, stances: Mapping[int, Stance]) -> bool:
    if outer.predicate.type in ("REQUEST", "THREATEN"):
        return stances[inner.token].modality != "asserted" or inner.predicate.pos == "n"
    return stances[inner.token].modality in ("future", "hypothetical", "negated") or inner.predicate.type in _MUTUAL


def _mode(outer: str, inner: str) -> str | None:
    """PLOVER's modes of demands, refusals and threats are named after what is demanded, refused or threatened."""
    if outer in ("REQUEST", "REJECT"):
        return {
            "CONSULT": "meet",
            "AGREE": "meet",
            "AID": "assist",
            "COOPERATE": "assist",
            "SUPPORT": "assist",
            "RETREAT": "yield",
            "CONCEDE": "yield",
        }.get(inner, "change")
    if outer == "THREATEN":
        return {"ASSAULT": "violence", "SANCTION": "restrict", "COERCE": "restrict", "MOBILIZE": "violence"}.get(inner)
    return None


def _joined(outer: Cast, inner: Cast) -> Cast:
    """Those who agreed to meet, and those they agreed to meet."""
    known = {p.name for p in outer.actors}
    more = tuple(p for p in (*inner.actors, *inner.recipients) if p.name not in known)
    return replace(outer, actors=(*outer.actors, *more), recipients=tuple(p for p in outer.recipients if p not in more))
