"""The same pages on the pool and on Spark: processor time of all processes, wall time, and whether the results are the same bytes.

    python benchmarks/engines.py --corpora FOLDER --pages 2000
    python benchmarks/engines.py --corpora FOLDER --pages 20000 --cheap

Without `--cheap` each engine builds a whole record, and every export but the run's own lines is compared. With it, pages are cleaned and
candidate pairs of copies found, without the language pass; the steps' answers and the pairs are compared. Pages are WCXB's, repeated and
perturbed (`news_pages.py`). Processor time is that of every process an engine starts, down to the JVM and workers' workers: this script
adopts those whose parent ends before them, and counts what the system reports when each has ended. Linux only.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from news_pages import NEWS, news_pages

_ADOPT_ORPHANS = 36  # PR_SET_CHILD_SUBREAPER


def main() -> None:
    options = read_options()
    if options.engine:
        print((clean_only if options.cheap else build_whole)(options.folder, options.engine))
        return
    with tempfile.TemporaryDirectory() as folder:
        pages = Path(folder) / "pages"
        pages.mkdir()
        for name, raw in news_pages(options.corpora, options.pages, range(*options.words)):
            (pages / name).write_text(raw, encoding="utf-8")
        found = {engine: measure(engine, pages, options.cheap) for engine in options.engines}
    first = next(iter(found.values()))
    print(
        json.dumps(
            {
                "pages": options.pages,
                "words": list(options.words),
                "stages": "clean and candidate pairs" if options.cheap else "whole build",
                "machine": {
                    "processor": platform.processor() or platform.machine(),
                    "cores": len(os.sched_getaffinity(0)),
                    "load": os.getloadavg()[0],
                },
                "engines": found,
                "same results": len({run["digest"] for run in found.values()}) == 1,
                "processor time over the first": {
                    name: round(run["processor seconds"] / first["processor seconds"], 2) for name, run in found.items()
                },
            },
            indent=1,
        )
    )


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, default=Path("corpora"))
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--words", type=int, nargs=2, default=(NEWS.start, NEWS.stop), help="of a page's body: from, and below which number")
    parser.add_argument("--cheap", action="store_true")
    parser.add_argument("--engines", nargs="+", default=["pool[2]", "local[2,4]"])
    parser.add_argument("--engine", help=argparse.SUPPRESS)  # this script calls itself, so that each engine starts from nothing
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


def measure(engine: str, pages: Path, cheap: bool) -> dict[str, float | str]:
    """Runs one engine in a process of its own and waits for all that came of it."""
    ctypes.CDLL(None).prctl(_ADOPT_ORPHANS, 1, 0, 0, 0)
    before, began = _children_seconds(), time.monotonic()
    command = [sys.executable, __file__, "--engine", engine, "--folder", str(pages), *(["--cheap"] if cheap else [])]
    digest = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.strip().splitlines()[-1]
    seconds = time.monotonic() - began
    try:
        while True:
            os.wait()
    except ChildProcessError:
        return {"seconds": round(seconds, 1), "processor seconds": round(_children_seconds() - before, 1), "digest": digest}


def _children_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def build_whole(pages: Path, engine: str) -> str:
    """Builds a record; returns a digest of all it can be exported to."""
    from parley.pipeline.build import Options, build
    from parley.publish.exports import FORMATS, make_content, make_export
    from parley.store import open_record

    with tempfile.TemporaryDirectory() as folder:
        build([pages], Path(folder), Options(engine=engine))
        with open_record(Path(folder)) as record:
            content = make_content(record.pages(), record.articles(), record.view(), record.issues(), record.decisions(), ())
    digest = hashlib.sha256()
    for name in sorted(FORMATS):
        for file, data in sorted(make_export(name, content).files.items()):
            digest.update(f"{name}/{file}\0".encode() + data)
    return digest.hexdigest()


def clean_only(pages: Path, engine_name: str) -> str:
    """Cleans pages and finds candidate pairs; returns a digest of both."""
    import numpy as np

    from parley.copies.candidates import find_pairs
    from parley.copies.fingerprint import fingerprint
    from parley.engine import batched, open_engine
    from parley.model import Article, Page
    from parley.model.codec import dump, load
    from parley.pages import read_pages
    from parley.pipeline.steps import MODULES, answers_of, cleaning, to_rows

    def rows() -> Iterator[tuple[str, str]]:
        return ((page.id, dump(page, Page)) for page in read_pages([pages]) if isinstance(page, Page))

    digest, prints = hashlib.sha256(), []
    with open_engine(engine_name, MODULES) as engine:
        for batch in engine.map((to_rows(part) for part in batched(rows(), 16)), cleaning()):
            for answer in answers_of(batch):
                digest.update(repr(answer).encode())
                if answer.value is not None:
                    article = load(answer.value, Article)
                    prints.append(fingerprint(article.id, article.text))
        pairs, _ = find_pairs(prints, np.ones(len(prints), np.bool_), engine.sql)
    digest.update(pairs.tobytes())
    return digest.hexdigest()


if __name__ == "__main__":
    main()
