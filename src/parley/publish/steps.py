"""Commitments and what became of them → the table of next steps, by due date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from parley.model import Commitment
from parley.publish.days import days_label, in_words
from parley.publish.index import Cite, Index, SourceName
from parley.publish.labels import Label, clip, status_label
from parley.record import Filed, FollowUp


@dataclass(frozen=True, slots=True)
class Step:
    """A promise, demand or scheduled step. `events` are those that settle it."""

    id: str
    actor: str
    action: str
    due: str
    due_text: str
    sort: str
    place: str
    claimant: str
    status: Label
    stated: Label
    why: str
    events: tuple[str, ...]
    sources: tuple[SourceName, ...]
    cites: tuple[Cite, ...]


def make_steps(index: Index, commitments: Sequence[Filed[Commitment]], follow_ups: Mapping[str, FollowUp]) -> tuple[Step, ...]:
    """Returns the steps by due date, undated ones last; what two articles say in the same words is one step."""
    groups: dict[tuple[object, ...], list[Filed[Commitment]]] = defaultdict(list)
    for filed in commitments:
        c = filed.item
        groups[c.actor, c.action.casefold(), c.due, c.status, c.claimant].append(filed)
    return tuple(sorted((_step(index, group, follow_ups) for group in groups.values()), key=lambda s: (s.sort, s.actor, s.id)))


def _step(index: Index, group: Sequence[Filed[Commitment]], follow_ups: Mapping[str, FollowUp]) -> Step:
    filed, commitment = group[0], group[0].item
    settled = next((follow_ups[f.id] for f in group if f.id in follow_ups), None)
    return Step(
        filed.id,
        index.name(commitment.actor) if commitment.actor else "",
        clip(commitment.action, 240),
        days_label(commitment.due) if commitment.due else "",
        clip(commitment.due_text or "", 60),
        commitment.due.first.isoformat() if commitment.due else "~",
        clip(commitment.place or "", 80),
        index.name(commitment.claimant) if commitment.claimant else "",
        status_label(settled.status if settled else commitment.status),
        status_label(commitment.status),
        clip(in_words(settled.why), 240) if settled else "",
        settled.events if settled else (),
        index.sources_of(f.article for f in group),
        index.cites([e for f in group for e in f.evidence]),
    )
