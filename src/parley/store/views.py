"""A view ↔ rows of the `item` table, one an item, in the view's own order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from typing import Any, get_args, get_type_hints

from sqlalchemy import Connection, delete, insert, select

from parley.record.view import View
from parley.store import schema
from parley.store.codec import dump, load

_CHUNK = 1000


def write(connection: Connection, view: View) -> None:
    """Puts the items of `view` in the place of all that were there."""
    connection.execute(delete(schema.ITEMS))
    rows = list(_rows(view))
    for start in range(0, len(rows), _CHUNK):
        connection.execute(insert(schema.ITEMS), rows[start : start + _CHUNK])


def read(connection: Connection) -> View:
    """Returns the view whose items `write` put there.

    Raises:
        ValueError: when a row does not hold what its part needs.
    """
    kinds = _kinds()
    parts: dict[str, list[Any]] = {name: [] for name in kinds}
    table = schema.ITEMS
    for row in connection.execute(select(table.c.part, table.c.value).order_by(table.c.part, table.c.place)):
        parts[row.part].append(load(row.value, kinds[row.part]))
    return View(**{name: tuple(items) for name, items in parts.items()})


def _rows(view: View) -> Iterator[dict[str, object]]:
    for part, kind in _kinds().items():
        for place, item in enumerate(getattr(view, part)):
            yield {"part": part, "place": place, "id": getattr(item, "id", None), "value": dump(item, kind)}


@cache
def _kinds() -> dict[str, Any]:
    """The type of the items of each part."""
    hints = get_type_hints(View)
    return {field.name: get_args(hints[field.name])[0] for field in fields(View)}
