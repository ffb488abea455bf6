"""A parsed article → who is who in it: every name with the actor it stands for, every reference that can be resolved.

Naming conventions: a country's government, its capital where the capital acts, and the adjective for its people all bear the
country's name ("the Syrian government", "Damascus denied", "Russian" → Syria, Syria, Russia). Armies, ministries and
parliaments are organisations of their own. Persons and bodies bear their name in the shipped list, or else the fullest
form the article gives.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from parley.actors.bodies import country_of, name_bodies
from parley.actors.homes import find_sightings
from parley.actors.lands import Lands, find_lands, settle_lands
from parley.actors.mentions import Mention, find_mentions
from parley.actors.minorities import join_minorities, people_named
from parley.actors.people import Person, Title, gender_of, name_people, person_name
from parley.actors.profiles import Told, body_alone, make_actors
from parley.actors.references import Described, Held, describe, owned_governments, short_bodies
from parley.actors.repair import repair
from parley.actors.roles import Role, courtesy_gender, find_roles, is_stated
from parley.actors.ties import find_ties
from parley.language.coreference import Choose, resolve
from parley.language.mentioned import Link, Named
from parley.language.ranking import best
from parley.language.standing import StandingWords, dateline_end, stands_for_government
from parley.language.voices import first_person
from parley.language.words import text_of
from parley.lexicon.actors import actors_by_key, offices, standing
from parley.lexicon.countries import by_alpha3, capitals, country_names, peoples
from parley.lexicon.folding import fold
from parley.model import Entity, Naming, Reference, Span

_KINDS = {"PERSON": "person", "ORG": "body", "LOC": "place", "NORP": "people", "WEAPON": "thing", "VEHICLE": "thing"}


@dataclass(frozen=True, slots=True)
class _Article:
    """What is known of one article half-way: mentions, start token → name, and the roles of persons."""

    doc: Doc
    text: str
    mentions: tuple[Mention, ...]
    names: Mapping[int, str]
    people: Mapping[int, Person]
    roles: Mapping[int, tuple[Role, ...]]
    lands: Lands

    def is_country(self, name: str) -> bool:
        return fold(name) in country_names() or name in self.lands.names


def standing_words() -> StandingWords:
    """Returns the word lists `stands_for_government` needs."""
    return StandingWords(*(standing(kind) for kind in ("does", "to", "with", "at", "of", "near", "tied", "way")))


def _place_name(doc: Doc, mention: Mention, words: StandingWords, lands: Lands) -> str:
    """Returns the country for a country's name and for a capital that stands for its government, else the place's own name."""
    key = fold(mention.text)
    if key in country_names():
        return country_names()[key].name
    seat = capitals().get(key)
    seated = lands.seats.get(key) or (seat.name if seat is not None else None)
    if seated is not None and (mention.type == "ORG" or stands_for_government(doc[mention.start : mention.end], words)):
        return seated
    return mention.text


def _group_name(mention: Mention, lands: Lands) -> str:
    if mention.known is not None:
        return mention.known.name
    abroad = people_named(mention)
    if abroad is not None:
        return abroad
    key = fold(mention.text)
    return lands.people.get(key) or country_of(key) or peoples().get(key) or peoples().get(key.rsplit(" ", 1)[-1]) or mention.text


def _names(doc: Doc, mentions: Sequence[Mention], people: Mapping[int, Person], lands: Lands, publisher: str) -> dict[int, str]:
    words, bodies = standing_words(), name_bodies(doc, mentions, publisher)
    answer: dict[int, str] = {}
    for mention in mentions:
        if mention.type == "PERSON" and mention.start in people:
            answer[mention.start] = person_name(people[mention.start])
        elif mention.type == "ORG" and fold(mention.text) not in capitals():
            answer[mention.start] = bodies[mention.start]
        elif mention.type in ("LOC", "ORG"):
            answer[mention.start] = _place_name(doc, mention, words, lands)
        elif mention.type == "NORP":
            answer[mention.start] = _group_name(mention, lands)
        elif mention.type in ("WEAPON", "VEHICLE"):
            answer[mention.start] = mention.text if mention.text[:1].isupper() else doc[mention.start : mention.end].lemma_.lower()
        else:
            answer[mention.start] = mention.text
    return answer


def _read(doc: Doc, text: str, publisher: str = "") -> _Article:
    lands = find_lands(doc, text)
    mentions = join_minorities(doc, text, repair(doc, text, settle_lands(doc, text, find_mentions(doc, text), lands), lands.names))
    persons = [m for m in mentions if m.type == "PERSON"]
    roles = {m.start: find_roles(doc, text, m) for m in persons}
    titles = {m.start: Title(frozenset(r.head for r in roles[m.start] if is_stated(r)), courtesy_gender(doc, m)) for m in persons}
    people = name_people(mentions, titles)
    names = _names(doc, mentions, people, lands, publisher)
    return _Article(doc, text, mentions, names, people, roles, lands)


def _held(article: _Article) -> tuple[Held, ...]:
    return tuple(
        Held(article.names[at], role, frozenset(name for start, name in article.names.items() if role.start <= start < role.end))
        for at, roles in article.roles.items()
        for role in roles
    )


def _kind(article: _Article, mention: Mention) -> str:
    name = article.names[mention.start]
    is_country = mention.type in ("LOC", "NORP", "ORG") and article.is_country(name)
    return "country" if is_country else _KINDS.get(mention.type, "thing")


def _gender(article: _Article, mention: Mention) -> str:
    if mention.type != "PERSON":
        return "?"
    by_title = courtesy_gender(article.doc, mention)
    return by_title if by_title != "?" else gender_of(article.names[mention.start])


def _homes(article: _Article, held: Sequence[Held]) -> dict[str, str]:
    """Returns person → name of the country they act for, by the list or by a role."""
    homes = ((person_name(p), by_alpha3().get(p.known.country or "")) for p in article.people.values() if p.known)
    countries_of = {name: home.name for name, home in homes if home is not None}
    stated = {h.name: name for h in held for name in sorted(h.within) if article.is_country(name)}
    return stated | countries_of


def _named(article: _Article, described: Sequence[Described], homes: Mapping[str, str]) -> list[Named]:
    """Returns names and resolved descriptions for the pronouns to choose from."""
    offices: dict[str, frozenset[str]] = {}
    for role in _held(article):
        offices[role.name] = offices.get(role.name, frozenset()) | {role.role.head}
    adjectives = {m.start for m in article.mentions if m.type == "NORP" and article.doc[m.end - 1].dep_ in ("amod", "compound")}
    found = [
        Named(m.start, m.end, name, kind, _gender(article, m), homes.get(name, ""), offices.get(name, frozenset()))
        for m, name in ((m, article.names[m.start]) for m in article.mentions)
        if not _is_in_dateline(article.doc, m)
        for kind in ("origin" if m.start in adjectives and _kind(article, m) != "country" else _kind(article, m),)
    ]
    taken = {i for n in found for i in range(n.start, n.end)}
    kinds = {n.key: (n.kind, n.gender) for n in found}
    for start, end, whom in described:
        if len(whom) == 1 and whom[0] in kinds and not any(i in taken for i in range(start, end)):
            found.append(Named(start, end, whom[0], *kinds[whom[0]], homes.get(whom[0], "")))
            taken.update(range(start, end))
    return sorted(found, key=lambda n: n.start)


def _is_in_dateline(doc: Doc, mention: Mention) -> bool:
    """Returns whether a mention stands in a dateline in capitals, which is nobody's antecedent."""
    first = doc[max(0, mention.start - 8) : mention.start + 1]
    opening = next((t.i for t in reversed(first) if t.i == 0 or "\n" in doc[t.i - 1].text), None)
    return opening is not None and mention.end <= dateline_end(doc, opening)


def _span(article: _Article, start: int, end: int) -> Span:
    last = article.doc[end - 1]
    return Span.of(article.text, article.doc[start].idx, last.idx + len(last.text))


def _chains(article: _Article, held: Sequence[Held], choose: Choose = best, publisher: str = "") -> tuple[list[Described], tuple[Link, ...]]:
    """Returns the resolved descriptions, and what the pronouns and counted groups stand for."""
    described = [
        *describe(article.doc, article.mentions, article.names, held, article.lands.names),
        *short_bodies(article.doc, article.names, article.mentions, publisher),
    ]
    return described, resolve(article.doc, _named(article, described, _homes(article, held)), offices(), choose)


def _references(article: _Article, held: Sequence[Held], publisher: str) -> tuple[Reference, ...]:
    described, links = _chains(article, held, publisher=publisher)
    speaking = first_person(article.doc, _named(article, described, _homes(article, held)), links, publisher)
    found: dict[tuple[int, int], tuple[str, ...]] = {(start, end): whom for start, end, whom in described}
    found.update({(link.start, link.end): link.keys for link in (*speaking, *links) if link.is_named})
    meant = {link.start: link.keys[0] for link in links if link.is_named and len(link.keys) == 1}
    found.update({(start, end): whom for start, end, whom in owned_governments(article.doc, meant, _homes(article, held))})
    return tuple(Reference(_span(article, start, end), names) for (start, end), names in sorted(found.items()))


def chains(doc: Doc, choose: Choose = best) -> dict[str, list[tuple[int, int]]]:
    """Returns what is spoken of → tokens [start, end) of its mentions, common nouns' pronouns included; for measuring and training.

    Keys are resolved names, or begin with `coreference.ANONYMOUS` where only a common noun is known.
    """
    article = _read(doc, text_of(doc))
    described, links = _chains(article, _held(article), choose)
    answer: dict[str, list[tuple[int, int]]] = {}
    for mention in article.mentions:
        if mention.type == "NORP" and article.doc[mention.end - 1].dep_ == "amod":
            continue
        answer.setdefault(article.names[mention.start], []).append((mention.start, mention.end))
    for start, end, whom in described:
        answer.setdefault(" & ".join(whom), []).append((start, end))
    for link in links:
        answer.setdefault(" & ".join(link.keys), []).append((link.start, link.end))
    return answer


def _known_as(publisher: str) -> str:
    """Returns the name of a publisher in the list, else its own."""
    known = actors_by_key().get(fold(publisher))
    return known.name if known is not None else publisher


def name_actors(doc: Doc, publisher: str = "") -> Naming:
    """Names everybody and everything in one article.

    Args:
        doc: the article's text read by the language pass: tags, lemmas, dependencies, sentences and names.
        publisher: the publisher if it is a body that speaks for itself: "we" outside quotation marks, and maybe "the Ministry".

    Returns:
        Entities in text order with resolved names; references (pronouns, offices, descriptions) that could be resolved;
        one `Actor` for each name that can act. `places` is empty: see `parley.places.locate`.
    """
    author = _known_as(publisher)
    article = _read(doc, text_of(doc), author)
    held = _held(article)
    entities = tuple(Entity(_span(article, m.start, m.end), m.type, article.names[m.start]) for m in article.mentions)
    sightings, ties = find_sightings(doc, article.mentions, article.names), find_ties(doc, article.mentions, article.roles)
    told = Told(doc, article.mentions, article.names, article.people, held, ties, sightings, article.lands.names)
    references, actors = _references(article, held, author), make_actors(told)
    if author and any(author in reference.names for reference in references):
        actors.setdefault(author, body_alone(author))
    return Naming(entities, references, actors)
