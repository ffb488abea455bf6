"""What it costs to derive a record's account anew, step by step, and how that grows.

Usage: python benchmarks/record.py [--articles 500 2000 …]

Articles and what would be read in them are invented (`invented_record.py`); no language pass is run. Everything across articles is
derived anew at each build, so what is printed is also what one more article costs, reading it and starting up aside. Prints one
JSON object for each size; times are CPU seconds of this process, which does everything on one core.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from pathlib import Path

from invented_record import invent
from parley.copies import CopyInput, Known, extend_copies
from parley.pipeline.across import Together, put_together
from parley.store import open_record


class Clock:
    """CPU seconds of the steps of one run, by name."""

    def __init__(self) -> None:
        self.steps: dict[str, float] = {}
        self._last = time.process_time()

    def lap(self, name: str) -> None:
        """Ends the step `name`, which began where the last one ended."""
        now = time.process_time()
        self.steps[name], self._last = round(now - self._last, 2), now


def measure(count: int) -> dict[str, object]:
    """Derives and writes a record of `count` articles."""
    pairs = list(invent(count))
    articles, readings = [article for article, _ in pairs], {article.id: reading for article, reading in pairs}
    clock = Clock()
    known = [Known.of(CopyInput(id=a.id, text=a.text, title=a.title, published=a.published, publisher=a.publisher)) for a in articles]
    copies = extend_copies(known)
    clock.lap("copies")
    together = Together.of(articles, copies)
    clock.lap("happenings before reading")
    view = put_together(together, together.dated(), readings, ())
    clock.lap("merging")
    with tempfile.TemporaryDirectory() as folder, open_record(Path(folder) / "record", create=True) as record:
        record.replace_view(view)
        clock.lap("writing")
        record.replace_view(view)
        clock.lap("writing again")
        record.view()
        clock.lap("reading back")
    sizes = {"articles": count, "reports": len(view.reports), "events": len(view.events), "stories": len(view.stories)}
    return {**sizes, "cpu_seconds": clock.steps}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[500, 2000], help="how many articles, for each record")
    for count in parser.parse_args().articles:
        print(json.dumps(measure(count)), flush=True)


if __name__ == "__main__":
    main()
