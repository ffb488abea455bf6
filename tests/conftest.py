from __future__ import annotations

import importlib.util
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from parley.engine import Engine


@pytest.fixture(scope="session")
def chromium() -> Iterator[object]:
    """Debian's own Chromium, driven by Playwright. Without it the tests are skipped, but in continuous integration they fail."""
    path = shutil.which("chromium")
    if path is None:
        message = "no chromium: the report was NOT tried in a browser (apt-get install chromium)"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    from playwright.sync_api import sync_playwright

    quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*quiet, "--disable-sync"])
        yield browser
        browser.close()


SPARK = "local[2,4]"


def _lacking_for_spark() -> str | None:
    if importlib.util.find_spec("pyspark") is None:
        return "no PySpark (make spark)"
    return None if shutil.which("java") else "no Java (apt-get install openjdk-17-jre-headless)"


@pytest.fixture(scope="session")
def spark() -> Iterator[Engine]:
    """Spark on two cores. Without it the tests are skipped, but in continuous integration they fail."""
    missing = _lacking_for_spark()
    if missing:
        message = f"{missing}: builds on Spark were NOT tried"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    from parley.engine import open_engine

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(Path(__file__).parent), prepend=os.pathsep)  # where Spark's Python workers find `engine.word_steps`
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        with open_engine(SPARK) as engine:
            assert engine.scalar("SELECT 1 AS one", {}) == 1
            yield engine
