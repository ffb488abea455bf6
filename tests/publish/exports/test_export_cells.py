"""Cells: what a spreadsheet would run, what a reader of lines would break on, what JSON may not hold where it is embedded."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.publish.exports.cells import Table, count, guarded, inert, join, legible, plain, write_csv, write_tsv
from parley.publish.exports.outcome import inert_json

CELLS = [
    ("=1+1", "'=1+1"),
    ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
    ("-2+3", "'-2+3"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("＝1+1", "'＝1+1"),
    ("\t=1+1", "'=1+1"),
    ("\r=1+1", "'=1+1"),
    ("\u202e=1+1", "'=1+1"),
    ("\x00=1+1", "'=1+1"),
    ("-12", "-12"),
    ("+3.5", "+3.5"),
    ("14 killed", "14 killed"),
    ("a\u2028b\nc\x85d", "a b c d"),
    ("a\x07\x1b[31m\ud800b", "a[31mb"),
    ("שלום", "שלום"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), CELLS)
def test_a_cell_is_inert(text: str, expected: str) -> None:
    assert inert(text) == expected


def test_numbers_are_exempt_and_unknown_is_empty() -> None:
    assert write_csv(Table(("a", "b", "c"), ((-1, None, -2.5),))) == "a,b,c\n-1,,-2.5\n"


def test_a_huge_cell_is_cut_to_what_a_spreadsheet_takes() -> None:
    assert len(inert("=" + "x" * 100_000)) < 32_767


def test_how_many_were_guarded_is_counted() -> None:
    assert guarded(Table(("a", "b"), (("=1", "x"), (-1, "'quoted'"), ("-5", "@y")))) == 2


def test_a_row_of_another_width_is_refused() -> None:
    with pytest.raises(ValueError, match="2 columns"):
        write_csv(Table(("a", "b"), (("x",),)))


@given(st.lists(st.tuples(st.text(), st.text()), max_size=5))
def test_what_is_written_is_read_back_row_by_row(rows: list[tuple[str, str]]) -> None:
    table = Table(("one", "two"), tuple(rows))
    expected = [["one", "two"], *([inert(a), inert(b)] for a, b in rows)]
    assert list(csv.reader(io.StringIO(write_csv(table)))) == expected
    assert [line.split("\t") for line in write_tsv(table).split("\n")[:-1]] == expected
    assert len(write_csv(table).splitlines()) == len(write_tsv(table).splitlines()) == len(rows) + 1


@given(st.text())
def test_no_text_stays_dangerous(text: str) -> None:
    cell = inert(text)
    assert not cell.startswith(("=", "@", "\t", "\r"))
    assert len(cell.splitlines()) <= 1
    cell.encode("utf-8")


@given(st.text())
def test_embedded_json_closes_nothing_and_reads_back(text: str) -> None:
    written = inert_json({"text": text})
    assert not set(written) & {"<", ">", "&", "\u2028", "\u2029", "\x7f", "\u202e"}
    read = json.loads(written)["text"]
    assert len(read) == len(text)
    assert read == text.encode("utf-8", "surrogatepass").decode("utf-8", "replace") or any("\ud800" <= c <= "\udfff" for c in text)
    written.encode("utf-8")


def test_legible_text_keeps_its_lines() -> None:
    assert legible("a  b\r\nc\x00d\n") == "a b\ncd"


@pytest.mark.parametrize(("value", "expected"), [(3.0, 3), (2.5, 2.5), (None, None), (1e300, None), (float("inf"), None)])
def test_counts(value: float | None, expected: float | None) -> None:
    assert count(value) == expected
    assert type(count(value)) is type(expected)


def test_joined_parts_stay_apart() -> None:
    assert join(["a; b", "c", "", "c"]) == "a, b; c"
    assert plain("  a \n b ") == "a b"
