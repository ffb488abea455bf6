"""What only a record in a folder can meet: files in its way, other files in its place, records of its first version."""

from __future__ import annotations

import sqlite3
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from parley.model import Page, RecordError
from parley.record import View
from parley.store import open_record
from store.databases import execute
from store.samples import RUN, VIEW


def test_a_record_cannot_be_made_where_a_file_stands(tmp_path: Path) -> None:
    (tmp_path / "r").write_text("x")
    with pytest.raises(RecordError, match="cannot make"):
        open_record(tmp_path / "r", create=True)


@pytest.mark.parametrize("content", [b"this is no database at all" * 99, b""], ids=["other bytes", "empty"])
def test_a_file_that_is_no_record(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "record.sqlite").write_bytes(content)
    with pytest.raises(RecordError, match=r"not a record|cannot be used"):
        open_record(tmp_path)


def test_an_empty_database_left_by_a_killed_process_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "record.sqlite").touch()
    with open_record(tmp_path, create=True) as record:
        assert record.pages() == ()


def test_the_view_of_a_first_version_record_is_carried_over(tmp_path: Path) -> None:
    with open_record(tmp_path, create=True) as record:
        record.replace_view(VIEW)
        record.add_run(RUN)
    for statement in (
        "CREATE TABLE old AS SELECT part, row_number() OVER (PARTITION BY part ORDER BY number) - 1 AS place, id, value FROM item",
        "DROP TABLE item",
        "DROP TABLE memory",
        "DROP TABLE brief",
        "ALTER TABLE old RENAME TO item",
        "PRAGMA user_version = 1",
    ):
        execute(tmp_path, statement)
    with open_record(tmp_path) as record:
        assert (record.view(), record.view_at(RUN.id)) == (VIEW, VIEW)
        record.replace_view(View())
        record.add_run(replace(RUN, started="2021-03-10T10:00:00+00:00"))
        assert (record.view(), record.view_at(RUN.id)) == (View(), VIEW)


def test_a_first_version_record_with_numbered_items_only_gets_the_new_version(tmp_path: Path) -> None:
    with open_record(tmp_path, create=True) as record:
        record.replace_view(VIEW)
    execute(tmp_path, "PRAGMA user_version = 1")
    with open_record(tmp_path) as record:
        assert record.view() == VIEW


@pytest.mark.parametrize("packed", [b"no page", zlib.compress(b"a" * 200)[:-4], zlib.compress(b"a" * 101_000_000, 1)], ids=["damaged", "cut", "bomb"])
def test_a_stored_page_that_is_none_is_said_to_be_so(tmp_path: Path, packed: bytes) -> None:
    with open_record(tmp_path, create=True) as record:
        record.add_page(Page("p", "x.txt", "text/plain", "words"), None)
    with sqlite3.connect(tmp_path / "record.sqlite") as connection:
        connection.execute("UPDATE page SET raw = ?", (packed,))
    connection.close()
    with open_record(tmp_path) as record, pytest.raises(RecordError, match="damaged: a page's text"):
        record.pages()


def test_a_backup_taken_while_a_writer_is_at_work_is_a_record(tmp_path: Path) -> None:
    """What `sqlite3 … ".backup …"` does."""
    (tmp_path / "copy").mkdir()
    with open_record(tmp_path / "r", create=True) as record:
        record.add_page(Page("p", "x.txt", "text/plain", "words"), None)
        with record.batch():
            record.add_page(Page("q", "y.txt", "text/plain", "unfinished"), None)
            source, copy = sqlite3.connect(tmp_path / "r" / "record.sqlite"), sqlite3.connect(tmp_path / "copy" / "record.sqlite")
            source.backup(copy)
            source.close(), copy.close()
    with open_record(tmp_path / "copy") as record:
        assert [page.id for page in record.pages()] == ["p"]
        record.add_page(Page("z", "z.txt", "text/plain", "words"), None)


def test_a_record_where_nothing_can_be_written_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_record(tmp_path / "r ead?only", create=True) as record:
        record.add_page(Page("p", "x.txt", "text/plain", "words"), None)
    before = sorted((tmp_path / "r ead?only").iterdir())
    monkeypatch.setattr("parley.store.sqlite.os.access", lambda path, mode: False)
    with open_record(tmp_path / "r ead?only") as record:
        assert record.has_page("p")
        assert sorted((tmp_path / "r ead?only").iterdir()) == before  # no log was made
        with pytest.raises(RecordError, match="readonly"):
            record.replace_view(VIEW)
