"""The tables of a record, their version, and how an older version becomes this one."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from sqlalchemy import Column, Connection, Index, Integer, LargeBinary, MetaData, String, Table, Text, delete, insert, inspect, select, text

from parley.model import Article
from parley.model.codec import dump, load
from parley.store.briefs import Brief

VERSION = 4

METADATA = MetaData()


def _table(name: str, *columns: Column[str] | Column[bytes] | Column[int] | Index) -> Table:
    return Table(name, METADATA, *columns, Column("value", Text, nullable=False))


PAGES = _table("page", Column("id", String, primary_key=True), Column("raw", LargeBinary, nullable=False))
ARTICLES = _table("article", Column("id", String, primary_key=True), Column("page", String, nullable=False, index=True))
ISSUES = _table("issue", Column("id", String, primary_key=True), Column("page", String, nullable=False, index=True))
READINGS = _table("reading", Column("key", String, primary_key=True))
RUNS = _table("run", Column("number", Integer, primary_key=True), Column("id", String, nullable=False))
DECISIONS = _table("decision", Column("number", Integer, primary_key=True), Column("id", String, nullable=False, unique=True))
FINGERPRINTS = Table("fingerprint", METADATA, Column("article", String, primary_key=True), Column("value", LargeBinary, nullable=False))
# What must be known of each article before it is read itself; see `parley.store.briefs`.
BRIEFS = _table("brief", Column("article", String, primary_key=True))
# What was worked out before; see `parley.record.memory`.
MEMORY = Table(
    "memory",
    METADATA,
    Column("kind", String, primary_key=True),
    Column("key", String, primary_key=True),
    Column("value", LargeBinary, nullable=False),
)
# What is derived, one row an item: `part` is the field of the view it belongs to, `unit` what it was made in, `born` the number of the run
# that first wrote it and `died` of the one that no longer did. Rows of the past stay, so that a view as it was can be read again.
ITEMS = _table(
    "item",
    Column("number", Integer, primary_key=True),
    Column("part", String, nullable=False),
    Column("id", String, index=True),
    Column("digest", String, nullable=False),
    Column("born", Integer, nullable=False),
    Column("died", Integer, index=True),
    Column("unit", String, index=True),
)


def _keep_past_items(connection: Connection) -> None:
    """1 → 2: items had a place in their part and were replaced; now each has a number and the runs that first and last held it.

    The last view is carried over as that of the latest run. Some records of version 1 already have the new columns.
    """
    if "born" in _columns(connection):
        return
    rows = [dict(row._mapping) for row in connection.execute(text("SELECT part, id, value FROM item ORDER BY part, place"))]
    born = int(connection.execute(text("SELECT coalesce(max(number), 1) FROM run")).scalar_one())
    connection.execute(text("DROP TABLE item"))
    METADATA.create_all(connection, [ITEMS])
    for number, row in enumerate(rows, 1):
        connection.execute(insert(ITEMS), row | {"number": number, "digest": digest_of(row["part"], row["value"]), "born": born})


def _grow_by_units(connection: Connection) -> None:
    """2 → 3: items belong to units, and what was worked out is remembered; the next build works everything out once more."""
    if "unit" not in _columns(connection):
        connection.execute(text("ALTER TABLE item ADD COLUMN unit VARCHAR"))
        connection.execute(text("CREATE INDEX ix_item_unit ON item (unit)"))
    connection.execute(text("DROP TABLE IF EXISTS item_order"))
    METADATA.create_all(connection, [BRIEFS, MEMORY])
    for value in connection.execute(select(ARTICLES.c.value)).scalars().all():
        article = load(value, Article)
        connection.execute(insert(BRIEFS), {"article": article.id, "value": dump(Brief.of(article), Brief)})


def _forget(connection: Connection) -> None:
    """3 → 4: what is remembered is kept under other names, with a checksum; the next build works everything out once more."""
    connection.execute(delete(MEMORY))


def _columns(connection: Connection) -> set[str]:
    return {column["name"] for column in inspect(connection).get_columns("item")}


def digest_of(part: str, value: str) -> str:
    """Returns what equal items of a view are known by."""
    return hashlib.sha256(f"{part}\0{value}".encode()).hexdigest()[:32]


MIGRATIONS: dict[int, Callable[[Connection], None]] = {1: _keep_past_items, 2: _grow_by_units, 3: _forget}
"""Version → the step that makes it the next version. Steps are run in order inside one transaction; the first is older than PostgreSQL records."""
