"""A matched row and item → which of the item's slots are right. A slot that the row does not mention is not judged."""

from __future__ import annotations

from endtoend.fields import Fields
from endtoend.likeness import Names, overlap
from endtoend.tally import Tally


def judge_report(tally: Tally, row: Fields, item: Fields, names: Names) -> None:
    code(tally, "modality", row, item, "asserted")
    for key in ("mode", "certainty"):
        if key in row:
            code(tally, key, row, item)
    if "historical" in row:
        tally.slot("historical", row.is_set("historical") == item.is_set("historical"), _place(row))
    for key in ("actors", "recipients"):
        if key in row:
            people(tally, key, row, item, names)
    days(tally, "when", row, item)
    for key in ("where", "claimant"):
        name(tally, key, row, item, names)


def judge_claim(tally: Tally, row: Fields, item: Fields, names: Names) -> None:
    name(tally, "claimant", row, item, names)
    name(tally, "who", row, item, names)
    days(tally, "since", row, item)
    tally.slot("subset", ("subset" in row) == (item.data.get("subset_of") is not None), _place(row))


def judge_statement(tally: Tally, row: Fields, item: Fields, names: Names) -> None:
    name(tally, "speaker", row, item, names)
    code(tally, "polarity", row, item, "affirmed")
    if "kind" in row:
        manner = item.text("manner")
        tally.slot("kind", manner in row.options("kind"), f"{manner} {_place(row)}")
    if row.texts("parts"):
        content = " ".join(item.texts("content"))
        tally.slot("whole quotation", all(overlap(part, content) > 0.9 for part in row.texts("parts")), _place(row))


def judge_commitment(tally: Tally, row: Fields, item: Fields, names: Names) -> None:
    name(tally, "actor", row, item, names)
    days(tally, "due", row, item)
    code(tally, "status", row, item)


def code(tally: Tally, key: str, row: Fields, item: Fields, otherwise: str = "") -> None:
    """Judges a code; the notes may allow several."""
    tally.slot(key, (item.text(key) or otherwise) in row.options(key, otherwise), f"{item.text(key)} for {row.text(key)}, {_place(row)}")


def days(tally: Tally, key: str, row: Fields, item: Fields) -> None:
    """Judges a day or interval; null in the notes means that nothing must be found."""
    if key in row:
        wanted, found = row.days(key), item.days(key)
        right = found is None if wanted is None else found is not None and wanted.agrees(found)
        tally.slot(key, right, f"{found and found.first} for {row.data[key]}, {_place(row)}")


def name(tally: Tally, key: str, row: Fields, item: Fields, names: Names) -> None:
    """Judges a name; null in the notes means that nobody must be named, a trailing `?` that nobody need be."""
    if key not in row:
        return
    wanted, found = row.text(key), item.text(key)
    right = names.same(wanted, found) if wanted and found else not found and (not wanted or wanted.endswith("?"))
    tally.slot(key, right, f"{found} for {wanted}, {_place(row)}")


def people(tally: Tally, key: str, row: Fields, item: Fields, names: Names) -> None:
    """Judges a list of names: all that must be there are there, and nobody else."""
    wanted, found = row.texts(key), item.texts(key)
    complete = all(name.endswith("?") or any(names.same(name, f) for f in found) for name in wanted)
    clean = all(any(names.same(name, f) for name in wanted) for f in found)
    tally.slot(key, complete and clean, f"{list(found)} for {list(wanted)}, {_place(row)}")


def _place(row: Fields) -> str:
    return f"{row.text('page')} «{(row.texts('at') or ('',))[0][:70]}»"
