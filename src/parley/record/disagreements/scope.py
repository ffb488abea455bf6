"""Claims → figures: each with the event it belongs to, the people counted, the day it counts up to and what ties it to an occasion."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from parley.lexicon.people_words import sort_of_people
from parley.model import Article, Claim, Interval, Span
from parley.record.disagreements.occasions import NOWHERE, Occasion, read_occasion
from parley.record.events.happening import Candidate
from parley.record.events.objects import things
from parley.record.events.setting import Setting
from parley.record.view import Filed

_EVENT_THEMES = {
    "killed": ("attack", "coercion"), "injured": ("attack", "coercion", "protest"), "missing": ("attack",), "damaged": ("attack",),
    "detained": ("coercion", "protest"), "participants": ("meeting", "protest", "strike"), "duration": ("meeting", "attack", "truce", "coercion"),
}  # fmt: skip
_NEXT = 3
"""How many characters may part a sentence from the one before it."""
_SOON = 600
"""Characters after a figure within which another voice's figure, with no scope of its own, is for the same thing."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A claim with what decides whether it may be compared.

    Args:
        event: id of the event whose toll, length or attendance it gives; None for totals of a window or a war.
        as_of: when it was published: up to then it counts.
        counted: who or what is counted, as one lower-case noun; the empty string for people in general.
        happening: the group of articles it was told in, when it is its article's only such figure, or the only one of its place and day; else None.
        named: ids of the places that its sentence names.
        occasion: what its sentence says of the occasion.
        place: the place it is of, if that is smaller than a country or region; a wider one parts no two acts.
        is_only: whether its article has no other such figure at all.
    """

    filed: Filed[Claim]
    event: str | None
    as_of: Interval | None
    counted: str
    happening: str | None
    named: frozenset[str] = frozenset()
    occasion: Occasion = NOWHERE
    place: str | None = None
    is_only: bool = False

    @property
    def claim(self) -> Claim:
        return self.filed.item

    @property
    def key(self) -> tuple[str, str]:
        return self.claim.measure, self.counted

    @property
    def setting(self) -> tuple[str | None, Interval | None]:
        """The place and the days that it has of its own."""
        return self.place, self.claim.since

    @property
    def scopes(self) -> Iterator[str]:
        """What figures for the same thing have in common, one of these at least."""
        yield from (scope for scope in (self.event, self.happening, (self.claim.place or "").casefold()) if scope)
        if self.happening is not None:
            yield from (f"word:{word}" for word in self.occasion.words)
        if self.claim.since is not None and not is_of_one_act(self.claim):
            yield f"since:{self.claim.since.first}"


def figures(
    claims: Sequence[Filed[Claim]], articles: Mapping[str, Article], members: Mapping[str, Sequence[Candidate]], setting: Setting
) -> list[Figure]:
    """Finds for each claim the event it belongs to and the day it counts up to."""
    by_article: dict[str, list[tuple[str, Candidate]]] = {}
    for event, reports in members.items():
        for report in reports:
            by_article.setdefault(report.article, []).append((event, report))
    counts: dict[tuple[str, Span], list[tuple[str, float]]] = defaultdict(list)
    for c in claims:
        counts[c.article, c.item.sentence].append((c.item.measure, c.item.low or c.item.high or 0.0))
    found = [
        Figure(
            c,
            _event_of(c.item, by_article.get(c.article, [])),
            articles[c.article].published,
            _counted(c.item),
            None,
            setting.named_in(c.item.sentence.text),
            read_occasion(c.item.sentence.text, c.item.claimant, counts[c.article, c.item.sentence], setting.wide),
            None if c.item.place in setting.wide else c.item.place,
        )
        for c in claims
    ]
    often = _how_often(found)
    return _inherit([_told_apart(figure, setting, often) for figure in found])


def _how_often(found: Sequence[Figure]) -> Mapping[tuple[object, ...], int]:
    """How many figures each article has for one thing, and how many of one place and day."""
    whole = [f for f in found if f.filed.part_of is None]
    return Counter(key for f in whole for key in ((f.filed.article, *f.key), (f.filed.article, *f.key, f.setting)))


def _told_apart(figure: Figure, setting: Setting, often: Mapping[tuple[object, ...], int]) -> Figure:
    """Notes the happening of a figure that no other one of its article can be taken for."""
    if figure.filed.part_of is not None or not is_of_one_act(figure.claim):
        return figure
    key = (figure.filed.article, *figure.key)
    is_only = often[key] == 1
    if not is_only and (figure.setting == (None, None) or often[*key, figure.setting] > 1):
        return figure
    return replace(figure, happening=setting.happening.get(figure.filed.article), is_only=is_only)


def _inherit(found: Sequence[Figure]) -> list[Figure]:
    """Gives a figure without day and place of its own the event of another voice's figure just before it."""
    result: list[Figure] = []
    latest: dict[tuple[str, ...], Figure] = {}
    for figure in sorted(found, key=lambda f: (f.filed.article, f.claim.span.start)):
        before = latest.get((figure.filed.article, *figure.key))
        if before is not None and _continues(before, figure):
            claim = replace(figure.claim, since=before.claim.since, until=before.claim.until, place=before.claim.place)
            figure = replace(figure, event=before.event, place=before.place, filed=replace(figure.filed, item=claim))
        if before is None or ((figure.event is not None or figure.claim.since is not None) and not _is_part(figure.claim, before.claim)):
            latest[figure.filed.article, *figure.key] = figure
        result.append(figure)
    return result


def _is_part(claim: Claim, before: Claim) -> bool:
    """Returns whether one voice goes on from its count to a smaller one without a place: some of those counted, not another toll."""
    return claim.claimant == before.claimant and claim.place is None and (claim.high or math.inf) < (before.low or 0.0)


def _continues(before: Figure, figure: Figure) -> bool:
    claim, other = figure.claim, before.claim
    if claim.span.start - other.span.end > _SOON:
        return False
    unscoped = claim.since is None and claim.place is None and figure.filed.part_of is None
    if not unscoped or claim.claimant is None or claim.claimant == other.claimant:
        return False
    # Beside the article's own figure, only a larger one is surely another count and not a part.
    return other.claimant is not None or (claim.low or 0.0) > (other.high or math.inf)


def _counted(claim: Claim) -> str:
    if claim.measure == "duration":
        return ""
    words = (claim.who or "").casefold().split()
    return sort_of_people(words[-1].strip("'’")) if words else ""


def is_of_one_act(claim: Claim) -> bool:
    """Whether a figure has no window, or one that ends where it begins; "since May" counts over many acts."""
    return claim.since is None or claim.since == claim.until


def _event_of(claim: Claim, reports: Sequence[tuple[str, Candidate]]) -> str | None:
    """The event that the claim's sentence tells of, or else the sentence before; of several, the one told nearest to the figure.

    Where neither tells of any, the one attack of the article whose target the sentence names ("the depot fire").
    """
    themes = _EVENT_THEMES.get(claim.measure, ())
    fitting = [(event, c) for event, c in reports if c.theme in themes and _fits(claim, c)]
    if not is_of_one_act(claim) or not fitting:
        return None
    here = [(event, c) for event, c in fitting if c.report.evidence.overlaps(claim.sentence)]
    before = [(event, c) for event, c in fitting if 0 <= claim.sentence.start - c.report.evidence.end <= _NEXT]
    ranked = sorted((abs(c.report.trigger.start - claim.span.start), event) for event, c in here or before)
    if ranked:
        return ranked[0][1]
    words = set(claim.sentence.text.casefold().split())
    named = {event for event, c in fitting if c.theme == "attack" and things(c.report.recipients) & words}
    return named.pop() if len(named) == 1 and claim.since is None and claim.place is None else None


def _fits(claim: Claim, c: Candidate) -> bool:
    return claim.since is None or c.days is None or c.days.meets(claim.since)
