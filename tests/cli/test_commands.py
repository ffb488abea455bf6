"""The command line as a user or a script meets it."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
import subprocess
import sys
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


def test_the_package_runs_as_the_command_does() -> None:
    done = subprocess.run([sys.executable, "-m", "parley", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == run("--version").stdout


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
    raw = (
        "Talks end\n\n"
        + "The ministers met in Geneva and failed to agree on a ceasefire, officials of both countries said on Monday evening.\n\n" * 1
    )
    raw += (
        "A second round is planned for the spring, when snow has left the passes and observers can travel again, the envoy added.\n\nLeave a Reply\n"
    )
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


def test_a_line_without_end_is_refused_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("parley.cli.lines._LONGEST", 60)
    long = json.dumps({"id": "a", "text": "on Monday " * 40})
    found = answers(run("stage", "times", feed=f"{long}\n" + json.dumps({"id": "b", "text": "on Monday"}) + "\n"))
    assert "longer than" in found[0]["issue"]
    assert found[1]["id"] == "b"


def test_only_bad_lines_fail() -> None:
    assert run("stage", "times", feed='{"id": "a"}\n').exit_code == 1


def test_wrong_usage_is_2(tmp_path: Path) -> None:
    assert run("stage", "nonsense").exit_code == 2
    assert run("build", "--out", str(tmp_path)).exit_code == 2
    assert run("build", "x.txt", "--out", str(tmp_path), "--published", "x.txt=yesterday").exit_code == 2


def test_build_export_why_search_report(tmp_path: Path) -> None:
    page = tmp_path / "talks.txt"
    page.write_text(
        "Talks in Geneva\n\n" + TEXT + "\n\nThe envoy thanked the hosts and said that a second round would follow in the spring.\n", encoding="utf-8"
    )
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


def test_a_build_names_pages_without_a_date_and_takes_it_later(tmp_path: Path) -> None:
    page = tmp_path / "talks.txt"
    page.write_text(
        f"Talks in Geneva\n\n{TEXT}\n\nThe envoy thanked the hosts and said that a second round would follow in the spring.\n", encoding="utf-8"
    )
    record = str(tmp_path / "record")
    first = run("build", str(page), "--out", record)
    assert answers(first)[0]["undated"] == 1
    assert "1 page tells no date" in first.stderr
    assert '--published "talks.txt=' in first.stderr
    second = run("build", str(page), "--out", record, "--published", "talks.txt=2021-03-09")
    assert answers(second)[0]["undated"] == 0
    assert "no date" not in second.stderr
    meeting = next(line for line in answers(run("export", "jsonl", "--record", record)) if line["kind"] == "event" and line["type"] == "CONSULT")
    assert meeting["when"]["first"] == "2021-03-08"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("decisions")
    page = folder / "talks.txt"
    page.write_text(
        "Talks in Geneva\n\n" + TEXT + "\n\nThe envoy thanked the hosts and said that a second round would follow in the spring.\n", encoding="utf-8"
    )
    answers(run("build", str(page), "--out", str(folder / "record"), "--published", "talks.txt=2021-03-09"))
    return folder / "record"


@pytest.fixture
def record(built: Path, tmp_path: Path) -> str:
    return str(shutil.copytree(built, tmp_path / "record"))


def events(record: str) -> dict[str, dict]:
    return {line["id"]: line for line in answers(run("export", "jsonl", "--record", record)) if line["kind"] == "event"}


def test_a_decision_is_applied_listed_and_undone(record: str) -> None:
    before = events(record)
    id_ = next(iter(before))
    decided = run("decide", "reject", id_, "--record", record, "--reason", "not an event", "--author", "A. Reader")
    assert decided.exit_code == 0, decided.stderr
    assert events(record).keys() == before.keys() - {id_}
    assert f"removed event {id_}" in run("diff", "--record", record, "--since", "last").stdout
    decision = decided.stdout.strip()
    assert run("decisions", "--record", record).stdout.split("\t")[:3] == [decision, "holds", "reject"]
    assert run("decide", "undo", decision[:8], "--record", record, "--reason", "it was one").exit_code == 0
    assert events(record) == before
    states = [line.split("\t")[1:3] for line in run("decisions", "--record", record).stdout.splitlines()]
    assert states == [["undone", "reject"], ["holds", "undo"]]


def test_a_later_decision_waits_for_the_next_build(record: str) -> None:
    before = events(record)
    assert run("decide", "reject", next(iter(before)), "--record", record, "--reason", "x", "--later").exit_code == 0
    assert events(record) == before
    assert run("diff", "--record", record, "--since", "run").stdout == ""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["reject", "nonsense"], "nonsense"),
        (["undo", "nonsense"], "no decision ids"),
        (["merge", "REPORT"], "at least two reports"),
        (["group", "REPORT"], "at least two articles"),
        (["date", "REPORT", "--value", "yesterday"], "yesterday"),
        (["correct", "REPORT", "--slot", "colour", "--value", "red"], "colour"),
        (["correct", "REPORT", "--slot", "type", "--value", "PARTY"], "PARTY"),
    ],
)
def test_a_decision_that_cannot_hold_is_refused(record: str, arguments: list[str], message: str) -> None:
    report = next(line["id"] for line in answers(run("export", "jsonl", "--record", record)) if line["kind"] == "report")
    result = run("decide", *(report if part == "REPORT" else part for part in arguments), "--record", record, "--reason", "x")
    assert result.exit_code != 0
    assert message in result.stderr + str(result.exception)
    assert run("decisions", "--record", record).stdout == ""


def test_a_sound_record_has_no_faults_and_a_broken_one_is_told_of(record: str) -> None:
    assert (run("check", "--record", record).exit_code, run("check", "--record", record).stdout) == (0, "")
    with sqlite3.connect(Path(record) / "record.sqlite") as connection:
        connection.execute("UPDATE article SET value = replace(value, 'Geneva', 'Vienna')")
    broken = run("check", "--record", record)
    assert broken.exit_code == 1
    assert "does not hold" in broken.stdout


def test_a_run_that_is_not_there(record: str) -> None:
    assert run("diff", "--record", record, "--since", "nonsense").exit_code == 2
