"""What one more article costs in a record that is already large, by the way that `parley build` takes.

Usage: python benchmarks/record.py [--articles 500 2000 10000] [--add 3]

Articles and what would be read in them are invented (`invented_record.py`) and put into a record as if they had been read; a build without pages
derives the whole account from them. Then further invented articles are added, each as one page by one build, which cleans, reads and merges it. The
same pages are built into an empty record: what that takes is start-up of the engine, loading of the model, cleaning and reading, and the rest
is what the size of the record costs. Prints one JSON object for each size; times are CPU seconds of all processes.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from statistics import mean

from invented_record import invent
from parley.language import SHIPPED
from parley.model import Article, Page, Reading
from parley.pipeline.build import build
from parley.pipeline.unread import reading_key
from parley.store import Brief, open_record

_AT_ONCE = 500


def cpu() -> float:
    """Processor seconds of this process and of those that have ended."""
    return sum(usage.ru_utime + usage.ru_stime for usage in (getrusage(RUSAGE_SELF), getrusage(RUSAGE_CHILDREN)))


def fill(folder: Path, told: Iterable[tuple[Article, Reading]]) -> None:
    """Makes a record that holds articles and readings, and no account yet."""
    stream = iter(told)
    with open_record(folder, create=True) as record:
        while some := list(islice(stream, _AT_ONCE)):
            with record.batch():
                for article, reading in some:
                    record.add_page(Page(article.page, f"{article.page}.txt", "text/plain", article.text), article)
                    record.add_reading(reading_key(Brief.of(article), SHIPPED), reading)


def timed(paths: list[Path], folder: Path) -> float:
    start = cpu()
    build(paths, folder)
    return round(cpu() - start, 2)


def measure(count: int, more: int) -> dict[str, object]:
    """Builds a record of `count` articles and adds some more, one by one."""
    told = list(invent(count + more))
    step = max(1, (count + more) // more)
    added = told[step // 2 :: step][:more]  # of any day, not the newest alone
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        fill(folder / "large", (pair for pair in told if pair not in added))
        whole = timed([], folder / "large")
        unchanged = timed([], folder / "large")
        pages = [folder / f"{article.id}.jsonl" for article, _ in added]
        for page, (article, _) in zip(pages, added, strict=True):
            days = article.published.first.isoformat() if article.published else None
            page.write_text(json.dumps({"id": article.id, "text": article.text, "title": article.title, "published": days}), encoding="utf-8")
        alone = [timed([page], folder / f"small{number}") for number, page in enumerate(pages)]
        into = [timed([page], folder / "large") for page in pages]
        with open_record(folder / "large") as record:
            sizes = record.sizes()
        megabytes = round(sum(file.stat().st_size for file in (folder / "large").iterdir()) / 1e6, 1)
    own = [round(large - small, 2) for large, small in zip(into, alone, strict=True)]
    seconds = {"whole": whole, "nothing new": unchanged, "one more": into, "the same into an empty record": alone, "for its size": own}
    return {**sizes, "megabytes": megabytes, "cpu_seconds": seconds, "mean for its size": round(mean(own), 2)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[500, 2000, 10_000], help="how many articles, for each record")
    parser.add_argument("--add", type=int, default=3, help="how many articles are added, one by one")
    asked = parser.parse_args()
    for count in asked.articles:
        print(json.dumps(measure(count, asked.add)), flush=True)


if __name__ == "__main__":
    main()
