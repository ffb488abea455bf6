"""Data file → rows of text, comments and blank lines left out."""

from __future__ import annotations

import gzip
from importlib.resources import files


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
    data = gzip.decompress((files("parley.lexicon") / "data" / name).read_bytes())
    return tuple(line for line in data.decode("utf-8").split("\n") if line and not line.startswith("#"))
