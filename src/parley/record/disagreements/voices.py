"""Two reports of acts → whose voices they are, and what of day, place, doers and targets they have in common."""

from __future__ import annotations

from parley.record.events.happening import Candidate


def described(c: Candidate) -> frozenset[str]:
    """The doers by merged names or, where nobody is named, by their descriptions ("rebels")."""
    return c.actors or frozenset(bare(p.name) for p in c.report.actors)


def targets(c: Candidate) -> frozenset[str]:
    return c.recipients or frozenset(bare(p.name) for p in c.report.recipients)


def bare(name: str) -> str:
    return name.casefold().removeprefix("the ")


def two_voices(a: Candidate, b: Candidate) -> bool:
    return a.report.claimant != b.report.claimant if a.source == b.source else True


def same_day_and_place(a: Candidate, b: Candidate) -> bool:
    if a.place is None or a.place != b.place or not (a.is_dated and b.is_dated) or a.days is None or b.days is None:
        return False
    return a.days.is_day and b.days.is_day and a.days.first == b.days.first
