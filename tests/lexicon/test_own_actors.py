"""A user's own list of actors, read in a process of its own since lists are read once."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

CODE = """
from parley.lexicon.actors import actors_by_key, actors_by_spelling
from parley.lexicon.own_actors import own_actors
from parley.pipeline.versions import lexicon_version
print([a.name for a in own_actors()], actors_by_spelling()["Obama"].name, actors_by_key()["obama"].name, lexicon_version())
"""
HEAD = "name,aliases,kind,country,sector\n"


def run(path: Path | None) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "PARLEY_ACTORS"} | ({"PARLEY_ACTORS": str(path)} if path else {})
    return subprocess.run([sys.executable, "-c", CODE], env=environment, capture_output=True, text=True, check=False)


def test_own_rows_go_before_the_shipped_ones_and_change_the_version(tmp_path: Path) -> None:
    path = tmp_path / "actors.csv"
    path.write_text(HEAD + "Ilo Obama,Obama | Commander Obama,person,NOR,REB\n", encoding="utf-8")
    own, shipped = run(path).stdout.rsplit(maxsplit=1), run(None).stdout.rsplit(maxsplit=1)
    assert own[0] == "['Ilo Obama'] Ilo Obama Ilo Obama"
    assert shipped[0] == "[] Barack Obama Barack Obama"
    assert own[1] != shipped[1]


@pytest.mark.parametrize("rows", [HEAD + ",,person,NOR,\n", HEAD + "Ilo Varga,,dragon,NOR,\n", None, "name;kind\nIlo;person\n"])
def test_a_list_that_cannot_be_used_is_refused_with_its_name(tmp_path: Path, rows: str | None) -> None:
    path = tmp_path / "actors.csv"
    if rows is not None:
        path.write_text(rows, encoding="utf-8")
    done = run(path)
    assert done.returncode
    assert "UsageError" in done.stderr
    assert str(path) in done.stderr
