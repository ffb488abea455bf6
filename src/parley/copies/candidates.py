"""Fingerprints → pairs of articles worth comparing: those that share sampled shingles.

The steps are plain SQL over a table (article, shingle); here DuckDB runs them in memory.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import resources

import duckdb
import numpy as np
import pyarrow as pa

from parley.copies.fingerprint import Fingerprint

FEW_HOLDERS = 40
"""Articles that may hold a shingle for all of them to be compared with one another."""
HUBS = 5
"""Of a shingle held by more, the earliest holders with which all others are compared."""
MOST_HOLDERS, MOST_SHARE = 1000, 0.05
"""A shingle that more articles hold, and more than this share of all, is a stock phrase and finds nothing."""


@cache
def _query(name: str) -> str:
    return resources.files("parley.copies").joinpath(f"sql/{name}.sql").read_text("utf-8")


def find_pairs(prints: Sequence[Fingerprint]) -> list[tuple[int, int]]:
    """Returns index pairs, sorted, of articles that share at least two sampled shingles.

    Args:
        prints: the articles, the earliest first: of many that hold one text, the first stand for all.
    """
    samples = [print_.shingles for print_ in prints]
    if not any(len(sample) for sample in samples):
        return []
    holders = np.repeat(np.arange(len(samples), dtype=np.int32), [len(sample) for sample in samples])
    postings = pa.table({"article": holders, "shingle": np.concatenate(samples)})
    with duckdb.connect() as database:
        database.execute("SET threads = 1")
        database.register("postings", postings)
        limits = {"few": FEW_HOLDERS, "hubs": HUBS, "most": max(MOST_HOLDERS, round(MOST_SHARE * len(prints)))}
        rows = database.execute(_query("pairs"), limits).fetchall()
    return [(one, other) for one, other, _ in rows]
