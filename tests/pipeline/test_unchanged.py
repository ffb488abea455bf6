"""Files named again are read again only where they may have changed."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from parley.model import Issue, Page
from parley.pages import read
from parley.pipeline import unchanged
from parley.pipeline.build import build
from parley.pipeline.unchanged import Unchanged
from parley.pipeline.versions import code_version
from pipeline.test_whole_build import lines_of, write_pages

CLEANED = {"p-1"}


@pytest.fixture
def old(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets every file be old enough."""
    monkeypatch.setattr(unchanged, "_YOUNG", -60_000_000_000)


def look(folder: Path, path: Path, *items: Page | Issue) -> str | None:
    """One build: the file is looked at, read if it must be, and what came of it noted."""
    files = Unchanged.beside(folder)
    page = files.page_of(path, CLEANED)
    if page is None:
        for item in items or (Page("p-1", str(path), "text/plain", path.read_text()),):
            files.note(item)
    files.keep(CLEANED)
    return page


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "one.txt"
    path.write_text("They met.")
    return path


@pytest.mark.usefixtures("old")
def test_a_file_that_is_as_it_was_is_passed_over(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [look(tmp_path, file) for _ in range(3)] == [None, "p-1", "p-1"]
    monkeypatch.chdir(tmp_path)
    assert look(tmp_path, Path("one.txt")) == "p-1"


@pytest.mark.usefixtures("old")
def test_other_words_of_the_same_length_and_time_are_seen(file: Path, tmp_path: Path) -> None:
    look(tmp_path, file)
    status = file.stat()
    file.write_text("They left")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert look(tmp_path, file) is None


@pytest.mark.usefixtures("old")
def test_a_file_in_the_place_of_another_is_seen(file: Path, tmp_path: Path) -> None:
    look(tmp_path, file)
    other = tmp_path / "other.txt"
    other.write_text("They met.")
    other.replace(file)
    assert look(tmp_path, file) is None


def test_a_young_file_is_read_again(file: Path, tmp_path: Path) -> None:
    assert [look(tmp_path, file) for _ in range(2)] == [None, None]


@pytest.mark.usefixtures("old")
@pytest.mark.parametrize(
    "items",
    [
        (Issue("{}", "read", "the page is empty"),),
        (Issue("{}", "read", "2 characters are not valid"), Page("p-1", "{}", "text/plain", "They met.")),  # the issue must be told again
        (Page("p-2", "{}", "text/plain", "They met."),),  # no article was found in it
        (Page("p-1", "{}#1", "text/plain", "They met."),),  # a page of an archive
    ],
)
def test_only_a_file_that_is_one_whole_page_is_noted(items: tuple[Page | Issue, ...], file: Path, tmp_path: Path) -> None:
    named: list[Page | Issue] = []
    for item in items:
        if isinstance(item, Page):
            named.append(Page(item.id, item.path.format(file), item.media, item.raw))
        else:
            named.append(Issue(item.page.format(file), item.stage, item.message))
    assert [look(tmp_path, file, *named) for _ in range(2)] == [None, None]


@pytest.mark.usefixtures("old")
@pytest.mark.parametrize("data", ["", "{}", "[1]", '["x", {"a": 1}]', '["CODE", {"PATH": ["a", 1, 2, 3, "p-1"]}]', '["CODE", {"PATH": []}]'])
def test_a_damaged_note_is_no_note(data: str, file: Path, tmp_path: Path) -> None:
    noted = data.replace("CODE", code_version()).replace("PATH", str(file))
    (tmp_path / "files.json").write_text(noted)
    assert look(tmp_path, file) is None
    assert look(tmp_path, file) == "p-1"


@pytest.mark.usefixtures("old")
def test_other_code_reads_anew(file: Path, tmp_path: Path) -> None:
    look(tmp_path, file)
    _, rows = json.loads((tmp_path / "files.json").read_text())
    (tmp_path / "files.json").write_text(json.dumps(["another", rows]))
    assert look(tmp_path, file) is None


@pytest.mark.usefixtures("old")
def test_a_folder_named_again_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pages, record = tmp_path / "pages", tmp_path / "record"
    write_pages(pages)
    build([pages], record)
    before, opened = lines_of(record), []

    def read_file(path: Path) -> object:
        opened.append(path.name)
        return reads(path)

    reads = read._read_file
    monkeypatch.setattr(read, "_read_file", read_file)
    again = build([pages], record)
    assert (opened, lines_of(record), again.read, again.failed) == ([], before, 3, 0)
    (pages / "four.txt").write_text(
        "Sudmark frees prisoners\n\nSudmark freed forty prisoners on Thursday, officials in Vesk said, and Norland welcomed it.\n"
    )
    assert build([pages], record).read == 4
    assert opened == ["four.txt"]
    build([pages], tmp_path / "whole")
    assert lines_of(record) == lines_of(tmp_path / "whole")
