"""Every kind of database that can hold a record: the tests that take `location` run on each."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import make_url

from parley.store import Location
from store.databases import SERVER, on_server


@pytest.fixture(params=["sqlite", "postgresql"])
def location(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Location]:
    """Where no record is yet: a folder that does not exist, or an empty database."""
    if request.param == "sqlite":
        yield tmp_path / "r"
        return
    if not SERVER:
        if os.environ.get("CI"):
            pytest.fail("PARLEY_TEST_POSTGRES is not set: in CI the record is tested on PostgreSQL too")
        pytest.skip("NOT TESTED ON POSTGRESQL: set PARLEY_TEST_POSTGRES to the address that `.ci/postgres FOLDER` prints")
    name = f"t{uuid.uuid4().hex}"
    on_server(f"CREATE DATABASE {name}")
    yield make_url(SERVER).set(database=name).render_as_string(hide_password=False)
    on_server(f"DROP DATABASE {name} WITH (FORCE)")
