"""Who may import whom: the house plan of docs/design.md, read off the source."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "parley"
ROOMS = {"pages", "copies", "times", "places", "actors", "reports", "claims", "statements"}
BELOW = {"model", "lexicon", "language"}
ALLOWED = {
    "model": set(),
    "lexicon": {"model"},
    "language": {"model", "lexicon"},
    **dict.fromkeys(ROOMS, BELOW),
    "record": {"model", "lexicon"},
    "store": {"model", "record"},
    "publish": {"model", "record", "lexicon"},
    "engine": {"model"},
    "pipeline": ROOMS | BELOW | {"record", "store", "engine"},
    "server": {"model", "record", "store", "publish", "pipeline"},
    "cli": ROOMS | BELOW | {"record", "store", "publish", "pipeline", "server"},
}


def files() -> list[Path]:
    return sorted(path for path in SOURCE.rglob("*.py") if path.parent != SOURCE)


def room_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0]


def imported_rooms(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = (
            [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        )
        for name in names:
            parts = name.split(".")
            if parts[0] == "parley" and len(parts) > 1:
                yield parts[1]


@pytest.mark.parametrize("path", files(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_room_imports_only_what_lies_below_it(path: Path) -> None:
    room = room_of(path)
    wrong = set(imported_rooms(path)) - ALLOWED[room] - {room}
    assert not wrong, f"{room} must not import {sorted(wrong)}"


def test_every_folder_has_its_place_in_the_plan() -> None:
    assert {room_of(path) for path in files()} <= set(ALLOWED)


def test_the_plan_has_no_cycles() -> None:
    left = {room: set(below) for room, below in ALLOWED.items()}
    while left:
        free = {room for room, below in left.items() if not below & set(left)}
        assert free, f"cycle among {sorted(left)}"
        left = {room: below for room, below in left.items() if room not in free}


def test_relative_imports_are_not_used() -> None:
    for path in files():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            assert not (isinstance(node, ast.ImportFrom) and node.level), path


@pytest.mark.parametrize("path", files(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_the_model_needs_nothing_but_the_standard_library(path: Path) -> None:
    if room_of(path) != "model":
        return
    import sys

    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert (node.module or "").split(".")[0] in {*sys.stdlib_module_names, "parley"}


@pytest.mark.parametrize("path", files(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_nothing_can_fetch_anything(path: Path) -> None:
    """Pages are hostile: no module may import what opens a connection."""
    clients = {"socket", "urllib.request", "http.client", "ftplib", "requests", "httpx", "urllib3", "aiohttp", "pycurl"}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [a.name for a in node.names] if isinstance(node, ast.Import) else [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        if isinstance(node, ast.ImportFrom):
            names += [f"{node.module}.{alias.name}" for alias in node.names]
        assert not clients & set(names), path


@pytest.mark.parametrize(
    ("work", "spared"),
    [
        ("import parley.cli.stage, parley.times", {"parley.record", "spacy", "numpy", "onnxruntime", "sqlalchemy"}),
        ("from parley.pipeline.steps import answers_of, to_rows; list(to_rows([('a', 'b')]).to_pylist())", {"pandas", "spacy", "onnxruntime"}),
        ("import parley.pipeline.build; from parley.actors import same_actor", {"spacy", "onnxruntime", "htmldate", "pandas"}),
        ("import parley.pipeline.warm", {"sqlalchemy", "duckdb", "pandas", "py3langid"}),
    ],
)
def test_what_need_not_be_loaded_is_not(work: str, spared: set[str]) -> None:
    """A stage alone on a line answers in a third of a second, and one page more in a record is not made to wait for pandas."""
    ended = subprocess.run([sys.executable, "-c", f"import sys\n{work}\nprint(*sys.modules)"], check=True, capture_output=True, text=True)
    assert spared & set(ended.stdout.split()) == set()
