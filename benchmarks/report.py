"""How large a record's report is, and how soon it can be used in a browser.

    python benchmarks/report.py RECORD...

Debian's Chromium opens the file at 1440 and at 390 pixels, five times each; the median time until its script has run and a frame was drawn is given.
So is the processor time of the page's main thread, which does not depend on what else the machine does.
"""

from __future__ import annotations

import json
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from parley.cli.report import write_report

_DRAWN = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


def main() -> None:
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        for record in sys.argv[1:]:
            began = time.process_time()
            write_report(Path(record), path := Path(scratch) / "report.html")
            made = time.process_time() - began
            opened = {width: _medians([_open(browser, path, width) for _ in range(5)]) for width in (1440, 390)}
            print(
                json.dumps(
                    {"record": record, "MB": round(path.stat().st_size / 1e6, 2), "made in CPU s": round(made, 2), "interactive in s, CPU s": opened}
                )
            )
        browser.close()


def _medians(rows: list[tuple[float, float]]) -> list[float]:
    return [round(statistics.median(column), 2) for column in zip(*rows, strict=True)]


def _open(browser: Browser, path: Path, width: int) -> tuple[float, float]:
    """Returns seconds by the clock until the page was drawn, and processor time of its main thread."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    began = time.perf_counter()
    page.goto(path.as_uri())
    page.evaluate(_DRAWN)
    taken = time.perf_counter() - began
    metrics = {row["name"]: row["value"] for row in session.send("Performance.getMetrics")["metrics"]}
    page.close()
    return taken, metrics["TaskDuration"]


if __name__ == "__main__":
    main()
