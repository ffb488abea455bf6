"""An address → a PostgreSQL database that holds one record, in a schema of its own."""

from __future__ import annotations

import time
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError

from parley.model import RecordError
from parley.store.tsvector import TsVector

SCHEMA = "parley"
"""Where the tables are, so that a database shared with others holds no surprise."""
_KEY = 0x7061726C6579
"""The number of our advisory lock; PostgreSQL keeps locks apart by database."""
_TRIES, _PAUSE = 10, 0.1
"""A server takes a moment to notice that the last writer was killed: how often, and after how many seconds, the lock is asked for again."""


class PostgresDatabase:
    """Tables in the schema `parley` of a database that exists already."""

    index = TsVector()

    def __init__(self, address: str) -> None:
        """Takes the address as SQLAlchemy writes it; without a driver named it is pg8000.

        Raises:
            RecordError: when the address cannot be read or the driver is not installed.
        """
        try:
            url = make_url(address)
            url = url.set(drivername="postgresql+pg8000") if url.drivername in ("postgresql", "postgres") else url
            self.engine = _open_engine(url.render_as_string(hide_password=False))
        except (ArgumentError, ValueError) as error:
            raise RecordError("not an address of a database; write postgresql://USER:PASSWORD@HOST:PORT/NAME") from error
        except ModuleNotFoundError as error:
            raise RecordError(f"the driver {error.name} is not installed: pip install 'parley-record[postgres]'") from error
        self.name = url.set(drivername="postgresql").render_as_string(hide_password=True)

    def exists(self) -> bool:
        with self.engine.begin() as connection:
            return not self.is_empty(connection)

    def prepare(self) -> None:
        with self.engine.begin() as connection:
            if connection.execute(text("SELECT to_regnamespace(:schema)"), {"schema": SCHEMA}).scalar() is None:
                connection.execute(text(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}"))

    def lock(self) -> AdvisoryLock:
        return AdvisoryLock(self.engine, self.name)

    def version(self, connection: Connection) -> int:
        return 0 if self.is_empty(connection) else int(connection.execute(text("SELECT number FROM version")).scalar_one())

    def set_version(self, connection: Connection, version: int) -> None:
        connection.execute(text("CREATE TABLE IF NOT EXISTS version (number INTEGER NOT NULL)"))
        connection.execute(text("DELETE FROM version"))
        connection.execute(text("INSERT INTO version (number) VALUES (:number)"), {"number": version})

    def is_empty(self, connection: Connection) -> bool:
        return connection.execute(text("SELECT to_regclass(:table)"), {"table": f"{SCHEMA}.version"}).scalar() is None


class AdvisoryLock:
    """The right to write; the server takes it back when the connection ends, however that comes about."""

    def __init__(self, engine: Engine, name: str) -> None:
        """Takes the lock.

        Raises:
            RecordError: when another connection keeps it.
        """
        self._connection = engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        for left in reversed(range(_TRIES)):
            if self._connection.execute(text("SELECT pg_try_advisory_lock(:key)"), {"key": _KEY}).scalar():
                return
            time.sleep(_PAUSE if left else 0)
        self._connection.close()
        raise RecordError(f"{name} is being written to by another process; wait until it is done")

    def release(self) -> None:
        self._connection.invalidate()  # ends the session, sound or not, and the lock with it
        self._connection.close()


def _open_engine(url: str) -> Engine:
    """Returns an engine whose transactions each see one state of the record, and our schema alone."""
    engine = create_engine(url, isolation_level="REPEATABLE READ", pool_size=2)

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _: Any) -> None:  # Any: the connection is the driver's
        cursor = connection.cursor()
        cursor.execute(f"SET search_path TO {SCHEMA}")
        cursor.close()
        connection.commit()

    return engine
