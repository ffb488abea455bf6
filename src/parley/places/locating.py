"""Named mentions of an article → places with coordinates, chosen by context; nothing is placed that is not known.

A name that stands for a government is an actor and gets no place. The country of the story, counted over names,
adjectives and persons, decides between places of one name; so do words beside it ("the Swiss city of Lausanne").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from parley.language.standing import StandingWords, stands_for_government
from parley.lexicon.actors import standing
from parley.lexicon.countries import Country, by_alpha3, capitals, countries, country_names
from parley.lexicon.folding import fold
from parley.lexicon.places import KnownPlace, is_disputed, places_named, province_centres
from parley.model import Entity, Naming, Place
from parley.places.choosing import Story, choose, is_near, is_weighty
from parley.places.context import Hints, read_hints
from parley.places.homes import give_homes
from parley.places.spelling import Spelled, look_up
from parley.places.within import place_within

_PERSON_SHARE = 0.3
_TOWN_SHARE = 0.5
_ALIKE_KM = 250.0
_KINDS = ("does", "to", "with", "at", "of", "near", "tied", "way")


def _weights(naming: Naming) -> dict[str, float]:
    """Returns alpha-2 → share of the article's mentions that speak of the country."""
    counts: dict[str, float] = defaultdict(float)
    for entity in naming.entities:
        named = country_names().get(fold(entity.name)) or (capitals().get(fold(entity.name)) if entity.type == "LOC" else None)
        if named is not None:
            counts[named.alpha2] += 1.0
            continue
        if entity.type == "LOC":
            homes = {place.country for place in places_named(entity.span.text) if is_weighty(place)}
            counts.update({home: counts[home] + _TOWN_SHARE for home in homes if home and len(homes) == 1})
            continue
        actor = naming.actors.get(entity.name)
        home = by_alpha3().get(actor.country) if actor and actor.country else None
        if home is not None:
            counts[home.alpha2] += _PERSON_SHARE
    total = sum(counts.values()) or 1.0
    return {code: count / total for code, count in counts.items()}


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
            if not stands_for_government(doc[start:end], words) or not (
                fold(entity.span.text) in country_names() or fold(entity.span.text) in capitals()
            ):
                yield entity, start, end


def _find(doc: Doc, naming: Naming) -> dict[int, Place]:
    words = StandingWords(*(standing(kind) for kind in _KINDS))
    story = Story(_weights(naming))
    places: dict[int, Place] = {}
    waiting: list[tuple[Entity, Spelled]] = []
    points: list[tuple[float, float]] = []
    for entity, start, end in _place_entities(doc, naming, words):
        hints = read_hints(doc, start, end)
        country = country_names().get(fold(entity.span.text))
        if country is not None and not (country.name == "Georgia" and "US" in (hints.country or "")):
            places[entity.span.start] = _country_place(country, hints, entity)
            continue
        spelled = look_up(entity.span.text, hints, story.weights)
        if len(spelled.candidates) == 1:
            points.append((spelled.candidates[0].lat, spelled.candidates[0].lon))
        waiting.append((entity, spelled))
    story = replace(story, points=tuple(points))
    chosen: dict[str, KnownPlace] = {}
    for entity, spelled in waiting:
        hints = spelled.hints
        key = fold(entity.span.text)
        known = chosen.get(key) if not hints.country else None
        known = known or choose(_near(spelled, story), hints, story)
        if known is None:
            places[entity.span.start] = _unlocated(entity, hints)
            continue
        chosen.setdefault(key, known)
        places[entity.span.start] = _settled(known, hints, entity)
    return places


def locate(doc: Doc, naming: Naming) -> Naming:
    """Returns `naming` with `places` filled: start offset of each place mention → place.

    Args:
        doc: the article as the language pass read it; the same text `naming` was made from.
        naming: who is who, from `parley.actors.name_actors`.

    A mention that is a place but that the gazetteer does not know has the point of the known place it is said to be in or near, at a coarser
    precision; else precision `unlocated`, no coordinates, and at most a country.
    """
    places = give_homes(doc, place_within(doc, _find(doc, naming)))
    entities = tuple(
        replace(e, name=p.name) if (p := places.get(e.span.start)) and p.precision not in ("country", "region", "unlocated") else e
        for e in naming.entities
    )
    return replace(naming, entities=entities, places=dict(sorted(places.items())))
