"""Milliseconds the server takes for each of its pages, over a record of many articles.

    python benchmarks/server.py [--articles 2000] [--rounds 7] [--record FOLDER]

Processor time is measured, so that other programs do not count. The record is made by `large_record.py` from the example pages; FOLDER keeps it for
the next time. Each address is asked for `--rounds` times on one core, its answer taken whole, without a network between; the median is given, and
the first time, when it may have to be worked out. What the first answer after a change of the record takes, which waits until the record is read, is
given apart. Exit status 1 when a page takes longer than the goal.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from fastapi.testclient import TestClient

from large_record import enlarge
from parley.cli.demo import example_pages
from parley.pipeline.build import build
from parley.server import create_app

GOAL = 200.0
WHOLE = ("/report.html", "/record.jsonl", "/items.csv", "/items.geojson")
"""Whole records, not pages: timed, and no part of the goal."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--record", type=Path)
    parser.add_argument("--whole", action="store_true", help="time whole exports too")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = args.record or Path(scratch) / "large"
        if not folder.exists():
            build([example_pages()], Path(scratch) / "small")
            enlarge(Path(scratch) / "small", folder, -(-args.articles // len(list(example_pages().iterdir()))))
        measure(folder, args.rounds, args.whole)


def measure(folder: Path, rounds: int, whole: bool) -> None:
    """Prints a line for each address and the slowest at the end."""
    began = time.process_time()
    client = TestClient(create_app(folder), base_url="http://127.0.0.1")
    opened = time.process_time()
    client.get("/items.json?limit=1")
    lines = client.get("/items.json?limit=1").json()["total"]
    print(json.dumps({"items": lines, "opened": round(opened - began, 2), "first answer": round(time.process_time() - opened, 2)}))
    slow = []
    for address in [*addresses(client), *(WHOLE if whole else ())]:
        first, *rest = (timed(client, address) for _ in range(rounds))
        median = statistics.median([first, *rest])
        size = len(client.get(address).content)
        print(f"{address[:70]:<70} {median:8.1f} ms  first {first:8.1f} ms  {size // 1000:>6} kB")
        if median > GOAL and address not in WHOLE:
            slow.append(address)
    print(json.dumps({"goal": GOAL, "slower": slow}))
    sys.exit(bool(slow))


def timed(client: TestClient, address: str) -> float:
    began = time.process_time()
    answer = client.get(address)
    taken = (time.process_time() - began) * 1000
    assert answer.status_code == 200, (address, answer.status_code)
    return taken


def addresses(client: TestClient) -> Iterator[str]:
    """Every kind of page, with items that exist: the largest story, a page far back, a search in the midst of it."""
    stories = client.get("/items.json?kind=story&limit=200").json()["items"]
    largest = max(stories, key=lambda s: len(s["articles"]))["id"]
    yield from ("/", f"/stories/{largest}", f"/stories/{stories[-1]['id']}", "/sources", "/people", "/pages", "/pages/p1", "/pages/p1500")
    yield from ("/items", "/items?q=shelled+market", "/items?kind=event&type=ASSAULT", "/items?kind=report&since=2019-04-01&until=2019-05-01")
    some = client.get("/items.json?kind=statement&limit=50").json()["next"]
    yield f"/items?kind=statement&cursor={some}"
    for kind in ("event", "claim", "actor", "disagreement", "story", "place"):
        yield f"/items/{client.get(f'/items.json?kind={kind}&limit=1').json()['items'][0]['id']}"
    yield from ("/review", "/decisions", "/new", "/issues", "/items.json", "/items.json?q=ceasefire", "/review.json", "/feed.atom", "/openapi.json")
    yield from (f"/stories/{largest}.json",)


if __name__ == "__main__":
    main()
