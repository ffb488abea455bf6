"""The documentation builds without a warning, shows the help texts as they are, and what it tells people to type runs."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from parley.pipeline.build import build

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
SHOWN = [DOCS / "tutorial.md", *sorted(p for p in (DOCS / "howto").glob("*.md") if p.name != "index.md")]
_FENCE = re.compile(r"^```(sh|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PARLEY = """#!/usr/bin/env bash
# `parley serve` runs until it is stopped: here it is stopped as soon as it answers.
[ "$1" = serve ] || exec {real} "$@"
{real} "$@" --port {port} &
for _ in $(seq 100); do
  {python} -c 'import urllib.request; urllib.request.urlopen("http://127.0.0.1:{port}/")' 2>/dev/null && kill %1 && exit 0
  sleep 0.2
done
kill %1; exit 1
"""


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example pages' record, for pages that begin with one."""
    folder = tmp_path_factory.mktemp("docs") / "record"
    build([ROOT / "examples" / "pages"], folder)
    return folder


def script_of(page: Path) -> str:
    """All commands of a page in their order, as one shell script that stops at the first that fails."""
    blocks = [(m[1], m[2]) for m in _FENCE.finditer(page.read_text(encoding="utf-8"))]
    return "set -eu\n" + "\n".join(code if kind == "sh" else f"python3 - <<'END_OF_CODE'\n{code}END_OF_CODE" for kind, code in blocks)


def test_the_site_builds_without_a_warning(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-b", "html", str(DOCS), str(tmp_path)],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.stderr == ""
    assert done.returncode == 0
    reference = (tmp_path / "reference" / "model.html").read_text(encoding="utf-8")
    assert "code points" in reference
    assert 'id="parley.model.Interval"' in reference


def test_every_page_is_reached_from_the_first(tmp_path: Path) -> None:
    pages = {p.relative_to(DOCS).with_suffix("").as_posix() for p in DOCS.rglob("*.md")}
    reached, waiting = set(), ["index"]
    while waiting:
        name = waiting.pop()
        reached.add(name)
        text = (DOCS / f"{name}.md").read_text(encoding="utf-8")
        trees = re.findall(r"```\{toctree\}\n(.*?)```", text, re.DOTALL)
        listed = [line for tree in trees for line in tree.split() if not line.startswith(":")]
        waiting += [found for line in listed if (found := (Path(name).parent / line).as_posix()) in pages - reached]
    assert pages == reached


def test_the_help_texts_are_those_of_the_program() -> None:
    spec = importlib.util.spec_from_file_location("help_texts", DOCS / "help_texts.py")
    assert spec and spec.loader
    help_texts = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(help_texts)
    text = help_texts.PAGE.read_text(encoding="utf-8")
    assert help_texts.with_help(text) == text, "run `make docs`, which writes them anew"


@pytest.mark.parametrize("page", SHOWN, ids=lambda p: p.stem)
def test_what_a_page_tells_people_to_type_runs(page: Path, record: Path, tmp_path: Path, free_port: int) -> None:
    script = script_of(page)
    (tmp_path / "bin").mkdir()
    command = tmp_path / "bin" / "parley"
    command.write_text(_PARLEY.format(python=sys.executable, real=Path(sys.executable).with_name("parley"), port=free_port), encoding="utf-8")
    command.chmod(0o755)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    if "--out record" not in script:
        shutil.copytree(record, tmp_path / "record")
    path = os.pathsep.join([str(tmp_path / "bin"), str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=tmp_path,
        env={**os.environ, "PATH": path, "USER": "tester"},
        check=False,
        capture_output=True,
        text=True,
        timeout=900,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert "parley: " not in done.stderr  # how the program says that it failed, also in the midst of a pipe
    assert len(script.splitlines()) > 3
