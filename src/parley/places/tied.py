"""Chosen places, checked against where the text says they lie → the same, with namesakes that lie elsewhere replaced.

"Hta Naung Kone, a village 25 km west of Monywa" is no hamlet of that name 600 km away: of the candidates only one near the said spot will do,
and if there is none, the spot itself is the answer, at precision `region`. A name tied once is so all through the article.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Doc

from parley.language.words import text_of
from parley.lexicon.folding import fold
from parley.lexicon.places import KnownPlace
from parley.model import Entity
from parley.places.choosing import is_small
from parley.places.spelling import Spelled
from parley.places.ties import Tie, read_tie

_FARTHEST = 120
_TIED = frozenset(("city", "site", "district"))

Wanted = tuple[Entity, Spelled]
"""A mention, and what the gazetteer has of its name."""


def _tied(doc: Doc, wanted: Sequence[Wanted]) -> Iterator[tuple[int, int, Tie]]:
    """Yields (mention, the next mention, how the text ties the first to it), by their numbers in `wanted`."""
    text = text_of(doc)
    for at, ((one, _), (other, _)) in enumerate(pairwise(wanted)):
        between = text[one.span.end : other.span.start]
        if len(between) <= _FARTHEST and (tie := read_tie(between)) is not None:
            yield at, at + 1, tie


def _is_elsewhere(tie: Tie, wanted: Wanted, known: KnownPlace | None, anchor: KnownPlace) -> bool:
    """Returns whether the place chosen is not where the text says, or none was chosen though a distance says where to look."""
    if known is None:
        return tie.km > 0
    is_abroad = not tie.is_small_only and known.country != anchor.country
    binds = tie.km > 0 or is_abroad or is_small(known) or wanted[1].hints.kind == "site"
    return binds and known.precision in _TIED and not tie.admits((known.lat, known.lon), (anchor.lat, anchor.lon))


def _retied(tie: Tie, wanted: Wanted, anchor: KnownPlace) -> KnownPlace | None:
    """Returns the largest candidate near the said spot; failing that, the spot where a distance is said; else None."""
    here = (anchor.lat, anchor.lon)
    near = [place for place in wanted[1].candidates if tie.admits((place.lat, place.lon), here)]
    if near:
        return max(near, key=lambda place: (place.people, -(place.geonameid or 0)))
    spot = KnownPlace(wanted[0].span.text, *tie.point_from(here), None, anchor.country, "region", anchor.division, is_disputed=anchor.is_disputed)
    return spot if tie.km else None


def heed_ties(doc: Doc, wanted: Sequence[Wanted], chosen: Sequence[KnownPlace | None]) -> list[KnownPlace | None]:
    """Returns the places of the mentions in the same order.

    Args:
        wanted: the mentions of the article, in text order.
        chosen: the place chosen for each, None where none was likely.
    """
    told: dict[str, KnownPlace | None] = {}
    for at, other, tie in _tied(doc, wanted):
        key, anchor = fold(wanted[at][0].span.text), chosen[other]
        if anchor is None or anchor.precision not in _TIED or key in told or key == fold(wanted[other][0].span.text):
            continue
        if _is_elsewhere(tie, wanted[at], chosen[at], anchor):
            told[key] = _retied(tie, wanted[at], anchor)
    return [told.get(fold(entity.span.text), known) for (entity, _), known in zip(wanted, chosen, strict=True)]
