"""The names of all articles → actors and places, each once, with the mentions they rest on."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from parley.model import Actor, Article, Evidence, Place, Reading, Span, identify
from parley.record.groups import Groups
from parley.record.roles import state_roles
from parley.record.view import FiledActor, FiledPlace

SameActor = Callable[[Actor, Actor], bool]
Said = tuple[Article, Actor]
_SHOWN = 3
"""How many mentions are cited for one actor or place in one article; the first ones."""
_NEIGHBOURS = 300
"""How many names with the same last word or initials each name is compared with."""


def same_name(left: Actor, right: Actor) -> bool:
    """The plainest test of identity: one name, one actor."""
    return left.name == right.name


def merge_actors(articles: Sequence[Article], readings: Mapping[str, Reading], same: SameActor = same_name) -> tuple[FiledActor, ...]:
    """Merges the actors of all articles.

    Args:
        same: says of two actors with different names whether they are one; it is asked once for each pair of names that
            share their last word or initials, and its answers are taken as transitive.
    """
    found: dict[str, list[Said]] = defaultdict(list)
    mentions: dict[str, list[Evidence]] = defaultdict(list)
    for article in sorted(articles, key=lambda a: a.id):
        if (reading := readings.get(article.id)) is not None:
            for actor in reading.naming.actors.values():
                found[actor.name].append((article, actor))
            for name, spans in _mentions(reading).items():
                mentions[name] += [article.evidence(span) for span in spans[:_SHOWN]]
    return tuple(sorted((_filed_actor(names, found, mentions) for names in _same_names(found, same)), key=lambda a: (a.actor.name, a.id)))


def merge_places(articles: Sequence[Article], readings: Mapping[str, Reading]) -> tuple[FiledPlace, ...]:
    """Merges the places of all articles: one GeoNames id is one place, and without one, one name in one country."""
    found: dict[str, list[tuple[Place, Evidence | None]]] = defaultdict(list)
    for article in sorted(articles, key=lambda a: a.id):
        if (reading := readings.get(article.id)) is not None:
            for _, place in sorted(reading.naming.places.items()):
                found[place_id(place)].append((place, article.evidence(place.span) if place.span else None))
    return tuple(sorted((_filed_place(id_, rows) for id_, rows in found.items()), key=lambda p: (p.place.name, p.id)))


def place_id(place: Place) -> str:
    """One GeoNames id, or one name in one country; the country of a place that no list holds is a guess from what is named beside it."""
    if place.geonameid is not None:
        return identify("l", place.geonameid)
    return identify("l", place.name, None if place.precision == "unlocated" else place.country)


def _mentions(reading: Reading) -> dict[str, list[Span]]:
    """The mentions by name of each actor, in text order."""
    spans: dict[str, list[Span]] = defaultdict(list)
    for entity in sorted(reading.naming.entities, key=lambda e: e.span):
        if (actor := reading.naming.actors.get(entity.name)) is not None:
            spans[actor.name].append(entity.span)
    return spans


def _same_names(found: Mapping[str, Sequence[Said]], same: SameActor) -> Iterable[list[str]]:
    blocks: dict[str, list[str]] = defaultdict(list)
    for name in sorted(found):
        for key in _keys(name):
            blocks[key].append(name)
    groups, asked = Groups(found), set()
    for names in blocks.values():
        for at, left in enumerate(names):
            for right in names[at + 1 : at + 1 + _NEIGHBOURS]:
                if (left, right) not in asked and same(found[left][0][1], found[right][0][1]):
                    groups.join(left, right)
                asked.add((left, right))
    return groups.sets()


def _keys(name: str) -> set[str]:
    """What two names of one actor have in common: the last word, or the letters that stand for all."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    words: list[str] = re.findall(r"\w+", plain)
    initials = "".join(w[0] for w in words if w[0].isupper())
    return {words[-1].casefold(), *([initials.casefold()] if len(initials) > 1 else [])} if words else {name}


def _filed_actor(names: Sequence[str], found: Mapping[str, Sequence[Said]], mentions: Mapping[str, Sequence[Evidence]]) -> FiledActor:
    said = [pair for name in names for pair in found[name]]
    actors = [actor for _, actor in said]
    evidence = tuple(sorted({e for name in names for e in mentions.get(name, ())}))
    main = max(names, key=lambda name: (len(found[name]), len(name), name))
    merged = Actor(
        main,
        _most_common(a.kind for a in actors) or "",
        _most_common(a.country for a in actors),
        _most_common(a.sector for a in actors),
        tuple(sorted({role for a in actors for role in a.roles})),
    )
    articles = tuple(sorted({e.article for e in evidence}))
    return FiledActor(identify("n", *sorted(names)), merged, tuple(sorted(names)), articles, evidence, state_roles(said))


def _filed_place(id_: str, rows: Sequence[tuple[Place, Evidence | None]]) -> FiledPlace:
    place = min((place for place, _ in rows), key=lambda p: (p.name, p.precision))
    evidence = tuple(sorted({e for _, e in rows if e is not None}))
    bare = replace(place, span=None)
    return FiledPlace(id_, bare, tuple(sorted({e.article for e in evidence})), evidence)


def _most_common(values: Iterable[str | None]) -> str | None:
    counts = Counter(v for v in values if v)
    return min(counts, key=lambda v: (-counts[v], v)) if counts else None
