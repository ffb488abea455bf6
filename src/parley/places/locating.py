"""Named mentions of an article → places with coordinates, chosen by context; nothing is placed that is not known.

A name that stands for a government is an actor and gets no place. The country of the story, counted over names,
adjectives and persons, decides between places of one name; so do words beside it ("the Swiss city of Lausanne").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from parley.language.standing import StandingWords, stands_for_government
from parley.lexicon.actors import standing
from parley.lexicon.countries import Country, capitals, countries, country_names
from parley.lexicon.folding import fold
from parley.lexicon.places import KnownPlace, is_disputed, places_named, province_centres
from parley.model import Entity, Naming, Place
from parley.places.choosing import Story, choose, is_near
from parley.places.context import DIRECTIONS, Hints, is_credit, read_hints
from parley.places.homes import give_homes
from parley.places.spelling import Spelled, look_up
from parley.places.tied import Wanted, heed_ties
from parley.places.votes import Votes, count_countries, country_told_of, shares
from parley.places.within import place_within

_ALIKE_KM = 250.0
_STORY = 2.0
_KINDS = ("does", "to", "with", "at", "of", "near", "tied", "way")


def _country_called(name: str) -> tuple[Country | None, str | None]:
    """Returns the country a name means, and the direction in it: "South Lebanon" is the south of Lebanon, "South Sudan" a country."""
    whole = country_names().get(fold(name))
    first, _, rest = fold(name).partition(" ")
    part = country_names().get(rest) if whole is None and first in DIRECTIONS and not places_named(name) else None
    return (part, first) if part else (whole, None)


def _country_place(country: Country, hints: Hints, entity: Entity) -> Place:
    precision = "region" if hints.direction else "country"
    name = f"{hints.direction} {country.name}" if hints.direction else country.name
    return Place(name, country.lat, country.lon, country.geonameid, country.alpha3, precision, entity.span, is_disputed(country.alpha2))


def _settled(known: KnownPlace, hints: Hints, entity: Entity) -> Place:
    """Turns a gazetteer entry into a place, at the precision the text speaks of."""
    home = countries().get(known.country or "")
    alpha3 = home.alpha3 if home else None
    lat, lon, number, precision = known.lat, known.lon, known.geonameid, known.precision
    if precision == "city" and hints.kind == "province":
        lat, lon = province_centres().get(number or 0, (lat, lon))
        number, precision = None, "province"
    elif precision == "city" and (hints.kind in ("site", "district") or hints.direction):
        precision = "site" if hints.kind == "site" else "district"
        number = None if precision == "site" else number
    name = known.name if known.is_main and known.geonameid is None else entity.span.text
    return Place(name, lat, lon, number, alpha3, precision, entity.span, known.is_disputed)


def _unlocated(entity: Entity, hints: Hints) -> Place:
    """Returns a place without coordinates; its country only if the words beside it say so."""
    home = countries().get(hints.country or "")
    return Place(entity.name, None, None, None, home.alpha3 if home else None, "unlocated", entity.span)


def _near(spelled: Spelled, story: Story) -> tuple[KnownPlace, ...]:
    """Returns the candidates; those that only sound alike must lie near a point already sure, or in a country said beside them."""
    if not spelled.is_alike or not story.points:
        return spelled.candidates
    return tuple(p for p in spelled.candidates if p.country == spelled.hints.country or is_near(p, story, _ALIKE_KM))


def _tokens(doc: Doc, entity: Entity) -> tuple[int, int]:
    found = doc.char_span(entity.span.start, entity.span.end, alignment_mode="expand")
    return found.start, found.end


def _place_entities(doc: Doc, naming: Naming, words: StandingWords) -> Iterator[tuple[Entity, int, int]]:
    """Yields the LOC mentions that name a spot on the map, with their tokens."""
    for entity in naming.entities:
        if entity.type == "LOC":
            start, end = _tokens(doc, entity)
            if is_credit(doc, start, end):
                continue
            if not stands_for_government(doc[start:end], words) or not (
                fold(entity.span.text) in country_names() or fold(entity.span.text) in capitals()
            ):
                yield entity, start, end


def _choose_all(wanted: Sequence[Wanted], counts: Mapping[str, float], votes: Votes) -> list[KnownPlace | None]:
    """Returns the place of each mention: the same for one name, unless words beside it say a country."""
    alone = [spelled.candidates[0] for _, spelled in wanted if len(spelled.candidates) == 1 and not spelled.is_alike]
    points = tuple((place.lat, place.lon) for place in alone)
    whole = shares(counts)
    explained = {fold(entity.span.text) for entity, spelled in wanted if spelled.hints.is_explained}
    chosen: dict[str, KnownPlace] = {}
    answer: list[KnownPlace | None] = []
    for entity, spelled in wanted:
        key = fold(entity.span.text)
        is_told = sum(counts.values()) - votes.get(key, ("", 0.0))[1] >= _STORY
        hints = replace(spelled.hints, is_explained=key in explained and is_told and not spelled.hints.country)
        is_doubted = hints.is_explained or hints.kind == "site"
        story = Story(shares(counts, votes[key]) if is_doubted and key in votes else whole, points)
        known = chosen.get(key) if not hints.country else None
        known = known or choose(_near(spelled, story), hints, story)
        if known is not None:
            chosen.setdefault(key, known)
        answer.append(known)
    return answer


def _find(doc: Doc, naming: Naming, counts: Mapping[str, float], votes: Votes) -> dict[int, Place]:
    words = StandingWords(*(standing(kind) for kind in _KINDS))
    weights = shares(counts)
    places: dict[int, Place] = {}
    wanted: list[Wanted] = []
    for entity, start, end in _place_entities(doc, naming, words):
        hints = read_hints(doc, start, end)
        country, side = _country_called(entity.span.text)
        if country is not None and not (country.name == "Georgia" and "US" in (hints.country or "")):
            places[entity.span.start] = _country_place(country, replace(hints, direction=side or hints.direction), entity)
            continue
        wanted.append((entity, look_up(entity.span.text, hints, weights)))
    chosen = heed_ties(doc, wanted, _choose_all(wanted, counts, votes))
    for (entity, spelled), known in zip(wanted, chosen, strict=True):
        places[entity.span.start] = _settled(known, spelled.hints, entity) if known else _unlocated(entity, spelled.hints)
    return places


def locate(doc: Doc, naming: Naming) -> Naming:
    """Returns `naming` with `places` filled: start offset of each place mention → place.

    Args:
        doc: the article as the language pass read it; the same text `naming` was made from.
        naming: who is who, from `parley.actors.name_actors`.

    A mention that is a place but that the gazetteer does not know has the point of the known place it is said to be in or near, at a coarser
    precision; else precision `unlocated`, no coordinates, and at most a country.
    """
    counts, votes = count_countries(naming)
    places = give_homes(doc, place_within(doc, _find(doc, naming, counts, votes)), country_told_of(counts))
    entities = tuple(
        replace(e, name=p.name) if (p := places.get(e.span.start)) and p.precision not in ("country", "region", "unlocated") else e
        for e in naming.entities
    )
    return replace(naming, entities=entities, places=dict(sorted(places.items())))
