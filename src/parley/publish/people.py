"""Actors and places of a record → the tables of who and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from parley.model import Event
from parley.publish.days import days_label
from parley.publish.index import Cite, Index
from parley.publish.labels import clip
from parley.record import FiledActor, FiledPlace

_CITED = 3
_ROLES = 6


@dataclass(frozen=True, slots=True)
class RoleRow:
    """An office as pages state it; `days` says when they do, empty when none of them is dated."""

    words: str
    days: str


@dataclass(frozen=True, slots=True)
class ActorRow:
    id: str
    name: str
    kind: str
    country: str
    sector: str
    roles: tuple[RoleRow, ...]
    others: tuple[str, ...]
    articles: int
    acts: int
    receives: int
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place. `position` is empty for one that was not located: it is listed, and never put somewhere."""

    id: str
    name: str
    country: str
    precision: str
    position: str
    articles: int
    events: int
    cites: tuple[Cite, ...]
    disputed: bool

    @property
    def is_located(self) -> bool:
        return bool(self.position)


def make_actors(index: Index, actors: Sequence[FiledActor], events: Sequence[Event]) -> tuple[ActorRow, ...]:
    """Returns the actors, those in most events and articles first."""
    acts = Counter(name for e in events for name in set(e.actors))
    receives = Counter(name for e in events for name in set(e.recipients))
    rows = [_actor_row(index, filed, acts, receives) for filed in actors]
    return tuple(sorted(rows, key=lambda r: (-(r.acts + r.receives), -r.articles, r.name, r.id)))


def make_places(index: Index, places: Sequence[FiledPlace], events: Sequence[Event]) -> tuple[PlaceRow, ...]:
    """Returns the places, those with most events first."""
    where = Counter((e.where.name, e.where.country) for e in events if e.where)
    rows = [_place_row(index, filed, where[filed.place.name, filed.place.country]) for filed in places]
    return tuple(sorted(rows, key=lambda r: (-r.events, -r.articles, r.name, r.id)))


def _actor_row(index: Index, filed: FiledActor, acts: Mapping[str, int], receives: Mapping[str, int]) -> ActorRow:
    actor = filed.actor
    return ActorRow(
        filed.id,
        clip(actor.name, 80),
        clip(actor.kind, 30),
        actor.country or "",
        actor.sector or "",
        tuple(RoleRow(clip(r.role, 80), days_label(r.days) if r.days else "") for r in filed.roles[:_ROLES]),
        tuple(clip(n, 60) for n in filed.names if n != actor.name)[:6],
        len(filed.articles),
        acts[actor.name],
        receives[actor.name],
        index.cites(filed.evidence)[:_CITED],
    )


def _place_row(index: Index, filed: FiledPlace, events: int) -> PlaceRow:
    place = filed.place
    position = f"{place.lat:.2f}, {place.lon:.2f}" if place.lat is not None and place.lon is not None else ""
    cites = index.cites(filed.evidence)[:_CITED]
    return PlaceRow(
        filed.id, clip(place.name, 80), place.country or "", place.precision, position, len(filed.articles), events, cites, place.disputed
    )
