"""A view ↔ rows of the `item` table, one an item; what a new view no longer holds is marked as past, not deleted."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from itertools import count
from typing import Any, get_args, get_type_hints

from sqlalchemy import Connection, delete, func, insert, or_, select, update

from parley.record.view import View
from parley.store import schema
from parley.store.codec import dump, load

_CHUNK = 500
"""Rows in one statement."""


def write(connection: Connection, view: View) -> None:
    """Puts the items of `view` in the place of those that were there; equal items keep their rows."""
    table = schema.ITEMS
    now = _next_run(connection)
    living = {row.digest: row.number for row in connection.execute(select(table.c.digest, table.c.number).where(table.c.died.is_(None)))}
    numbers = count((connection.execute(select(func.max(table.c.number))).scalar() or 0) + 1)
    kept, rows = set(), []
    orders: dict[str, list[int]] = {part: [] for part in _kinds()}
    for part, id_, value in _values(view):
        digest = schema.digest_of(part, value)
        if digest not in living:
            living[digest] = next(numbers)
            rows.append({"number": living[digest], "part": part, "id": id_, "digest": digest, "born": now, "value": value})
        kept.add(living[digest])
        orders[part].append(living[digest])
    for start in range(0, len(rows), _CHUNK):
        connection.execute(insert(table), rows[start : start + _CHUNK])
    _bury(connection, sorted(set(living.values()) - kept), now)
    connection.execute(delete(schema.ORDERS))
    connection.execute(insert(schema.ORDERS), [{"part": part, "value": json.dumps(order)} for part, order in orders.items()])


def read(connection: Connection) -> View:
    """Returns the view whose items `write` put there.

    Raises:
        ValueError: when a row does not hold what its part needs.
    """
    table = schema.ITEMS
    rows = {row.number: row.value for row in connection.execute(select(table.c.number, table.c.value).where(table.c.died.is_(None)))}
    orders = {row.part: json.loads(row.value) for row in connection.execute(select(schema.ORDERS))}
    try:
        return View(**{part: tuple([load(rows[number], kind) for number in orders.get(part, ())]) for part, kind in _kinds().items()})
    except KeyError as error:
        raise ValueError(f"item {error} is missing") from error


def read_at(connection: Connection, run: int) -> View:
    """Returns the view as the run with this number left it; the order of its items is that in which they were first written."""
    table = schema.ITEMS
    alive = (table.c.born <= run) & or_(table.c.died.is_(None), table.c.died > run)
    parts: dict[str, list[Any]] = {part: [] for part in _kinds()}
    for row in connection.execute(select(table.c.part, table.c.value).where(alive).order_by(table.c.number)):
        parts[row.part].append(load(row.value, _kinds()[row.part]))
    return View(**{part: tuple(items) for part, items in parts.items()})


def _next_run(connection: Connection) -> int:
    return int(connection.execute(select(func.max(schema.RUNS.c.number))).scalar() or 0) + 1


def _bury(connection: Connection, numbers: list[int], now: int) -> None:
    """Marks rows as past; those that no finished run has seen are deleted."""
    table = schema.ITEMS
    for start in range(0, len(numbers), _CHUNK):
        chosen = table.c.number.in_(numbers[start : start + _CHUNK])
        connection.execute(delete(table).where(chosen, table.c.born == now))
        connection.execute(update(table).where(chosen).values(died=now))


def _values(view: View) -> Iterator[tuple[str, str | None, str]]:
    for part, kind in _kinds().items():
        for item in getattr(view, part):
            yield part, getattr(item, "id", item if isinstance(item, str) else None), dump(item, kind)


@cache
def _kinds() -> dict[str, Any]:
    """The type of the items of each part."""
    hints = get_type_hints(View)
    return {field.name: get_args(hints[field.name])[0] for field in fields(View)}
