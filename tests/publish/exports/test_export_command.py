"""`parley export`: formats, files, folders, the rule for figures, and what is said on standard error."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from made_record import ARTICLES, ISSUES, PAGES, VIEW

from parley.cli import export as command_module
from parley.cli import parley
from parley.cli.export import _FORMATS, _RULES
from parley.publish.exports import DEFAULT, FORMATS, RULES, Content


def run(*arguments: str) -> Result:
    return CliRunner().invoke(parley, ["export", *arguments, "--record", "anywhere"])


@pytest.fixture(autouse=True)
def made(content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reads the invented record in place of one from disk."""
    monkeypatch.setattr(command_module, "_read", lambda folder: content)


def test_the_help_knows_every_format_and_rule() -> None:
    shown = CliRunner().invoke(parley, ["export", "--help"]).stdout
    assert list(_FORMATS) == list(FORMATS)
    assert list(_RULES) == list(RULES)
    assert all(f"  {name} " in shown and says in shown for name, says in _FORMATS.items())
    assert f"default: {DEFAULT}" in " ".join(shown.split())


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "parquet"])
def test_a_format_goes_to_standard_output_or_a_file_alike(name: str, tmp_path: Path) -> None:
    shown = run(name)
    assert shown.exit_code == 0, shown.stderr
    path = tmp_path / "new" / "out"
    assert run(name, "-o", str(path)).stdout_bytes == b""
    assert path.read_bytes() == shown.stdout_bytes
    assert shown.stdout_bytes


def test_parquet_needs_a_folder(tmp_path: Path) -> None:
    refused = run("parquet")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "folder" in refused.stderr
    assert run("parquet", "-o", str(tmp_path / "tables")).exit_code == 0
    manifest = json.loads((tmp_path / "tables" / "manifest.json").read_text(encoding="utf-8"))
    assert {t["file"] for t in manifest["tables"]} | {"manifest.json"} == {p.name for p in (tmp_path / "tables").iterdir()}
    assert run("geojson", "-o", str(tmp_path / "tables")).exit_code == 2


def test_an_unknown_format_is_wrong_usage_and_lists_the_others() -> None:
    result = run("excel")
    assert result.exit_code == 2
    assert all(name in result.stderr for name in FORMATS)


def test_what_is_left_out_and_what_each_rule_adds_up_to_is_said_on_standard_error() -> None:
    result = run("ucdp", "--figures", "ranges")
    assert "left out: events that are planned, supposed or denied: 1" in result.stderr
    assert "figures: ranges" in result.stderr
    rows = [line.split() for line in result.stderr.splitlines() if line.startswith(tuple(RULES))]
    assert ["ranges", "killed", "1", "14", "0", "20", "1"] in rows
    assert [row[0] for row in rows] == [*RULES, *RULES]
    assert "left out" not in result.stdout


@pytest.mark.parametrize("name", ["jsonl", "polecat"])
def test_a_rule_where_there_are_no_figures_is_wrong_usage(name: str) -> None:
    assert run(name, "--figures", "ranges").exit_code == 2
    assert run(name).stderr.count("figures:") == 0


def test_the_invented_record_has_something_of_everything() -> None:
    assert all([PAGES, ARTICLES, ISSUES, VIEW.events, VIEW.claims, VIEW.statements, VIEW.commitments, VIEW.disagreements])
