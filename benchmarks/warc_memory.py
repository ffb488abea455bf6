"""Streams a large WARC through `read_pages` and prints pages, seconds and the peak of resident memory.

    python benchmarks/warc_memory.py [--megabytes 1000]

The archive is made by repeating invented pages, uncompressed, in a temporary folder. Memory stays constant when the peak
hardly depends on the size: compare two runs.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from pathlib import Path

from parley.model import Page
from parley.pages import read_pages

_PARAGRAPH = "<p>Delegates from Norland and Sudmark ended four hours of talks on Monday without agreeing on a ceasefire.</p>\n"


def record(number: int) -> bytes:
    """One WARC record of about 100 kB, each a little different."""
    body = f"<html><title>Talks {number}</title><body>{_PARAGRAPH * (700 + number % 300)}</body></html>"
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{body}"
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number}>\r\nWARC-Target-URI: http://post.example/{number}\r\n"
    dated = f"WARC-Date: 2019-05-04T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    return f"{head}{dated}{http}\r\n\r\n".encode()


def write(path: Path, megabytes: int) -> None:
    with path.open("wb") as out:
        number = 0
        while out.tell() < megabytes * 1_000_000:
            out.write(record(number))
            number += 1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=int, default=1000)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "repeated.warc"
        write(path, arguments.megabytes)
        start = time.perf_counter()
        pages = sum(isinstance(item, Page) for item in read_pages([path]))
        seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    sys.stdout.write(f"{arguments.megabytes} MB, {pages} pages, {seconds:.1f} s, peak {peak:.0f} MB\n")


if __name__ == "__main__":
    main()
