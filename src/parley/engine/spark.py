"""The engine of a cluster: steps through `mapInArrow`, SQL through Spark SQL.

A shard is a row (number, Arrow stream) of a frame, and a task. In the executor's Python worker the step runs in a process of
its own, as it does in the pool: a page that kills it is found and reported there, and costs the cluster nothing. Python
workers and executors that die for other reasons are Spark's to replace. Only Arrow streams cross, so executors and driver
need not share a file system; Parley must be installed where executors run.
"""

from __future__ import annotations

import os
import re
import sys
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import TYPE_CHECKING

import pyarrow as pa

from parley.engine.step import Step, batched, from_bytes, to_bytes
from parley.engine.verbs import Engine
from parley.engine.workers import Workers
from parley.model import UsageError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_WAVE = 64
"""Shards of one job: what the driver holds at a time."""
_ROWS = "number long, data binary"
_LOCAL = re.compile(r"local\[(\d+|\*)\]")
_SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.shuffle.partitions": "8",
}


class SparkEngine(Engine):
    """Runs steps and SQL on Spark.

    Args:
        master: a Spark master URL. `local[2]` is taken as `local[2,4]`: a task may fail, as it may on a cluster.
        modules: what steps import.

    Raises:
        UsageError: when PySpark is not installed.
    """

    def __init__(self, master: str, modules: Sequence[str] = ()) -> None:
        try:
            import pyspark  # noqa: F401 - only to know that it is there, before any work
        except ImportError as error:
            raise UsageError("Spark is not installed: pip install 'parley-record[spark]', and Java 17 or later") from error
        self._master = _LOCAL.sub(r"local[\1,4]", master)
        self._modules = ("pyspark", "pandas", *modules)  # a Python worker's processes load those anyway
        self._is_own = False

    @cached_property
    def _session(self) -> SparkSession:
        from pyspark.sql import SparkSession

        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        self._is_own = SparkSession.getActiveSession() is None
        session = SparkSession.builder.master(self._master).appName("parley").config(map=_SETTINGS).getOrCreate()
        session.sparkContext.setLogLevel("ERROR")
        return session

    def close(self) -> None:
        """Ends the session, if it was not there before."""
        if self._is_own:
            self._session.stop()
            self._is_own = False

    def map(self, batches: Iterable[pa.RecordBatch], step: Step) -> Iterator[pa.RecordBatch]:
        for wave in batched(batches, _WAVE):
            yield from self._run(wave, step)

    def _run(self, wave: Sequence[pa.RecordBatch], step: Step) -> Iterator[pa.RecordBatch]:
        modules = self._modules

        def run(shards: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
            return _answer_shards(shards, step, modules)

        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", "PySpark does not yet fully support pandas")  # only Arrow crosses here
            frame = self._session.createDataFrame(_shards(range(len(wave)), map(to_bytes, wave)))
            found = frame.repartition(len(wave)).mapInArrow(run, _ROWS).toArrow().sort_by("number")
        yield from map(from_bytes, found["data"].to_pylist())

    def sql(self, query: str, tables: Mapping[str, pa.Table], values: Mapping[str, int] | None = None) -> pa.Table:
        for name, table in tables.items():
            self._session.createDataFrame(table).createOrReplaceTempView(name)
        return self._session.sql(re.sub(r"\$(\w+)", r":\1", query), args=dict(values or {})).toArrow()


def _shards(numbers: Iterable[int], data: Iterable[bytes]) -> pa.Table:
    return pa.table({"number": pa.array(numbers, pa.int64()), "data": pa.array(data, pa.binary())})


def _answer_shards(shards: Iterator[pa.RecordBatch], step: Step, modules: tuple[str, ...]) -> Iterator[pa.RecordBatch]:
    """What runs in an executor's Python worker."""
    for shard in shards:
        answers = _workers(step, modules).run(map(from_bytes, shard["data"].to_pylist()))
        yield from _shards(shard["number"].to_pylist(), map(to_bytes, answers)).to_batches()


@cache
def _workers(step: Step, modules: tuple[str, ...]) -> Workers:
    """The one process beside this Python worker that runs the step; it lives as long as the worker, over many tasks."""
    return Workers(step, 1, modules)
