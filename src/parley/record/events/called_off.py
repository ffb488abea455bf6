"""The reports of one article → the same, what a sentence says has been called off taken for a plan and not for a meeting held."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from parley.record.events.happening import Candidate


def plan_what_is_off(told: Iterable[Candidate]) -> dict[str, Candidate]:
    """Returns the reports of an article by id.

    "The meeting in Vienna, which Norland cancelled last week" names a meeting that nobody attended, and its day is that of the refusal.
    """
    told = list(told)
    off = {c.report.evidence: c for c in told if c.is_called_off}
    return {c.id: _planned(c, off[c.report.evidence]) if c.report.evidence in off and _is_bare_meeting(c) else c for c in told}


def _is_bare_meeting(c: Candidate) -> bool:
    return c.report.type == "CONSULT" and c.modality == "asserted" and not c.report.actors


def _planned(c: Candidate, refusal: Candidate) -> Candidate:
    return replace(c, modality="future", days=refusal.days, is_dated=False)
