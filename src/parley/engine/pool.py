"""The engine of one machine: a process for each core, and DuckDB in memory."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence

import pyarrow as pa

from parley.engine.step import Step
from parley.engine.verbs import Engine
from parley.engine.workers import Workers, start_loading


class PoolEngine(Engine):
    """Runs steps in processes of this machine.

    Args:
        count: how many; one for each core this process may use when None.
        modules: what steps import, loaded once for all processes, from now on if there are any.
    """

    def __init__(self, count: int | None = None, modules: Sequence[str] = ()) -> None:
        self.count = count or cores()
        self._modules = modules
        if modules:
            start_loading(modules)

    def close(self) -> None:
        """Nothing outlives a call of `map`."""

    def map(self, batches: Iterable[pa.RecordBatch], step: Step) -> Iterator[pa.RecordBatch]:
        workers = Workers(step, self.count, self._modules)
        try:
            yield from workers.run(batches)
        finally:
            workers.close()

    def sql(self, query: str, tables: Mapping[str, pa.Table], values: Mapping[str, int] | None = None) -> pa.Table:
        import duckdb  # not needed in worker processes, which import this module

        with duckdb.connect() as database:
            for name, table in tables.items():
                database.register(name, table)
            return database.sql(query, params=dict(values or {})).to_arrow_table()


def cores() -> int:
    """Returns how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
