from __future__ import annotations

import importlib.util
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from parley.engine import Engine, open_engine

SPARK = "local[2,4]"


def _missing() -> str | None:
    if importlib.util.find_spec("pyspark") is None:
        return "no PySpark (make spark)"
    return None if shutil.which("java") else "no Java (apt-get install openjdk-17-jre-headless)"


@pytest.fixture(scope="session")
def spark() -> Iterator[Engine]:
    """Spark on two cores. Without it the tests are skipped, but in continuous integration they fail."""
    missing = _missing()
    if missing:
        message = f"{missing}: builds on Spark were NOT tried"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(Path(__file__).parents[1]))  # where Spark's Python workers find `engine.word_steps`
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        with open_engine(SPARK) as engine:
            assert engine.scalar("SELECT 1 AS one", {}) == 1
            yield engine


@pytest.fixture(scope="session")
def pool() -> Iterator[Engine]:
    with open_engine("pool[2]", ["pandas"]) as engine:  # Arrow loads it where it is installed; once is enough
        yield engine


@pytest.fixture(params=["pool", "spark"])
def engine(request: pytest.FixtureRequest) -> Engine:
    found: Engine = request.getfixturevalue(request.param)
    return found
