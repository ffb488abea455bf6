"""What a build works out for the next one, kept by kind and key; see `parley.record.memory`."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, delete, insert, select

from parley.record.memory import Memory
from parley.store.schema import MEMORY

_CHUNK = 500
"""Keys in one statement."""
_MANY = 2000
"""Keys from which on all of a kind are read, and what is not wanted is left."""


def keys(connection: Connection, kind: str) -> frozenset[str]:
    return frozenset(connection.execute(select(MEMORY.c.key).where(MEMORY.c.kind == kind)).scalars())


def fetch(connection: Connection, kind: str, wanted: Collection[str]) -> dict[str, bytes]:
    """Returns those of the wanted that are there."""
    chosen = select(MEMORY.c.key, MEMORY.c.value).where(MEMORY.c.kind == kind)
    ordered = sorted(set(wanted))
    if len(ordered) >= _MANY:
        sought = set(ordered)
        return {key: value for key, value in connection.execute(chosen).all() if key in sought}
    parts = (ordered[start : start + _CHUNK] for start in range(0, len(ordered), _CHUNK))
    return {key: value for part in parts for key, value in connection.execute(chosen.where(MEMORY.c.key.in_(part))).all()}


def write(connection: Connection, memory: Memory) -> None:
    """Keeps what was made, and deletes what nobody asked for."""
    for kind, lost in memory.gone().items():
        _delete(connection, kind, lost | memory.made[kind].keys())
    for kind, made in memory.made.items():
        if kind not in memory.gone():
            _delete(connection, kind, made.keys())
        if made:
            connection.execute(insert(MEMORY), [{"kind": kind, "key": key, "value": value} for key, value in sorted(made.items())])


def forget_all(connection: Connection) -> None:
    connection.execute(delete(MEMORY))


def _delete(connection: Connection, kind: str, keys: Collection[str]) -> None:
    ordered = sorted(keys)
    for start in range(0, len(ordered), _CHUNK):
        connection.execute(delete(MEMORY).where(MEMORY.c.kind == kind, MEMORY.c.key.in_(ordered[start : start + _CHUNK])))
