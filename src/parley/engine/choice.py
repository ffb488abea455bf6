"""The word a user gives for an engine → the engine."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parley.engine.pool import PoolEngine
from parley.engine.verbs import Engine
from parley.engine.workers import start_loading
from parley.model import UsageError

DEFAULT = "pool"
_POOL = re.compile(r"pool(?:\[([1-9]\d{0,2})\])?")
_SPARK = re.compile(r"(?:spark|k8s)://.+|yarn|local(?:-cluster)?(?:\[[\d*, ]+\])?")


def open_engine(name: str = DEFAULT, modules: Sequence[str] = ()) -> Engine:
    """Opens an engine.

    Args:
        name: `pool` (a process for each core), `pool[4]` (so many), or a Spark master URL: `spark://host:7077`, `local[2]`, `yarn`.
        modules: what the steps import: loaded at once and for all processes together, where the engine can do that.

    Raises:
        UsageError: when there is no such engine, or Spark is not installed.
    """
    if pool := _POOL.fullmatch(name):
        return PoolEngine(int(pool[1]) if pool[1] else None, modules)
    if not _SPARK.fullmatch(name):
        raise UsageError(f"no engine {name!r}: pool, pool[4], or a Spark master such as spark://host:7077 or local[2]")
    from parley.engine.spark import SparkEngine

    return SparkEngine(name, modules)


def load_ahead(name: str, modules: Sequence[str]) -> None:
    """Starts loading what steps import before the engine is opened, if it is one that runs them in processes of this machine."""
    if _POOL.fullmatch(name):
        start_loading(modules)
