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
    """A located place. `precision`: site, city, district, province, country, region, sea or unlocated; the last has no coordinates.

    `disputed` places lie in a land that several states or authorities claim; `country` is then the one it is usually filed under.
    """

    name: str
    lat: float | None
    lon: float | None
    geonameid: int | None
    country: str | None
    precision: str
    span: Span | None = None
    disputed: bool = False


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
        """Returns the resolved names of the mentions inside [start, end), in text order, each once.

        A mention inside a larger one is skipped: "the Russian foreign minister" names the minister, not Russia beside him.
        """
        entities = [(e.span.start, e.span.end, (e.name,)) for e in self.entities]
        found = [m for m in entities + [(r.span.start, r.span.end, r.names) for r in self.references] if start <= m[0] and m[1] <= end]
        largest_first = sorted(found, key=lambda m: (m[0], -m[1]))
        kept: list[str] = []
        reached = start
        for _, stop, names in largest_first:
            if stop > reached:
                kept += names
                reached = stop
        return tuple(dict.fromkeys(kept))
