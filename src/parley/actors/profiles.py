"""The names of an article → what is known of each actor: kind, country, sector, roles."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from parley.actors.mentions import Mention
from parley.actors.people import Person
from parley.actors.references import Held
from parley.actors.roles import is_stated, sector_of
from parley.lexicon.actors import UNKNOWN_SECTOR, KnownActor, actors_by_key, agent_sectors, office_holders
from parley.lexicon.countries import Country, countries, country_names, demonyms
from parley.lexicon.folding import fold
from parley.lexicon.places import places_named
from parley.model import Actor

_LARGE = 100_000
_SENT_TO = re.compile(r"\b(?:for|to|on)\b")


def _country(name: str) -> Country | None:
    return country_names().get(fold(name))


def country_in(name: str) -> str | None:
    """Returns alpha-3 of the first country, people or well-known place named in `name` ("Turkish Red Crescent", "Beijing University")."""
    words = fold(name).split()
    spans = [" ".join(words[at : at + size]) for size in (3, 2, 1) for at in range(len(words) - size + 1)]
    for key in spans:
        found = country_names().get(key) or countries().get(demonyms().get(key, "")) or _home_of_place(key)
        if found is not None:
            return found.alpha3
    return None


def _home_of_place(key: str) -> Country | None:
    """Returns the country of a province, or of a town of which there is no second in another country."""
    homes = {place.country for place in places_named(key) if place.is_main}
    is_known = any(p.is_main and (p.people >= _LARGE or p.precision == "province") for p in places_named(key))
    return countries().get(homes.pop() or "") if is_known and len(homes) == 1 else None


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


def _home_in(held: Held, bodies: Sequence[KnownActor]) -> str | None:
    """Returns alpha-3 of the country a role serves: Russia's, not the United Nations', in "Russian ambassador to the United Nations"."""
    serves, _, rest = _SENT_TO.sub("\n", held.role.text, count=1).partition("\n")
    lands = (land.alpha3 for name in sorted(held.within) if (land := _country(name)) is not None and fold(name) not in fold(rest))
    return next(lands, None) or country_in(serves) or next((body.country for body in bodies if body.country and body.name in held.within), None)


def _person(name: str, person: Person, held: Sequence[Held]) -> Actor:
    known = person.known
    own = [h for h in held if h.name == name]
    bodies = [body for h in own for n in sorted(h.within) if (body := actors_by_key().get(fold(n))) is not None]
    stated = next((code for h in own if (code := _home_in(h, bodies))), None)
    sector = next((s for h in own if (s := sector_of(h.role)) is not None), None) or next((b.sector for b in bodies if b.sector), None)
    roles = tuple(dict.fromkeys(h.role.text for h in own if is_stated(h.role)))
    if known is not None:
        return Actor(name, "person", known.country, known.sector or sector, roles)
    home, post = office_holders().get(fold(name), ("", ""))
    is_holder = stated in (None, home)
    return Actor(name, "person", stated or home or None, sector or (post if is_holder else None) or None, roles)


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
