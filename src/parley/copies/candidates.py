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

MOST_HOLDERS = 400
"""Articles that may hold a shingle before it counts as boilerplate."""


@cache
def _query(name: str) -> str:
    return resources.files("parley.copies").joinpath(f"sql/{name}.sql").read_text("utf-8")


def find_pairs(prints: Sequence[Fingerprint]) -> list[tuple[int, int]]:
    """Returns index pairs, sorted, of articles that share at least two sampled shingles."""
    samples = [print_.shingles for print_ in prints]
    if not any(len(sample) for sample in samples):
        return []
    holders = np.repeat(np.arange(len(samples), dtype=np.int32), [len(sample) for sample in samples])
    postings = pa.table({"article": holders, "shingle": np.concatenate(samples)})
    with duckdb.connect() as database:
        database.execute("SET threads = 1")
        database.register("postings", postings)
        rows = database.execute(_query("pairs"), {"most": MOST_HOLDERS}).fetchall()
    return [(one, other) for one, other, _ in rows]
