"""Pages → record: the main job, in steps that each keep what they finished.

A build that is killed and run again ends in the same record: pages are kept as they are cleaned, readings as they are
made, and everything across articles is derived anew and written in one transaction.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import BinaryIO

from parley.engine import DEFAULT, open_engine
from parley.language import SHIPPED, load
from parley.model import Interval
from parley.pages import read_pages
from parley.pipeline.account import bring_up_to_date
from parley.pipeline.garbage import few_collections
from parley.pipeline.intake import take_in
from parley.pipeline.progress import Progress
from parley.pipeline.site import work_site
from parley.pipeline.steps import MODULES
from parley.pipeline.versions import code_version, lexicon_version, model_version
from parley.record.runs import Run
from parley.store import Location, open_record

__all__ = ["Options", "Progress", "Summary", "build"]

_COUNTED = ("pages", "articles", "independent sources", "stories", "events", "casualty claims", "disagreements")


@dataclass(frozen=True)
class Options:
    """What a user may set.

    Args:
        published: file names → publication dates.
        language: the spaCy pipeline that parses.
        standard_input: what "-" reads.
        engine: where pages are cleaned and read; see `parley.engine.open_engine`.
    """

    published: Mapping[str, Interval] = field(default_factory=dict)
    language: str = SHIPPED
    standard_input: BinaryIO | None = None
    engine: str = DEFAULT


@dataclass(frozen=True)
class Summary:
    """What a record holds after a build, how that differs from before, and how the run went.

    Args:
        undated: the paths of pages whose date is not known, in order.
    """

    counts: Mapping[str, int]
    added: Mapping[str, int]
    read: int
    failed: int
    seconds: float
    undated: tuple[str, ...] = ()


def build(paths: Sequence[Path | str], location: Location, options: Options | None = None, progress: Progress | None = None) -> Summary:
    """Builds or extends the record at `location`.

    A script that calls this needs `if __name__ == "__main__":` around its work, as the engine starts processes.

    Args:
        paths: files and folders; `-` is JSON Lines on standard input.

    Raises:
        UsageError: when a path does not exist, the language pipeline is not installed, or there is no such engine.
        RecordError: when the record is damaged, of another version, or being written by somebody else.
    """
    options, progress = options or Options(), progress or Progress()
    if options.language != SHIPPED:
        load(options.language)  # a pipeline that is not installed must stop the run, not become an issue of every page
    began, started = time.monotonic(), datetime.now(UTC).isoformat(timespec="seconds")
    with (
        open_engine(options.engine, MODULES if paths else ()) as engine,
        open_record(location, create=True) as record,
        work_site(engine, location) as site,
    ):
        with record.batch():
            pass  # takes the right to write before any work: two builds at once must not meet among the shards
        last = record.last_run()
        intake = take_in(record, site, partial(read_pages, paths, options.published, options.standard_input), progress, options.published.keys())
        with few_collections():
            account = bring_up_to_date(record, site, options.language, progress)
            counts = {**record.sizes(), **account.counts}
        counts = {name: counts[name] for name in _COUNTED} | {"issues": record.sizes()["issues"]}
        undated = tuple(sorted(record.page_paths(account.undated).values()))
        seconds = round(time.monotonic() - began, 2)
        record.add_run(
            Run(
                started,
                seconds,
                code_version(),
                model_version(options.language),
                lexicon_version(),
                {"language": options.language, "engine": options.engine},
                dict(intake.inputs),
                counts,
            )
        )
    added = {name: count - (last.counts.get(name, 0) if last else 0) for name, count in counts.items()}
    return Summary(counts, added, intake.read, intake.failed, seconds, undated)
