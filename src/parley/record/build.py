"""Articles and what was read in them → the view: the one account, with every seam visible.

A pure function: the same articles, in any order and however often, give the same view. It is what `parley.record.growing` makes of them
when nothing was worked out before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from parley.model import Article, CopyLink, Event, Evidence, Reading, Source
from parley.record.decisions import Decision, in_force
from parley.record.events import Setting, Shared, find_passages
from parley.record.filing import own_source
from parley.record.growing.desk import Listed
from parley.record.growing.grow import Across, grow
from parley.record.growing.where import WIDE
from parley.record.happenings import Happenings
from parley.record.memory import Memory
from parley.record.naming import SameActor, place_id, same_name
from parley.record.rulings import group_sources
from parley.record.view import FiledActor, FiledPlace, View, arrange


@dataclass(frozen=True, slots=True)
class Rules:
    """What `build_view` is told of the world.

    Args:
        groups: the articles grouped into happenings and stories; none when it is None.
        same_actor: says whether two actors with different names are one.
        shared: pairs of citations of the same words in two articles of different sources.
    """

    groups: Happenings | None = None
    same_actor: SameActor = same_name
    shared: Sequence[tuple[Evidence, Evidence]] = ()


@dataclass(frozen=True, slots=True)
class _AtHand:
    """Articles and readings that are all in memory."""

    held: Mapping[str, Article]
    read: Mapping[str, Reading]

    def articles(self, ids: Collection[str]) -> Mapping[str, Article]:
        return {id_: self.held[id_] for id_ in ids}

    def readings(self, ids: Collection[str]) -> Mapping[str, Reading]:
        return {id_: self.read[id_] for id_ in ids}

    def events(self, ids: Collection[str]) -> Mapping[str, Event]:
        return {}


def build_view(
    articles: Sequence[Article],
    readings: Mapping[str, Reading],
    links: Sequence[CopyLink],
    sources: Sequence[Source],
    decisions: Sequence[Decision] = (),
    rules: Rules | None = None,
) -> View:
    """Derives the whole view.

    Args:
        articles: all articles of the record, in any order.
        readings: article id → what was read in it.
        links, sources: copies among the articles; an article that no source names becomes a source of its own.
        decisions: a person's corrections, undone ones among them.

    Raises:
        ValueError: when a reading cites words that its article does not hold.
    """
    rules = rules or Rules()
    by_id = {a.id: a for a in articles}
    standing = in_force(decisions)
    grouped, lost = group_sources(all_sources(by_id, sources), standing)
    listed = [Listed(a.id, a.id, a.published, a.title, a.id in readings) for a in by_id.values()]
    across = Across(links, grouped, rules.groups, Shared(find_passages((_key(one), _key(other)) for one, other in rules.shared)), lost=lost)
    grown = grow(listed, _AtHand(by_id, readings), across, standing, rules.same_actor, Memory())
    parts: dict[str, list[Any]] = defaultdict(list)  # items of as many types as the view has parts
    for rows in grown.units.made.values():
        for part, item in rows:
            parts[part].append(item)
    return arrange(View(**{part: tuple(items) for part, items in parts.items()}))


def setting_of(actors: Sequence[FiledActor], groups: Happenings | None, places: Sequence[FiledPlace] = ()) -> Setting:
    """Who is who, what is where, and which articles are of one happening."""
    merged = {name: filed.actor.name for filed in actors for name in filed.names}
    country = {filed.actor.name: filed.actor.country for filed in actors if filed.actor.country}
    happening = {article: group[0] for group in (groups.happenings if groups else ()) for article in group}
    exact = {p.place.name: place_id(p.place) for p in places if p.place.precision not in WIDE}
    wide = frozenset(p.place.name for p in places if p.place.precision in WIDE) - set(exact)
    return Setting(merged, country, happening, exact, wide, frozenset(a.actor.name for a in actors if a.actor.kind == "country"))


def all_sources(articles: Collection[str], sources: Sequence[Source]) -> tuple[Source, ...]:
    """Returns the sources, those of articles that share text with no other among them, by id."""
    named = {article for source in sources for article in source.articles}
    alone = [own_source(article) for article in articles if article not in named]
    return tuple(sorted([*sources, *alone], key=lambda s: s.id))


def _key(cited: Evidence) -> tuple[str, int, int]:
    return cited.article, cited.span.start, cited.span.end
