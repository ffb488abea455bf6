"""What an export hands to its writer: files, and in words what did not fit into the format."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from parley.publish.exports.cells import Table, guarded, write_csv

_RISKY = re.compile("[<>&\u2028\u2029\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Note:
    """Something the format could not say: how many, and what (in the plural)."""

    number: int
    what: str

    def __str__(self) -> str:
        return f"{self.what}: {self.number:,}"


@dataclass(frozen=True, slots=True)
class Export:
    """An export, not yet written.

    Args:
        files: name → content. One file alone may go to standard output; several need a folder.
        left_out: what of the record is not in it.
        notes: what is in it otherwise than in the record.
    """

    files: Mapping[str, bytes]
    left_out: tuple[Note, ...] = ()
    notes: tuple[Note, ...] = ()


def text_export(name: str, text: str, left_out: Iterable[Note] = (), notes: Iterable[Note] = ()) -> Export:
    """Makes an export of one UTF-8 file; notes of nothing are dropped."""
    return Export({name: text.encode("utf-8", "replace")}, _some(left_out), _some(notes))


def table_export(name: str, table: Table, left_out: Iterable[Note] = (), notes: Iterable[Note] = ()) -> Export:
    """Makes a CSV export, and says in how many cells a formula was made inert."""
    return text_export(name, write_csv(table), left_out, [*notes, formula_note(table)])


def formula_note(table: Table) -> Note:
    return Note(guarded(table), "cells begin like a formula and have an apostrophe before them")


def inert_json(value: object, indent: int | None = None) -> str:
    """Writes JSON that stays inert where it is embedded or shown.

    No `<`, `>`, `&`, U+2028, U+2029, control character or bidirectional override stands in it unescaped; half characters (lone
    surrogates), which no UTF-8 file can hold, become U+FFFD. Read back, every other text is what it was, offsets included.
    """
    return _RISKY.sub(_escape, json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent))


def json_lines(values: Iterable[object]) -> str:
    return "".join(inert_json(value) + "\n" for value in values)


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    return "\ufffd" if 0xD800 <= code <= 0xDFFF else f"\\u{code:04x}"


def _some(notes: Iterable[Note]) -> tuple[Note, ...]:
    return tuple(note for note in notes if note.number)
