"""Filed items → their lines: what single articles say."""

from __future__ import annotations

from parley.model import Claim, Commitment, Report, Statement
from parley.record.export.parts import days_line, evidence_lines, party_line, place_line, span_line, when_line
from parley.record.export.shapes import Line
from parley.record.view import Filed, FollowUp, Item


def report_line(filed: Filed[Report]) -> Line:
    report = filed.item
    return _filed("report", filed) | {
        "type": report.type,
        "mode": report.mode,
        "modality": report.modality,
        "historical": report.historical,
        "certainty": report.certainty,
        "actors": [party_line(p) for p in report.actors],
        "recipients": [party_line(p) for p in report.recipients],
        "when": when_line(report.when, report.when_text),
        "where": place_line(report.where),
        "claimant": report.claimant,
        "outcome": report.outcome,
        "trigger": span_line(report.trigger),
        "rule": report.rule,
    }


def claim_line(filed: Filed[Claim]) -> Line:
    claim = filed.item
    return _filed("claim", filed) | {
        **span_line(claim.span),
        "measure": claim.measure,
        "low": claim.low,
        "high": claim.high,
        "wording": claim.wording,
        "who": claim.who,
        "subset_of": filed.part_of,
        "since": days_line(claim.since),
        "until": days_line(claim.until),
        "place": claim.place,
        "perpetrator": claim.perpetrator,
        "perpetrator_certainty": claim.perpetrator_certainty,
        "claimant": claim.claimant,
        "relayed_by": claim.relayed_by,
    }


def statement_line(filed: Filed[Statement]) -> Line:
    statement = filed.item
    return _filed("statement", filed) | {
        "speaker": party_line(statement.speaker) if statement.speaker else None,
        "cue": span_line(statement.cue) if statement.cue else None,
        "content": [span_line(piece) for piece in statement.content],
        "type": statement.kind,
        "polarity": statement.polarity,
    }


def commitment_line(filed: Filed[Commitment], follow_up: FollowUp | None) -> Line:
    commitment = filed.item
    return _filed("commitment", filed) | {
        "actor": commitment.actor,
        "action": commitment.action,
        "due": when_line(commitment.due, commitment.due_text),
        "place": commitment.place,
        "claimant": commitment.claimant,
        "status": follow_up.status if follow_up else commitment.status,
        "stated_as": commitment.status,
        "events": list(follow_up.events) if follow_up else [],
        "why": follow_up.why if follow_up else None,
    }


def _filed(kind: str, filed: Filed[Item]) -> Line:
    return {"kind": kind, "id": filed.id, "article": filed.article, "source": filed.source, "evidence": evidence_lines(filed.evidence)}
