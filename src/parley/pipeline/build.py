"""Pages → record: the main job, in steps that each keep what they finished.

A build that is killed and run again ends in the same record: pages are kept as they are cleaned, readings as they are
made, and everything across articles is derived anew and written in one transaction.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import BinaryIO, TypeVar

from parley.language import SHIPPED, load
from parley.model import Article, Interval, Issue, Page, PageError, Reading, identify
from parley.pages import clean_page, read_pages
from parley.pipeline.across import Together, put_together
from parley.pipeline.copying import find_record_copies
from parley.pipeline.reading import read_texts
from parley.pipeline.versions import code_version, lexicon_version, model_version
from parley.record.runs import Run
from parley.record.view import View
from parley.store import Location, Record, open_record

T = TypeVar("T")

_PAGES_AT_ONCE = 16
_TEXTS_AT_ONCE = 32


class Progress:
    """What a build tells of its advance; this one keeps silent. Counts are of pages and articles."""

    def step(self, name: str, total: int | None) -> None:
        """A step begins, of `total` items where that is known."""

    def advance(self, count: int = 1) -> None:
        """So many items are done."""


@dataclass(frozen=True)
class Options:
    """What a user may set. `published` maps file names to publication dates; `language` names the spaCy pipeline."""

    published: Mapping[str, Interval] = field(default_factory=dict)
    language: str = SHIPPED
    standard_input: BinaryIO | None = None


@dataclass(frozen=True)
class Summary:
    """What a record holds after a build, how that differs from before, and how the run went."""

    counts: Mapping[str, int]
    added: Mapping[str, int]
    read: int
    failed: int
    seconds: float


@dataclass(frozen=True)
class Intake:
    """The pages met: id → path of those that could be decoded, how many there were, and how many gave no article."""

    inputs: Mapping[str, str]
    read: int
    failed: int


def build(paths: Sequence[Path | str], location: Location, options: Options | None = None, progress: Progress | None = None) -> Summary:
    """Builds or extends the record at `location`.

    Args:
        paths: files and folders; `-` is JSON Lines on standard input.

    Raises:
        UsageError: when a path does not exist or the language pipeline is not installed.
        RecordError: when the record is damaged, of another version, or being written by somebody else.
    """
    options, progress = options or Options(), progress or Progress()
    if options.language != SHIPPED:
        load(options.language)  # a pipeline that is not installed must stop the run, not become an issue of every page
    began, started = time.monotonic(), datetime.now(UTC).isoformat(timespec="seconds")
    with open_record(location, create=True) as record:
        last = record.view()
        before = _counts(record, last)
        intake = _take_in(record, read_pages(paths, options.published, options.standard_input), progress)
        view = _derive(record, last, options.language, progress)
        counts = _counts(record, view)
        seconds = round(time.monotonic() - began, 2)
        record.add_run(
            Run(
                started,
                seconds,
                code_version(),
                model_version(options.language),
                lexicon_version(),
                {"language": options.language},
                dict(intake.inputs),
                counts,
            )
        )
    added = {name: count - before.get(name, 0) for name, count in counts.items()}
    return Summary(counts, added, intake.read, intake.failed, seconds)


def _take_in(record: Record, items: Iterable[Page | Issue], progress: Progress) -> Intake:
    """Cleans and keeps the pages that are new."""
    progress.step("cleaning pages", None)
    cleaned = {article.page for article in record.articles()}
    inputs: dict[str, str] = {}
    read = failed = 0
    for batch in _batched(items, _PAGES_AT_ONCE):
        with record.batch():
            for item in batch:
                read += 1
                if isinstance(item, Issue):
                    record.add_issue(item)
                    failed += 1
                else:
                    inputs[item.id] = item.path
                    is_good = item.id in cleaned or (not record.has_page(item.id) and _take_page(record, item))
                    failed += not is_good
                progress.advance()
    return Intake(inputs, read, failed)


def _take_page(record: Record, page: Page) -> bool:
    try:
        article = clean_page(page)
    except PageError as error:
        record.add_page(page, None, Issue(page.path, error.stage, str(error)))
        return False
    foreign = article.language not in (None, "en")
    issue = Issue(page.path, "language", f"the article is in {article.language!r}; only English is read") if foreign else None
    record.add_page(page, article, issue)
    return True


def _derive(record: Record, last: View, language: str, progress: Progress) -> View:
    """Works out everything across articles and writes it; readings are made where they are missing."""
    articles = record.articles()
    progress.step("finding copies", None)
    together = Together.of(articles, find_record_copies(record, articles, last))
    dated = together.dated()
    readings = _read(record, dated, language, progress)
    progress.step("merging", None)
    view = put_together(together, dated, readings, record.decisions())
    record.replace_view(view)
    return view


def _read(record: Record, articles: Sequence[Article], language: str, progress: Progress) -> dict[str, Reading]:
    """Returns the reading of each English article, making those the record does not hold yet."""
    english = [article for article in articles if article.language in (None, "en")]
    version = identify("v", code_version(), model_version(language), lexicon_version())
    keys = {article.id: identify("k", version, article.text, *_date_parts(article.published)) for article in english}
    known = record.reading_keys()
    missing = [article for article in english if keys[article.id] not in known]
    progress.step("reading articles", len(missing))
    for batch in _batched(missing, _TEXTS_AT_ONCE):
        with record.batch():
            for article, reading in _readings(record, batch, language):
                record.add_reading(keys[article.id], reading)
                progress.advance()
    held = record.readings()
    return {article.id: replace(held[keys[article.id]], article=article.id) for article in english if keys[article.id] in held}


def _readings(record: Record, batch: Sequence[Article], language: str) -> Iterator[tuple[Article, Reading]]:
    """Yields what was read; each article is parsed by itself, so that one that breaks a room takes no other with it."""
    for article in batch:
        try:
            yield article, next(read_texts([(article.text, article.published)], language)).reading(article.id)
        except Exception as error:  # noqa: BLE001 - whatever one page does to one room, the other pages are read
            record.add_issue(Issue(article.page, "reading", f"{type(error).__name__}: {error}"))


def _batched(items: Iterable[T], size: int) -> Iterator[list[T]]:
    stream = iter(items)
    while batch := list(islice(stream, size)):
        yield batch


def _date_parts(published: Interval | None) -> tuple[str, ...]:
    return () if published is None else (published.first.isoformat(), published.last.isoformat())


def _counts(record: Record, view: View) -> dict[str, int]:
    harm = {"killed", "injured", "missing", "detained", "displaced", "besieged"}
    sizes = record.sizes()
    return {
        "pages": sizes["pages"],
        "articles": sizes["articles"],
        "independent sources": len(view.sources),
        "stories": len(view.stories),
        "events": len(view.events),
        "casualty claims": sum(claim.item.measure in harm for claim in view.claims),
        "disagreements": sum(d.verdict == "conflict" for d in view.disagreements),
        "issues": sizes["issues"],
    }
