"""What a record promises: all that was added comes back, one writer, readers that never wait, and clear errors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from parley.model import Issue, RecordError, Source
from parley.record import View, diff
from parley.store import Location, Record, open_record, schema
from parley.store.schema import VERSION
from store.databases import execute
from store.samples import ARTICLE, DECISION, PAGE, READING, RUN, VIEW


@pytest.fixture
def record(location: Location) -> Iterator[Record]:
    with open_record(location, create=True) as opened:
        yield opened


def test_everything_added_comes_back_after_reopening(location: Location) -> None:
    with open_record(location, create=True) as record:
        record.add_page(PAGE, ARTICLE, Issue("one.txt", "clean", "a comment form was dropped"))
        record.add_reading("k1", READING)
        record.add_fingerprints("a1", b"\0\xff")
        record.replace_view(VIEW)
        record.add_run(RUN)
        record.add_decision(DECISION)
    with open_record(location) as record:
        assert record.pages() == (PAGE,)
        assert record.articles() == (ARTICLE,)
        assert record.issues() == (Issue("one.txt", "clean", "a comment form was dropped"),)
        assert (record.readings(["k1", "k2"]), record.reading_keys()) == ({"k1": READING}, {"k1"})
        assert record.fingerprints(["a1", "a2"]) == {"a1": b"\0\xff"}
        assert (record.view(), record.runs(), record.decisions()) == (VIEW, (RUN,), (DECISION,))
        assert (record.has_page("p1"), record.has_page("p2")) == (True, False)


def test_adding_again_changes_nothing(record: Record) -> None:
    for _ in range(2):
        record.add_page(PAGE, ARTICLE, Issue("one.txt", "clean", "x"))
        record.add_reading("k1", READING)
        record.add_decision(DECISION)
        record.replace_view(VIEW)
    assert (len(record.pages()), len(record.articles()), len(record.issues()), len(record.decisions())) == (1, 1, 1, 1)
    assert record.view() == VIEW
    assert len(record.search("envoy")) == 1


def test_a_page_cleaned_anew_has_one_article(record: Record) -> None:
    record.add_page(PAGE, ARTICLE)
    record.add_page(PAGE, replace(ARTICLE, id="a2", text="The envoy stayed."))
    assert [a.id for a in record.articles()] == ["a2"]
    assert [hit.id for hit in record.search("envoy")] == ["a2"]


def test_a_new_view_replaces_the_old_one(record: Record) -> None:
    record.replace_view(VIEW)
    record.replace_view(View(sources=(Source("s3", ("a3",)),)))
    assert record.view() == View(sources=(Source("s3", ("a3",)),))
    assert record.search("Varga") == ()


def test_a_view_can_be_read_as_a_run_left_it(record: Record) -> None:
    second, third = replace(RUN, started="2021-03-10T10:00:00+00:00"), replace(RUN, started="2021-03-11T10:00:00+00:00")
    later = replace(VIEW, sources=(VIEW.sources[0], Source("s3", ("a3",))))
    record.replace_view(View(links=VIEW.links))  # never seen by a finished run
    for view, run in ((VIEW, RUN), (later, second), (later, third)):
        record.replace_view(view)
        record.add_run(run)
    assert [record.view_at(run.id) for run in (RUN, third)] == [VIEW, later]
    assert record.view() == later
    assert {(c.change, c.id) for c in diff(record.view_at(RUN.id), record.view())} == {("removed", "s2"), ("added", "s3")}
    with pytest.raises(RecordError, match="no run"):
        record.view_at("run-none")


def test_a_batch_is_kept_whole_or_not_at_all(record: Record) -> None:
    with pytest.raises(ZeroDivisionError), record.batch():
        record.add_page(PAGE, ARTICLE)
        raise ZeroDivisionError
    assert record.pages() == ()
    with record.batch():
        record.add_page(PAGE, None)
        assert record.has_page("p1")
    assert record.has_page("p1")


SEARCHES = [
    ("any case", "ENVOY", ["sentence"]),
    ("all words", "envoy Monday", ["sentence"]),
    ("words of two sentences", "envoy deal", []),
    ("a phrase", '"left Vesk"', ["sentence"]),
    ("a phrase in another order", '"Vesk left"', []),
    ("without accents", "zołw", ["sentence"]),
    ("an actor and a sentence", "Varga", ["actor", "sentence"]),
    ("operators are words", "envoy AND", []),
    ("signs that mean something to the database", 'envoy" * (', ["sentence"]),
    ("no word at all", '— … ""', []),
]


@pytest.mark.parametrize(("words", "kinds"), [row[1:] for row in SEARCHES], ids=[row[0] for row in SEARCHES])
def test_search(record: Record, words: str, kinds: list[str]) -> None:
    record.add_page(PAGE, ARTICLE)
    record.replace_view(VIEW)
    hits = record.search(words)
    assert sorted(hit.kind for hit in hits) == kinds
    for hit in hits:
        assert hit.kind != "sentence" or ARTICLE.text[hit.start :].startswith(hit.text)


def test_the_limit_of_a_search(record: Record) -> None:
    record.add_page(PAGE, replace(ARTICLE, text="A deal. A deal. A deal."))
    assert len(record.search("deal", limit=2)) == 2


def test_one_writer_at_a_time(location: Location) -> None:
    with open_record(location, create=True) as first, open_record(location) as second:
        first.add_page(PAGE, ARTICLE)
        with pytest.raises(RecordError, match="being written to"):
            second.add_run(RUN)
        first.close()
        second.add_run(RUN)
        assert second.runs() == (RUN,)


def test_a_reader_sees_the_last_commit_and_does_not_wait(location: Location) -> None:
    with open_record(location, create=True) as writer, open_record(location) as reader:
        writer.replace_view(VIEW)
        with writer.batch():
            writer.replace_view(View())
            assert reader.view() == VIEW
        assert reader.view() == View()


def test_a_missing_record(location: Location) -> None:
    with pytest.raises(RecordError, match="no record in"):
        open_record(location)


def test_a_record_of_a_newer_version(location: Location) -> None:
    open_record(location, create=True).close()
    execute(location, f"PRAGMA user_version = {VERSION + 1}" if isinstance(location, Path) else f"UPDATE version SET number = {VERSION + 1}")
    with pytest.raises(RecordError, match=f"version {VERSION + 1}"):
        open_record(location)


def test_a_damaged_row(location: Location) -> None:
    with open_record(location, create=True) as record:
        record.add_page(PAGE, ARTICLE)
        execute(location, """UPDATE article SET value = '{"id": "a1"}'""")
        with pytest.raises(RecordError, match="damaged"):
            record.articles()


def test_an_older_record_is_brought_up_to_date(location: Location, monkeypatch: pytest.MonkeyPatch) -> None:
    open_record(location, create=True).close()
    monkeypatch.setattr(schema, "VERSION", VERSION + 1)
    monkeypatch.setitem(schema.MIGRATIONS, VERSION, lambda connection: connection.exec_driver_sql("CREATE TABLE newer (id TEXT)"))
    for _ in range(2):
        with open_record(location) as record:
            assert record.pages() == ()
    execute(location, "INSERT INTO newer VALUES ('x')")


def test_a_record_is_made_once(location: Location) -> None:
    for _ in range(2):
        with open_record(location, create=True) as record:
            record.add_page(PAGE, ARTICLE)
            assert len(record.pages()) == 1


def test_a_table_that_is_gone(location: Location) -> None:
    with open_record(location, create=True) as record:
        execute(location, "DROP TABLE reading")
        with pytest.raises(RecordError, match="cannot be used"):
            record.readings(["k"])
