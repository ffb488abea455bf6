"""Values → rows of text that no spreadsheet runs and no reader of lines breaks on.

Page text is hostile: a cell that begins like a formula gets an apostrophe before it (OWASP's advice against CSV injection;
numbers are exempt), control characters and bidirectional overrides go, and white space, line separators among them, becomes one space.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass

from parley.publish.bounds import COUNTABLE

Cell = str | int | float | None

_FORMULA = re.compile(r"[=+\-@\t\r＝＋－＠]")
_WEB = re.compile(r"https?://[^\s<>\"'`\\^{|}]{1,4000}")
_LONGEST = 32_000
"""Characters of a cell; spreadsheets take no more than 32,767."""
_NUMBER = re.compile(r"[+-]?\d{1,18}(?:\.\d{1,18})?")
_UNFIT = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff\ufeff]")
"""What is removed: control characters that are not white space, bidirectional overrides, half characters."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def plain(text: str) -> str:
    """Returns `text` on one line, without characters that have no place in a cell."""
    return " ".join(_UNFIT.sub("", text).split())


def legible(text: str) -> str:
    """Returns `text` without unfit characters, its line breaks kept as line feeds."""
    return "\n".join(" ".join(line.split()) for line in _UNFIT.sub("", text).splitlines()).strip()


def inert(text: str) -> str:
    """Returns a cell's text, an apostrophe before it where a spreadsheet would run it."""
    line = plain(text)[:_LONGEST]
    return f"'{line}" if _FORMULA.match(line) and not _NUMBER.fullmatch(line) else line


def web_address(url: str | None) -> str | None:
    """Returns an address that a client may follow, or None: a page may call anything its address, `javascript:` included."""
    return url if url is not None and _WEB.fullmatch(url) else None


def count(value: float | None) -> int | float | None:
    """Writes whole numbers without a decimal point; what is beyond all counting was misread and is unknown."""
    if value is None or not abs(value) < COUNTABLE:
        return None
    return int(value) if value == int(value) else value


def write_csv(table: Table) -> str:
    """Writes comma-separated values with a header, RFC 4180 but for line feeds alone."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows(_texts(table))
    return out.getvalue()


def write_tsv(table: Table, header: bool = True) -> str:
    """Writes tab-separated values. No cell holds a tab or a line break, so nothing is quoted: quotation marks are text."""
    rows = [list(table.columns), *_texts(table)] if header else _texts(table)
    return "".join("\t".join(row) + "\n" for row in rows)


def guarded(table: Table) -> int:
    """Returns how many cells have an apostrophe put before them."""
    return sum(isinstance(cell, str) and inert(cell).startswith("'") and not plain(cell).startswith("'") for row in table.rows for cell in row)


def _texts(table: Table) -> list[list[str]]:
    """The rows as text.

    Raises:
        ValueError: when a row has not exactly as many cells as there are columns.
    """
    for row in table.rows:
        if len(row) != len(table.columns):
            raise ValueError(f"{len(table.columns)} columns expected in {row!r}")
    return [["" if cell is None else inert(cell) if isinstance(cell, str) else str(cell) for cell in row] for row in table.rows]


def join(parts: Iterable[str], sign: str = "; ") -> str:
    """Joins what is there, each once; a part that holds the sign has it softened to a comma."""
    return sign.join(dict.fromkeys(plain(p).replace(sign.strip() or sign, ",") for p in parts if p and p.strip()))
