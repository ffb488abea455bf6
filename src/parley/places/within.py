"""A place the gazetteer does not know → the known place it is said to be in or near, and that place's point at a coarser precision.

"the village of Tel Omar, near Mosul" lies near enough to Mosul (precision `region`); "Victory Square" in a sentence that names one city
lies in it (`district`). Said words only: nothing is placed by the mere country of the story.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from spacy.tokens import Doc, Span

from parley.model import Place
from parley.places.context import DIRECTIONS, kind_of

_LINKS = frozenset(("in", "near", "outside", "of", ","))
_BETWEEN = frozenset(("ADP", "DET", "ADJ", "NOUN", "NUM", "ADV", "PUNCT", "PROPN"))
_FARTHEST = 8
_SMALL = frozenset(("city", "district", "site", "province"))
_TOWN = frozenset(("city", "district"))
_SPOTS = frozenset("street avenue road hall arena stadium park theatre theater university museum school tower station mall".split())

Located = Mapping[int, Place]
"""Start offset → place."""


def _span(doc: Doc, place: Place) -> Span | None:
    return doc.char_span(place.span.start, place.span.end, alignment_mode="expand") if place.span else None


def _agrees(one: Place, other: Place) -> bool:
    return one.country is None or one.country == other.country


def _is_spot(doc: Doc, span: Span, name: str) -> bool:
    """Returns whether a name's own last word, or the word behind it, makes it a spot inside a town: "Victory Square", "Al Amal hospital"."""
    words = (name.split()[-1].lower(), *(t.lower_ for t in doc[span.end : span.end + 1]))
    return any(word in _SPOTS or kind_of(word) in ("site", "district") for word in words)


def _said(doc: Doc, span: Span, place: Place, known: Mapping[int, Place]) -> Place | None:
    """Returns the known place that follows as "in X", "near X", "outside X" or ", X" in the same sentence."""
    if span.end >= len(doc) or not {t.lower_ for t in doc[span.end : span.end + _FARTHEST]} & _LINKS:
        return None
    for at in range(span.end, min(span.end + _FARTHEST, len(doc))):
        found = known.get(at)
        if found is not None:
            link = next((t.lower_ for t in reversed(doc[span.end : at]) if t.lower_ not in DIRECTIONS and t.pos_ not in ("DET", "ADJ")), "")
            is_listed = link == "," and doc[at].dep_ == "conj"
            return found if link in _LINKS and not is_listed and _agrees(place, found) else None
        if doc[at].pos_ not in _BETWEEN or (at > span.end and doc[at].is_sent_start):
            return None
    return None


def _around(doc: Doc, span: Span, place: Place, known: Mapping[int, Place]) -> Place | None:
    """Returns the one town that a spot's sentence names."""
    if not _is_spot(doc, span, place.name):
        return None
    towns = {(p.lat, p.lon): p for at, p in known.items() if p.precision in _TOWN and doc[at].sent.start == span.sent.start and _agrees(place, p)}
    return next(iter(towns.values())) if len(towns) == 1 else None


def place_within(doc: Doc, places: Located) -> dict[int, Place]:
    """Returns the places; those unlocated that are said to be in or near a known one have its point, country and a coarser precision."""
    known = {span.start: p for p in places.values() if p.precision in _SMALL and (span := _span(doc, p)) is not None}
    answer = dict(places)
    for start, place in places.items():
        span = _span(doc, place) if place.precision == "unlocated" else None
        if span is None:
            continue
        said, around = _said(doc, span, place, known), _around(doc, span, place, known)
        host = said or around
        if host is not None:
            precision = "district" if host is around or (_is_spot(doc, span, place.name) and host.precision in _TOWN) else "region"
            answer[start] = replace(place, lat=host.lat, lon=host.lon, country=host.country, precision=precision, disputed=host.disputed)
    return answer
