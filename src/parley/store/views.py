"""A view ↔ rows of the `item` table, one an item; what a new view no longer holds is marked as past, not deleted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import fields
from functools import cache
from itertools import count
from typing import Any, get_args, get_type_hints

from sqlalchemy import ColumnElement, Connection, bindparam, delete, func, insert, or_, select, update

from parley.model import Event
from parley.model.codec import dump, load
from parley.record.view import View, arrange
from parley.store import schema, search
from parley.store.search import Index

_CHUNK = 500
"""Rows in one statement."""
Rows = Sequence[tuple[str, object]]


def write(connection: Connection, index: Index, made: Mapping[str, Rows], gone: Collection[str] | None) -> None:
    """Puts the items of new units in the place of those of units that are gone; equal items keep their rows.

    Args:
        made: unit → its items, each with the part of the view it belongs to.
        gone: units; all there are when it is None.
    """
    now = _next_run(connection)
    left = _living(connection, gone)
    numbers = count((connection.execute(select(func.max(schema.ITEMS.c.number))).scalar() or 0) + 1)
    rows, found, kept = [], [], []
    for unit, items in made.items():
        for part, item in items:
            value = dump(item, _kinds()[part])
            digest = schema.digest_of(part, value)
            is_kept = bool(left.get(digest))
            if is_kept:
                number = left[digest].pop()
                kept.append({"n": number, "u": unit})
            else:
                number = next(numbers)
                id_ = getattr(item, "id", item if isinstance(item, str) else None)
                rows.append({"number": number, "part": part, "id": id_, "digest": digest, "born": now, "value": value, "unit": unit})
            if (gone is None or not is_kept) and (entry := search.entry_of(item)) is not None:
                found.append((number, entry))
    if kept:
        connection.execute(update(schema.ITEMS).where(schema.ITEMS.c.number == bindparam("n")).values(unit=bindparam("u")), kept)
    for start in range(0, len(rows), _CHUNK):
        connection.execute(insert(schema.ITEMS), rows[start : start + _CHUNK])
    _bury(connection, sorted(number for same in left.values() for number in same), now, index)
    if gone is None:
        index.clear(connection, search.ITEMS)
    if found:
        index.add(connection, search.ITEMS, [entry for _, entry in found], [number for number, _ in found])


def _living(connection: Connection, units: Collection[str] | None) -> dict[str, list[int]]:
    """The numbers of the living rows of units, by digest."""
    table = schema.ITEMS
    chosen = select(table.c.digest, table.c.number, table.c.died)
    wanted = sorted(units or ())
    parts = [chosen] if units is None else [chosen.where(table.c.unit.in_(wanted[at : at + _CHUNK])) for at in range(0, len(wanted), _CHUNK)]
    found: dict[str, list[int]] = defaultdict(list)
    for part in parts:
        for row in connection.execute(part):
            if row.died is None:
                found[row.digest].append(row.number)
    return found


def read(connection: Connection, parts: Collection[str] | None = None) -> View:
    """Returns the living items, in the order of a view.

    Args:
        parts: those that are wanted; the others are left empty.

    Raises:
        ValueError: when a row does not hold what its part needs.
    """
    alive = schema.ITEMS.c.died.is_(None)
    return _read(connection, alive if parts is None else alive & schema.ITEMS.c.part.in_(sorted(parts)))


def read_events(connection: Connection, ids: Sequence[str]) -> Iterator[Event]:
    """Yields living events."""
    table = schema.ITEMS
    for start in range(0, len(ids), _CHUNK):
        # Asked for by id alone: a database that took the index of the living would look at all of them.
        rows = connection.execute(select(table.c.part, table.c.died, table.c.value).where(table.c.id.in_(ids[start : start + _CHUNK])))
        yield from (load(row.value, Event) for row in rows if row.died is None and row.part == "events")


def read_at(connection: Connection, run: int) -> View:
    """Returns the view as the run with this number left it."""
    table = schema.ITEMS
    return _read(connection, (table.c.born <= run) & or_(table.c.died.is_(None), table.c.died > run))


def _read(connection: Connection, wanted: ColumnElement[bool]) -> View:
    table = schema.ITEMS
    parts: dict[str, list[Any]] = {part: [] for part in _kinds()}
    for row in connection.execute(select(table.c.part, table.c.value).where(wanted)):
        if row.part not in parts:
            raise ValueError(f"no part of a view is called {row.part!r}")
        parts[row.part].append(load(row.value, _kinds()[row.part]))
    return arrange(View(**{part: tuple(items) for part, items in parts.items()}))


def _next_run(connection: Connection) -> int:
    return int(connection.execute(select(func.max(schema.RUNS.c.number))).scalar() or 0) + 1


def _bury(connection: Connection, numbers: list[int], now: int, index: Index) -> None:
    """Marks rows as past; those that no finished run has seen are deleted. Neither are found any more."""
    table = schema.ITEMS
    for start in range(0, len(numbers), _CHUNK):
        chosen = table.c.number.in_(numbers[start : start + _CHUNK])
        named = connection.execute(select(table.c.number, table.c.id).where(chosen, table.c.part.in_(search.PARTS))).all()
        index.forget(connection, search.ITEMS, [row.id for row in named], [row.number for row in named])
        connection.execute(delete(table).where(chosen, table.c.born == now))
        connection.execute(update(table).where(chosen).values(died=now))


def rows_of(view: View) -> Rows:
    """Returns all items of a view, each with its part."""
    return [(part, item) for part in _kinds() for item in getattr(view, part)]


@cache
def _kinds() -> dict[str, Any]:
    """The type of the items of each part."""
    hints = get_type_hints(View)
    return {field.name: get_args(hints[field.name])[0] for field in fields(View)}
