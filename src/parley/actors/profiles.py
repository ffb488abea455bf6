"""The names of an article → what is known of each actor: kind, country, sector, roles.

What the page states goes first, then the register of office holders, then offices that one country alone has, last the story's own country.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from parley.actors.homes import STATE, Sighting, country_named, home_by_story, home_of_place
from parley.actors.mentions import Mention
from parley.actors.people import Person, core
from parley.actors.references import Held
from parley.actors.roles import is_stated, sector_of
from parley.lexicon.actors import (
    UNKNOWN_SECTOR,
    KnownActor,
    actors_by_key,
    agent_sectors,
    families,
    office_holders,
    office_homes,
    surname_posts,
    titles,
)
from parley.lexicon.countries import NO_COUNTRY, countries, country_names, demonyms
from parley.lexicon.folding import fold
from parley.model import Actor

_SENT_TO = re.compile(r"\b(?:for|to|on)\b")
_INSTITUTIONS = STATE - {"PTY", "OPP", "REB"}


@dataclass(frozen=True, slots=True)
class Told:
    """What one article tells: its mentions and their names, persons, offices, ties (person's token → tokens), countries, and lands of its own."""

    doc: Doc
    mentions: Sequence[Mention]
    names: Mapping[int, str]
    people: Mapping[int, Person]
    held: Sequence[Held]
    ties: Mapping[int, Sequence[int]]
    sightings: Sequence[Sighting]
    lands: Collection[str] = frozenset()


def country_in(name: str) -> str | None:
    """Returns alpha-3 of the first country, people or well-known place named in `name` ("Turkish Red Crescent", "Beijing University")."""
    words = fold(name).split()
    spans = [" ".join(words[at : at + size]) for size in (3, 2, 1) for at in range(len(words) - size + 1)]
    for key in spans:
        found = country_names().get(key) or countries().get(demonyms().get(key, "")) or home_of_place(key)
        if found is not None:
            return found.alpha3
    return None


def sector_in(name: str) -> str | None:
    """Returns the sector of the noun that a body's name turns on ("Border Police" → "COP"): before "of" and "for", else the last words."""
    words = fold(name).split()
    head = next((i for i, w in enumerate(words) if w in ("of", "for", "in")), len(words))
    for end, size in ((len(words), 3), (head, 2), (head, 1), (len(words), 2), (len(words), 1)):
        noun = " ".join(words[max(0, end - size) : end])
        sector = agent_sectors().get(noun) or agent_sectors().get(noun.removesuffix("s"))
        if sector and sector != UNKNOWN_SECTOR:
            return sector
    return None


def home_in(held: Held, bodies: Sequence[KnownActor]) -> str | None:
    """Returns alpha-3 of the country a role serves: Russia's, not the United Nations', in "Russian ambassador to the United Nations"."""
    serves, _, rest = _SENT_TO.sub("\n", held.role.text, count=1).partition("\n")
    lands = (land.alpha3 for name in sorted(held.within) if (land := country_named(name)) is not None and fold(name) not in fold(rest))
    return next(lands, None) or country_in(serves) or next((body.country for body in bodies if body.country and body.name in held.within), None)


def office_home(words: str) -> str | None:
    """Returns alpha-3 of the country that alone has an office or body, `NO_COUNTRY` for one that serves none alone, None where it does not tell."""
    text = f" {words.lower()} "
    return next((home for office, home in office_homes().items() if f" {office} " in text), None)


def _home_of_body(told: Told, name: str, at: int) -> str | None:
    """Returns the country of an institution of state that bears no country's name: "the Foreign Ministry"."""
    home = office_home(name)
    if home is None and sector_in(name) in _INSTITUTIONS:
        home = home_by_story(told.doc, told.sightings, at)
    return None if home == NO_COUNTRY else home


def _home_of_official(told: Told, own: Sequence[Held]) -> str | None:
    """Returns the country of somebody who holds an office of state without a country in it: "Interior Minister Ilo Varga"."""
    homes = [home for h in own if (home := office_home(h.role.text)) is not None]
    if homes:
        return next((home for home in homes if home != NO_COUNTRY), None)
    officials = (h for h in own if sector_of(h.role) in STATE)
    return next((home for h in officials if (home := home_by_story(told.doc, told.sightings, h.role.start))), None)


def _is_titled(told: Told, person: Person) -> bool:
    """Returns whether the page once sets a title or form of address before the name."""
    return any(at > 0 and told.doc[at - 1].lower_ in titles() for at in person.places)


def _namesakes(told: Told, person: Person, own: Sequence[Held]) -> tuple[KnownActor, ...]:
    """Returns the listed persons a titled family name can stand for: "Secretary Varga"; those whose office fits, where some do."""
    if len(person.words) > 1 or not _is_titled(told, person):
        return ()
    found = families().get(person.words[-1], ())
    fitting = tuple(known for known in found if any(h.role.head in known.note.lower() for h in own))
    return fitting or found


def _post_of_family(told: Told, words: Sequence[str]) -> tuple[str | None, str | None]:
    """Returns the one country of the article in which office holders bear this family name, and their sector where it is one."""
    here = {s.code for s in told.sightings}
    posts = {post for post in surname_posts().get(core(words)[-1], frozenset()) if post[0] in here}
    home = _agreed(country for country, _ in posts)
    return home, _agreed(sector for _, sector in posts) if home else None


def _agreed(values: Iterable[str | None]) -> str | None:
    """Returns the one value of all, None where they differ."""
    every = set(values)
    return every.pop() if len(every) == 1 else None


def _tied(told: Told, person: Person) -> Iterator[Actor]:
    """Yields the countries and bodies that the words beside a person's name tie it to."""
    for at in sorted(person.places):
        for other in told.ties.get(at, ()):
            yield _actor(told, next(m for m in told.mentions if m.start == other))


def _bodies_of(own: Sequence[Held]) -> list[KnownActor]:
    found = [body for h in own for name in sorted(h.within) if (body := actors_by_key().get(fold(name))) is not None]
    return [body for body in found if body.kind != "person" or body.sector]


def _person(told: Told, name: str, person: Person) -> Actor:
    own = [h for h in told.held if h.name == name]
    bodies, tied = _bodies_of(own), tuple(_tied(told, person))
    roles = tuple(dict.fromkeys(h.role.text for h in own if is_stated(h.role)))
    sector = next((s for h in own if (s := sector_of(h.role)) is not None), None) or next((b.sector for b in bodies if b.sector), None)
    sector = sector or next((a.sector for a in tied if a.kind != "country" and a.sector), None)
    if person.known is not None:
        return Actor(name, "person", person.known.country, person.known.sector or sector, roles)
    stated = next((code for h in own if (code := home_in(h, bodies))), None) or next((a.country for a in tied if a.country), None)
    home, post = office_holders().get(fold(name), ("", ""))
    namesakes = () if stated or home else _namesakes(told, person, own)
    family, trade = _post_of_family(told, person.words)
    country = stated or home or _agreed(n.country for n in namesakes) or _home_of_official(told, own) or family
    sector = sector or (post if stated in (None, home) else None) or _agreed(n.sector for n in namesakes) or (trade if country == family else None)
    return Actor(name, "person", country, sector or None, roles)


def _body(told: Told, name: str, mention: Mention) -> Actor:
    known = mention.known
    if known is not None and known.name == name:
        return Actor(name, known.kind, known.country, known.sector)
    return Actor(name, "organization", country_in(name) or _home_of_body(told, name, mention.start), sector_in(name))


def body_alone(name: str) -> Actor:
    """Returns what is known of a body by its name alone."""
    known = actors_by_key().get(fold(name))
    return Actor(name, known.kind, known.country, known.sector) if known else Actor(name, "organization", country_in(name), sector_in(name))


def _actor(told: Told, mention: Mention) -> Actor:
    """Returns what is known of whom a mention other than a person's names."""
    name = told.names[mention.start]
    country = country_named(name) if mention.type in ("LOC", "ORG", "NORP") else None
    if country is not None:
        return Actor(name, "country", country.alpha3, "GOV")
    if name in told.lands:
        return Actor(name, "country", None, "GOV")
    if mention.type == "ORG" or (mention.type == "NORP" and mention.known):
        return _body(told, name, mention)
    return Actor(name, "people")


def make_actors(told: Told) -> dict[str, Actor]:
    """Returns name → actor for persons, bodies, peoples and countries, in the order of first mention."""
    answer: dict[str, Actor] = {}
    for mention in told.mentions:
        name = told.names[mention.start]
        is_land = name in told.lands or (mention.type == "LOC" and fold(name) in country_names())
        if name in answer or not (is_land or mention.type in ("PERSON", "ORG", "NORP")):
            continue
        person = told.people.get(mention.start)
        if not is_land and mention.type == "PERSON" and person is not None:
            answer[name] = _person(told, name, person)
        elif is_land or mention.type != "PERSON":
            answer[name] = _actor(told, mention)
    return answer
