"""The record on disk: pages, articles and readings as they are finished, and the view that is derived from them."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from types import TracebackType
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Table, delete, func, insert, select

from parley.model import Article, Event, Issue, Page, Reading, RecordError, identify
from parley.model.codec import dump, load
from parley.record.decisions import Decision
from parley.record.growing.desk import Units
from parley.record.runs import Run
from parley.record.view import View
from parley.store import memories, schema, search, views
from parley.store.briefs import Brief, read_briefs
from parley.store.database import Database, Location, Lock, open_database, translated

T = TypeVar("T")

_CHUNK = 500
"""Keys in one statement."""
_MOST_BYTES = 100_000_000
"""Of a stored page, unpacked: the 20 million characters that are let in take 80 MB at most."""


def open_record(location: Location, create: bool = False) -> Record:
    """Opens a record; the right to write is taken at the first write and kept until the record is closed.

    Args:
        location: its folder, or the address of a PostgreSQL database (`postgresql://user@host/name`).
        create: make an empty record when there is none.

    Raises:
        RecordError: when the record is missing, damaged or of a newer version, or its database cannot be reached.
    """
    return Record(open_database(location, create))


_LEVEL = 4  # of compression: half the time of 6 for pages, which grow by 6 %


class Record:
    """An open record. Use it as a context manager.

    Every method that adds something commits before it returns, unless it is called inside `batch()`. Readers see the last
    commit and never wait for a writer. All methods raise `RecordError` when the database is damaged, and the adding ones
    when another process is writing.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._lock: Lock | None = None
        self._batch: Connection | None = None

    def __enter__(self) -> Record:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        if self._lock is not None:
            self._lock.release()
            self._lock = None
        self._database.engine.dispose()

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Commits everything added inside at once, or nothing when an error leaves the block."""
        with self._writing():
            yield

    def add_page(self, page: Page, article: Article | None, issue: Issue | None = None) -> None:
        """Keeps a page with the article found in it, or with what went wrong; a page already there is replaced."""
        with self._writing() as connection:
            raw = zlib.compress(page.raw.encode("utf-8", "surrogatepass"), _LEVEL)
            _put(connection, schema.PAGES, "id", {"id": page.id, "raw": raw, "value": dump(replace(page, raw=""), Page)})
            if article is not None:
                self._put_article(connection, article)
            if issue is not None:
                _put_issue(connection, issue)

    def has_page(self, page_id: str) -> bool:
        with self._reading() as connection:
            return connection.execute(select(schema.PAGES.c.id).where(schema.PAGES.c.id == page_id)).first() is not None

    def cleaned_pages(self) -> frozenset[str]:
        """Returns the ids of the pages that hold an article."""
        with self._reading() as connection:
            return frozenset(connection.execute(select(schema.ARTICLES.c.page)).scalars())

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Everything read inside is of one state of the record, whatever is written meanwhile."""
        with self._reading() as connection:
            before, self._batch = self._batch, connection
            try:
                yield
            finally:
                self._batch = before

    def version(self) -> str:
        """Returns what tells two states of the record apart: how far each of its tables has grown."""
        newest = [func.max(table.c.number) for table in (schema.RUNS, schema.DECISIONS, schema.ITEMS)]
        sizes = [select(func.count()).select_from(table).scalar_subquery() for table in (schema.PAGES, schema.ARTICLES, schema.ISSUES, schema.ITEMS)]
        dead = select(func.count()).where(schema.ITEMS.c.died.is_not(None)).scalar_subquery()
        with self._reading() as connection:
            numbers = [connection.execute(select(number)).scalar() for number in newest]
            counted = connection.execute(select(*sizes, dead)).one()
        return "-".join(str(number or 0) for number in (*numbers, *counted))

    def add_issue(self, issue: Issue) -> None:
        with self._writing() as connection:
            _put_issue(connection, issue)

    def sizes(self) -> dict[str, int]:
        """Returns how many pages, articles and issues there are, without reading any."""
        tables = {"pages": schema.PAGES, "articles": schema.ARTICLES, "issues": schema.ISSUES}
        with self._reading() as connection:
            return {name: connection.execute(select(func.count()).select_from(table)).scalar_one() for name, table in tables.items()}

    def pages(self) -> tuple[Page, ...]:
        """Returns all pages with their raw text, by id."""
        table = schema.PAGES
        with self._reading() as connection:
            rows = connection.execute(select(table.c.raw, table.c.value).order_by(table.c.id))
            return tuple([replace(load(row.value, Page), raw=_unpacked(row.raw)) for row in rows])

    def page_paths(self, ids: Collection[str]) -> dict[str, str]:
        """Returns page id → path, for those of these ids that are there."""
        return {page.id: page.path for page in self._chosen(schema.PAGES, "id", ids, Page)}

    def articles(self, ids: Collection[str] | None = None) -> tuple[Article, ...]:
        """Returns all articles, or those with these ids, by id."""
        return self._values(schema.ARTICLES, "id", Article) if ids is None else self._chosen(schema.ARTICLES, "id", ids, Article)

    def briefs(self) -> tuple[Brief, ...]:
        """Returns what must be known of each article without its text, by id."""
        with self._reading() as connection:
            return read_briefs(connection.execute(select(schema.BRIEFS.c.value).order_by(schema.BRIEFS.c.article)).scalars())

    def issues(self) -> tuple[Issue, ...]:
        return self._values(schema.ISSUES, "id", Issue)

    def add_fingerprints(self, article_id: str, fingerprints: bytes) -> None:
        with self._writing() as connection:
            _put(connection, schema.FINGERPRINTS, "article", {"article": article_id, "value": fingerprints})

    def fingerprints(self, ids: Collection[str]) -> dict[str, bytes]:
        """Returns article id → what `add_fingerprints` was given, for those that were."""
        with self._reading() as connection:
            return {row.article: row.value for row in _rows(connection, schema.FINGERPRINTS, "article", ids)}

    def add_reading(self, reading_key: str, reading: Reading) -> None:
        """Keeps what was read in an article; `reading_key` says of which text, date, model and lexicon."""
        with self._writing() as connection:
            _put(connection, schema.READINGS, "key", {"key": reading_key, "value": dump(reading, Reading)})

    def reading_keys(self) -> frozenset[str]:
        with self._reading() as connection:
            return frozenset(connection.execute(select(schema.READINGS.c.key)).scalars())

    def readings(self, keys: Collection[str]) -> dict[str, Reading]:
        """Returns the readings with these keys."""
        with self._reading() as connection:
            return {row.key: load(row.value, Reading) for row in _rows(connection, schema.READINGS, "key", keys)}

    def add_run(self, run: Run) -> None:
        with self._writing() as connection:
            _append(connection, schema.RUNS, {"id": run.id, "value": dump(run, Run)})

    def runs(self) -> tuple[Run, ...]:
        """Returns all runs, oldest first."""
        return self._values(schema.RUNS, "number", Run)

    def add_decision(self, decision: Decision) -> None:
        """Adds a decision for good; adding the same one twice keeps it once."""
        table = schema.DECISIONS
        with self._writing() as connection:
            if connection.execute(select(table.c.id).where(table.c.id == decision.id)).first() is None:
                _append(connection, table, {"id": decision.id, "value": dump(decision, Decision)})

    def last_run(self) -> Run | None:
        """Returns the newest run."""
        table = schema.RUNS
        with self._reading() as connection:
            value = connection.execute(select(table.c.value).order_by(table.c.number.desc()).limit(1)).scalar()
            return None if value is None else load(value, Run)

    def decisions(self) -> tuple[Decision, ...]:
        """Returns all decisions in the order in which they were added, those undone among them."""
        return self._values(schema.DECISIONS, "number", Decision)

    def replace_view(self, view: View) -> None:
        """Puts `view` in the place of everything derived before, in one transaction; what was remembered for the next build is forgotten."""
        with self._writing() as connection:
            views.write(connection, self._database.index, {"whole": views.rows_of(view)}, None)
            memories.forget_all(connection)

    def keep_growth(self, units: Units, is_anew: bool) -> None:
        """Keeps the new units of a view, and what was worked out for the next build, in one transaction.

        Args:
            is_anew: whether everything was worked out anew, so that nothing from before is to stay.
        """
        with self._writing() as connection:
            views.write(connection, self._database.index, units.made, None if is_anew else units.gone())
            memories.write(connection, units.memory, is_anew)

    def fetch(self, kind: str, keys: Collection[str]) -> dict[str, bytes]:
        """Returns what is remembered under these keys; see `parley.record.memory`."""
        with self._reading() as connection:
            return memories.fetch(connection, kind, keys)

    def events(self, ids: Sequence[str]) -> tuple[Event, ...]:
        """Returns those events of the last view that have one of these ids."""
        with self._reading() as connection:
            return tuple(views.read_events(connection, ids))

    def view(self, parts: Collection[str] | None = None) -> View:
        """Returns the last view written; an empty one when there was none.

        Args:
            parts: those that are wanted; the others are left empty.
        """
        with self._reading() as connection:
            return views.read(connection, parts)

    def view_at(self, run_id: str) -> View:
        """Returns the view as a run left it.

        Raises:
            RecordError: when there is no such run.
        """
        table = schema.RUNS
        with self._reading() as connection:
            number = connection.execute(select(table.c.number).where(table.c.id == run_id)).scalar()
            if number is None:
                raise RecordError(f"no run {run_id} in {self._database.name}")
            return views.read_at(connection, int(number))

    def search(self, words: str, limit: int = 20) -> tuple[search.Hit, ...]:
        """Returns sentences, events and actors that hold all of `words`, best first; a part in double quotes is a phrase."""
        with self._reading() as connection:
            return search.find(self._database.index, connection, words, limit)

    def _put_article(self, connection: Connection, article: Article) -> None:
        """Keeps the one article of its page, in the place of what an earlier cleaning made of it."""
        table = schema.ARTICLES
        before = [load(value, Article) for value in connection.execute(select(table.c.value).where(table.c.page == article.page)).scalars()]
        connection.execute(delete(table).where(table.c.page == article.page))
        connection.execute(insert(table), {"id": article.id, "page": article.page, "value": dump(article, Article)})
        connection.execute(delete(schema.BRIEFS).where(schema.BRIEFS.c.article.in_([a.id for a in before] + [article.id])))
        connection.execute(insert(schema.BRIEFS), {"article": article.id, "value": dump(Brief.of(article), Brief)})
        if [(a.id, a.text) for a in before] != [(article.id, article.text)]:
            search.forget_articles(self._database.index, connection, [a.id for a in before])
            search.index_article(self._database.index, connection, article)

    def _values(self, table: Table, order: str, hint: type[T]) -> tuple[T, ...]:
        with self._reading() as connection:
            return tuple([load(value, hint) for value in connection.execute(select(table.c.value).order_by(table.c[order])).scalars()])

    def _chosen(self, table: Table, column: str, keys: Collection[str], hint: type[T]) -> tuple[T, ...]:
        with self._reading() as connection:
            return tuple([load(row.value, hint) for row in _rows(connection, table, column, keys)])

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with translated(self._database):
            if self._batch is not None:
                yield self._batch
            else:
                with self._database.engine.begin() as connection:
                    yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        if self._batch is not None:
            yield self._batch
            return
        with translated(self._database):
            self._lock = self._lock or self._database.lock()
        with translated(self._database), self._database.engine.begin() as connection:
            self._batch = connection
            try:
                yield connection
            finally:
                self._batch = None


def _unpacked(raw: bytes) -> str:
    """The text of a stored page.

    Raises:
        ValueError: when it is damaged, or a bomb: larger than any page that is let in.
    """
    stream = zlib.decompressobj()
    try:
        data = stream.decompress(raw, _MOST_BYTES)
    except zlib.error as error:
        raise ValueError(f"a page's text: {error}") from None
    if not stream.eof:
        raise ValueError("a page's text is cut short or too large")
    return data.decode("utf-8", "surrogatepass")


def _rows(connection: Connection, table: Table, column: str, keys: Collection[str]) -> Iterator[Row[Any]]:
    """The rows with these keys, in their order."""
    wanted = sorted(keys)
    for start in range(0, len(wanted), _CHUNK):
        chosen = table.c[column].in_(wanted[start : start + _CHUNK])
        yield from connection.execute(select(table).where(chosen).order_by(table.c[column]))


def _put(connection: Connection, table: Table, key: str, row: dict[str, object]) -> None:
    """Inserts `row`, or replaces the one with its key."""
    connection.execute(delete(table).where(table.c[key] == row[key]))
    connection.execute(insert(table), row)


def _append(connection: Connection, table: Table, row: dict[str, object]) -> None:
    """Inserts `row` with the next number, without the gaps that a database's own counting leaves."""
    number = connection.execute(select(func.max(table.c.number))).scalar() or 0
    connection.execute(insert(table), row | {"number": number + 1})


def _put_issue(connection: Connection, issue: Issue) -> None:
    row: dict[str, object] = {"id": identify("i", issue.page, issue.stage, issue.message), "page": issue.page, "value": dump(issue, Issue)}
    _put(connection, schema.ISSUES, "id", row)
