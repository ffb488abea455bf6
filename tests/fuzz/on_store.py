"""Targets that take in what a record, a decision or a command line brings from elsewhere."""

from __future__ import annotations

import atexit
import json
import shutil
import tempfile
from datetime import date
from functools import cache
from pathlib import Path

import click
from click.testing import CliRunner

from parley.cli import parley
from parley.cli.options import parse_published
from parley.model import Article, Interval, Issue, Page, Reading, RecordError, Source
from parley.model.codec import dump, load
from parley.record import View, find_faults
from parley.record.decisions import Anchor, Decision
from parley.record.runs import Run
from parley.store import open_record

_HINTS = (Decision, Article, Page, Reading, View, Run, Issue)
_DECISION = Decision("correct", (Anchor("claim", "a-1", "14 people", 3),), "Ada", "2026-01-01T00:00:00+00:00", "a misprint", "13", "low")
_ARTICLE = Article("a-1", "p-1", "Talks in Vesk.", "Talks", Interval.day(date(2015, 5, 4), "user"))

STORED_SEEDS = (
    b"\0" + dump(_DECISION, Decision).encode(),
    b"\1" + dump(_ARTICLE, Article).encode(),
    b"\2" + dump(Page("p-1", "x.txt", "text/plain", "Talks"), Page).encode(),
    b"\4" + dump(View(sources=(Source("s-1", ("a-1",)),)), View).encode(),
    b"\6" + dump(Issue("p", "read", "empty"), Issue).encode(),
)
STORED_WORDS = (
    b'"kind":', b'"undo"', b'"anchors":', b'"published":', b'"first":"', b'"last":"', b"2015-05-04", b"0000-00-00", b"null", b"true", b"-1",
    b"1e999", b"NaN",
    b"[", b"]", b"{", b"}", b",", b'"pieces":', b'"sources":', b'"reports":', b'"span":', b"\\ud800", b'"value":', b'"events":',
    b"99999999999999999999",
)  # fmt: skip
DAMAGE_SEEDS = (b"", b"\x10\x00\x00\x05SQLit", b"\x00\x00\x14\x01\xff", b"\x22\x10\x00\x04\x00\x00\x00\x00", b"\x01\x00\x00\x00")
SEARCH_SEEDS = (b"ministers Vesk", b'"met in Vesk" talks', b"NEAR(a b) OR c*", "Vesk \u0130 \ud7ff".encode())
SEARCH_WORDS = (b'"', b"*", b" OR ", b" AND ", b" NOT ", b"NEAR(", b")", b"^", b":", b"words:", b"\0", b"'", b"--", b";", b"\\", b"Vesk", b" ")
DATE_SEEDS = (b"one.txt=2016-10-16", b"a=b=2016-01-01/2016-01-03", b"=2016-10-16", b"x=2016-W01-1")
DATE_WORDS = (b"=", b"/", b"2016-10-16", b"9999-12-31", b"-", b"W", b"\0", "٣".encode())


def load_stored(data: bytes) -> None:
    hint = _HINTS[data[0] % len(_HINTS)] if data else Decision
    try:
        value = load(data[1:].decode("utf-8", "replace"), hint)
    except ValueError:
        return
    assert isinstance(value, hint)
    assert load(dump(value, hint), hint) == value


@cache
def _folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="parley-fuzz-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@cache
def _sound() -> Path:
    """A small record in one file, its log emptied into it."""
    folder = _folder() / "sound"
    with open_record(folder, create=True) as record:
        page, article = Page("p-1", "x.txt", "text/plain", "Ministers met in Vesk."), Article("a-1", "p-1", "Ministers met in Vesk.")
        record.add_page(page, article, Issue("y.txt", "read", "the page is empty"))
        record.add_fingerprints("a-1", b"x" * 90)
        record.add_decision(_DECISION)
        record.replace_view(View(sources=(Source("s-1", ("a-1",)),)))
    return folder


@cache
def _bytes_of_sound() -> bytes:
    return (_sound() / "record.sqlite").read_bytes()


def open_damaged(data: bytes) -> None:
    """Overwrites a record at places the input names (three bytes of offset, one of length, then what is written) and reads all of it."""
    whole = bytearray(_bytes_of_sound())
    while len(data) > 4:
        at, length = int.from_bytes(data[:3], "big") % len(whole), data[3] % 16 + 1
        whole[at : at + length] = data[4 : 4 + length]
        data = data[4 + length :]
    folder = _folder() / "damaged"
    folder.mkdir(exist_ok=True)
    for name in ("record.sqlite-wal", "record.sqlite-shm"):
        (folder / name).unlink(missing_ok=True)
    (folder / "record.sqlite").write_bytes(whole)
    try:
        with open_record(folder) as record:
            find_faults(record.pages(), record.articles(), record.view())
            record.issues(), record.decisions(), record.runs(), record.fingerprints(["a-1"]), record.search("Vesk")
    except RecordError as error:
        assert str(error)


def search_for(data: bytes) -> None:
    with open_record(_sound()) as record:
        for hit in record.search(data.decode("utf-8", "surrogateescape")):
            assert hit.kind == "sentence" and hit.id == "a-1"


def run_stage(data: bytes) -> None:
    done = CliRunner().invoke(parley, ["stage", "times"], input=data)
    assert done.exit_code in (0, 1) and (done.exception is None or isinstance(done.exception, SystemExit)), done.exception
    for line in done.stdout.split("\n")[:-1]:
        assert isinstance(json.loads(line), dict)


def read_dates(data: bytes) -> None:
    try:
        found = parse_published((data.decode("utf-8", "surrogateescape"),))
    except click.BadParameter:
        return
    assert all(interval.first <= interval.last for interval in found.values())
