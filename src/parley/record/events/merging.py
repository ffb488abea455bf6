"""Reports that may be one → events, why they were merged, and who supports what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from parley.model import Event, Evidence
from parley.record.events.bonds import Bond, Bonds
from parley.record.events.cluster import cluster
from parley.record.events.happening import Candidate
from parley.record.events.setting import Setting
from parley.record.events.shared import Shared
from parley.record.events.slots import make_event
from parley.record.events.support import event_support
from parley.record.view import Merge, Support


@dataclass(frozen=True, slots=True)
class Merged:
    """Events ordered by id, with what explains them. `members` has each event's reports."""

    events: tuple[Event, ...]
    merges: tuple[Merge, ...]
    support: tuple[Support, ...]
    members: Mapping[str, tuple[Candidate, ...]]


def merge_reports(candidates: Sequence[Candidate], near: Iterable[Bond], setting: Setting, shared: Shared, bonds: Bonds) -> Merged:
    """Merges reports into events.

    Args:
        candidates: the reports; scenarios, which tell of nothing that is or will be, are left out before.
        near: the pairs of them that may be one.
    """
    groups, joined = cluster(candidates, bonds, near)
    events = {event.id: (event, tuple(group)) for group in groups for event in [make_event(group, setting, _sentences(group))]}
    event_of = {c.id: id_ for id_, (_, group) in events.items() for c in group}
    merges = tuple(Merge(event_of[left], left, right, score, found) for score, left, right, found in joined)
    support = tuple(entry for event, group in events.values() for entry in event_support(event, group, setting, shared))
    return Merged(tuple(event for _, (event, _) in sorted(events.items())), merges, support, {id_: group for id_, (_, group) in events.items()})


def _sentences(group: Sequence[Candidate]) -> list[Evidence]:
    """The sentences of a group, each once: what is asserted before what is planned, then the most telling."""

    def rank(c: Candidate) -> tuple[object, ...]:
        report = c.report
        told = len(report.actors) + len(report.recipients) + (report.when is not None) + (report.where is not None)
        return (c.modality != "asserted", report.certainty != "certain", -told, c.id)

    return list(dict.fromkeys(e for c in sorted(group, key=rank) for e in c.evidence))
