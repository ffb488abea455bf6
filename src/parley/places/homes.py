"""A place the gazetteer does not know → the country it lies in, as far as the places around it leave no doubt; never a point.

A village named in one sentence with places of one country alone lies in that country; failing that, it lies in the country
in which most places of the article lie, or of which most of its names speak.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from itertools import accumulate

from spacy.tokens import Doc

from parley.model import Place

_SHARE = 0.6
_FEWEST = 2


def _sentence_of(doc: Doc) -> list[int]:
    """Returns, for each token, the number of its sentence."""
    return list(accumulate(int(bool(token.is_sent_start) and token.i > 0) for token in doc))


def _foremost(places: list[Place]) -> str | None:
    """Returns the country in which most of the places lie."""
    counts = Counter(place.country for place in places if place.country)
    if sum(counts.values()) < _FEWEST:
        return None
    country, times = counts.most_common(1)[0]
    return country if times >= _SHARE * sum(counts.values()) else None


def give_homes(doc: Doc, places: Mapping[int, Place], told_of: str | None = None) -> dict[int, Place]:
    """Returns the places, start offset → place; those unlocated and without a country have the one their surroundings leave no doubt of.

    Args:
        told_of: alpha-3 of the country the article is about, where there is one.
    """
    sentences = _sentence_of(doc)
    at = {start: sentences[token.i] for start in places if (token := doc.char_span(start, start + 1, alignment_mode="expand")[0]) is not None}
    beside: dict[int, set[str]] = {}
    for start, place in places.items():
        if place.country:
            beside.setdefault(at[start], set()).add(place.country)
    usual = _foremost(list(places.values())) or told_of
    answer = dict(places)
    for start, place in places.items():
        if place.precision == "unlocated" and place.country is None:
            near = beside.get(at[start], set())
            answer[start] = replace(place, country=next(iter(near)) if len(near) == 1 else usual)
    return answer
