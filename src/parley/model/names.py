"""Who and what a text names: mention → actor or place."""

from __future__ import annotations

from dataclasses import dataclass, field

from parley.model.text import Span

ENTITY_TYPES = ("PERSON", "ORG", "LOC", "NORP", "WEAPON", "VEHICLE")


@dataclass(frozen=True, slots=True)
class Entity:
    """A name in a text. `name` is the resolved actor's or place's name, or the mention's own full form when nothing is known."""

    span: Span
    type: str
    name: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A pronoun, office or description that stands for somebody: "he", "the two diplomats", "the Russian foreign minister".

    `names` holds one name for each of those meant.
    """

    span: Span
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, organisation, country, group or people. `country` is ISO 3166-1 alpha-3, `sector` a PLOVER sector code.

    `roles` are offices as pages state them ("US Secretary of State").
    """

    name: str
    kind: str
    country: str | None = None
    sector: str | None = None
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A located place. `precision`: site, city, district, province, country, region, sea or unlocated; the last has no coordinates."""

    name: str
    lat: float | None
    lon: float | None
    geonameid: int | None
    country: str | None
    precision: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Naming:
    """Everything one article says of who is who.

    `actors` has an entry for each resolved name that is an actor; `places` one for each place mention, by its start offset.
    """

    entities: tuple[Entity, ...] = ()
    references: tuple[Reference, ...] = ()
    actors: dict[str, Actor] = field(default_factory=dict)
    places: dict[int, Place] = field(default_factory=dict)

    def names_in(self, start: int, end: int) -> tuple[str, ...]:
        """Returns the resolved names of all mentions inside [start, end), in text order, each once."""
        found: list[tuple[int, tuple[str, ...]]] = [(e.span.start, (e.name,)) for e in self.entities if start <= e.span.start and e.span.end <= end]
        found += [(r.span.start, r.names) for r in self.references if start <= r.span.start and r.span.end <= end]
        return tuple(dict.fromkeys(name for _, names in sorted(found) for name in names))

    def entity_at(self, offset: int) -> Entity | None:
        """Returns the name that covers `offset`, if any."""
        return next((e for e in self.entities if e.span.start <= offset < e.span.end), None)
