"""Claims → those that count the same thing, so that their figures may be compared at all.

Two figures count the same thing when measure and people counted agree and both belong to one event, or both count the
same place, perpetrator and window. When that is unsure they are not compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from parley.model import Article, Claim, Interval
from parley.record.events.happening import Candidate
from parley.record.view import Filed

_ANYBODY = frozenset({"", "people", "person", "live", "dead", "human", "victim", "casualtie", "death", "fatalitie", "soul"})
_EVENT_THEMES = {
    "killed": ("attack", "coercion"), "injured": ("attack", "coercion", "protest"), "missing": ("attack",), "damaged": ("attack",),
    "detained": ("coercion", "protest"), "participants": ("meeting", "protest"), "duration": ("meeting", "attack", "truce", "coercion"),
}  # fmt: skip
_NEXT = 3
"""How many characters may part a sentence from the one before it."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A claim with what decides whether it may be compared.

    Args:
        event: id of the event whose toll, length or attendance it gives; None for totals of a window or a war.
        as_of: the days up to which it counts.
        counted: who or what is counted, as one lower-case noun; the empty string for people in general.
    """

    filed: Filed[Claim]
    event: str | None
    as_of: Interval | None
    counted: str

    @property
    def claim(self) -> Claim:
        return self.filed.item


def figures(claims: Iterable[Filed[Claim]], articles: Mapping[str, Article], members: Mapping[str, Sequence[Candidate]]) -> list[Figure]:
    """Finds for each claim the event it belongs to and the day it counts up to."""
    by_article: dict[str, list[tuple[str, Candidate]]] = {}
    for event, reports in members.items():
        for report in reports:
            by_article.setdefault(report.article, []).append((event, report))
    return [
        Figure(c, _event_of(c.item, by_article.get(c.article, [])), c.item.until or articles[c.article].published, _counted(c.item)) for c in claims
    ]


def counts_the_same(a: Figure, b: Figure) -> bool:
    """Returns whether both figures are for the same thing."""
    left, right = a.claim, b.claim
    if left.measure != right.measure or a.counted != b.counted or not _may_differ(a, b):
        return False
    if a.event is not None or b.event is not None:
        return a.event == b.event
    if left.place is None or right.place is None or left.place.casefold() != right.place.casefold() or left.perpetrator != right.perpetrator:
        return False
    return left.since is not None and right.since is not None and left.since.meets(right.since) and left.measure != "duration"


def _counted(claim: Claim) -> str:
    words = (claim.who or "").casefold().split()
    noun = words[-1].strip("'’") if words else ""
    noun = noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun
    return "" if noun in _ANYBODY else noun


def _may_differ(a: Figure, b: Figure) -> bool:
    """Two independent sources, or two voices in one article; copies of one text cannot disagree."""
    if a.filed.id == b.filed.part_of or b.filed.id == a.filed.part_of:
        return False
    if a.filed.article == b.filed.article:
        return a.claim.claimant != b.claim.claimant or a.claim.measure == "duration"
    return a.filed.source != b.filed.source


def _event_of(claim: Claim, reports: Sequence[tuple[str, Candidate]]) -> str | None:
    """The one event that the claim's sentence tells of, or else the one of the sentence before."""
    themes = _EVENT_THEMES.get(claim.measure, ())
    fitting = [(event, c) for event, c in reports if c.theme in themes]
    if claim.since is not None or not fitting:
        return None
    here = {event for event, c in fitting if c.report.evidence.overlaps(claim.sentence)}
    before = {event for event, c in fitting if 0 <= claim.sentence.start - c.report.evidence.end <= _NEXT}
    chosen = here or before
    return chosen.pop() if len(chosen) == 1 else None
