"""The main job on whole pages: what goes in, what goes wrong, and what must not change."""

from __future__ import annotations

import json
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from parley.model import Interval, UsageError
from parley.pipeline.build import Options, build
from parley.record import export_lines
from parley.store import open_record

WIRE = """Ministers of Norland and Sudmark met in Geneva on Monday but failed to agree on a ceasefire, officials said.

At least 14 people, including three children, were killed by shelling near the town of Vesk since Saturday, according to the Vesk Hospital Union.

"We will return on Friday," the foreign minister of Norland, Ada Brandt, told reporters after five hours of talks.
"""
OTHER = """Sudmark accused Norland on Tuesday of breaking the truce by moving troops towards the river Ile, and asked for a meeting of observers.

Norland denied that any soldier had crossed the line and said that its army was training far from the border, as it does every spring.
"""


def write_pages(folder: Path) -> list[Path]:
    folder.mkdir()
    (folder / "one.txt").write_text(f"Talks in Geneva end without a deal\n\n{WIRE}\nLeave a Reply\n", encoding="utf-8")
    (folder / "two.txt").write_text(f"Geneva talks fail\n\n{WIRE}\nSource: Harbour Wire\n", encoding="utf-8")
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in OTHER.split("\n\n"))
    (folder / "three.html").write_text(
        "<html><head><title>Sudmark accuses Norland</title><meta property='article:published_time' content='2021-03-09'></head>"
        f"<body><nav><a href='/'>Home</a></nav><article><h1>Sudmark accuses Norland</h1>{paragraphs}</article></body></html>",
        encoding="utf-8",
    )
    return sorted(folder.iterdir())


def lines_of(folder: Path) -> list[str]:
    with open_record(folder) as record:
        lines = export_lines(record.pages(), record.articles(), record.view(), record.issues(), record.decisions(), record.runs())
        return sorted(json.dumps(line, sort_keys=True) for line in lines if line["kind"] != "run")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Path], Path]:
    folder = tmp_path_factory.mktemp("built")
    pages = write_pages(folder / "pages")
    build(pages, folder / "record")
    return pages, folder / "record"


def test_copies_count_once_and_reports_are_found(built: tuple[list[Path], Path]) -> None:
    with open_record(built[1]) as record:
        view, articles = record.view(), record.articles()
    assert len(articles) == 3
    assert len(view.sources) == 2
    assert {"CONSULT", "ACCUSE"} <= {report.item.type for report in view.reports}
    killed = [claim.item for claim in view.claims if claim.item.measure == "killed"]
    assert {(claim.low, claim.high) for claim in killed} == {(14, None), (3, 3)}
    assert {claim.claimant for claim in killed} == {"Vesk Hospital Union"}


def test_every_citation_is_the_pages_own_text(built: tuple[list[Path], Path]) -> None:
    with open_record(built[1]) as record:
        raw = {page.id: page.raw for page in record.pages()}
    seen = 0
    for line in map(json.loads, lines_of(built[1])):
        for evidence in line.get("evidence", ()):
            if evidence["page_start"] is not None:
                seen += 1
                assert raw[evidence["page"]][evidence["page_start"] : evidence["page_end"]].split() == evidence["text"].split()
    assert seen > 10


def test_order_and_repetition_change_nothing(built: tuple[list[Path], Path], tmp_path: Path) -> None:
    pages, record = built
    before = lines_of(record)
    summary = build(pages, record)
    assert lines_of(record) == before
    assert not any(summary.added.values())
    for page in reversed(pages):
        build([page], tmp_path / "one_by_one")
    assert lines_of(tmp_path / "one_by_one") == before


def test_a_date_given_later_makes_the_record_it_would_have_made_at_once(built: tuple[list[Path], Path], tmp_path: Path) -> None:
    pages, options = built[0], Options(published={"one.txt": Interval.day(date(2021, 3, 9), "user")})
    build(pages, tmp_path / "later")
    build(pages, tmp_path / "later", options)
    build(pages, tmp_path / "at_once", options)
    assert lines_of(tmp_path / "later") == lines_of(tmp_path / "at_once") != lines_of(built[1])


def test_a_killed_build_ends_in_the_same_record_when_run_again(built: tuple[list[Path], Path], tmp_path: Path) -> None:
    pages, record = built
    code = (
        f"from parley.pipeline.build import build; from pathlib import Path; build({[str(p) for p in pages]!r}, Path({str(tmp_path / 'killed')!r}))"
    )
    for seconds in (1.5, 3.0):
        process = subprocess.Popen([sys.executable, "-c", code])
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        process.wait()
    build(pages, tmp_path / "killed")
    assert lines_of(tmp_path / "killed") == lines_of(record)


BAD = {
    "empty.txt": b"",
    "binary.txt": bytes(range(256)) * 40,
    "broken.txt": b"\xc3\x28\xa0\xa1\xe2\x28\xa1\xf0\x28\x8c\xbc" * 200,
    "bomb.html": b"<div>" * 100_000,
    "long.txt": b"x" * 50_000_000,
    "no_text.jsonl": b'{"id": "a"}\n',
    "not_json.jsonl": b"{oops\n",
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_page_is_one_clear_issue(name: str, built: tuple[list[Path], Path], tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(BAD[name])
    summary = build([tmp_path / name], tmp_path / "record")
    with open_record(tmp_path / "record") as record:
        issues = record.issues()
    assert (summary.read, summary.failed) == (1, 1)
    assert len(issues) == 1
    assert name in issues[0].page
    assert issues[0].stage
    assert len(issues[0].message) > 10


def test_a_bad_page_does_not_touch_the_good_ones(built: tuple[list[Path], Path], tmp_path: Path) -> None:
    pages, record = built
    for name in ("empty.txt", "bomb.html"):
        (tmp_path / name).write_bytes(BAD[name])
    build([*pages, tmp_path / "empty.txt", tmp_path / "bomb.html"], tmp_path / "record")
    good = [line for line in lines_of(tmp_path / "record") if json.loads(line)["kind"] not in ("issue", "page")]
    assert good == [line for line in lines_of(record) if json.loads(line)["kind"] != "page"]


def test_what_is_remembered_and_damaged_is_worked_out_again(built: tuple[list[Path], Path], tmp_path: Path) -> None:
    shutil.copytree(built[1], tmp_path / "record")
    with sqlite3.connect(tmp_path / "record" / "record.sqlite") as database:
        database.execute("UPDATE memory SET value = zeroblob(9) WHERE kind = 'digests'")
    build([], tmp_path / "record")
    with open_record(tmp_path / "record") as record:
        (issue,) = record.issues()
    assert "damaged" in issue.message
    assert [line for line in lines_of(tmp_path / "record") if json.loads(line)["kind"] != "issue"] == lines_of(built[1])


def test_an_unknown_pipeline_is_wrong_usage_and_no_issue(built: tuple[list[Path], Path], tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no spaCy pipeline"):
        build(built[0], tmp_path / "record", Options(language="en_not_installed"))
    assert not (tmp_path / "record").exists()


def test_a_missing_path_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"nowhere\.txt"):
        build([tmp_path / "nowhere.txt"], tmp_path / "record", Options())
