"""Processes that hang, die or outlive their use."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from engine.word_steps import batch_of, shouting, words_of
from parley.engine import Engine

TESTS = Path(__file__).parents[1]


def wait_for(is_so: Callable[[], bool], seconds: float = 120.0) -> bool:
    until = time.monotonic() + seconds
    while not is_so() and time.monotonic() < until:
        time.sleep(0.05)
    return is_so()


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_row_that_takes_too_long_is_given_up(pool: Engine, tmp_path: Path) -> None:
    batches = [batch_of(["a", "sleep"]), batch_of(["b"])]
    found = words_of(list(pool.map(batches, shouting(tmp_path, seconds=6.0))))
    assert found == [["A", "sleep: it took more than 6 seconds"], ["B"]]


def test_a_python_worker_of_spark_that_dies_is_replaced(spark: Engine, tmp_path: Path) -> None:
    batches = [batch_of(["a"]), batch_of(["b", "orphan once"]), batch_of(["c"])]
    assert words_of(list(spark.map(batches, shouting(tmp_path)))) == [["A"], ["B", "ORPHAN ONCE"], ["C"]]
    assert (tmp_path / "orphan once").exists()


def test_no_process_is_left_when_the_answers_are_not_wanted(pool: Engine, tmp_path: Path) -> None:
    answers = pool.map((batch_of([f"w{number}"]) for number in range(40)), shouting(tmp_path))
    next(answers)
    assert multiprocessing.active_children()
    answers.close()
    assert not multiprocessing.active_children()


def write_script(folder: Path, work: str) -> Path:
    script = folder / "script.py"
    script.write_text(
        f"import sys\nsys.path.insert(0, {str(TESTS)!r})\nfrom pathlib import Path\nfrom engine.word_steps import batch_of, shouting\n"
        f"from parley.engine import open_engine\nNOTES = Path({str(folder)!r})\n{work}"
    )
    return script


def test_workers_end_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    work = "if __name__ == '__main__':\n    list(open_engine('pool[2]').map([batch_of(['nap'])] * 9, shouting(NOTES)))\n"
    parent = subprocess.Popen([sys.executable, str(write_script(tmp_path, work))])
    try:
        assert wait_for(lambda: len(list(tmp_path.glob("*.pid"))) == 2)
    finally:
        parent.send_signal(signal.SIGKILL)
        parent.wait()
    workers = [int(path.stem) for path in tmp_path.glob("*.pid")]
    assert wait_for(lambda: not any(map(is_running, workers)))


def test_processes_that_cannot_start_are_no_fault_of_the_pages(tmp_path: Path) -> None:
    work = "list(open_engine('pool[1]').map([batch_of(['a'])], shouting(NOTES)))\n"  # a script without the guard starts itself again
    ended = subprocess.run([sys.executable, str(write_script(tmp_path, work))], check=False, capture_output=True, text=True)
    assert ended.returncode == 1
    assert "needs `if __name__ == '__main__':`" in ended.stderr
