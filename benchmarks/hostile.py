"""Builds one record of hostile pages with good ones among them, and tells whether a good one was lost or read otherwise than alone.

    python benchmarks/hostile.py [--hostile 1000] [--good 100] [--engine pool] [--keep FOLDER]

The good pages are first built alone. Then every good page must give the same article, with as many reports, claims and statements, in the
record of all pages; every hostile one must give an article or an issue; and `parley check` must find no fault. Prints one JSON object;
exit status 1 when anything was lost.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from fuzz.hostile_pages import KINDS, good_pages, hostile_pages, write_all
from parley.pipeline.build import Options, build
from parley.record import find_faults
from parley.store import open_record

Readings = dict[str, tuple[str, int, int, int]]


def readings(record: Path) -> Readings:
    """Returns article id → its text and how much was read in it."""
    with open_record(record) as opened:
        view, articles = opened.view(), opened.articles()
    parts = [Counter(item.article for item in items) for items in (view.reports, view.claims, view.statements)]
    return {article.id: (article.text, *(part[article.id] for part in parts)) for article in articles}  # type: ignore[misc]  # three parts


def faults(record: Path) -> tuple[str, ...]:
    with open_record(record) as opened:
        return find_faults(opened.pages(), opened.articles(), opened.view())


def silent(record: Path, paths: list[Path]) -> list[str]:
    """Returns the files that gave neither a page with an article nor an issue."""
    with open_record(record) as opened:
        by_id = {page.id: page.path for page in opened.pages()}
        told = [by_id[article.page] for article in opened.articles()] + [by_id.get(issue.page, issue.page) for issue in opened.issues()]
    seen = {name.partition("#")[0] for name in told}
    named = {"x", "s", "a"}  # what JSON lines call themselves
    return [path.name for path in paths if str(path) not in seen and not (path.suffix == ".jsonl" and named & seen)]


def measure(folder: Path, hostile: int, good: int, engine: str) -> dict[str, object]:
    best = write_all(good_pages(good), folder / "good")
    worst = write_all(hostile_pages(hostile), folder / "bad")
    build([folder / "good"], folder / "alone", Options(engine=engine))
    began = time.perf_counter()
    summary = build([folder / "bad", folder / "good"], folder / "all", Options(engine=engine))
    seconds = time.perf_counter() - began
    alone, among = readings(folder / "alone"), readings(folder / "all")
    with open_record(folder / "all") as record:
        stages = Counter(issue.stage for issue in record.issues())
    return {
        "hostile_files": len(worst),
        "kinds": len(KINDS),
        "good_files": len(best),
        "megabytes": round(sum(path.stat().st_size for path in worst) / 1e6),
        "articles": len(among),
        "issues_by_stage": dict(stages),
        "good_lost": len(best) - len(alone) + sum(among.get(name) != was for name, was in alone.items()),
        "without_a_word": silent(folder / "all", worst),
        "faults_found_by_check": len(faults(folder / "all")),
        "seconds": round(seconds, 1),
        "pages_read": summary.read,
        "peak_megabytes_of_parent": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hostile", type=int, default=1000)
    parser.add_argument("--good", type=int, default=100)
    parser.add_argument("--engine", default="pool")
    parser.add_argument("--keep", type=Path, help="folder for pages and records, kept")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        found = measure(args.keep or Path(scratch), args.hostile, args.good, args.engine)
    print(json.dumps(found, indent=1))
    sys.exit(bool(found["good_lost"] or found["without_a_word"] or found["faults_found_by_check"]))


if __name__ == "__main__":
    main()
