"""Actors, places, articles and events → FollowTheMoney entities, and the same as statements: one value, and the source it has it from.

Schemas: `Person`, `Organization`, `PublicBody` (a country stands for its government), `LegalEntity` (any other group or people), `Address`,
`Article`, `Event`. A statement's `origin` is the article or report that says so, which is what keeps copies of one text apart from witnesses.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from parley.lexicon.countries import by_alpha3
from parley.model import Article, Event
from parley.publish.exports.cells import plain, web_address
from parley.publish.exports.content import Content, ordered_events
from parley.publish.exports.figures import Counting
from parley.publish.exports.outcome import Export, Note, json_lines, text_export
from parley.publish.labels import clip, type_label
from parley.record import FiledActor, FiledPlace

_DATASET = "parley"
_ID = "id"
_SCHEMAS = {"person": "Person", "organization": "Organization", "group": "Organization", "country": "PublicBody"}
_LONGEST = {"summary": 60_000, "description": 60_000, "name": 380, "alias": 380, "location": 240, "full": 240, "sourceUrl": 4096}
_LONG = 1000
"""Characters that FollowTheMoney takes in a value; where a property is not named, `_LONG`."""


@dataclass(frozen=True, slots=True)
class Value:
    """One property value and the article it rests on; an empty `origin` is the record's own."""

    prop: str
    value: str
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    id: str
    schema: str
    values: tuple[Value, ...]


def export(content: Content, counting: Counting) -> Export:
    """Makes the entities, one JSON object a line, as `ftm` reads them."""
    return text_export("entities.ftm.json", json_lines(map(_entity_line, _entities(content))), _left_out(content), _described(content))


def export_statements(content: Content, counting: Counting) -> Export:
    """Makes the statements, one JSON object a line."""
    day = run.started[:10] if (run := content.last_run()) else None
    lines = (line for entity in _entities(content) for line in _statement_lines(entity, day))
    return text_export("statements.ftm.json", json_lines(lines), _left_out(content), _described(content))


def _left_out(content: Content) -> list[Note]:
    view = content.view
    shown = sum(e.modality == "asserted" for e in view.events)
    return [
        Note(len(view.events) - shown, "events that are planned, supposed or denied"),
        Note(len(view.claims), "claims"),
        Note(len(view.statements), "statements"),
        Note(len(view.commitments), "commitments"),
        Note(len(view.disagreements), "disagreements"),
    ]


def _described(content: Content) -> list[Note]:
    named = [n for e in content.view.events if e.modality == "asserted" for n in (*e.actors, *e.recipients)]
    return [
        Note(sum(content.name(n) not in content.actors for n in named), "parties that are only described are keywords of their event, not entities")
    ]


def _entities(content: Content) -> Iterator[Entity]:
    yield from (_article(content, a) for a in content.articles)
    yield from map(_actor, content.view.actors)
    yield from map(_place, content.view.places)
    ids = {filed.actor.name: filed.id for filed in content.view.actors}
    places = {filed.place.name: filed.id for filed in content.view.places}
    asserted = (e for e in ordered_events(content.view.events) if e.modality == "asserted")
    yield from (_event(content, e, ids, places) for e in asserted)


def _article(content: Content, article: Article) -> Entity:
    published = article.published
    values = [
        Value("title", article.title or "", article.id),
        Value("publisher", article.publisher or "", article.id),
        Value("author", article.byline or "", article.id),
        Value("sourceUrl", web_address(article.url) or "", article.id),
        Value("publishedAt", published.first.isoformat() if published and published.is_day else "", article.id),
    ]
    return _made(article.id, "Article", values)


def _actor(filed: FiledActor) -> Entity:
    actor = filed.actor
    schema = _SCHEMAS.get(actor.kind, "LegalEntity")
    origin = filed.articles[0] if filed.articles else ""
    values = [Value("name", actor.name, origin), *(Value("alias", n, origin) for n in filed.names if n != actor.name)]
    values += [Value("country", _alpha2(actor.country), origin), Value("keywords", actor.sector or "", origin)]
    values += [Value("position" if schema == "Person" else "description", role, origin) for role in actor.roles]
    return _made(filed.id, schema, [*values, *(Value("proof", a, a) for a in filed.articles)])


def _place(filed: FiledPlace) -> Entity:
    place, origin = filed.place, filed.articles[0] if filed.articles else ""
    values = [Value("full", place.name, origin), Value("country", _alpha2(place.country), origin)]
    if place.lat is not None and place.lon is not None:
        values += [Value("latitude", str(place.lat), origin), Value("longitude", str(place.lon), origin)]
    return _made(filed.id, "Address", values)


def _event(content: Content, event: Event, ids: dict[str, str], places: dict[str, str]) -> Entity:
    by_article = [(e.article, e.span.text) for e in event.evidence]
    first = by_article[0][0] if by_article else ""
    values = [Value("name", type_label(event.type), first), Value("keywords", event.type, first), Value("keywords", event.mode or "", first)]
    values += [Value("summary", text, article) for article, text in by_article]
    for prop, names in (("organizer", event.actors), ("involved", event.recipients)):
        for name in content.names(names):
            values.append(Value(prop, ids[name], first) if name in ids else Value("keywords", name, first))
    if event.when:
        values += [Value("startDate", event.when.first.isoformat(), first), Value("endDate", event.when.last.isoformat(), first)]
    if event.where:
        values += [Value("location", event.where.name, first), Value("addressEntity", places.get(event.where.name, ""), first)]
        values.append(Value("country", _alpha2(event.where.country), first))
    values += [Value("recordId", event.id), *(Value("proof", a, a) for a in event.articles if a in content.index.articles)]
    return _made(event.id, "Event", values)


def _made(id_: str, schema: str, values: Iterable[Value]) -> Entity:
    """Drops what is empty and what stands there twice."""
    tidy = (Value(v.prop, clip(plain(v.value), _LONGEST.get(v.prop, _LONG)), v.origin) for v in values)
    return Entity(id_, schema, tuple({(v.prop, v.value): v for v in tidy if v.value}.values()))


def _entity_line(entity: Entity) -> dict[str, object]:
    properties: dict[str, list[str]] = {}
    for value in entity.values:
        properties.setdefault(value.prop, []).append(value.value)
    return {"id": entity.id, "schema": entity.schema, "properties": properties, "datasets": [_DATASET]}


def _statement_lines(entity: Entity, day: str | None) -> Iterator[dict[str, object]]:
    lines = [_statement_line(entity, value, day) for value in entity.values]
    whole = hashlib.sha1("".join(sorted(str(line["id"]) for line in lines)).encode(), usedforsecurity=False).hexdigest()
    yield _statement_line(entity, Value(_ID, whole), day)
    yield from lines


def _statement_line(entity: Entity, value: Value, day: str | None) -> dict[str, object]:
    """One statement; its id is the SHA-1 of dataset, entity, property and value, as FollowTheMoney makes it."""
    key = f"{_DATASET}.{entity.id}.{value.prop}.{value.value}"
    return {
        "id": hashlib.sha1(key.encode("utf-8", "replace"), usedforsecurity=False).hexdigest(),
        "entity_id": entity.id,
        "canonical_id": entity.id,
        "schema": entity.schema,
        "prop": value.prop,
        "value": value.value,
        "dataset": _DATASET,
        "lang": None,
        "original_value": None,
        "external": False,
        "first_seen": day,
        "last_seen": day,
        "origin": value.origin or None,
    }


def _alpha2(alpha3: str | None) -> str:
    """FollowTheMoney names countries by ISO 3166-1 alpha-2 in lower case."""
    country = by_alpha3().get(alpha3 or "")
    return country.alpha2.lower() if country else ""
