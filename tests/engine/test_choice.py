"""What a user may call an engine."""

from __future__ import annotations

import sys

import pytest

from parley.engine import choice, load_ahead, open_engine
from parley.engine.pool import PoolEngine, cores
from parley.model import UsageError


@pytest.mark.parametrize(("name", "count"), [("pool", cores()), ("pool[1]", 1), ("pool[16]", 16)])
def test_a_pool_of_so_many(name: str, count: int) -> None:
    with open_engine(name) as engine:
        assert isinstance(engine, PoolEngine)
        assert engine.count == count


@pytest.mark.parametrize("name", ["", "pool[0]", "pool[]", "pools", "spark", "spark://", "local[two]", "http://host"])
def test_any_other_word_is_wrong_usage(name: str) -> None:
    with pytest.raises(UsageError, match="no engine"):
        open_engine(name)


@pytest.mark.parametrize(
    "name", ["spark://host:7077", "local", "local[2]", "local[*]", "local[2,4]", "local-cluster[2,1,1500]", "yarn", "k8s://https://h:1"]
)
def test_a_spark_master_without_spark_says_what_to_install(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyspark", None)
    with pytest.raises(UsageError, match="pip install"):
        open_engine(name)


@pytest.mark.parametrize(
    ("name", "started"), [("pool", [("json",)]), ("pool[3]", [("json",)]), ("local[2]", []), ("spark://host:7077", []), ("pools", [])]
)
def test_only_processes_of_this_machine_load_ahead(name: str, started: list[tuple[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[object] = []
    monkeypatch.setattr(choice, "start_loading", found.append)
    load_ahead(name, ("json",))
    assert found == started
