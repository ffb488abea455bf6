"""An article and what was read in it → its card: what must be known of it before it is looked at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple

from parley.model import Actor, Article, Evidence, Place, Reading, Span
from parley.record.events.setting import named_parts
from parley.record.filing import Files
from parley.record.growing.desk import Desk
from parley.record.memory import Json, Memory
from parley.record.naming import mentions_of, name_keys, place_id


class Card(NamedTuple):
    """What the whole record is told of an article.

    Args:
        actors: each as name, kind, country, sector, roles, and the keys under which other names are compared with it.
        places: each as id, name and precision, once.
        asked: the names that are looked up when its reports are merged.
        days: single days that it mentions, as ordinals.
        measures: of its claims.
    """

    actors: Sequence[tuple[str, str, str | None, str | None, Sequence[str], Sequence[str]]]
    places: Sequence[tuple[str, str, str]]
    asked: Sequence[str]
    days: Sequence[int]
    measures: Sequence[str]


def take_cards(keys: Mapping[str, str], desk: Desk, memory: Memory) -> dict[str, Card]:
    """Returns the card of each article.

    Args:
        keys: article id → digest of the article, its reading and the decisions about it.
    """
    missing = set(keys.values()) - memory.known("card", keys.values())
    new = [id_ for id_, key in keys.items() if key in missing]
    files, readings = desk.files(new), desk.readings(new)
    makers = {key: partial(_card, id_, readings, files) for id_, key in keys.items()}
    cards = memory.recall_json("card", makers)
    articles = desk.articles(new)
    memory.known("mentions", keys.values())
    memory.recall_json("mentions", {keys[id_]: partial(_mentions, articles[id_], readings[id_]) for id_ in new})
    return {id_: Card(*cards[key]) for id_, key in keys.items()}


def _card(id_: str, readings: Mapping[str, Reading], files: Mapping[str, Files]) -> Json:
    reading, filed = readings[id_], files[id_]
    actors = [(a.name, a.kind, a.country, a.sector, a.roles, sorted(name_keys(a.name))) for a in reading.naming.actors.values()]
    places = sorted({(place_id(p), p.name, p.precision) for p in reading.naming.places.values()})
    parties = {p.name for f in filed.reports for p in (*f.item.actors, *f.item.recipients)}
    speakers = {f.item.claimant for f in filed.reports} | {f.item.actor for f in filed.commitments}
    sentences = {f.item.evidence.text for f in filed.reports} | {f.item.sentence.text for f in filed.claims}
    asked = parties | {name for name in speakers if name} | {part for text in sentences for part in named_parts(text)}
    days = sorted({days.first.toordinal() for days in reading.mentioned_days if days.is_day})
    return Card(actors, places, sorted(asked), days, [f.item.measure for f in filed.claims])


def _mentions(article: Article, reading: Reading) -> Json:
    actors = {name: [_cite(article.evidence(span)) for span in spans] for name, spans in mentions_of(reading).items()}
    places: dict[str, list[Json]] = {}
    for _, place in sorted(reading.naming.places.items()):
        cited = _cite(article.evidence(place.span)) if place.span else None
        row = (place.name, place.lat, place.lon, place.geonameid, place.country, place.precision, place.disputed)
        places.setdefault(place_id(place), []).append((row, cited))
    return {"actors": actors, "places": places}


def recall_mentions(ids: Sequence[str], keys: Mapping[str, str], memory: Memory) -> dict[str, Json]:
    """Returns article id → where it names whom and what."""
    found = memory.read("mentions", [keys[id_] for id_ in ids])
    return {id_: found[keys[id_]] for id_ in ids}


def evidence_of(article: str, row: Json) -> Evidence:
    """The way back from a mention."""
    start, end, text, page, page_start, page_end = row
    return Evidence(article, Span(start, end, text), page, page_start, page_end)


def actor_of(row: Json) -> Actor:
    """The way back from an actor of a card."""
    return Actor(row[0], row[1], row[2], row[3], tuple(row[4]))


def place_of(row: Json) -> Place:
    """The way back from a place of a mention."""
    name, lat, lon, geonameid, country, precision, disputed = row
    return Place(name, lat, lon, geonameid, country, precision, None, disputed)


def _cite(evidence: Evidence) -> Json:
    span = evidence.span
    return span.start, span.end, span.text, evidence.page, evidence.page_start, evidence.page_end
