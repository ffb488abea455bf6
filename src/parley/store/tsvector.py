"""Full-text search on PostgreSQL: `tsvector` columns under GIN indexes, ranked by cover density.

Words are cut and folded here, as SQLite's `unicode61` tokeniser does it, so that both databases find the same and neither a
dictionary nor an extension of the server is needed.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from itertools import islice

from sqlalchemy import Connection, text

from parley.store.search import TABLES, Hit

_CREATE = "CREATE TABLE {} (words TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, start INTEGER NOT NULL, terms TSVECTOR NOT NULL)"
_INSERT = "INSERT INTO {} (words, kind, id, start, terms) VALUES (:words, :kind, :id, :start, CAST(:terms AS TSVECTOR))"
_FIND = """
    SELECT kind, id, start, words, ts_rank_cd(terms, query, 1) AS rank FROM CAST(:query AS TSQUERY) AS query, (
        SELECT * FROM sentence_search UNION ALL SELECT * FROM item_search
    ) AS entry WHERE terms @@ query
    ORDER BY rank DESC, kind, id, start LIMIT :limit
"""
_WORD = re.compile(r"[^\W_]+")
_MOST_WORDS = 16_000
"""Words of one entry that are indexed; PostgreSQL counts places up to 16,383."""
_LONGEST = 200
"""Letters of a word that are indexed."""


class TsVector:
    """`parley.store.search.Index` on PostgreSQL."""

    def create(self, connection: Connection) -> None:
        for table in TABLES:
            connection.execute(text(_CREATE.format(table)))
            connection.execute(text(f"CREATE INDEX {table}_terms ON {table} USING GIN (terms)"))
            connection.execute(text(f"CREATE INDEX {table}_id ON {table} (id)"))

    def add(self, connection: Connection, table: str, entries: Sequence[Hit], numbers: Sequence[int] = ()) -> None:
        rows = [{"words": e.text, "kind": e.kind, "id": e.id, "start": e.start, "terms": _vector(e.text)} for e in entries]
        connection.execute(text(_INSERT.format(table)), rows)

    def forget(self, connection: Connection, table: str, ids: Sequence[str], numbers: Sequence[int] = ()) -> None:
        if ids:
            connection.execute(text(f"DELETE FROM {table} WHERE id = ANY(:ids)"), {"ids": list(ids)})

    def clear(self, connection: Connection, table: str) -> None:
        connection.execute(text(f"DELETE FROM {table}"))

    def find(self, connection: Connection, terms: Sequence[str], limit: int) -> list[Hit]:
        query = " & ".join("(" + " <-> ".join(f"'{word}'" for word in words) + ")" for term in terms if (words := _words(term)))
        rows = connection.execute(text(_FIND), {"query": query, "limit": limit})
        return [Hit(row.kind, row.id, row.start, row.words) for row in rows]


def _vector(words: str) -> str:
    """Each word with its places, as PostgreSQL writes a `tsvector`; a folded word holds no quotation mark."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(islice(_words(words), _MOST_WORDS), 1):
        places[word].append(place)
    return " ".join(f"'{word}':{','.join(map(str, at))}" for word, at in places.items())


def _words(text_: str) -> list[str]:
    bare = "".join(c for c in unicodedata.normalize("NFKD", text_) if not unicodedata.combining(c))
    return [word[:_LONGEST] for word in _WORD.findall(bare.lower())]
