from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from parley.pipeline.build import Options, build
from parley.server import create_app

HERE = "http://127.0.0.1"
TEXTS = {
    "first.txt": (
        "Norland Post\n\nTruce talks end in Velmora\n\n4 March 2021\n\n"
        "Foreign ministers Anna Berg of Norland and Tomas Kral of Sudland met in Velmora on Wednesday. "
        "The talks ended without a joint statement, officials said.\n\n"
        "At least 14 people were killed when the army shelled a market in Torvik on Tuesday, rescue workers said. "
        "<script>alert(1)</script> was painted on a wall.\n"
    ),
    "second.txt": (
        "Sudland Herald\n\nShelling kills dozens\n\n4 March 2021\n\n"
        "Shells hit a market in Torvik on Tuesday, killing 22 people, the mayor of the town said. "
        "The two ministers will meet again on Friday, the foreign ministry of Sudland announced.\n\n"
        "=HYPERLINK was written on a banner that protesters carried through the capital, and \u202eright-to-left\u202c letters too.\n"
    ),
}


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small record, built once."""
    folder = tmp_path_factory.mktemp("served")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    build(tuple(folder / name for name in TEXTS), folder / "record", Options())
    return folder / "record"


@pytest.fixture
def client(made: Path) -> Iterator[TestClient]:
    with TestClient(create_app(made), base_url=HERE) as client:
        yield client
