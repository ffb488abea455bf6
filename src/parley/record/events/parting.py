"""Two reports → whether something parts them for good: acts that cannot be one, days or places that exclude each other."""

from __future__ import annotations

from parley.record.events.happening import Candidate
from parley.record.events.places import are_apart

_FULFILMENTS = frozenset({"CONSULT", "COOPERATE", "AID", "RETREAT", "CONCEDE", "SUPPORT"})
_COOPERATIVE = frozenset({"AGREE", "CONCEDE", "RETREAT", "COOPERATE"})


def are_parted(a: Candidate, b: Candidate) -> bool:
    """Whether two reports can never be one happening, whatever else they have in common."""
    return not compatible_types(a, b) or cannot_be_one(a, b)


def compatible_types(a: Candidate, b: Candidate) -> bool:
    """Whether both acts can be one: the same type, a plan and its fulfilment, talks and their outcome, or a truce in its several forms."""
    if a.theme != b.theme:
        return False
    types = {a.report.type, b.report.type}
    if a.is_called_off or b.is_called_off:
        return types <= {"REJECT", "AGREE", "CONSULT"} and _is_off_or_ahead(a) and _is_off_or_ahead(b)
    if len(types) == 1:
        is_outcome = types == {"AGREE"} and a.theme == "meeting"  # a meeting planned, and its failure to agree
        return a.modality == b.modality or "negated" not in (a.modality, b.modality) or is_outcome
    if types == {"AGREE", "CONSULT"}:
        return True
    if types <= _COOPERATIVE and not is_promise_and_failure(a, b):
        return "negated" not in (a.modality, b.modality)
    return _plan_of(a, b) is not None


def cannot_be_one(a: Candidate, b: Candidate) -> bool:
    """Whether something parts them for good: days that exclude each other, two exact places, or one article telling of an act and of the next."""
    if a.days is not None and b.days is not None and not a.days.meets(b.days):
        return True
    if a.where is not None and b.where is not None and are_apart(a.where, b.where):
        return True
    if a.article == b.article and (a.modality == "future") != (b.modality == "future") and not (same_day(a, b) or is_promise_and_failure(a, b)):
        return not (a.is_called_off or b.is_called_off)
    if (a.report.mode == "visit") != (b.report.mode == "visit") and not same_day(a, b):
        return True
    return a.country is not None and b.country is not None and a.country != b.country


def same_day(a: Candidate, b: Candidate) -> bool:
    """Whether the texts of both name one and the same day."""
    return (
        a.is_dated and b.is_dated and a.days is not None and b.days is not None and a.days.is_day and b.days.is_day and a.days.first == b.days.first
    )


def is_plan_and_fulfilment(a: Candidate, b: Candidate) -> bool:
    """Whether one is a step promised, and the other the step taken."""
    plan = _plan_of(a, b)
    return plan is not None and (b if plan is a else a).modality == "asserted"


def is_promise_and_failure(a: Candidate, b: Candidate) -> bool:
    """Whether one is a promise and the other says that what was promised has not been done."""
    plan = _plan_of(a, b)
    return plan is not None and (b if plan is a else a).modality == "negated"


def _plan_of(a: Candidate, b: Candidate) -> Candidate | None:
    """The one that is a plan of what the other tells, or None."""
    for plan, act in ((a, b), (b, a)):
        if plan.report.type == "AGREE" and plan.modality == "future" and act.report.type in _FULFILMENTS:
            return plan
    return None


def _is_off_or_ahead(c: Candidate) -> bool:
    return c.is_called_off or c.modality in ("future", "negated")
