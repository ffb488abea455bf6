"""Happenings and events → stories, a story at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from parley.model import Article, identify
from parley.record.growing.desk import Desk, Listed, Units
from parley.record.growing.parts import Brief, events_of
from parley.record.happenings import Happenings
from parley.record.stories import Told, make_story


def tell_stories(listed: Mapping[str, Listed], keys: Mapping[str, str], groups: Happenings, desk: Desk, units: Units) -> None:
    """Files the stories.

    Args:
        keys: article id → digest of the article, its source and its events.
    """
    happening_of = {id_: group for group in groups.happenings for id_ in group}
    stories: dict[str, list[tuple[str, ...]]] = {}
    for members in groups.stories:
        happenings = sorted({happening_of[id_] for id_ in members})
        stories[identify("y", *(part for group in happenings for part in ("", *(keys[id_] for id_ in group))))] = happenings
    for key in sorted(units.missing(stories)):
        ids = sorted(id_ for group in stories[key] for id_ in group)
        told = [_told(brief) for briefs in events_of(ids, units.memory).values() for brief in briefs]
        units.put(key, [("stories", make_story(stories[key], _titled(ids, listed, desk), told, desk.source_of))])


def _titled(ids: Sequence[str], listed: Mapping[str, Listed], desk: Desk) -> Mapping[str, Article]:
    """The articles without their texts, which are looked at only where none has a title."""
    if any((listed[id_].title or "").strip() for id_ in ids):
        return {id_: Article(id_, "", "", listed[id_].title, listed[id_].published) for id_ in ids}
    return desk.articles(ids)


def _told(brief: Brief) -> Told:
    when = brief.when and (date.fromordinal(brief.when[0]), date.fromordinal(brief.when[1]))
    return Told(brief.id, when, brief.modality, brief.historical)
