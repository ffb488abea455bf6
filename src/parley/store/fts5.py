"""Full-text search on SQLite: FTS5 tables, ranked by BM25."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from sqlalchemy import Connection, text

from parley.store.search import TABLES, Hit

_CREATE = "CREATE VIRTUAL TABLE {} USING fts5(words, kind UNINDEXED, id UNINDEXED, start UNINDEXED, tokenize = 'unicode61 remove_diacritics 2')"
_INSERT = "INSERT INTO {} (rowid, words, kind, id, start) VALUES (:rowid, :words, :kind, :id, :start)"
_FIND = """
    SELECT kind, id, start, words, rank FROM sentence_search WHERE sentence_search MATCH :query
    UNION ALL
    SELECT kind, id, start, words, rank FROM item_search WHERE item_search MATCH :query
    ORDER BY rank, kind, id, start LIMIT :limit
"""


class Fts5:
    """`parley.store.search.Index` on SQLite."""

    def create(self, connection: Connection) -> None:
        for table in TABLES:
            connection.execute(text(_CREATE.format(table)))

    def add(self, connection: Connection, table: str, entries: Sequence[Hit], numbers: Sequence[int] = ()) -> None:
        rows = [{"rowid": n, "words": e.text, "kind": e.kind, "id": e.id, "start": e.start} for e, n in zip_longest(entries, numbers)]
        connection.execute(text(_INSERT.format(table)), rows)

    def forget(self, connection: Connection, table: str, ids: Sequence[str], numbers: Sequence[int] = ()) -> None:
        for number in numbers:
            connection.execute(text(f"DELETE FROM {table} WHERE rowid = :number"), {"number": number})
        for id_ in () if numbers else ids:
            connection.execute(text(f"DELETE FROM {table} WHERE id = :id"), {"id": id_})

    def clear(self, connection: Connection, table: str) -> None:
        connection.execute(text(f"DELETE FROM {table}"))

    def find(self, connection: Connection, terms: Sequence[str], limit: int) -> list[Hit]:
        # Quoted terms are phrases to FTS5, so nothing a person types is an operator or an error.
        query = " ".join('"' + term.replace('"', '""') + '"' for term in terms)
        rows = connection.execute(text(_FIND), {"query": query, "limit": limit})
        return [Hit(row.kind, row.id, row.start, row.words) for row in rows]
