"""Fingerprints → pairs of articles worth comparing: those that share sampled shingles.

The steps are plain SQL over a table (article, shingle). DuckDB runs it in memory, unless an engine is given that runs it elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import TypeAlias

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from parley.copies.fingerprint import Fingerprint
from parley.copies.profile import Flags
from parley.copies.shingles import Shingles
from parley.copies.words import Ints

Pairs: TypeAlias = npt.NDArray[np.int64]

FEW_HOLDERS = 40
"""Articles that may hold a shingle for all of them to be compared with one another."""
HUBS = 5
"""Of a shingle held by more, the earliest holders with which all others are compared."""


@cache
def _query(name: str) -> str:
    return resources.files("parley.copies").joinpath(f"sql/{name}.sql").read_text("utf-8")


Query: TypeAlias = Callable[[str, Mapping[str, pa.Table], Mapping[str, int]], pa.Table]
"""Answers an SQL text over named tables, in which `$name` stands for a value."""


def ask_duckdb(query: str, tables: Mapping[str, pa.Table], values: Mapping[str, int]) -> pa.Table:
    with duckdb.connect() as database:
        database.execute("SET threads = 1")
        for name, table in tables.items():
            database.register(name, table)
        return database.sql(query, params=dict(values)).to_arrow_table()


def find_pairs(prints: Sequence[Fingerprint], is_new: Flags, query: Query = ask_duckdb) -> tuple[Pairs, Flags]:
    """Finds the articles that share at least two sampled shingles with a new one.

    A new article may also part old ones, where it crowds a shingle that they share, or is one of its earliest holders. Those are
    open again: all their pairs are returned too. Pairs between articles that are not open are what they were before.

    Args:
        prints: the articles, the earliest first: of many that hold one text, the first stand for all.
        is_new: which of them are new; all, when nothing was compared before.
        query: what runs the SQL.

    Returns:
        Pairs of places in `prints`, sorted, and which articles are open, the new ones among them.
    """
    shingles = np.frombuffer(b"".join([print_.samples for print_ in prints]), "<u8")
    ends = np.cumsum([len(print_.samples) // 8 for print_ in prints], dtype=np.int64)
    if is_new.all():
        holders, is_open = np.repeat(np.arange(len(prints)), np.diff(ends, prepend=0)), is_new
    else:
        places, is_open = _touch(shingles, ends, is_new)
        holders, shingles = ends.searchsorted(places, "right"), shingles[places]
    columns = (pa.int32(), holders.astype(np.int32)), (pa.int64(), shingles.view("<i8"))  # Spark knows no unsigned numbers
    # Buffers as they are: `pa.array` and `to_numpy` load pandas where that is installed, which takes longer than the search.
    held = [pa.Array.from_buffers(kind, len(values), [None, pa.py_buffer(values)]) for kind, values in columns]
    postings = pa.table(held, names=["article", "shingle"])
    found = query(_query("pairs"), {"postings": postings}, {"few": FEW_HOLDERS, "hubs": HUBS})
    if not found.num_rows:  # to join no chunks at all would load pandas, too
        return np.zeros((0, 2), np.int64), is_open
    pairs = np.column_stack([np.from_dlpack(found[side].combine_chunks()) for side in ("one", "other")]).astype(np.int64)
    return pairs[is_open[pairs].any(axis=1)], is_open


def _touch(shingles: Shingles, ends: Ints, is_new: Flags) -> tuple[Ints, Flags]:
    """Returns the places of all shingles that an open article holds, and which articles are open."""
    places = _find_all(shingles, _held_by(is_new, shingles, ends))
    parted = _part(ends.searchsorted(places, "right"), shingles[places], is_new)
    if not len(parted):
        return places, is_new
    is_open = is_new.copy()
    is_open[parted] = True
    return _find_all(shingles, _held_by(is_open, shingles, ends)), is_open


def _part(holders: Ints, shingles: Shingles, is_new: Flags) -> Ints:
    """Returns the old articles that met others over a shingle and do so no longer, because of new ones that hold it too.

    Where a shingle becomes crowded, these are all its holders; where it was, those that are among its earliest holders no longer.
    """
    order = np.lexsort((holders, shingles))
    holders, shingles = holders[order], shingles[order]
    starts = np.flatnonzero(np.concatenate((np.ones(min(len(shingles), 1), np.bool_), shingles[1:] != shingles[:-1])))
    counts = np.diff(starts, append=len(shingles))
    olds = (~is_new[holders]).astype(np.int64)
    before = np.add.reduceat(olds, starts) if len(starts) else counts
    rank = np.arange(len(holders)) - np.repeat(starts, counts)
    seen = np.cumsum(olds) - olds
    rank_before = seen - np.repeat(seen[starts], counts)
    was_crowded, is_crowded = (np.repeat(number > FEW_HOLDERS, counts) for number in (before, counts))
    is_no_hub = was_crowded & (rank >= HUBS) & (rank_before < HUBS)
    return np.unique(holders[(olds > 0) & (is_no_hub | is_crowded & ~was_crowded)])


def _held_by(chosen: Flags, shingles: Shingles, ends: Ints) -> Shingles:
    """Returns the shingles of the chosen articles, each once."""
    parts = [shingles[ends[place - 1] if place else 0 : ends[place]] for place in np.flatnonzero(chosen)]
    return np.unique(np.concatenate([shingles[:0], *parts]))


def _find_all(shingles: Shingles, sought: Shingles) -> Ints:
    """Returns the places of all shingles that are among the `sought`; a table of their low bits rules most out at once."""
    low = np.zeros(1 << 16, np.bool_)
    low[sought.view("<u2")[::4]] = True
    places = np.flatnonzero(low[shingles.view("<u2")[::4]])
    found = shingles[places]
    near = np.minimum(sought.searchsorted(found), max(0, len(sought) - 1))
    return np.asarray(places[sought[near] == found])
