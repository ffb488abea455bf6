"""The names of an article → what is known of each actor: kind, country, sector, roles."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from parley.actors.mentions import Mention
from parley.actors.people import Person
from parley.actors.references import Held
from parley.actors.roles import is_stated, sector_of
from parley.lexicon.actors import UNKNOWN_SECTOR, agent_sectors
from parley.lexicon.countries import Country, countries, country_names, demonyms
from parley.lexicon.folding import fold
from parley.model import Actor


def _country(name: str) -> Country | None:
    return country_names().get(fold(name))


def country_in(name: str) -> str | None:
    """Returns alpha-3 of the first country or people named in `name` ("Turkish Red Crescent" → "TUR")."""
    words = fold(name).split()
    for size in (3, 2, 1):
        for at in range(len(words) - size + 1):
            key = " ".join(words[at : at + size])
            code = demonyms().get(key, "")
            found = country_names().get(key) or countries().get(code)
            if found is not None:
                return found.alpha3
    return None


def sector_in(name: str) -> str | None:
    """Returns the sector of the last word or two of a body's name that tells one ("Border Police" → "COP")."""
    words = fold(name).split()
    head = next((i for i, w in enumerate(words) if w in ("of", "for", "in")), len(words))
    for end in (len(words), head):
        for size in (2, 1):
            noun = " ".join(words[max(0, end - size) : end])
            sector = agent_sectors().get(noun) or agent_sectors().get(noun.removesuffix("s"))
            if sector and sector != UNKNOWN_SECTOR:
                return sector
    return None


def _person(name: str, person: Person, held: Sequence[Held]) -> Actor:
    known = person.known
    own = [h for h in held if h.name == name]
    from_roles = next((c.alpha3 for h in own for n in sorted(h.within) if (c := _country(n)) is not None), None)
    sector = next((s for h in own if (s := sector_of(h.role)) is not None), None)
    roles = tuple(dict.fromkeys(h.role.text for h in own if is_stated(h.role)))
    return Actor(name, "person", (known.country if known else None) or from_roles, (known.sector if known else None) or sector, roles)


def _body(name: str, mention: Mention) -> Actor:
    known = mention.known
    if known is not None and known.name == name:
        return Actor(name, known.kind, known.country, known.sector)
    return Actor(name, "organization", country_in(name), sector_in(name))


def make_actors(
    mentions: Sequence[Mention],
    names: Mapping[int, str],
    people: Mapping[int, Person],
    held: Sequence[Held],
    lands: Collection[str] = frozenset(),
) -> dict[str, Actor]:
    """Returns name → actor for persons, bodies, peoples and countries, in the order of first mention.

    `lands` are countries the article tells of and no list has; their code is unknown.
    """
    answer: dict[str, Actor] = {}
    for mention in mentions:
        name = names[mention.start]
        country = _country(name) if mention.type in ("LOC", "ORG", "NORP") else None
        if name in answer or mention.type in ("WEAPON", "VEHICLE"):
            continue
        if country is not None:
            answer[name] = Actor(name, "country", country.alpha3, "GOV")
        elif name in lands:
            answer[name] = Actor(name, "country", None, "GOV")
        elif mention.type == "PERSON" and mention.start in people:
            answer[name] = _person(name, people[mention.start], held)
        elif mention.type == "ORG":
            answer[name] = _body(name, mention)
        elif mention.type == "NORP":
            answer[name] = _body(name, mention) if mention.known else Actor(name, "people")
    return answer
