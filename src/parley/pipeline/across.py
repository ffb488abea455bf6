"""Articles together → copies, inferred dates, happenings, and in the end the account: what is new of it, or the whole view."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from parley.actors import same_actor
from parley.copies import CopyResult, shared_in_pairs
from parley.model import Actor, Article, CopyLink, Evidence, Reading
from parley.pages import companion_dates
from parley.record import Rules, View, build_view
from parley.record.decisions import Decision
from parley.record.happenings import group_happenings
from parley.record.terms import HappeningInput
from parley.record.view import apply_dates


def put_together(articles: Sequence[Article], copies: CopyResult, readings: Mapping[str, Reading], decisions: Sequence[Decision] = ()) -> View:
    """Merges what articles that are all at hand say into one view.

    Args:
        articles: the articles with their final dates.
        readings: article id → what was read in it; foreign articles have none.
    """
    groups = group_happenings([happening_input(a, readings.get(a.id)) for a in articles])
    rules = Rules(groups, is_same_actor, shared_evidence(articles, copies.links))
    return build_view(articles, readings, copies.links, copies.sources, decisions, rules)


def date_all(articles: Sequence[Article], copies: CopyResult) -> tuple[Article, ...]:
    """Returns the articles, those without a date of their own dated by their copies and companions where that is sound."""
    happenings = group_happenings([happening_input(a, None) for a in articles]).happenings
    return apply_dates(articles, companion_dates(articles, [source.articles for source in copies.sources], happenings))


def is_same_actor(one: Actor, other: Actor) -> bool:
    return same_actor(one, other).is_same


def shared_evidence(articles: Sequence[Article], links: Sequence[CopyLink]) -> list[tuple[Evidence, Evidence]]:
    """Cites the sentences that linked articles share, so that a lifted passage is one voice however many sources print it."""
    by_id = {article.id: article for article in articles}
    linked = [(by_id[link.earlier], by_id[link.later]) for link in links]
    found = zip(linked, shared_in_pairs((one.text, other.text) for one, other in linked), strict=True)
    return [(one.evidence(pair.a), other.evidence(pair.b)) for (one, other), shared in found for pair in shared]


def happening_input(article: Article, reading: Reading | None) -> HappeningInput:
    """Returns what grouping looks at."""
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
