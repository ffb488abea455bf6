"""A record → what every export reads: the view with its look-ups, and the figures that belong to each event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from parley.lexicon.actors import agent_sectors
from parley.lexicon.countries import by_alpha3
from parley.lexicon.event_codes import SectorCodes, sector_codes
from parley.model import Actor, Article, Event, Issue, Page, Report
from parley.publish.index import Index, make_index
from parley.record import Decision, Filed, Run, View
from parley.record.disagreements.counted import Figure
from parley.record.event_figures import figures_by_event

_LONGEST_EVENT = 31
"""Days; UCDP too parts what cannot be dated within a month from events."""


@dataclass(frozen=True, slots=True)
class Content:
    """All that an export may read.

    Args:
        articles: with the dates that the view infers for those that have none of their own.
        index: the look-ups that the report uses too: publishers, sources, canonical names.
        actors: canonical name → actor.
        figures: event id → the figures that are its toll, length or attendance; those of an event that is undated or spread over more
            than a month are not among them, for they are mostly the toll of a war that the sentence speaks of.
        unplaced: how many figures are not among them for that reason.
        event_of: report id → the event it was merged into.
    """

    pages: tuple[Page, ...]
    articles: tuple[Article, ...]
    view: View
    issues: tuple[Issue, ...]
    decisions: tuple[Decision, ...]
    runs: tuple[Run, ...]
    index: Index
    actors: Mapping[str, Actor]
    figures: Mapping[str, tuple[Figure, ...]]
    unplaced: int
    event_of: Mapping[str, Event]

    def name(self, name: str) -> str:
        """The name under which the record files an actor."""
        return self.index.canonical.get(name, name)

    def names(self, names: Sequence[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.name(n) for n in names))

    def country_of(self, name: str) -> str:
        """The ISO 3166-1 alpha-3 code of the country that an actor stands for; empty when the record does not say."""
        actor = self.actors.get(self.name(name))
        return (actor.country if actor else None) or ""

    def sector(self, name: str) -> str:
        """The PLOVER sector of an actor, or of those a description names by their kind ("two nurses"); empty when neither says."""
        actor = self.actors.get(self.name(name))
        if actor is not None and actor.sector:
            return actor.sector
        words = name.casefold().split()
        return agent_sectors().get(_singular(words[-1]), "") if words else ""

    def codes(self, name: str) -> SectorCodes:
        return sector_codes(self.sector(name))

    def reports_of(self, event: Event) -> tuple[Filed[Report], ...]:
        return tuple(self.index.reports[r] for r in event.reports if r in self.index.reports)

    def independent(self, event: Event) -> int:
        """How many independent voices tell of an event: a sentence that several sources share counts once."""
        whole = [s.independent for s in self.index.support.get(event.id, ()) if s.slot == "event"]
        return max(whole, default=len(event.sources))

    def publishers(self, event: Event) -> tuple[str, ...]:
        """Who is known to have printed it, in the order of the pages, each once."""
        ordered = sorted((a for a in event.articles if a in self.index.articles), key=self.index.numbers.__getitem__)
        return tuple(dict.fromkeys(p for a in ordered if (p := self.index.articles[a].publisher)))

    def claimants(self, event: Event) -> tuple[str, ...]:
        """Who is said to say so, in reports and figures alike; the articles' own voices are not among them."""
        said = [r.item.claimant for r in self.reports_of(event)] + [f.claim.claimant for f in self.figures.get(event.id, ())]
        return self.names([c for c in said if c])

    def last_run(self) -> Run | None:
        return max(self.runs, key=lambda r: r.started, default=None)


def make_content(
    pages: Sequence[Page],
    articles: Sequence[Article],
    view: View,
    issues: Sequence[Issue] = (),
    decisions: Sequence[Decision] = (),
    runs: Sequence[Run] = (),
) -> Content:
    """Builds the look-ups. The same record gives the same content, whatever the order of its parts."""
    index = make_index(pages, articles, view)
    reports = {r: event for event in view.events for r in event.reports}
    figures = figures_by_event(articles, view)
    short = {e.id: figures[e.id] for e in view.events if e.id in figures and e.when is not None and e.when.days <= _LONGEST_EVENT}
    return Content(
        tuple(pages),
        tuple(index.articles.values()),
        view,
        tuple(issues),
        tuple(decisions),
        tuple(runs),
        index,
        {filed.actor.name: filed.actor for filed in view.actors},
        short,
        sum(map(len, figures.values())) - sum(map(len, short.values())),
        reports,
    )


def country_name(alpha3: str | None) -> str:
    """The name of a country, the code itself where the shipped list does not have it, empty when unknown."""
    country = by_alpha3().get(alpha3 or "")
    return country.name if country else alpha3 or ""


def ordered_events(events: Sequence[Event]) -> list[Event]:
    """By date, those without one last."""
    return sorted(events, key=lambda e: (e.when is None, e.when and (e.when.first, e.when.last), e.type, e.id))


def _singular(noun: str) -> str:
    if noun in agent_sectors():
        return noun
    return noun[:-3] + "y" if noun.endswith("ies") else noun.removesuffix("s")
