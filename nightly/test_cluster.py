"""A build on a Spark cluster of two executors, one of which is killed at work, ends in the record of a build on the pool, byte for byte.

Run by `make nightly`: it starts three JVMs and takes minutes.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from pathlib import Path

import pytest

from parley.cli.demo import example_pages
from parley.pipeline.build import Options, build

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from pipeline.test_engines import exports_of

_EXECUTOR = b"CoarseGrainedExecutorBackend"
CLUSTER = "local-cluster[2,1,1500]"


def python_workers(executor: int) -> list[int]:
    """The processes an executor has started: it is at work when there are some."""
    return [int(found) for task in Path(f"/proc/{executor}/task").glob("*/children") for found in task.read_text().split()]


def executors() -> list[int]:
    return [int(path.parent.name) for path in Path("/proc").glob("[0-9]*/cmdline") if _EXECUTOR in _read(path)]


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def test_an_executor_that_is_killed_costs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    build([example_pages()], tmp_path / "pool", Options(engine="pool[2]"))
    before, killed, done = set(executors()), [], threading.Event()

    def kill_one_at_work() -> None:
        while not done.is_set() and not killed:
            time.sleep(0.2)
            busy = [executor for executor in executors() if executor not in before and python_workers(executor)]
            if busy:
                time.sleep(1)
                os.kill(busy[0], signal.SIGKILL)
                killed.append(busy[0])

    killer = threading.Thread(target=kill_one_at_work)
    killer.start()
    try:
        build([example_pages()], tmp_path / "cluster", Options(engine=CLUSTER))
    finally:
        done.set()
        killer.join()
    assert killed
    assert exports_of(tmp_path / "cluster") == exports_of(tmp_path / "pool")
