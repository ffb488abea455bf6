"""One process that runs a step: a batch in, an answer out, over a pipe.

Batches cross as Arrow streams and nothing else does. The process ends when its pipe does, so that none outlives a parent
that was killed.
"""

from __future__ import annotations

import math
import signal
import time
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, SpawnContext
from typing import TypeAlias

import pyarrow as pa

from parley.engine.step import Step, from_bytes, to_bytes

Context: TypeAlias = ForkServerContext | SpawnContext

_READY, _DONE, _RAISED = b"r", b"d", b"x"
_DEATHS = 2
"""How many processes a batch may take with it before it is halved."""


@dataclass(slots=True, eq=False)
class Job:
    """A batch on its way, or a part of one: `number` is that of the whole. `why` says what went wrong with it last."""

    number: int
    batch: pa.RecordBatch
    deaths: int = 0
    why: str = ""
    answer: pa.RecordBatch | None = None

    @property
    def is_hopeless(self) -> bool:
        return self.deaths >= _DEATHS

    def fail(self, why: str, deaths: int = _DEATHS) -> None:
        self.why = why
        self.deaths += deaths

    def halves(self) -> list[Job]:
        """Parts the batch. A part of several rows is known to be dangerous: one more death, and it is halved too."""
        middle = self.batch.num_rows // 2
        parts = self.batch.slice(0, middle), self.batch.slice(middle)
        return [Job(self.number, part, int(part.num_rows > 1)) for part in parts]


class Worker:
    """A process as its parent sees it.

    Args:
        context: how it is started.
    """

    def __init__(self, context: Context, step: Step) -> None:
        self._step = step
        self.pipe, other_end = context.Pipe()
        self._process = context.Process(target=_serve, args=(step, other_end), daemon=True)
        self._process.start()
        other_end.close()
        self._job: Job | None = None
        self._is_ready, self.is_alive = False, True
        self.until = math.inf

    @property
    def is_starting(self) -> bool:
        return not self._is_ready

    @property
    def is_idle(self) -> bool:
        return self._is_ready and self._job is None

    def give(self, job: Job) -> None:
        self._job = job
        self.until = time.monotonic() + self._step.seconds
        with suppress(OSError):  # it may have died; `collect` finds out
            self.pipe.send_bytes(to_bytes(job.batch))

    def collect(self) -> Job | None:
        """Takes what came through the pipe; returns the job that ended by it, answered or failed."""
        job, self._job, self.until = self._job, None, math.inf
        try:
            data = self.pipe.recv_bytes()
        except (EOFError, OSError):
            self.is_alive = False
            if job is not None:
                job.fail("its process died on it twice", deaths=1)
            return job
        self._is_ready = True
        if job is not None and data[:1] == _DONE:
            job.answer = from_bytes(data[1:])
        elif job is not None:
            job.fail(data[1:].decode())
        return job

    def give_up(self) -> Job | None:
        """Ends a process that takes too long; returns what it was at."""
        job, self._job, self.is_alive = self._job, None, False
        if job is not None:
            job.fail(f"it took more than {self._step.seconds:g} seconds")
        return job

    def end(self) -> None:
        self.pipe.close()
        self._process.kill()
        self._process.join()


def _serve(step: Step, pipe: Connection) -> None:
    """What runs in the process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it too, and ends this process
    try:
        pipe.send_bytes(_READY)
        while True:
            pipe.send_bytes(_answer(step, pipe.recv_bytes()))
    except (EOFError, OSError):
        return


def _answer(step: Step, data: bytes) -> bytes:
    try:
        return _DONE + to_bytes(step.run(from_bytes(data), step.setting))
    except Exception as error:  # noqa: BLE001 - whatever one row does, the others are answered
        return _RAISED + f"{type(error).__name__}: {error}".encode(errors="replace")
