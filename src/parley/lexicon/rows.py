"""Data file → rows of text, comments and blank lines left out."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from importlib.resources import files
from typing import Generic, TypeVar

Key = TypeVar("Key", str, int)


def read_rows(name: str, columns: int = 1) -> tuple[tuple[str, ...], ...]:
    """Reads `lexicon/data/NAME`, tab-separated.

    Raises:
        ValueError: when a row has not exactly `columns` fields; the message names file and row.
    """
    lines = (files("parley.lexicon") / "data" / name).read_text(encoding="utf-8").splitlines()
    rows = tuple(tuple(line.split("\t")) for line in lines if line.strip() and not line.startswith("#"))
    for row in rows:
        if len(row) != columns:
            raise ValueError(f"{name}: {columns} columns expected in {row!r}")
    return rows


def read_packed(name: str) -> tuple[str, ...]:
    """Returns the lines of the gzipped table `lexicon/data/NAME`, comments and blank lines left out."""
    return tuple(line for line in _unpack(name).split("\n") if line and not line.startswith("#"))


class PackedTable(Generic[Key]):
    """A large gzipped table in one piece: loading is unpacking, and only the rows asked for are ever taken apart.

    Args:
        name: of the file in `lexicon/data`, its comments first, its rows in the order of their first column.
        read: makes of the first column what the rows are in order of.
    """

    def __init__(self, name: str, read: Callable[[str], Key]) -> None:
        self._text = _unpack(name).rstrip("\n") + "\n"
        self._read: Callable[[str], Key] = read
        self._first = 0
        while self._text.startswith("#", self._first):
            self._first = self._text.index("\n", self._first) + 1

    def row(self, key: Key) -> list[str]:
        """Returns the columns of the row whose first column is `key`; an empty list when there is none."""
        text = self._text
        low, high = self._first, len(text)
        while low < high:
            start = text.rfind("\n", 0, (low + high) // 2) + 1
            end = text.index("\n", start)
            found = self._read(text[start : text.index("\t", start)])
            if found == key:
                return text[start:end].split("\t")
            low, high = (end + 1, high) if found < key else (low, start)
        return []


def _unpack(name: str) -> str:
    return gzip.decompress((files("parley.lexicon") / "data" / name).read_bytes()).decode("utf-8")
