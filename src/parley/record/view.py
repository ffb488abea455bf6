"""Everything the articles together say, as one frozen value that the store keeps and the exports read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from parley.model import Actor, Article, Claim, Commitment, CopyLink, Disagreement, Event, Evidence, Interval, Place, Report, Source, Statement, Story

Item = TypeVar("Item", covariant=True)


@dataclass(frozen=True, slots=True)
class Filed(Generic[Item]):
    """Something read in one article, with an id, the source it counts for and the sentences it stands on.

    Args:
        source: the id of the independent source that `article` belongs to.
        part_of: the id of the claim of which this one is a part; None for everything else.
    """

    id: str
    article: str
    source: str
    item: Item
    evidence: tuple[Evidence, ...]
    part_of: str | None = None


@dataclass(frozen=True, slots=True)
class StatedRole:
    """An office as pages state it, such as "US Secretary of State".

    `days` runs from the first to the last publication date of the `articles` that state it; None when none of them is dated.
    """

    role: str
    days: Interval | None
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FiledActor:
    """One person, organisation, country, group or people over all articles. `names` are all resolved names it goes by."""

    id: str
    actor: Actor
    names: tuple[str, ...]
    articles: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    roles: tuple[StatedRole, ...] = ()


@dataclass(frozen=True, slots=True)
class FiledPlace:
    """One place over all articles."""

    id: str
    place: Place
    articles: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Merge:
    """Why two reports were taken for the same happening. `features` are (name, score, explanation)."""

    event: str
    left: str
    right: str
    score: float
    features: tuple[tuple[str, float, str], ...]


@dataclass(frozen=True, slots=True)
class Support:
    """How many independent sources give `value` for one slot of an event.

    `slot` is `event` (that it happened at all), `actor`, `recipient`, `date` or `place`. A sentence that several sources
    share counts once, so `independent` may be smaller than the number of `sources`.
    """

    event: str
    slot: str
    value: str
    sources: tuple[str, ...]
    independent: int


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What became of a commitment: `status` is `kept`, `broken` or `unknown`, and `events` are those that say so."""

    commitment: str
    status: str
    events: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class TimelineDay:
    """A day and what is best attested of it. `precision` is the number of days the date may spread over; `weight` ranks the days."""

    days: Interval
    events: tuple[str, ...]
    sources: tuple[str, ...]
    weight: float
    best: Evidence
    precision: int


@dataclass(frozen=True, slots=True)
class Dated:
    """A publication date that an article's own page does not give, inferred from the other pages at hand."""

    article: str
    published: Interval


@dataclass(frozen=True, slots=True)
class View:
    """The derived part of a record: everything that is made anew from articles, readings and decisions.

    `unfit` are the ids of decisions whose quotation or target is no longer there; they wait, and are never dropped.
    """

    links: tuple[CopyLink, ...] = ()
    sources: tuple[Source, ...] = ()
    actors: tuple[FiledActor, ...] = ()
    places: tuple[FiledPlace, ...] = ()
    reports: tuple[Filed[Report], ...] = ()
    claims: tuple[Filed[Claim], ...] = ()
    statements: tuple[Filed[Statement], ...] = ()
    commitments: tuple[Filed[Commitment], ...] = ()
    events: tuple[Event, ...] = ()
    merges: tuple[Merge, ...] = ()
    support: tuple[Support, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    timeline: tuple[TimelineDay, ...] = ()
    stories: tuple[Story, ...] = ()
    unfit: tuple[str, ...] = ()
    dates: tuple[Dated, ...] = ()


def with_dates(articles: Iterable[Article], view: View) -> tuple[Article, ...]:
    """Returns the articles with the dates that `view` infers for those that have none of their own."""
    return apply_dates(articles, {dated.article: dated.published for dated in view.dates})


def apply_dates(articles: Iterable[Article], found: Mapping[str, Interval]) -> tuple[Article, ...]:
    """Returns the articles, those without a date of their own with the one that `found` has for their id."""
    return tuple(replace(a, published=found[a.id]) if a.published is None and a.id in found else a for a in articles)


def arrange(view: View) -> View:
    """Puts the items of each part into its order: by id, by name, by time, or as they stand in the articles."""
    when = {event.id: (event.when is None, event.when.first.isoformat() if event.when else "", event.id) for event in view.events}
    return View(
        links=tuple(sorted(view.links)),
        sources=tuple(sorted(view.sources, key=lambda s: s.id)),
        actors=tuple(sorted(view.actors, key=lambda a: (a.actor.name, a.id))),
        places=tuple(sorted(view.places, key=lambda p: (p.place.name, p.id))),
        reports=tuple(sorted(view.reports, key=lambda f: (*_stands(f)[:2], f.item.trigger.start, f.id))),
        claims=tuple(sorted(view.claims, key=lambda f: (f.article, f.item.span.start, f.id))),
        statements=tuple(sorted(view.statements, key=_stands)),
        commitments=tuple(sorted(view.commitments, key=_stands)),
        events=tuple(sorted(view.events, key=lambda e: when[e.id])),
        merges=tuple(sorted(view.merges, key=lambda m: (-m.score, m.left, m.right))),
        support=tuple(sorted(view.support, key=lambda s: (*when.get(s.event, (True, "", s.event)), s.slot != "event", s.slot, s.value))),
        disagreements=tuple(sorted(view.disagreements, key=lambda d: d.id)),
        follow_ups=tuple(sorted(view.follow_ups, key=lambda f: f.commitment)),
        timeline=tuple(sorted(view.timeline, key=lambda d: (d.days.first, d.days.last))),
        stories=tuple(sorted(view.stories, key=lambda s: (s.first is None, s.first or "", s.id))),
        unfit=tuple(sorted(view.unfit)),
        dates=tuple(sorted(view.dates, key=lambda d: d.article)),
    )


def _stands(filed: Filed[object]) -> tuple[str, int, str]:
    """Where an item stands: its article, and where there."""
    return filed.article, filed.evidence[0].span.start if filed.evidence else 0, filed.id
