"""A snapshot → what a person should look at first: the unsure before the sure, and what two sources disagree on before all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parley.publish.index import Cite
from parley.record.decisions import in_force
from parley.record.headlines import claim_headline, event_headline, headline, report_headline
from parley.server.snapshot import Snapshot

SLOTS = {
    "report": ("type", "mode", "modality", "certainty", "claimant", "outcome", "when"),
    "claim": ("low", "high", "measure", "who", "claimant", "place", "since", "until"),
}


@dataclass(frozen=True, slots=True)
class Task:
    """One item to judge. `ids` are what a decision about it names; `slots` what of it can be set."""

    id: str
    kind: str
    headline: str
    reason: str
    ids: tuple[str, ...]
    cites: tuple[Cite, ...]
    slots: tuple[str, ...] = ()


def make_queue(snapshot: Snapshot, limit: int = 200) -> tuple[Task, ...]:
    """Returns what nobody has judged yet, most doubtful first."""
    judged = {(anchor.kind, anchor.article, anchor.quote) for decision in in_force(snapshot.decisions) for anchor in decision.anchors}
    queue = []
    for task, evidence in _tasks(snapshot):
        kind = "report" if task.kind == "event" else task.kind
        if not any((kind, e.article, e.span.text) in judged for e in evidence):
            queue.append(task)
        if len(queue) == limit:
            break
    return tuple(queue)


def _tasks(snapshot: Snapshot) -> Iterator[tuple[Task, tuple]]:  # type: ignore[type-arg]  # evidence of whatever item
    view, cites = snapshot.view, snapshot.index.cites
    for dispute in view.disagreements:
        if dispute.verdict == "conflict":
            evidence = tuple(e for stand in dispute.values for e in stand.evidence)
            yield Task(dispute.id, "disagreement", headline(dispute), "sources contradict each other", dispute.about, cites(evidence)), evidence
    merged = {merge.event: merge.score for merge in sorted(view.merges, key=lambda m: -m.score)}
    for event in sorted((e for e in view.events if e.id in merged), key=lambda e: (merged[e.id], e.id)):
        reason = f"reports of {len(event.articles)} articles were taken for one event ({merged[event.id]:.1f})"
        yield Task(event.id, "event", event_headline(event), reason, event.reports, cites(event.evidence)), tuple(event.evidence)
    order = {"possible": 0, "probable": 1, "certain": 2}
    for report in sorted(view.reports, key=lambda r: (100 if r.item.chance is None else r.item.chance, order[r.item.certainty], r.id)):
        sure = "" if report.item.chance is None else f"; of 100 readings like it, {report.item.chance} have kind and parties right"
        reason = f"read by {report.item.rule}, {report.item.certainty}{sure}"
        yield Task(report.id, "report", report_headline(report.item), reason, (report.id,), cites(report.evidence), SLOTS["report"]), report.evidence
    for claim in view.claims:
        yield Task(claim.id, "claim", claim_headline(claim.item), "a figure", (claim.id,), cites(claim.evidence), SLOTS["claim"]), claim.evidence
