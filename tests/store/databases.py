"""Statements run past Parley, on the database of a record and on the server that the tests may use."""

from __future__ import annotations

import os
from pathlib import Path

from sqlalchemy import create_engine, make_url, text
from sqlalchemy.pool import NullPool

from parley.store import Location

SERVER = os.environ.get("PARLEY_TEST_POSTGRES", "")
"""Address of a PostgreSQL server on which databases may be made, such as `.ci/postgres` prints."""


def execute(location: Location, statement: str) -> None:
    """Runs one statement on the database of a record, past Parley."""
    url = f"sqlite:///{location / 'record.sqlite'}" if isinstance(location, Path) else make_url(location).set(drivername="postgresql+pg8000")
    engine = create_engine(url, poolclass=NullPool)
    with engine.begin() as connection:
        if isinstance(location, str):
            connection.execute(text("SET search_path TO parley"))
        connection.execute(text(statement))


def on_server(statement: str) -> None:
    engine = create_engine(make_url(SERVER).set(drivername="postgresql+pg8000"), poolclass=NullPool, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
