"""A disk that takes no more: the write that meets it is reported, and what was finished before it stays whole."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from parley.store import open_record

resource = pytest.importorskip("resource")  # the limit that stands for a full disk is one of Unix

WRITER = """
import resource, signal, sys
from pathlib import Path
from parley.model import Article, Page, RecordError, Source
from parley.record import View
from parley.store import open_record

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with open_record(Path(sys.argv[1]), create=True) as record:
    limit = int(sys.argv[2])
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    try:
        for number in range(1000):
            with record.batch():
                page = Page(f"p{number:06}", "x", "text/plain", f"{number} words")
                record.add_page(page, Article(f"a{number:06}", page.id, "words " * 500))
                record.replace_view(View(sources=tuple(Source(f"s{n}", (f"a{n:06}",)) for n in range(number + 1))))
            print(number + 1, flush=True)
    except RecordError as error:
        sys.exit(f"reported: {error}")
"""


@pytest.mark.parametrize("limit", [100_000, 150_000, 400_000, 900_000])
def test_a_full_disk_is_reported_and_nothing_finished_is_lost(tmp_path: Path, limit: int) -> None:
    done = subprocess.run([sys.executable, "-c", WRITER, str(tmp_path / "r"), str(limit)], capture_output=True, text=True, check=False)
    assert done.stderr.startswith("reported: the record in"), done.stderr
    finished = len(done.stdout.split())
    with open_record(tmp_path / "r") as record:
        assert len(record.pages()) == len(record.articles()) == len(record.view().sources) == finished < 1000
        record.replace_view(record.view())  # with space again, it takes what comes
