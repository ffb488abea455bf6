"""A researcher's own CSV → actors that go before the shipped list."""

from __future__ import annotations

import csv
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from parley.model.problems import UsageError

OWN_LIST = "PARLEY_ACTORS"
"""The environment variable that names a user's own list: CSV with the header `name,aliases,kind,country,sector`, aliases parted by `|`."""
_KINDS = ("person", "organization", "group", "people")


@dataclass(frozen=True, slots=True)
class KnownActor:
    """An actor of the shipped list. `note` is the office by which it is best known, `since` and `until` years ("" unknown)."""

    name: str
    aliases: tuple[str, ...]
    kind: str
    country: str | None
    sector: str | None
    since: str
    until: str
    note: str


@cache
def own_actors() -> tuple[KnownActor, ...]:
    """Returns the user's own list, empty when `PARLEY_ACTORS` names none.

    Raises:
        UsageError: when the file cannot be read or a row is wrong; the message names all wrong rows.
    """
    path = os.environ.get(OWN_LIST)
    if not path:
        return ()
    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as file:
            rows = [{key: (value or "").strip() for key, value in row.items() if key} for row in csv.DictReader(file)]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"{OWN_LIST}: {path} cannot be read: {error}") from error
    wrong = [f"row {n}: {row}" for n, row in enumerate(rows, 2) if not row.get("name") or row.get("kind") not in _KINDS]
    if wrong:
        raise UsageError(f"{OWN_LIST}: {path}: a name and one of the kinds {', '.join(_KINDS)} expected in {'; '.join(wrong[:5])}")
    return tuple(_own_actor(row) for row in rows)


def _own_actor(row: Mapping[str, str]) -> KnownActor:
    aliases = tuple(filter(None, map(str.strip, row.get("aliases", "").split("|"))))
    return KnownActor(row["name"], aliases, row["kind"], row.get("country") or None, row.get("sector") or None, "", "", "")
