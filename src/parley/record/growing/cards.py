"""What was read in an article → its card: whom it names and where, the places, and the days that it mentions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from parley.model import Actor, Article, Evidence, Place, Reading, Span
from parley.record.growing.desk import Desk
from parley.record.memory import Changes, Json, Memory
from parley.record.naming import mentions_of, place_id


class Card(NamedTuple):
    """What the whole record is told of an article.

    Args:
        actors: by name, what the article says of each, and its mentions, the day of publication with them.
        places: by id, the spellings of each with its mentions.
        days: single days that it mentions, as ordinals.
    """

    actors: Mapping[str, Json]
    places: Mapping[str, Json]
    days: tuple[int, ...]


_BLANK = Card({}, {}, ())


class Cards(NamedTuple):
    """The cards of the articles that changed: as they were, blank for one that is new, and as they are, blank for one that is gone."""

    before: Mapping[str, Card]
    now: Mapping[str, Card]

    @property
    def days(self) -> set[int]:
        """All days that one of them mentions."""
        return {day for cards in self for card in cards.values() for day in card.days}

    def postings(self, which: int, of: str) -> Iterator[tuple[str, str]]:
        return ((str(item), id_) for id_, card in self[which].items() for item in getattr(card, of))


def take_cards(changes: Changes, desk: Desk, memory: Memory) -> Cards:
    """Takes the cards of articles whose digests, of the article and its reading, are new."""
    held = memory.read("card", changes.ids)
    before = {id_: Card(actors, places, tuple(days)) for id_, (actors, places, days) in held.items()}
    articles, readings = desk.articles(changes.there), desk.readings(changes.there)
    now = {id_: _card(articles[id_], readings[id_]) for id_ in changes.there}
    for id_ in sorted(changes.ids):
        memory.put("card", id_, now.get(id_))
    cards = Cards(*({id_: some.get(id_, _BLANK) for id_ in changes.ids} for some in (before, now)))
    memory.post("mentioned", *(cards.postings(which, "days") for which in (0, 1)))
    return cards


def _card(article: Article, reading: Reading) -> Card:
    published = article.published and (article.published.first.isoformat(), article.published.last.isoformat(), article.published.how)
    cited = {name: [_cite(article.evidence(span)) for span in spans] for name, spans in mentions_of(reading).items()}
    actors: dict[str, Json] = {}
    for a in reading.naming.actors.values():
        said, _, _ = actors.setdefault(a.name, ([], cited.get(a.name, ()), published))
        said.append((a.kind, a.country, a.sector, a.roles))
    places: dict[str, list[Json]] = {}
    for _, place in sorted(reading.naming.places.items()):
        row = (place.name, place.lat, place.lon, place.geonameid, place.country, place.precision, place.disputed)
        places.setdefault(place_id(place), []).append((row, _cite(article.evidence(place.span)) if place.span else None))
    return Card(actors, places, tuple(sorted({days.first.toordinal() for days in reading.mentioned_days if days.is_day})))


def evidence_of(article: str, row: Json) -> Evidence:
    """The way back from a mention."""
    start, end, text, page, page_start, page_end = row
    return Evidence(article, Span(start, end, text), page, page_start, page_end)


def actor_of(name: str, row: Json) -> Actor:
    """The way back from what an article says of an actor."""
    kind, country, sector, roles = row
    return Actor(name, kind, country, sector, tuple(roles))


def place_of(row: Json) -> Place:
    """The way back from a spelling of a place."""
    name, lat, lon, geonameid, country, precision, disputed = row
    return Place(name, lat, lon, geonameid, country, precision, None, disputed)


def _cite(evidence: Evidence) -> Json:
    span = evidence.span
    return span.start, span.end, span.text, evidence.page, evidence.page_start, evidence.page_end
