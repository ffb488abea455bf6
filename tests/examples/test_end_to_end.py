"""The whole program on the example pages, held to the accuracy floors of evals/floors.json."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from endtoend.report import below_floors, figures, table
from endtoend.scores import score
from endtoend.sides import read_notes, read_record
from parley.pipeline.build import build
from parley.record import export_lines
from parley.record.view import with_dates
from parley.store import open_record

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("examples") / "record"
    build([ROOT / "examples" / "pages"], folder)
    with open_record(folder) as record:
        view = record.view()
        found = export_lines(record.pages(), with_dates(record.articles(), view), view, record.issues(), record.decisions(), record.runs())
        return [json.dumps(line, ensure_ascii=False) for line in found]


def test_no_figure_is_below_its_floor(lines: list[str]) -> None:
    tallies = score(read_notes(ROOT / "examples" / "expected"), read_record(lines))
    floors = json.loads((ROOT / "evals" / "floors.json").read_text(encoding="utf-8"))["examples"]
    assert any(floor is not None for floor in floors.values())
    low = below_floors(figures(tallies), floors)
    assert not low, "\n".join([*low, table(tallies, 10)])


def test_evidence_is_cited_exactly(lines: list[str]) -> None:
    items = [json.loads(line) for line in lines]
    texts = {item["id"]: item["text"] for item in items if item["kind"] == "article"}
    cited = [evidence for item in items for evidence in item.get("evidence", ())]
    assert len(cited) > 300
    assert all(texts[e["article"]][e["start"] : e["end"]] == e["text"] for e in cited)
