"""Kills builds at random moments, fills the disk under them and sets them on each other; tells whether the record came out of it whole.

    python benchmarks/kill.py [--kills 100] [--full 20] [--pages 4] [--seed 1] [--engine inline]

- `kill -9` at a random moment of a build, on a new record or on one that holds half of the pages: `parley check` must find no fault in what is
  left, and the next build must end in the same record, item by item, as one that nobody disturbed.
- A disk that is full at a random size (a small tmpfs where this process may mount one, or else a limit on the size of files): the build
  must end in a `RecordError`, what is left must be clean, and with space again the next build must end in the same record.
- Two builds at once on one record: one does its work, the other is refused or waits.
- A record on a read-only disk: a build must end in a `RecordError`, and reading must go on.

Builds run in processes that part from one with the model loaded, so that a moment is one of the build and not of its imports. With `--engine inline`
they do all the work themselves; with `pool[1]` in a process more, as `parley build` does, which takes seconds longer to start. Prints one JSON
object; exit status 1 when anything went wrong.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import pyarrow as pa

from fuzz.hostile_pages import good_pages, write_all
from parley.engine import Step
from parley.engine.pool import PoolEngine
from parley.model import RecordError
from parley.record import export_lines, find_faults
from parley.store import open_record

_CONTEXT = multiprocessing.get_context("forkserver")
_REFUSED = 3
_MANY = 1_000_000_000


class InlineEngine(PoolEngine):
    """Runs steps in the process that asks."""

    def map(self, batches: Iterable[pa.RecordBatch], step: Step) -> Iterator[pa.RecordBatch]:
        return (step.run(batch, step.setting) for batch in batches)


def build_here(pages: list[Path], record: Path, engine: str, limit: int) -> None:
    """What runs in the process of a build; `limit` is the size no file may pass."""
    from parley.pipeline import build as building

    if engine == "inline":
        building.open_engine = lambda name, modules: InlineEngine(1)  # type: ignore[assignment]  # takes the engine's place for this process
    if limit < _MANY:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # the write fails instead
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    try:
        building.build(pages, record, building.Options(engine="pool" if engine == "inline" else engine))
    except RecordError as error:
        print(str(error), file=sys.stderr)
        sys.exit(_REFUSED)


class House:
    """The pages, and the record an undisturbed build makes of them."""

    def __init__(self, folder: Path, pages: int, engine: str) -> None:
        self.folder, self.pages, self.engine = folder, write_all(good_pages(pages), folder / "pages"), engine
        self.run(folder / "first")  # starts the server that processes part from
        began = time.monotonic()
        self.run(folder / "whole")
        self.seconds = time.monotonic() - began
        self.expected = lines_of(folder / "whole")
        self.bytes = sum(path.stat().st_size for path in (folder / "whole").iterdir())
        self.run(folder / "half", self.pages[::2])
        self.wrong: list[str] = []

    def start(self, record: Path, pages: Sequence[Path] = (), limit: int = _MANY) -> ForkServerProcess:
        process = _CONTEXT.Process(target=build_here, args=(list(pages or self.pages), record, self.engine, limit))
        process.start()
        return process

    def run(self, record: Path, pages: Sequence[Path] = (), limit: int = _MANY) -> int | None:
        process = self.start(record, pages, limit)
        process.join()
        return process.exitcode

    def settle(self, record: Path, what: str) -> None:
        """Checks what is left of a record, builds it to the end, and compares."""
        if (record / "record.sqlite").exists():
            self.look(record, f"{what}: what is left", compare=False)
        if (status := self.run(record)) != 0:
            self.wrong.append(f"{what}: the next build ended with {status}")
        self.look(record, f"{what}: after the next build", compare=True)

    def look(self, record: Path, what: str, compare: bool) -> None:
        try:
            with open_record(record) as opened:
                faults = find_faults(opened.pages(), opened.articles(), opened.view())
            if faults:
                self.wrong.append(f"{what}: {faults[0]}")
            elif compare and lines_of(record) != self.expected:
                self.wrong.append(f"{what}: another record")
        except RecordError as error:
            if compare or "is not a record" not in str(error):  # killed before its tables were made
                self.wrong.append(f"{what}: {error}")


def lines_of(record: Path) -> list[str]:
    """Returns all that a record says, its runs aside."""
    with open_record(record) as opened:
        lines = export_lines(opened.pages(), opened.articles(), opened.view(), opened.issues(), opened.decisions(), opened.runs())
        return sorted(json.dumps(line, sort_keys=True) for line in lines if line["kind"] != "run")


def kill(house: House, dice: Random, number: int) -> str:
    """Kills one build; returns how far it had come."""
    record = house.folder / "killed"
    shutil.rmtree(record, ignore_errors=True)
    if number % 2:
        shutil.copytree(house.folder / "half", record)
    process = house.start(record)
    process.join(dice.uniform(0, house.seconds))
    was_done = process.exitcode is not None
    with suppress(ProcessLookupError):
        os.kill(process.pid or 0, signal.SIGKILL)
    process.join()
    state = "done" if was_done else state_of(record)
    house.settle(record, f"kill {number} ({state})")
    print(f"kill {number}: {state}; wrong so far: {len(house.wrong)}", file=sys.stderr, flush=True)
    return state


def state_of(record: Path) -> str:
    """Names how far a killed build had come."""
    try:
        with open_record(record) as opened:
            sizes = opened.sizes()
            return "before any page" if not sizes["articles"] else "after the view" if len(opened.view().sources) == sizes["articles"] else "midway"
    except RecordError:
        return "before any record"


def fill(house: House, dice: Random, number: int, room: Callable[[int], Iterator[Path]]) -> str:
    """Lets one build run out of space; returns what became of it."""
    limit = dice.randint(20_000, house.bytes)
    with contextmanager(room)(limit) as folder:
        record = folder / "full"
        status = house.run(record, limit=limit if folder == house.folder else _MANY)
        if status not in (0, _REFUSED):
            house.wrong.append(f"full {number} ({limit} bytes): ended with {status}")
        with suppress(OSError, RecordError), open_record(record) as opened:  # on a full disk it may not open; what opens must be sound
            house.wrong += find_faults(opened.pages(), opened.articles(), opened.view())
        if folder != house.folder:
            subprocess.run(["mount", "-o", "remount,size=1g", str(folder)], check=True)
        house.settle(record, f"full {number} ({limit} bytes)")
        shutil.rmtree(record)
    return "fitted" if status == 0 else "refused"


@contextmanager
def mounted(at: Path, size: int) -> Iterator[Path]:
    """A small disk.

    Raises:
        OSError: when this process may not mount one.
    """
    at.mkdir(exist_ok=True)
    if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "none", str(at)], check=False, capture_output=True).returncode:
        raise OSError("not allowed to mount")
    try:
        yield at
    finally:
        subprocess.run(["umount", "-l", str(at)], check=True)


def two_at_once(house: House) -> list[int | None]:
    """Starts two builds on one record; returns how they ended."""
    record = house.folder / "two"
    both = [house.start(record), house.start(record)]
    for process in both:
        process.join()
    house.settle(record, "two at once")
    statuses = sorted(process.exitcode if process.exitcode is not None else -1 for process in both)
    if statuses not in ([0, 0], [0, _REFUSED]):
        house.wrong.append(f"two at once: ended with {statuses}")
    return list(statuses)


def read_only(house: House) -> str:
    """Builds into, and reads, a record whose disk takes no writing."""
    with mounted(house.folder / "disk", 50_000_000) as disk:
        shutil.copytree(house.folder / "whole", disk / "r")
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        status = house.run(disk / "r")
        if status != _REFUSED:
            house.wrong.append(f"read-only: the build ended with {status}")
        house.look(disk / "r", "read-only", compare=True)
    return "refused" if status == _REFUSED else f"ended with {status}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--full", type=int, default=20)
    parser.add_argument("--pages", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--engine", default="inline")
    args = parser.parse_args()
    _CONTEXT.set_forkserver_preload(["parley.pipeline.warm", "parley.pipeline.build", "parley.engine.workers"])
    began, dice = time.monotonic(), Random(args.seed)
    with tempfile.TemporaryDirectory() as scratch:
        print("an undisturbed build first", file=sys.stderr, flush=True)
        house = House(Path(scratch), args.pages, args.engine)
        found: dict[str, object] = {"pages": args.pages, "engine": args.engine, "seconds_undisturbed": round(house.seconds, 2)}
        found |= {"kills": args.kills, "full": args.full}
        found["killed"] = dict(Counter(kill(house, dice, number) for number in range(args.kills)))
        try:
            with mounted(Path(scratch) / "disk", 1_000_000):
                found["disk"] = "tmpfs"
        except OSError:
            found["disk"] = "a limit on the size of files"

        def room(size: int) -> Iterator[Path]:
            if found["disk"] == "tmpfs":
                with mounted(house.folder / "disk", size) as disk:
                    yield disk
            else:
                yield house.folder

        found["filled"] = dict(Counter(fill(house, dice, number, room) for number in range(args.full)))
        found["two_at_once"] = two_at_once(house)
        found["read_only"] = read_only(house) if found["disk"] == "tmpfs" else "not tried: needs a mount"
    found |= {"seconds": round(time.monotonic() - began), "wrong": house.wrong}
    print(json.dumps(found, indent=1))
    sys.exit(bool(house.wrong))


if __name__ == "__main__":
    main()
