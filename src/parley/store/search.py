"""Words → the sentences, events and actors that hold them (SQLite FTS5, best match first by BM25)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, text

from parley.model import Article
from parley.record.view import View

_SENTENCE = re.compile(r"[^\s].*?(?:[.!?][\"”’)\]]*(?=\s)|$)", re.MULTILINE)
_TERM = re.compile(r'"([^"]*)"|(\S+)')
_INSERT = "INSERT INTO {} (words, kind, id, start) VALUES (:words, :kind, :id, :start)"
_FIND = """
    SELECT kind, id, start, words, rank FROM sentence_search WHERE sentence_search MATCH :query
    UNION ALL
    SELECT kind, id, start, words, rank FROM item_search WHERE item_search MATCH :query
    ORDER BY rank, kind, id, start LIMIT :limit
"""


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found. `kind` is `sentence`, `event` or `actor`; the id of a sentence is its article's, `start` its offset there."""

    kind: str
    id: str
    start: int
    text: str


def index_article(connection: Connection, article: Article) -> None:
    """Makes the sentences of an article that is not indexed yet findable; they are cut at full stops, for search alone."""
    rows = [{"words": _clean(m[0]), "kind": "sentence", "id": article.id, "start": m.start()} for m in _SENTENCE.finditer(article.text)]
    if rows:
        connection.execute(text(_INSERT.format("sentence_search")), rows)


def forget_articles(connection: Connection, ids: Iterable[str]) -> None:
    """Takes articles out of the index."""
    for id_ in ids:
        connection.execute(text("DELETE FROM sentence_search WHERE id = :id"), {"id": id_})


def index_view(connection: Connection, view: View) -> None:
    """Makes the events and actors of `view` findable in the place of those before."""
    connection.execute(text("DELETE FROM item_search"))
    rows = [{"words": _clean(words), "kind": kind, "id": item, "start": 0} for kind, item, words in _entries(view)]
    if rows:
        connection.execute(text(_INSERT.format("item_search")), rows)


def find(connection: Connection, words: str, limit: int) -> tuple[Hit, ...]:
    """Returns what holds all of `words`, best first; nothing when there is no word in them."""
    query = _query(words)
    if not query:
        return ()
    rows = connection.execute(text(_FIND), {"query": query, "limit": limit})
    return tuple([Hit(row.kind, row.id, row.start, row.words) for row in rows])


def _entries(view: View) -> Iterator[tuple[str, str, str]]:
    for event in view.events:
        place = event.where.name if event.where else ""
        names = " ".join((event.type, event.mode or "", *event.actors, *event.recipients, place))
        yield "event", event.id, " ".join((names, *(e.span.text for e in event.evidence)))
    for actor in view.actors:
        yield "actor", actor.id, " ".join((*actor.names, *actor.actor.roles))


def _query(words: str) -> str:
    """Quotes every term, so that nothing a person types is an operator or an error."""
    terms = [m[1] if m[1] is not None else m[2] for m in _TERM.finditer(_clean(words))]
    return " ".join('"' + term.replace('"', '""') + '"' for term in terms if any(c.isalnum() for c in term))


def _clean(words: str) -> str:
    """Without lone surrogates and NULs, which the database does not take."""
    return words.encode("utf-8", "replace").decode().replace("\0", " ")
