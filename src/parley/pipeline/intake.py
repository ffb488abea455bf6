"""Pages met → pages and articles in the record, cleaned by an engine; what is known already is left alone."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from parley.engine import batched
from parley.model import Article, Interval, Issue, Page
from parley.model.codec import dump, load
from parley.pipeline.progress import Progress
from parley.pipeline.site import Site
from parley.pipeline.steps import Answer, answers_of, cleaning, to_rows
from parley.pipeline.unchanged import Unchanged
from parley.store import Record

_AT_ONCE = 16
"""Pages of a shard."""
Read = Callable[[Callable[[Path], bool]], Iterable[Page | Issue]]
"""What reads pages, given which files it is to pass over."""


@dataclass(frozen=True)
class Intake:
    """The pages met: id → path of those that could be decoded, how many there were, and how many gave no article."""

    inputs: Mapping[str, str]
    read: int
    failed: int


@dataclass
class _Met:
    """The pages met so far; `waiting` are those that are being cleaned.

    Args:
        cleaned: ids of the pages that hold an article.
        dates: returns page id → the date of its article in the record.
        redated: names and paths of files that the user dates.
    """

    cleaned: set[str]
    files: Unchanged
    dates: Callable[[], Mapping[str, Interval | None]]
    redated: Collection[str]
    inputs: dict[str, str] = field(default_factory=dict)
    waiting: dict[str, Page] = field(default_factory=dict)
    decoded: list[str] = field(default_factory=list)
    undecoded: int = 0


def take_in(record: Record, site: Site, read: Read, progress: Progress, redated: Collection[str] = ()) -> Intake:
    """Cleans and keeps the pages that are new or newly dated by the user, a shard at a time.

    Files that did not change since their page was taken in are not read, unless `redated` names them.
    """
    progress.step("cleaning pages", None)
    dates = cache(lambda: {brief.page: brief.published for brief in record.briefs()})
    met = _Met(set(record.cleaned_pages()), Unchanged.beside(site.home), dates, redated)
    items = read(lambda path: _is_unchanged(path, met, progress))
    batches = (to_rows((page.id, dump(page, Page)) for page in pages) for pages in batched(_new(record, items, met, progress), _AT_ONCE))
    for batch in site.engine.keep(batches, cleaning(), site.shards):
        with record.batch():
            for answer in answers_of(batch):
                _keep(record, met, answer)
                progress.advance()
    met.files.keep(met.cleaned)
    failed = met.undecoded + sum(page not in met.cleaned for page in met.decoded)
    return Intake(met.inputs, met.undecoded + len(met.decoded), failed)


def _is_unchanged(path: Path, met: _Met, progress: Progress) -> bool:
    """Returns whether a file need not be read; its page counts as met."""
    page = met.files.page_of(path, met.cleaned)
    if page is None or path.name in met.redated or str(path) in met.redated:
        return False
    met.decoded.append(page)
    met.inputs[page] = str(path)
    progress.advance()
    return True


def _new(record: Record, items: Iterable[Page | Issue], met: _Met, progress: Progress) -> Iterator[Page]:
    """Yields the pages to be cleaned; notes the others."""
    for item in items:
        met.files.note(item)
        if isinstance(item, Issue):
            record.add_issue(item)
            met.undecoded += 1
            progress.advance()
            continue
        met.decoded.append(item.id)
        is_known = item.id in met.inputs or ((item.id in met.cleaned or record.has_page(item.id)) and not _is_redated(item, met))
        met.inputs[item.id] = item.path
        if is_known:
            progress.advance()
        else:
            met.waiting[item.id] = item
            yield item


def _is_redated(page: Page, met: _Met) -> bool:
    """Whether the user gives a page of the record another date than the one it has there."""
    return page.published is not None and page.id in met.cleaned and met.dates().get(page.id) != page.published


def _keep(record: Record, met: _Met, answer: Answer) -> None:
    page = met.waiting.pop(answer.id)
    if answer.value is None:
        record.add_page(page, None, Issue(page.path, answer.stage or "clean", answer.issue or "no reason given"))
        return
    article = load(answer.value, Article)
    is_foreign = article.language not in (None, "en")
    issue = Issue(page.path, "language", f"the article is in {article.language!r}; only English is read") if is_foreign else None
    record.add_page(page, article, issue)
    met.cleaned.add(page.id)
