"""Articles together → copies, sources, happenings, inferred dates, and in the end the whole view."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from parley.actors import same_actor
from parley.copies import CopyResult, shared_in_pairs
from parley.model import Actor, Article, CopyLink, Evidence, Reading
from parley.pages import companion_dates
from parley.record import Rules, build_view
from parley.record.decisions import Decision
from parley.record.happenings import Happenings, group_happenings
from parley.record.terms import HappeningInput
from parley.record.view import Dated, View, apply_dates


@dataclass(frozen=True)
class Together:
    """What can be told of articles before any is read: who copies whom, and which are on one event."""

    articles: tuple[Article, ...]
    copies: CopyResult
    happenings: Happenings

    @classmethod
    def of(cls, articles: Sequence[Article], copies: CopyResult) -> Together:
        return cls(tuple(articles), copies, group_happenings([_happening_input(a, None) for a in articles]))

    def dated(self) -> tuple[Article, ...]:
        """Returns the articles, those without a date of their own dated by their copies and companions where that is sound."""
        return apply_dates(
            self.articles, companion_dates(self.articles, [source.articles for source in self.copies.sources], self.happenings.happenings)
        )

    def side_by_side(self, articles: Sequence[Article]) -> list[Article]:
        """Returns articles with those of one source beside each other: the process that reads one has then read most of the next."""
        source_of = {article: number for number, source in enumerate(self.copies.sources) for article in source.articles}
        return sorted(articles, key=lambda article: source_of[article.id])


def put_together(together: Together, articles: Sequence[Article], readings: Mapping[str, Reading], decisions: Sequence[Decision]) -> View:
    """Merges what the articles say into one view.

    Args:
        articles: the articles with their final dates.
        readings: article id → what was read in it; foreign articles have none.
    """
    groups = group_happenings([_happening_input(a, readings.get(a.id)) for a in articles])
    rules = Rules(groups, _is_same_actor, shared_evidence(articles, together.copies.links))
    view = build_view(articles, readings, together.copies.links, together.copies.sources, decisions, rules)
    inferred = {own.id for own in together.articles if own.published is None}
    return replace(view, dates=tuple(Dated(a.id, a.published) for a in articles if a.published and a.id in inferred))


def _is_same_actor(one: Actor, other: Actor) -> bool:
    return same_actor(one, other).is_same


def shared_evidence(articles: Sequence[Article], links: Sequence[CopyLink]) -> list[tuple[Evidence, Evidence]]:
    """Cites the sentences that linked articles share, so that a lifted passage is one voice however many sources print it."""
    by_id = {article.id: article for article in articles}
    linked = [(by_id[link.earlier], by_id[link.later]) for link in links]
    found = zip(linked, shared_in_pairs((one.text, other.text) for one, other in linked), strict=True)
    return [(one.evidence(pair.a), other.evidence(pair.b)) for (one, other), shared in found for pair in shared]


def _happening_input(article: Article, reading: Reading | None) -> HappeningInput:
    text = f"{article.title or ''}\n\n{article.text}".strip()
    if reading is None:
        return HappeningInput(id=article.id, text=text, published=article.published)
    named = reading.naming
    return HappeningInput(
        id=article.id,
        text=text,
        published=article.published,
        mentioned_days=reading.mentioned_days,
        names=frozenset(named.actors),
        places=frozenset(place.name for place in named.places.values()),
    )
