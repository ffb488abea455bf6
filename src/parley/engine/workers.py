"""Several processes that run one step on a stream of batches, and what becomes of a batch whose process dies."""

from __future__ import annotations

import multiprocessing
import sys
import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from multiprocessing.connection import wait

import pyarrow as pa

from parley.engine.step import Step
from parley.engine.worker import Context, Job, Worker
from parley.model import ParleyError

_AHEAD = 4
"""Batches taken in for each process, so that a slow one does not hold up the others."""
_LONGEST_WAIT = 3600.0
_FALSE_STARTS = 3
"""Processes in a row that die before they were given anything, after which no more are started."""


class Workers:
    """Processes that run `step`, each started when there is work for it.

    Args:
        count: how many at most.
        modules: imported once, before the processes part, so that they share that time and memory.
    """

    def __init__(self, step: Step, count: int, modules: Sequence[str] = ()) -> None:
        self._step, self._count = step, count
        self._context = _context()
        self._context.set_forkserver_preload(_preload(modules))
        self._workers: list[Worker] = []
        self._false_starts = 0

    def close(self) -> None:
        for worker in self._workers:
            worker.end()
        self._workers = []

    def run(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """Yields one answer for each batch, in order, as `Engine.map` says.

        Raises:
            ParleyError: when no process can be started.
        """
        source = enumerate(batches)
        line: deque[Job] = deque()
        waiting: deque[Job] = deque()
        try:
            while True:
                while len(waiting) < self._count and len(line) < _AHEAD * self._count and (following := next(source, None)):
                    line.append(Job(*following))
                    waiting.append(line[-1])
                if not line:
                    return
                self._hand_out(waiting)
                for job in self._take_back():
                    waiting.extendleft(reversed(self._settle(job, line)))
                yield from _finished(line)
        finally:
            if line:
                self.close()  # some are at work on what nobody waits for any more

    def _hand_out(self, waiting: deque[Job]) -> None:
        """Gives each idle process a batch, and starts another where there is more to do than processes."""
        idle = [worker for worker in self._workers if worker.is_idle]
        for worker in idle[: len(waiting)]:
            worker.give(waiting.popleft())
        starting = sum(worker.is_starting for worker in self._workers)
        for _ in range(min(self._count - len(self._workers), len(waiting) - starting)):
            self._workers.append(Worker(self._context, self._step))

    def _take_back(self) -> list[Job]:
        """Waits until a process has something to say, has died or taken too long; returns the jobs that ended by that."""
        left = min(worker.until for worker in self._workers) - time.monotonic()
        speaking = wait([worker.pipe for worker in self._workers], max(0.0, min(left, _LONGEST_WAIT)))
        now = time.monotonic()
        jobs = [worker.collect() for worker in self._workers if worker.pipe in speaking]
        jobs += [worker.give_up() for worker in self._workers if worker.until < now]
        self._bury()
        return [job for job in jobs if job is not None]

    def _bury(self) -> None:
        can_start = any(not worker.is_starting for worker in self._workers)
        dead = [worker for worker in self._workers if not worker.is_alive]
        self._workers = [worker for worker in self._workers if worker.is_alive]
        for worker in dead:
            worker.end()
        self._false_starts = 0 if can_start else self._false_starts + len(dead)
        if self._false_starts >= _FALSE_STARTS:
            raise ParleyError("worker processes die as they start; a script that builds needs `if __name__ == '__main__':`")

    def _settle(self, job: Job, line: deque[Job]) -> list[Job]:
        """Decides on a job that ended; returns what is still to be done in its place."""
        if job.answer is not None:
            return []
        if not job.is_hopeless:
            return [job]
        if job.batch.num_rows == 1:
            job.answer = self._step.lost(job.batch, job.why)
            return []
        place, halves = line.index(job), job.halves()
        del line[place]
        for half in reversed(halves):
            line.insert(place, half)
        return halves


def start_loading(modules: Sequence[str]) -> None:
    """Starts the process that workers part from, so that it loads what they need while its parent does something else."""
    if sys.platform == "linux":
        from multiprocessing import forkserver

        _context().set_forkserver_preload(_preload(modules))
        forkserver.ensure_running()


def _preload(modules: Sequence[str]) -> list[str]:
    return [__name__, *modules]


def _context() -> Context:
    """How processes are started: on Linux parted from one that has loaded what they need, elsewhere from nothing, which is safe there."""
    return multiprocessing.get_context("forkserver") if sys.platform == "linux" else multiprocessing.get_context("spawn")


def _finished(line: deque[Job]) -> Iterator[pa.RecordBatch]:
    """Takes the whole batches off the beginning of the line that are answered, each put together from its parts."""
    while line:
        parts = list(takewhile(lambda job: job.number == line[0].number, line))
        answers = [job.answer for job in parts]
        if any(answer is None for answer in answers):
            return
        for _ in parts:
            line.popleft()
        yield answers[0] if len(answers) == 1 else pa.Table.from_batches(answers).combine_chunks().to_batches()[0]
