"""A folder → an SQLite database that readers and one writer can use at the same time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import NullPool

from parley.model import RecordError
from parley.store import schema
from parley.store.lock import WriteLock

FILE = "record.sqlite"
LOCK = "record.lock"
_WAIT = 30.0
"""Seconds to wait while another process moves the write-ahead log into the database."""


def open_engine(path: Path) -> Engine:
    """Returns an engine on the database file at `path`; transactions begin and end only where the caller says."""
    engine = create_engine(f"sqlite:///{path}", poolclass=NullPool, connect_args={"timeout": _WAIT})

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _: Any) -> None:
        connection.isolation_level = None
        # Log and database survive a killed process in any mode; NORMAL can lose the last moments only when the power fails.
        connection.execute("PRAGMA synchronous = NORMAL")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    return engine


@contextmanager
def translated(folder: Path) -> Iterator[None]:
    """Turns the database's own errors into `RecordError`."""
    try:
        yield
    except DatabaseError as error:
        raise RecordError(f"the record in {folder} cannot be used: {error.orig}") from error
    except ValueError as error:
        raise RecordError(f"the record in {folder} is damaged: {error}") from error


def create_database(folder: Path) -> None:
    """Makes an empty record in `folder`, which is made too; a record that another process has just made stays.

    Raises:
        RecordError: when the folder cannot be written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RecordError(f"cannot make {folder}: {error.strerror}") from error
    with WriteLock(folder / LOCK), translated(folder):
        engine = open_engine(folder / FILE)
        raw = engine.raw_connection()
        raw.cursor().execute("PRAGMA journal_mode = WAL")
        raw.close()
        with engine.begin() as connection:
            if schema.is_empty(connection):
                schema.create(connection)


def check_version(engine: Engine, folder: Path) -> None:
    """Brings an older record up to date, under the write lock.

    Raises:
        RecordError: when the record is not one, is damaged, or was written by a newer Parley.
    """
    with translated(folder):
        with engine.begin() as connection:
            version = schema.version_of(connection)
        if version < 1:
            raise RecordError(f"{folder / FILE} is not a record")
        if version > schema.VERSION:
            raise RecordError(f"the record in {folder} has version {version}; this Parley reads up to {schema.VERSION}")
        if version < schema.VERSION:
            with WriteLock(folder / LOCK), engine.begin() as connection:
                schema.migrate(connection, schema.version_of(connection))
