"""Happenings and events → stories, a story at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from parley.model import Article, identify
from parley.record.growing.desk import Desk, Listed, Units
from parley.record.growing.parts import Brief, events_of
from parley.record.happenings import Happenings
from parley.record.stories import Told, make_story


def tell_stories(listed: Mapping[str, Listed], told: Mapping[str, str], groups: Happenings, desk: Desk, units: Units) -> None:
    """Files the stories of which anything changed, each under its first article.

    Args:
        told: article id → digest of its reports and events.
    """
    happening_of = {id_: group for group in groups.happenings for id_ in group}
    stories = {members[0]: sorted({id(happening_of[id_]): happening_of[id_] for id_ in members}.values()) for members in groups.stories}
    says = {id_: f"{entry.key} {told.get(id_)} {desk.source_of[id_]}" for id_, entry in listed.items()}
    keys = {first: identify("y", *("\n".join(says[id_] for id_ in group) for group in happenings)) for first, happenings in stories.items()}
    changes = units.memory.changes("stories", keys)
    units.drop(f"story {first}" for first in changes.ids)
    for first in changes.there:
        ids = sorted(id_ for group in stories[first] for id_ in group)
        events = [_told(brief) for briefs in events_of(ids, units.memory).values() for brief in briefs]
        units.put(f"story {first}", [("stories", make_story(stories[first], _titled(ids, listed, desk), events, desk.source_of))])


def _titled(ids: Sequence[str], listed: Mapping[str, Listed], desk: Desk) -> Mapping[str, Article]:
    """The articles without their texts, which are looked at only where none has a title."""
    if any((listed[id_].title or "").strip() for id_ in ids):
        return {id_: Article(id_, "", "", listed[id_].title, listed[id_].published) for id_ in ids}
    return desk.articles(ids)


def _told(brief: Brief) -> Told:
    when = brief.when and (date.fromordinal(brief.when[0]), date.fromordinal(brief.when[1]))
    return Told(brief.id, when, brief.modality, brief.historical)
