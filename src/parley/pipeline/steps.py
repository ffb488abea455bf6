"""What is done to pages and articles one by one, as steps an engine can run anywhere: rows of JSON in, rows of JSON out.

What a step needs is imported where it runs: the process that plans the work loads no language model.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import pyarrow as pa

from parley.engine import Step
from parley.model import Article, Interval, Page, PageError, identify
from parley.model.codec import dump, load
from parley.pipeline.versions import code_version, lexicon_version, model_version

MODULES = ("parley.pipeline.warm",)
"""What loads all that the steps need; an engine may load it once for many processes."""

_IN = pa.schema({name: pa.large_string() for name in ("id", "value")})
_OUT = pa.schema({name: pa.large_string() for name in ("id", "value", "stage", "issue")})


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a row: `value` as JSON, or the stage at which it failed and why."""

    id: str
    value: str | None
    stage: str | None = None
    issue: str | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """All that the reading of an article depends on, beside model and lexicon; `publisher` is a body that speaks for itself, or empty."""

    text: str
    published: Interval | None
    publisher: str = ""


def to_rows(items: Iterable[tuple[str, str]]) -> pa.RecordBatch:
    """Makes a batch of ids and JSON values."""
    ids, values = zip(*items, strict=True)
    return _batch(_IN, [ids, values])


def answers_of(batch: pa.RecordBatch) -> Iterator[Answer]:
    """The way back from what a step returns."""
    return (Answer(**row) for row in batch.to_pylist())


def cleaning() -> Step:
    """Page → article."""
    return Step("clean", clean_pages, lose_page, identify("v", code_version(), lexicon_version()))


def reading(language: str) -> Step:
    """`Unread` → reading, filed under the id of its row."""
    return Step("read", read_articles, lose_article, reading_version(language), language)


@cache
def reading_version(language: str) -> str:
    """Names all that a reading depends on beside text and date."""
    return identify("v", code_version(), model_version(language), lexicon_version())


def clean_pages(batch: pa.RecordBatch, _: str) -> pa.RecordBatch:
    from parley.pages import clean_page

    def clean(row: tuple[str, str]) -> Answer:
        try:
            return Answer(row[0], dump(clean_page(load(row[1], Page)), Article))
        except PageError as error:
            return Answer(row[0], None, error.stage, str(error))

    return _answer(batch, clean)


def read_articles(batch: pa.RecordBatch, language: str) -> pa.RecordBatch:
    from parley.model import Reading
    from parley.pipeline.reading import read_texts

    def read(row: tuple[str, str]) -> Answer:
        unread = load(row[1], Unread)
        try:
            reader = next(read_texts([(unread.text, unread.published)], language, threads=1, publishers=[unread.publisher]))
            return Answer(row[0], dump(reader.reading(row[0]), Reading))
        except Exception as error:  # noqa: BLE001 - whatever one page does to one room, the other pages are read
            return Answer(row[0], None, "reading", f"{type(error).__name__}: {error}")

    return _answer(batch, read)


def lose_page(batch: pa.RecordBatch, why: str) -> pa.RecordBatch:
    return _answer(batch, lambda row: Answer(row[0], None, "clean", why))


def lose_article(batch: pa.RecordBatch, why: str) -> pa.RecordBatch:
    return _answer(batch, lambda row: Answer(row[0], None, "reading", why))


def _answer(batch: pa.RecordBatch, answer: Callable[[tuple[str, str]], Answer]) -> pa.RecordBatch:
    rows = [answer(row) for row in zip(batch["id"].to_pylist(), batch["value"].to_pylist(), strict=True)]
    return _batch(_OUT, [[getattr(row, name) for row in rows] for name in _OUT.names])


def _batch(schema: pa.Schema, columns: Iterable[Sequence[str | None]]) -> pa.RecordBatch:
    return pa.record_batch([_strings(column) for column in columns], schema=schema)


def _strings(values: Sequence[str | None]) -> pa.LargeStringArray:
    """Does what `pa.array` does, which loads pandas where that is installed: two seconds in every process."""
    parts = [(value or "").encode() for value in values]
    ends = np.cumsum([0, *map(len, parts)], dtype=np.int64)
    present = np.packbits([value is not None for value in values], bitorder="little")
    buffers = [pa.py_buffer(part) for part in (ends, b"".join(parts), present)]
    return pa.LargeStringArray.from_buffers(len(parts), *buffers)
