"""The names of all articles → actors and places, each once, with the mentions they rest on."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from parley.model import Actor, Evidence, Place, Reading, Span, identify
from parley.record.roles import Said, state_roles
from parley.record.view import FiledActor, FiledPlace

SameActor = Callable[[Actor, Actor], bool]
_SHOWN = 3
"""How many mentions are cited for one actor or place in one article; the first ones."""
NEIGHBOURS = 300
"""How many names with the same last word or initials each name is compared with; the next ones in order."""


def same_name(left: Actor, right: Actor) -> bool:
    """The plainest test of identity: one name, one actor."""
    return left.name == right.name


def place_id(place: Place) -> str:
    """One GeoNames id, or one name in one country; the country of a place that no list holds is a guess from what is named beside it."""
    if place.geonameid is not None:
        return identify("l", place.geonameid)
    return identify("l", place.name, None if place.precision == "unlocated" else place.country)


def mentions_of(reading: Reading) -> dict[str, list[Span]]:
    """Returns the first mentions by name of each actor, in text order."""
    spans: dict[str, list[Span]] = defaultdict(list)
    for entity in sorted(reading.naming.entities, key=lambda e: e.span):
        if (actor := reading.naming.actors.get(entity.name)) is not None and len(spans[actor.name]) < _SHOWN:
            spans[actor.name].append(entity.span)
    return spans


def name_keys(name: str) -> set[str]:
    """Returns what two names of one actor have in common: the last word, or the letters that stand for all."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    words: list[str] = re.findall(r"\w+", plain)
    initials = "".join(w[0] for w in words if w[0].isupper())
    return {words[-1].casefold(), *([initials.casefold()] if len(initials) > 1 else [])} if words else {name}


def same_pairs(actors: Sequence[Actor], same: SameActor) -> list[tuple[int, int]]:
    """Compares actors that share a key; returns the places of those that are one.

    Args:
        actors: in the order of their names.
        same: says of two actors with different names whether they are one; its answers are taken as transitive.
    """
    near = ((at, other) for at in range(len(actors)) for other in range(at + 1, min(len(actors), at + 1 + NEIGHBOURS)))
    return [(at, other) for at, other in near if same(actors[at], actors[other])]


def file_actor(said: Mapping[str, Sequence[Said]], evidence: Iterable[Evidence]) -> FiledActor:
    """Makes one actor of all that articles say of it.

    Args:
        said: by each of its names, the articles that use it, each with the day of its publication and the actor as it has it.
        evidence: its mentions.
    """
    names = sorted(said)
    every = [row for name in names for row in said[name]]
    actors = [row.actor for row in every]
    merged = Actor(
        main_name({name: len(said[name]) for name in names}),
        most_common(a.kind for a in actors) or "",
        most_common(a.country for a in actors),
        most_common(a.sector for a in actors),
        tuple(sorted({role for a in actors for role in a.roles})),
    )
    shown = tuple(sorted(set(evidence)))
    return FiledActor(identify("n", *names), merged, tuple(names), tuple(sorted({e.article for e in shown})), shown, state_roles(every))


def main_name(uses: Mapping[str, int]) -> str:
    """Returns the name that most articles use; of several the longest."""
    return max(uses, key=lambda name: (uses[name], len(name), name))


def file_place(id_: str, rows: Sequence[tuple[Place, Evidence | None]]) -> FiledPlace:
    """Makes one place of all its mentions."""
    evidence = tuple(sorted({e for _, e in rows if e is not None}))
    return FiledPlace(id_, min((p for p, _ in rows), key=place_rank), tuple(sorted({e.article for e in evidence})), evidence)


def place_rank(place: Place) -> tuple[str, str]:
    """Returns by what one spelling of a place goes before another."""
    return place.name, place.precision


def most_common(values: Iterable[str | None]) -> str | None:
    """Returns the value that is given most, the first of several; None when none is."""
    counts = Counter(v for v in values if v)
    return min(counts, key=lambda v: (-counts[v], v)) if counts else None
