"""The names of an article → the countries it is about: names, adjectives, persons and towns count, each in its measure.

A town speaks for its country where it is the only one of its name, but not when the question is where that town lies.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from parley.lexicon.countries import by_alpha3, capitals, countries, country_names
from parley.lexicon.folding import fold
from parley.lexicon.places import places_named
from parley.model import Naming
from parley.places.choosing import is_weighty

_PERSON_SHARE = 0.3
_TOWN_SHARE = 0.5
_MOST, _FEWEST = 0.6, 2.0

Votes = dict[str, tuple[str, float]]
"""Folded name of a town → the country it speaks for, and how much."""


def count_countries(naming: Naming) -> tuple[dict[str, float], Votes]:
    """Returns alpha-2 → how much the article's mentions speak of the country, and what part of it each town's name speaks for its own."""
    counts: dict[str, float] = defaultdict(float)
    votes: Votes = {}
    for entity in naming.entities:
        named = country_names().get(fold(entity.name)) or (capitals().get(fold(entity.name)) if entity.type == "LOC" else None)
        if named is not None:
            counts[named.alpha2] += 1.0
            continue
        if entity.type == "LOC":
            homes = {place.country for place in places_named(entity.span.text) if is_weighty(place)}
            home_code = next(iter(homes)) if len(homes) == 1 else None
            if home_code is not None:
                key = fold(entity.span.text)
                counts[home_code] += _TOWN_SHARE
                votes[key] = (home_code, votes.get(key, (home_code, 0.0))[1] + _TOWN_SHARE)
            continue
        actor = naming.actors.get(entity.name)
        home = by_alpha3().get(actor.country) if actor and actor.country else None
        if home is not None:
            counts[home.alpha2] += _PERSON_SHARE
    return counts, votes


def shares(counts: Mapping[str, float], own: tuple[str, float] = ("", 0.0)) -> dict[str, float]:
    """Returns alpha-2 → the country's share of the article, without what one name speaks for its `own` country."""
    rest = {code: count - (own[1] if code == own[0] else 0.0) for code, count in counts.items()}
    total = sum(rest.values())
    return {code: count / total for code, count in rest.items() if count > 0} if total > 0 else {}


def country_told_of(counts: Mapping[str, float]) -> str | None:
    """Returns alpha-3 of the one country most of the article speaks of; None where there is none, or too little is said to tell."""
    code, share = max(shares(counts).items(), key=lambda item: (item[1], item[0]), default=("", 0.0))
    return countries()[code].alpha3 if share >= _MOST and sum(counts.values()) >= _FEWEST else None
