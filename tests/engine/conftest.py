from __future__ import annotations

from collections.abc import Iterator

import pytest

from parley.engine import Engine, open_engine


@pytest.fixture(scope="session")
def pool() -> Iterator[Engine]:
    with open_engine("pool[2]", ["pandas"]) as engine:  # Arrow loads it where it is installed; once is enough
        yield engine


@pytest.fixture(params=["pool", "spark"])
def engine(request: pytest.FixtureRequest) -> Engine:
    found: Engine = request.getfixturevalue(request.param)
    return found
