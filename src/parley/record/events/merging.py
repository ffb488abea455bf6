"""Filed reports of all articles → events, why they were merged, and who supports what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from parley.model import Article, Event, Evidence, Report
from parley.record.events.bonds import Bonds
from parley.record.events.cluster import cluster
from parley.record.events.happening import Candidate, candidate
from parley.record.events.setting import Setting
from parley.record.events.shared import Shared
from parley.record.events.slots import make_event
from parley.record.events.support import event_support
from parley.record.view import Filed, Merge, Support


@dataclass(frozen=True, slots=True)
class Merged:
    """Events ordered by day and id, with what explains them. `members` has each event's reports."""

    events: tuple[Event, ...]
    merges: tuple[Merge, ...]
    support: tuple[Support, ...]
    members: Mapping[str, tuple[Candidate, ...]]


def merge_reports(reports: Sequence[Filed[Report]], articles: Mapping[str, Article], setting: Setting, shared: Shared, bonds: Bonds) -> Merged:
    """Merges reports into events; scenarios, which tell of nothing that is or will be, stay outside."""
    candidates = [candidate(filed, articles[filed.article], setting) for filed in reports if filed.item.modality != "hypothetical"]
    groups, joined = cluster(candidates, bonds)
    members: dict[str, tuple[Candidate, ...]] = {}
    events: list[Event] = []
    for group in groups:
        event = make_event(group, setting, _sentences(group))
        members[event.id] = tuple(group)
        events.append(event)
    events.sort(key=lambda e: (e.when is None, e.when.first.isoformat() if e.when else "", e.id))
    event_of = {c.id: id_ for id_, group in members.items() for c in group}
    merges = tuple(Merge(event_of[left], left, right, score, found) for score, left, right, found in joined)
    support = tuple(entry for event in events for entry in event_support(event, members[event.id], setting, shared))
    return Merged(tuple(events), merges, support, members)


def _sentences(group: Sequence[Candidate]) -> list[Evidence]:
    """The sentences of a group, each once: what is asserted before what is planned, then the most telling."""

    def rank(c: Candidate) -> tuple[object, ...]:
        report = c.report
        told = len(report.actors) + len(report.recipients) + (report.when is not None) + (report.where is not None)
        return (c.modality != "asserted", report.certainty != "certain", -told, c.id)

    return list(dict.fromkeys(e for c in sorted(group, key=rank) for e in c.evidence))
