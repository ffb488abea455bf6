"""A build on Spark, and one whose worker processes are killed, end in the record of any other build, byte for byte."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from parley.cli.demo import example_pages
from parley.engine import Engine
from parley.pipeline.build import Options, build
from parley.publish.exports import FORMATS, make_content, make_export
from parley.store import open_record


def exports_of(folder: Path) -> dict[str, bytes]:
    """Every export, but what it says of the run itself."""
    with open_record(folder) as record:
        content = make_content(record.pages(), record.articles(), record.view(), record.issues(), record.decisions(), ())
    return {f"{name}/{file}": data for name in FORMATS for file, data in make_export(name, content).files.items()}


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("pool") / "record"
    build([example_pages()], folder, Options(engine="pool[2]"))
    assert not (folder / "shards").exists()
    return exports_of(folder)


def test_a_build_on_spark_is_the_same_bytes(usual: dict[str, bytes], spark: Engine, tmp_path: Path) -> None:
    build([example_pages()], tmp_path / "record", Options(engine="local[2,4]"))
    found = exports_of(tmp_path / "record")
    assert found.keys() == usual.keys()
    assert [name for name in usual if found[name] != usual[name]] == []


def test_a_build_whose_workers_are_killed_is_the_same_bytes(usual: dict[str, bytes], tmp_path: Path) -> None:
    killed: list[int] = []

    def kill_one_of_each_shard() -> None:
        while not done.is_set():
            for pid in workers_of(os.getpid()):
                if pid not in killed and len(killed) < 3:
                    with suppress(ProcessLookupError):  # it may have ended by itself just now
                        os.kill(pid, signal.SIGKILL)
                        killed.append(pid)
                    time.sleep(1)
            time.sleep(0.05)

    done = threading.Event()
    killer = threading.Thread(target=kill_one_of_each_shard)
    killer.start()
    try:
        build([example_pages()], tmp_path / "record", Options(engine="pool[2]"))
    finally:
        done.set()
        killer.join()
    assert killed
    assert exports_of(tmp_path / "record") == usual


def workers_of(parent: int) -> Iterator[int]:
    """The processes parted from the one that `parent` started for that."""
    servers = [child for child in _children(parent) if "forkserver" in _read(f"/proc/{child}/cmdline")]
    yield from (worker for server in servers for worker in _children(server))


def _children(pid: int) -> list[int]:
    return [int(found) for task in Path(f"/proc/{pid}/task").glob("*/children") for found in _read(task).split()]


def _read(path: Path | str) -> str:
    """What the system says of a process, or nothing if it has just ended."""
    try:
        return Path(path).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
