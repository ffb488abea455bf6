"""A process killed at any moment leaves a record that holds everything it had finished."""

import os
import signal
import subprocess
import sys
import time

import pytest

from parley.model import Article, Page
from parley.record import View
from parley.store import Location, open_record

# Says how many pages are finished, one number a line, so that the parent knows what must not be lost.
WRITER = """
import sys
from parley.model import Article, Page, Source
from parley.record import View
from parley.store import open_record

with open_record(sys.argv[1], create=True) as record:
    for number in range(100_000):
        with record.batch():
            record.add_page(Page(f"p{number:06}", "x", "text/plain", "words " * 500), Article(f"a{number:06}", f"p{number:06}", "words " * 500))
            record.replace_view(View(sources=tuple(Source(f"s{n}", (f"a{n:06}",)) for n in range(number + 1))))
        print(number + 1, flush=True)
"""


@pytest.mark.parametrize("wait", [0.0, 0.02, 0.11, 0.23])
def test_nothing_finished_is_lost(location: Location, wait: float) -> None:
    process = subprocess.Popen([sys.executable, "-c", WRITER, str(location)], stdout=subprocess.PIPE, text=True)
    assert process.stdout
    finished = int(process.stdout.readline())
    time.sleep(wait)
    os.kill(process.pid, signal.SIGKILL)
    finished = max([finished, *(int(line) for line in process.stdout.read().split("\n") if line)])
    process.wait()
    process.stdout.close()
    with open_record(location) as record:
        pages, articles, view = record.pages(), record.articles(), record.view()
        assert finished <= len(pages) <= finished + 1
        assert len(articles) == len(view.sources) == len(pages)
        record.add_page(Page("q", "y", "text/plain", ""), Article("b", "q", ""))
        record.replace_view(View())
        assert record.has_page("q")
