"""Filed items → their lines: what single articles say."""

from __future__ import annotations

from parley.model import Claim, Commitment, Report, Statement
from parley.record.export.parts import days_line, evidence_lines, party_line, place_line, span_line, when_line
from parley.record.export.shapes import Line
from parley.record.view import Filed, FollowUp, Item


def report_line(filed: Filed[Report]) -> Line:
    return _filed("report", filed) | report_fields(filed.item)


def report_fields(report: Report) -> Line:
    """Writes what a report says, its evidence left out."""
    return {
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
        "chance": report.chance,
    }


def claim_line(filed: Filed[Claim]) -> Line:
    return _filed("claim", filed) | claim_fields(filed.item) | {"subset_of": filed.part_of}


def claim_fields(claim: Claim) -> Line:
    """Writes what a claim says; `subset_of` is an index among the claims of its article."""
    return {
        **span_line(claim.span),
        "measure": claim.measure,
        "low": _number(claim.low),
        "high": _number(claim.high),
        "wording": claim.wording,
        "who": claim.who,
        "subset_of": claim.subset_of,
        "since": days_line(claim.since),
        "until": days_line(claim.until),
        "place": claim.place,
        "perpetrator": claim.perpetrator,
        "perpetrator_certainty": claim.perpetrator_certainty,
        "claimant": claim.claimant,
        "relayed_by": claim.relayed_by,
    }


def _number(value: float | None) -> float | int | None:
    """Writes whole numbers without a decimal point."""
    return int(value) if value is not None and value == int(value) else value


def statement_line(filed: Filed[Statement]) -> Line:
    return _filed("statement", filed) | statement_fields(filed.item) | {"type": filed.item.kind}


def statement_fields(statement: Statement) -> Line:
    """Writes what a statement says, without its kind: the record's lines and the stage's answers name that differently."""
    return {
        "speaker": party_line(statement.speaker) if statement.speaker else None,
        "cue": span_line(statement.cue) if statement.cue else None,
        "content": [span_line(piece) for piece in statement.content],
        "polarity": statement.polarity,
    }


def commitment_line(filed: Filed[Commitment], follow_up: FollowUp | None) -> Line:
    commitment = filed.item
    return _filed("commitment", filed) | {
        "actor": commitment.actor,
        "action": commitment.action,
        "due": when_line(commitment.due, commitment.due_text),
        "due_text": commitment.due_text,
        "place": commitment.place,
        "claimant": commitment.claimant,
        "status": follow_up.status if follow_up else commitment.status,
        "stated_as": commitment.status,
        "events": list(follow_up.events) if follow_up else [],
        "why": follow_up.why if follow_up else None,
    }


def _filed(kind: str, filed: Filed[Item]) -> Line:
    return {"kind": kind, "id": filed.id, "article": filed.article, "source": filed.source, "evidence": evidence_lines(filed.evidence)}
