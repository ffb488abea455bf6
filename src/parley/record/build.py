"""Articles and what was read in them → the view: the one account, with every seam visible.

A pure function: the same articles, in any order and however often, give the same view.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from parley.model import Article, CopyLink, Evidence, Reading, Source
from parley.record.decisions import Decision, in_force
from parley.record.disagreements import find_disagreements
from parley.record.events import Setting, Shared, merge_reports
from parley.record.filing import file_readings, own_source, sources_by_article
from parley.record.follow_ups import follow_up
from parley.record.happenings import Happenings
from parley.record.naming import SameActor, merge_actors, merge_places, place_id, same_name
from parley.record.rulings import group_sources, rule
from parley.record.stories import make_stories
from parley.record.timeline import make_timeline
from parley.record.view import FiledActor, FiledPlace, View

_WIDE = frozenset({"country", "region", "sea"})
"""Places too wide to say that two acts are one."""


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
    articles = sorted(articles, key=lambda a: a.id)
    standing = in_force(decisions)
    sources, lost = group_sources(_all_sources(articles, sources), standing)
    source_of = sources_by_article(articles, sources)
    rulings = rule(file_readings(articles, readings, source_of), standing)
    files = rulings.files
    actors = merge_actors(articles, readings, rules.same_actor)
    by_id = {a.id: a for a in articles}
    places = merge_places(articles, readings)
    setting = setting_of(actors, rules.groups, places)
    merged = merge_reports(files.reports, by_id, setting, Shared(rules.shared), rulings.bonds)
    return View(
        links=tuple(sorted(links)),
        sources=sources,
        actors=actors,
        places=places,
        reports=files.reports,
        claims=files.claims,
        statements=files.statements,
        commitments=files.commitments,
        events=merged.events,
        merges=merged.merges,
        support=merged.support,
        disagreements=find_disagreements(files.claims, by_id, merged.members, setting),
        follow_ups=follow_up(files.commitments, merged, by_id, setting),
        timeline=make_timeline(merged.events, readings, source_of),
        stories=make_stories(rules.groups, by_id, merged.events, source_of) if rules.groups else (),
        unfit=tuple(sorted(lost | rulings.unfit)),
    )


def setting_of(actors: Sequence[FiledActor], groups: Happenings | None, places: Sequence[FiledPlace] = ()) -> Setting:
    """Who is who, what is where, and which articles are of one happening."""
    merged = {name: filed.actor.name for filed in actors for name in filed.names}
    country = {filed.actor.name: filed.actor.country for filed in actors if filed.actor.country}
    happening = {article: group[0] for group in (groups.happenings if groups else ()) for article in group}
    exact = {p.place.name: place_id(p.place) for p in places if p.place.precision not in _WIDE}
    return Setting(
        merged,
        country,
        happening,
        exact,
        wide=frozenset(p.place.name for p in places if p.place.precision in _WIDE) - set(exact),
        nations=frozenset(a.actor.name for a in actors if a.actor.kind == "country"),
        story={article: group[0] for group in (groups.stories if groups else ()) for article in group},
        bodies=_bodies(actors),
    )


def _bodies(actors: Sequence[FiledActor]) -> dict[str, frozenset[str]]:
    """Person → the bodies that an office is named after ("envoy of the United Nations")."""
    bodies = {name: filed.actor.name for filed in actors if filed.actor.kind == "organization" for name in filed.names}
    return {
        filed.actor.name: frozenset(body for name, body in bodies.items() if any(name in role for role in filed.actor.roles))
        for filed in actors
        if filed.actor.kind == "person" and filed.actor.roles
    }


def _all_sources(articles: Sequence[Article], sources: Sequence[Source]) -> tuple[Source, ...]:
    named = {article for source in sources for article in source.articles}
    alone = [own_source(article.id) for article in articles if article.id not in named]
    return tuple(sorted([*sources, *alone], key=lambda s: s.id))
