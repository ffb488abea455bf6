"""Decisions in force + what was read → what they strike, correct, join and part, and which of them no longer fit.

A decision finds its items by quotation: the item of the right kind in the right article whose words hold the quotation or
are held by it, the one nearest to where it once stood. Nothing found means that the decision waits, not that it is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from parley.model import Claim, Commitment, Place, Report, Source, Statement, identify
from parley.record.corrections import parse_correction
from parley.record.decisions import Anchor, Decision
from parley.record.events.bonds import Bond, Bonds
from parley.record.filing import Files
from parley.record.groups import Groups
from parley.record.view import Filed, Item

Anything = Report | Claim | Statement | Commitment
_KINDS: dict[str, type[Anything]] = {"report": Report, "claim": Claim, "statement": Statement, "commitment": Commitment}


@dataclass(frozen=True, slots=True)
class Rulings:
    """What decisions make of the files: rejected items left out, corrections made. `unfit` are ids of decisions that found nothing."""

    files: Files
    bonds: Bonds
    unfit: frozenset[str]


def group_sources(sources: Sequence[Source], decisions: Iterable[Decision]) -> tuple[tuple[Source, ...], frozenset[str]]:
    """Makes one source of the articles that each `group` decision names.

    Returns:
        The sources, and the ids of the decisions that name an article that is not there.
    """
    holder = {article: source.id for source in sources for article in source.articles}
    groups, unfit = Groups(s.id for s in sources), set()
    for decision in decisions:
        if decision.kind == "group":
            named = [holder[a.article] for a in decision.anchors if a.article in holder]
            if len(named) < max(2, len(decision.anchors)):
                unfit.add(decision.id)
            for other in named[1:]:
                groups.join(named[0], other)
    by_id = {s.id: s for s in sources}
    return tuple(_one_source([by_id[id_] for id_ in ids]) for ids in groups.sets()), frozenset(unfit)


def rule(files: Files, decisions: Iterable[Decision], known: Iterable[Place]) -> Rulings:
    """Applies decisions in their order; of two that set one slot, the later stands.

    Args:
        files: all items of the articles that decisions are about.
        known: places, among which one is looked up by name.
    """
    bench = _Bench(files, list(known))
    unfit = {d.id for d in decisions if d.kind != "group" and not bench.apply(d)}
    return Rulings(bench.files(), Bonds(frozenset(bench.joined), frozenset(bench.parted)), frozenset(unfit))


def find_item(anchor: Anchor, items: Iterable[Filed[Anything]]) -> Filed[Anything] | None:
    """Returns the item of the anchor's kind and article that rests on its quotation, the one nearest to where it stood; None when there is none."""
    kind = _KINDS.get(anchor.kind)
    fitting = [f for f in items if kind and isinstance(f.item, kind) and f.article == anchor.article and _quotes(f, anchor.quote)]
    return min(fitting, key=lambda f: (abs(_place_of(f) - anchor.start), f.id), default=None)


def _one_source(sources: Sequence[Source]) -> Source:
    if len(sources) == 1:
        return sources[0]
    articles = tuple(sorted(article for s in sources for article in s.articles))
    return Source(identify("s", *articles), articles, min((s.agency for s in sources if s.agency), default=None))


class _Bench:
    """The files while decisions are applied to them."""

    def __init__(self, files: Files, known: Sequence[Place]) -> None:
        self._files, self._known = files, known
        self._items: dict[str, Filed[Anything]] = {
            f.id: f for shelf in (files.reports, files.claims, files.statements, files.commitments) for f in shelf
        }
        self._changes: dict[str, dict[str, object]] = {}
        self._struck: set[str] = set()
        self.joined: set[Bond] = set()
        self.parted: set[Bond] = set()

    def apply(self, decision: Decision) -> bool:
        """Returns whether all that the decision names was found and its value makes sense."""
        found = [find_item(anchor, self._items.values()) for anchor in decision.anchors]
        ids = [f.id for f in found if f is not None]
        if not ids or len(ids) < len(found):
            return False
        if decision.kind in ("merge", "split"):
            return self._bind(decision.kind, ids)
        if decision.kind == "reject":
            self._struck.update(ids)
        elif decision.kind != "confirm":
            return {self._correct(decision, self._items[id_]) for id_ in ids} == {True}
        return True

    def files(self) -> Files:
        files = self._files
        return Files(self._kept(files.reports), self._kept(files.claims), self._kept(files.statements), self._kept(files.commitments))

    def _kept(self, shelf: Iterable[Filed[Item]]) -> tuple[Filed[Item], ...]:
        return tuple(_changed(f, self._changes.get(f.id, {})) for f in shelf if f.id not in self._struck)

    def _bind(self, kind: str, ids: Sequence[str]) -> bool:
        """Joins all reports, or parts the first from the others."""
        pairs = combinations(ids, 2) if kind == "merge" else ((ids[0], other) for other in ids[1:])
        bonds = {(min(pair), max(pair)) for pair in pairs}
        (self.joined if kind == "merge" else self.parted).update(bonds)
        (self.parted if kind == "merge" else self.joined).difference_update(bonds)
        return bool(bonds)

    def _correct(self, decision: Decision, filed: Filed[Anything]) -> bool:
        try:
            change = parse_correction(decision, type(filed.item), self._known)
            changes = self._changes.get(filed.id, {}) | change
            _changed(filed, changes)
        except ValueError:
            return False
        self._changes[filed.id] = changes
        return True


def _place_of(filed: Filed[Anything]) -> int:
    """Where an item stands: several reports can rest on one sentence, and their triggers tell them apart."""
    return filed.item.trigger.start if isinstance(filed.item, Report) else filed.evidence[0].span.start


def _quotes(filed: Filed[Anything], quote: str) -> bool:
    return bool(quote) and any(quote in e.span.text or e.span.text in quote for e in filed.evidence)


def _changed(filed: Filed[Item], changes: dict[str, object]) -> Filed[Item]:
    """The item with some of its fields replaced; its id stays that of what was read.

    Raises:
        ValueError: when the item's class refuses the new values.
    """
    return replace(filed, item=replace(filed.item, **changes)) if changes else filed  # type: ignore[type-var] # every item is a dataclass
