"""Where a record is kept → its database: an SQLite file in a folder, or a PostgreSQL database by its address."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from parley.model import RecordError
from parley.store import schema
from parley.store.search import Index

Location = Path | str
"""A folder, or an address such as `postgresql://user@host/name`."""


class Lock(Protocol):
    """The right to write, held until it is released or its holder dies."""

    def release(self) -> None: ...


class Database(Protocol):
    """What differs between the databases that can hold a record.

    Attributes:
        name: what messages call it; never a password.
        engine: begins a transaction that sees one state of the record.
    """

    name: str
    engine: Engine

    @property
    def index(self) -> Index:
        """Its full-text search."""

    def exists(self) -> bool:
        """Returns whether there is something to open, sound or not."""

    def prepare(self) -> None:
        """Makes whatever holds the tables."""

    def lock(self) -> Lock:
        """Takes the right to write.

        Raises:
            RecordError: when another process has it.
        """

    def version(self, connection: Connection) -> int:
        """Returns the version of the tables; 0 when they are not ours."""

    def set_version(self, connection: Connection, version: int) -> None: ...

    def is_empty(self, connection: Connection) -> bool:
        """Returns whether there is no table yet, as after a process was killed while it made the record."""


def open_database(location: Location, create: bool) -> Database:
    """Opens the database of a record and brings an older one up to date.

    Raises:
        RecordError: when there is none and `create` is false, or it cannot be made, is not a record, is damaged or of a newer version.
    """
    database = database_at(location)
    try:
        with translated(database):
            if create:
                _make(database)
            elif not database.exists():
                raise RecordError(f"no record in {database.name}")
            _check_version(database)
    except RecordError:
        database.engine.dispose()
        raise
    return database


def database_at(location: Location) -> Database:
    """Returns the database that an address or a folder names, without touching it."""
    # Each kind of database brings its own driver, and most records are files.
    if isinstance(location, str) and location.partition(":")[0].partition("+")[0] in ("postgresql", "postgres"):
        from parley.store.postgres import PostgresDatabase

        return PostgresDatabase(location)
    from parley.store.sqlite import SqliteDatabase

    return SqliteDatabase(Path(location))


@contextmanager
def translated(database: Database) -> Iterator[None]:
    """Turns the database's own errors into `RecordError`."""
    try:
        yield
    except DBAPIError as error:
        raise RecordError(f"the record in {database.name} cannot be used: {error.orig}") from error
    except ValueError as error:
        raise RecordError(f"the record in {database.name} is damaged: {error}") from error


def _make(database: Database) -> None:
    """Makes an empty record; one that another process has just made stays."""
    database.prepare()
    lock = database.lock()
    try:
        with database.engine.begin() as connection:
            if database.is_empty(connection):
                schema.METADATA.create_all(connection)
                database.index.create(connection)
                database.set_version(connection, schema.VERSION)
    finally:
        lock.release()


def _check_version(database: Database) -> None:
    with database.engine.begin() as connection:
        version = database.version(connection)
    if version < 1:
        raise RecordError(f"{database.name} is not a record")
    if version > schema.VERSION:
        raise RecordError(f"the record in {database.name} has version {version}; this Parley reads up to {schema.VERSION}")
    if version < schema.VERSION:
        lock = database.lock()
        try:
            with database.engine.begin() as connection:
                for step in range(database.version(connection), schema.VERSION):
                    schema.MIGRATIONS[step](connection)
                    database.set_version(connection, step + 1)
        finally:
            lock.release()
