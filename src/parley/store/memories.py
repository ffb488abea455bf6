"""What a build works out for the next one, kept by kind and key; see `parley.record.memory`."""

from __future__ import annotations

import json
import zlib
from collections.abc import Collection, Iterator

from sqlalchemy import Connection, delete, insert, select

from parley.record.memory import Memory, MemoryDamageError
from parley.store.schema import MEMORY

_CHUNK = 500
"""Keys in one statement."""


def fetch(connection: Connection, kind: str, wanted: Collection[str]) -> dict[str, bytes]:
    """Returns those of the wanted that are there.

    Raises:
        MemoryDamageError: when one is not as it was written.
    """
    chosen = select(MEMORY.c.key, MEMORY.c.value).where(MEMORY.c.kind == kind)
    rows = (row for part in _parts(wanted) for row in connection.execute(chosen.where(MEMORY.c.key.in_(part))).all())
    return {_key(stored): _unsealed(kind, value) for stored, value in rows}


def write(connection: Connection, memory: Memory, is_anew: bool) -> None:
    """Keeps what was made, and deletes what was given up; all that was there when everything was made anew."""
    if is_anew:
        forget_all(connection)
    gone = {} if is_anew else memory.dropped
    for kind in memory.made.keys() | gone.keys():
        made = memory.made[kind]
        for part in _parts(gone.get(kind, set()) | (set() if is_anew else made.keys())):
            connection.execute(delete(MEMORY).where(MEMORY.c.kind == kind, MEMORY.c.key.in_(part)))
        if made:
            connection.execute(insert(MEMORY), [{"kind": kind, "key": _stored(key), "value": _sealed(value)} for key, value in sorted(made.items())])


def forget_all(connection: Connection) -> None:
    connection.execute(delete(MEMORY))


def _sealed(value: bytes) -> bytes:
    """The value with a checksum before it."""
    return zlib.crc32(value).to_bytes(4, "little") + value


def _unsealed(kind: str, stored: bytes) -> bytes:
    value = stored[4:]
    if zlib.crc32(value).to_bytes(4, "little") != stored[:4]:
        raise MemoryDamageError(f"a row of what was kept as {kind!r} is damaged")
    return value


def _parts(keys: Collection[str]) -> Iterator[list[str]]:
    ordered = sorted(map(_stored, keys))
    return (ordered[start : start + _CHUNK] for start in range(0, len(ordered), _CHUNK))


def _stored(key: str) -> str:
    """The key as any database takes it: names off pages can hold lone surrogates and NULs."""
    return key if key.isascii() and "\0" not in key and not key.startswith('"') else json.dumps(key)


def _key(stored: str) -> str:
    """The way back."""
    return str(json.loads(stored)) if stored.startswith('"') else stored
