"""Tables that are searched as they are: every row is found, and nothing that is not there."""

from __future__ import annotations

import pytest

from parley.lexicon.rows import PackedTable, read_packed


@pytest.mark.parametrize("name", ["places.tsv.gz", "place_names.tsv.gz"])
def test_rows_of_a_packed_table_are_found_by_their_first_column(name: str) -> None:
    rows = [line.split("\t") for line in read_packed(name)]
    asked = [rows[0], rows[1], *rows[2:-2:997], rows[-2], rows[-1]]
    numbers, words = PackedTable("places.tsv.gz", int), PackedTable("place_names.tsv.gz", str)
    assert [numbers.row(int(row[0])) if name == "places.tsv.gz" else words.row(row[0]) for row in asked] == asked


@pytest.mark.parametrize("key", ["", "#", "no such name anywhere", "\uffff"])
def test_what_is_not_there_is_not_found(key: str) -> None:
    assert PackedTable("place_names.tsv.gz", str).row(key) == []
    assert PackedTable("places.tsv.gz", int).row(-len(key)) == []
