"""Fingerprints → pairs of articles worth comparing: those that share sampled shingles.

The steps are plain SQL over a table (article, shingle); here DuckDB runs them in memory.
"""

from __future__ import annotations

from collections.abc import Sequence
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

Pairs: TypeAlias = npt.NDArray[np.int64]
Holders: TypeAlias = npt.NDArray[np.int32]

FEW_HOLDERS = 40
"""Articles that may hold a shingle for all of them to be compared with one another."""
HUBS = 5
"""Of a shingle held by more, the earliest holders with which all others are compared."""


@cache
def _query(name: str) -> str:
    return resources.files("parley.copies").joinpath(f"sql/{name}.sql").read_text("utf-8")


def find_pairs(prints: Sequence[Fingerprint], is_new: Flags) -> tuple[Pairs, Flags]:
    """Finds the articles that share at least two sampled shingles with a new one.

    A new article may also part old ones, where it crowds a shingle that they share. Those are open again: all their pairs
    are returned too. Pairs between articles that are not open are what they were before.

    Args:
        prints: the articles, the earliest first: of many that hold one text, the first stand for all.
        is_new: which of them are new; all, when nothing was compared before.

    Returns:
        Pairs of places in `prints`, sorted, and which articles are open, the new ones among them.
    """
    shingles = np.frombuffer(b"".join([print_.samples for print_ in prints]), "<u8")
    holders = np.repeat(np.arange(len(prints), dtype=np.int32), [len(print_.samples) // 8 for print_ in prints])
    is_open = is_new
    if not is_new.all():
        touched = _find_all(shingles, shingles[is_new[holders]])
        crowded_out = ~is_new & _hold_crowded(holders[touched], shingles[touched], len(prints))
        if crowded_out.any():
            is_open = is_new | crowded_out
            touched = _find_all(shingles, shingles[is_open[holders]])
        holders, shingles = holders[touched], shingles[touched]
    with duckdb.connect() as database:
        database.execute("SET threads = 1")
        database.register("postings", pa.table({"article": holders, "shingle": shingles}))
        found = database.execute(_query("pairs"), {"few": FEW_HOLDERS, "hubs": HUBS}).fetchnumpy()
    pairs = np.column_stack((found["one"], found["other"])).astype(np.int64)
    return pairs[is_open[pairs].any(axis=1)], is_open


def _hold_crowded(holders: Holders, shingles: Shingles, articles: int) -> Flags:
    """Returns which of the articles hold a crowded shingle."""
    _, number, counts = np.unique(shingles, return_inverse=True, return_counts=True)
    found = np.zeros(articles, np.bool_)
    found[holders[counts[number] > FEW_HOLDERS]] = True
    return found


def _find_all(shingles: Shingles, sought: Shingles) -> Pairs:
    """Returns the places of all `shingles` that are among the `sought`; a table of their low bits rules most out at once."""
    low = np.zeros(1 << 16, np.bool_)
    low[sought.view("<u2")[::4]] = True
    places = np.flatnonzero(low[shingles.view("<u2")[::4]])
    ordered = np.unique(sought)
    found = shingles[places]
    return places[ordered[np.minimum(np.searchsorted(ordered, found), len(ordered) - 1)] == found] if len(ordered) else places[:0]
