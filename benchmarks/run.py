"""Measures what Parley takes, beside its peers in the same run, and how that grows.

    python benchmarks/run.py --corpora FOLDER [--parts start peers growth build] [--sizes 250 1000] [--name NAME] [--docs]

| part | what |
|---|---|
| `start` | seconds of `parley --help` and of `parley stage times` on one line; medians |
| `peers` | cleaning beside trafilatura, copies beside datasketch, times beside dateparser and Recognizers-Text, language beside spaCy's tokeniser |
| `growth` | the cheap stages alone at `--cheap` sizes: processor seconds and the exponent between the smallest and the largest |
| `build` | `parley build` over `--sizes` news pages: pages a second, peak memory of all processes, exponent; then one page more |

Peers that are not installed are left out, and said so. Results go to `benchmarks/results/NAME.json` with facts about the machine; `--docs` writes
the table of `docs/benchmarks.md` anew from every file there. The other scripts of this folder measure one room each, or what is asked less often.
"""

from __future__ import annotations

import argparse
import compileall
import json
import math
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path

import peers
import tables
from growth import measure_growth
from news_pages import news_pages
from watch import AS_INSTALLED, PARLEY, watch

HERE = Path(__file__).parent
_PACKAGES = ("parley-record", "numpy", "onnxruntime", "spacy", "lxml", "duckdb", "trafilatura", "datasketch", "dateparser", "recognizers-text-suite")


def machine() -> dict[str, object]:
    """Facts without which a figure means little."""
    model = next((line.partition(":")[2].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")), platform.processor())
    memory = next((int(line.split()[1]) // 1_000_000 for line in _lines("/proc/meminfo") if line.startswith("MemTotal")), None)
    return {
        "processor": model,
        "cores_used": len(os.sched_getaffinity(0)),
        "cores": os.cpu_count(),
        "memory_gigabytes": memory,
        "load_at_start": round(os.getloadavg()[0], 1),
        "system": platform.platform(),
        "python": platform.python_version(),
        "packages": {name: _version(name) for name in _PACKAGES},
    }


def _lines(path: str) -> list[str]:
    return Path(path).read_text().splitlines() if Path(path).exists() else []


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def measure_start(rounds: int = 5) -> dict[str, object]:
    line = json.dumps({"id": "a", "text": "They met on Monday, 4 May 2015.", "published": "2015-05-10"}).encode()
    commands: dict[str, tuple[list[str], bytes]] = {"help": (["--help"], b""), "stage_times": (["stage", "times"], line)}
    found = {}
    for name, (arguments, given) in commands.items():
        runs = [_timed([*PARLEY, *arguments], given) for _ in range(rounds)]
        found[name] = {
            "seconds": round(statistics.median(run[0] for run in runs), 3),
            "cpu_seconds": round(statistics.median(run[1] for run in runs), 3),
        }
    return found


def _timed(command: list[str], given: bytes) -> tuple[float, float]:
    """Wall and processor seconds of a short command."""
    before, began = os.times(), time.perf_counter()
    subprocess.run(command, env=AS_INSTALLED, input=given, stdout=subprocess.DEVNULL, check=True)
    after = os.times()
    return time.perf_counter() - began, after.children_user + after.children_system - before.children_user - before.children_system


def measure_build(corpora: Path, sizes: list[int]) -> dict[str, object]:
    """Builds a record of each size, and adds one page to the largest."""
    rows = []
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for size in sizes:
            pages = folder / f"pages{size}"
            pages.mkdir()
            for name, html in news_pages(corpora, size):
                (pages / name).write_text(html, encoding="utf-8")
            record = folder / f"record{size}"
            seen = watch([*PARLEY, "build", str(pages), "--out", str(record), "--quiet"])
            summary = json.loads(seen.output.strip().splitlines()[-1])
            rows.append(
                {
                    "pages": size,
                    "seconds": seen.seconds,
                    "cpu_seconds": seen.cpu_seconds,
                    "pages_per_second": round(size / seen.seconds, 2),
                    "peak_megabytes": seen.peak_megabytes,
                    "record_megabytes": round((record / "record.sqlite").stat().st_size / 1e6, 1),
                    **{name: summary[name] for name in ("articles", "independent_sources", "events", "issues")},
                }
            )
            print(json.dumps(rows[-1]), file=sys.stderr, flush=True)
        more = folder / "more"
        more.mkdir()
        *_, (name, html) = news_pages(corpora, sizes[-1] + 1)
        (more / name).write_text(html, encoding="utf-8")
        added = watch([*PARLEY, "build", str(more), "--out", str(record), "--quiet"])
    ends = (rows[0], rows[-1])
    return {
        "sizes": rows,
        "exponent_of_cpu_seconds": exponent([(float(row["pages"]), float(row["cpu_seconds"])) for row in ends]) if len(rows) > 1 else None,
        "one_page_more": {"record_of": sizes[-1], "seconds": added.seconds, "cpu_seconds": added.cpu_seconds},
    }


def exponent(points: list[tuple[float, float]]) -> float:
    """b in cost = a·size^b, through the first and last point."""
    (small, cheap), (large, dear) = points[0], points[-1]
    return round(math.log(dear / cheap) / math.log(large / small), 3)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, default=Path("corpora"))
    parser.add_argument("--parts", nargs="+", choices=("start", "peers", "growth", "build"), default=["start", "peers", "growth", "build"])
    parser.add_argument("--sizes", type=int, nargs="+", default=[250, 1000], help="pages of the builds")
    parser.add_argument("--cheap", type=int, nargs="+", default=[100, 1000, 10_000], help="pages of the cheap stages")
    parser.add_argument("--pages", type=int, default=100, help="pages for the peers")
    parser.add_argument("--name", default=f"{datetime.now(UTC):%Y-%m-%d}", help="of the file with the results")
    parser.add_argument("--docs", action="store_true", help="write the table of docs/benchmarks.md; alone, measure nothing")
    args = parser.parse_args()
    parts: dict[str, Callable[[], object]] = {
        "start": measure_start,
        "peers": lambda: peers.measure_all(args.corpora, args.pages),
        "growth": lambda: measure_growth(args.corpora, args.cheap),
        "build": lambda: measure_build(args.corpora, args.sizes),
    }
    if not args.docs or "--parts" in sys.argv:
        compileall.compile_dir(str(files("parley")), quiet=2)
        path = HERE / "results" / f"{args.name}.json"
        found = json.loads(path.read_text()) if path.exists() else {"machine": machine()}
        for part in args.parts:
            found[part] = {"load": round(os.getloadavg()[0], 1), **parts[part]()}  # type: ignore[dict-item]  # every part is an object
            print(json.dumps({part: found[part]}, indent=1), flush=True)
            path.parent.mkdir(exist_ok=True)
            path.write_text(json.dumps(found, indent=1) + "\n")
    if args.docs:
        tables.write(HERE / "results", HERE.parent / "docs" / "benchmarks.md")


if __name__ == "__main__":
    main()
