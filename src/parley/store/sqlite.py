"""A folder → an SQLite database that readers and one writer can use at the same time."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.pool import NullPool

from parley.model import RecordError
from parley.store.fts5 import Fts5
from parley.store.lock import WriteLock

FILE = "record.sqlite"
LOCK = "record.lock"
_WAIT = 30.0
"""Seconds to wait while another process moves the write-ahead log into the database."""


class SqliteDatabase:
    """The one file of a folder; its version is SQLite's `user_version`."""

    index = Fts5()

    def __init__(self, folder: Path) -> None:
        self.name = str(folder)
        self.engine = _open_engine(folder / FILE)
        self._folder = folder

    def exists(self) -> bool:
        return (self._folder / FILE).is_file()

    def prepare(self) -> None:
        """Makes the folder, and the file with a write-ahead log.

        Raises:
            RecordError: when the folder cannot be written to.
        """
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise RecordError(f"cannot make {self._folder}: {error.strerror}") from error
        with self.lock():
            raw = self.engine.raw_connection()
            try:
                raw.cursor().execute("PRAGMA journal_mode = WAL")
            finally:
                raw.close()

    def lock(self) -> WriteLock:
        return WriteLock(self._folder / LOCK)

    def version(self, connection: Connection) -> int:
        return int(connection.execute(text("PRAGMA user_version")).scalar_one())

    def set_version(self, connection: Connection, version: int) -> None:
        connection.execute(text(f"PRAGMA user_version = {version:d}"))

    def is_empty(self, connection: Connection) -> bool:
        return not connection.execute(text("SELECT count(*) FROM sqlite_master")).scalar_one()


def _open_engine(path: Path) -> Engine:
    """Returns an engine on the file at `path`; transactions begin and end only where the caller says."""
    frozen = URL.create("sqlite", database=f"file:{quote(str(path))}", query={"mode": "ro", "immutable": "1", "uri": "true"})
    address = frozen if _is_at_rest(path) else URL.create("sqlite", database=str(path))
    engine = create_engine(address, poolclass=NullPool, connect_args={"timeout": _WAIT})

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _: Any) -> None:
        connection.isolation_level = None
        # Log and database survive a killed process in any mode; NORMAL can lose the last moments only when the power fails.
        connection.execute("PRAGMA synchronous = NORMAL")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    return engine


def _is_at_rest(path: Path) -> bool:
    """Returns whether the file lies where nothing can be written, as on a read-only disk: then SQLite must not make its log beside it."""
    log = path.with_name(f"{path.name}-wal")
    return path.is_file() and not os.access(path.parent, os.W_OK) and not (log.exists() and log.stat().st_size)
