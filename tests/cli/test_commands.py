"""The command line as a user or a script meets it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from parley.cli import _COMMANDS, parley

ROOT = Path(__file__).parents[2]
TEXT = "Ministers of Norland and Sudmark met in Geneva on Monday. “No deal,” Ada Brandt said. At least 14 people were killed near Vesk, medics said."


def run(*arguments: str, feed: str = "") -> Result:
    return CliRunner().invoke(parley, list(arguments), input=feed)


def answers(result: Result) -> list[dict]:
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.mark.parametrize("command", _COMMANDS)
def test_every_command_explains_itself(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert len(result.stdout) > 200


@pytest.mark.parametrize("command", _COMMANDS)
def test_every_command_is_in_the_documentation(command: str) -> None:
    text = (ROOT / "docs/commands.md").read_text(encoding="utf-8")
    assert re.search(rf"^## parley {command}\b", text, re.MULTILINE)
    options = set(re.findall(r"--[a-z]+", run(command, "--help").stdout)) - {"--help"}
    assert options <= set(re.findall(r"--[a-z]+", text))


@pytest.mark.parametrize("stage", ["entities", "times", "statements", "claims", "reports"])
def test_a_stage_answers_each_line_in_order(stage: str) -> None:
    feed = "".join(json.dumps({"id": str(n), "text": text, "published": "2021-03-09"}) + "\n" for n, text in enumerate([TEXT, "", "لا اتفاق بعد."]))
    found = answers(run("stage", stage, feed=feed))
    assert [answer["id"] for answer in found] == ["0", "1", "2"]
    assert found[0][stage]
    assert found[1][stage] == []


def test_clean_tells_what_it_keeps() -> None:
    raw = "Talks end\n\n" + "The ministers met in Geneva and failed to agree on a ceasefire, officials of both countries said on Monday evening.\n\n" * 1
    raw += "A second round is planned for the spring, when snow has left the passes and observers can travel again, the envoy added.\n\nLeave a Reply\n"
    (answer,) = answers(run("stage", "clean", feed=json.dumps({"id": "a", "raw": raw, "media": "text/plain"}) + "\n"))
    assert "failed to agree" in answer["text"]
    assert "Leave a Reply" not in answer["text"]
    assert any("Leave a Reply" in raw[d["start"] : d["end"]] for d in answer["dropped"])
    assert all(raw[start:end].strip() in answer["text"] or answer["title"] in raw[start:end] for start, end in answer["kept"])


def test_stages_over_all_lines_write_one() -> None:
    feed = "".join(json.dumps({"id": str(n), "text": TEXT * 3}) + "\n" for n in range(3))
    (copies,) = answers(run("stage", "copies", feed=feed))
    (stories,) = answers(run("stage", "stories", feed=feed))
    assert copies["sources"] == [["0", "1", "2"]]
    assert sorted(i for group in stories["stories"] for i in group) == ["0", "1", "2"]


def test_a_bad_line_is_answered_and_the_rest_goes_on() -> None:
    result = run("stage", "times", feed='{"id": "a"}\nnot json\n' + json.dumps({"id": "b", "text": "on Monday"}) + "\n")
    found = answers(result)
    assert found[0] == {"id": "a", "issue": "no string text"}
    assert found[1]["issue"].startswith("not JSON")
    assert found[2]["times"]
    assert "no string text" in result.stderr


def test_only_bad_lines_fail() -> None:
    assert run("stage", "times", feed='{"id": "a"}\n').exit_code == 1


def test_wrong_usage_is_2(tmp_path: Path) -> None:
    assert run("stage", "nonsense").exit_code == 2
    assert run("build", "--out", str(tmp_path)).exit_code == 2
    assert run("build", "x.txt", "--out", str(tmp_path), "--published", "x.txt=yesterday").exit_code == 2


def test_build_export_why_search_report(tmp_path: Path) -> None:
    page = tmp_path / "talks.txt"
    page.write_text("Talks in Geneva\n\n" + TEXT + "\n\nThe envoy thanked the hosts and said that a second round would follow in the spring.\n", encoding="utf-8")
    record = str(tmp_path / "record")
    (summary,) = answers(run("build", str(page), "--out", record, "--published", "talks.txt=2021-03-09"))
    assert summary["articles"] == summary["independent_sources"] == 1
    lines = answers(run("export", "jsonl", "--record", record))
    article = next(line for line in lines if line["kind"] == "article")
    assert article["published"] == {"first": "2021-03-09", "last": "2021-03-09", "how": "user"}
    event = next(line for line in lines if line["kind"] == "event")
    assert event["evidence"][0]["text"][:40] in run("why", event["id"], "--record", record).stdout.replace("\n", " ")
    assert "Geneva" in run("search", "ministers", "--record", record).stdout
    report = tmp_path / "report.html"
    assert run("report", "--record", record, "-o", str(report)).stdout.strip() == str(report)
    assert "Ada Brandt" in report.read_text(encoding="utf-8")
