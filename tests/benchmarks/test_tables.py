"""The tables of docs/benchmarks.md are those of the results kept beside the benchmarks."""

from __future__ import annotations

import importlib.util
from pathlib import Path

ROOT = Path(__file__).parents[2]
# By its file: the folder's other scripts have names of test packages, and must not be importable here.
_SPEC = importlib.util.spec_from_file_location("benchmark_tables", ROOT / "benchmarks" / "tables.py")
assert _SPEC and _SPEC.loader
tables = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(tables)


def test_the_page_shows_the_results_as_they_are() -> None:
    page = (ROOT / "docs" / "benchmarks.md").read_text(encoding="utf-8")
    shown = page.partition(tables.BEGIN)[2].partition(tables.END)[0]
    assert shown.strip() == tables.made(ROOT / "benchmarks" / "results").strip()


def test_every_result_names_its_machine_and_its_load() -> None:
    for text in (path.read_text(encoding="utf-8") for path in (ROOT / "benchmarks" / "results").glob("*.json")):
        assert '"processor"' in text and '"load_at_start"' in text
