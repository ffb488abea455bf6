"""What was read in each article → precision, recall and slots: reports, claims, statements, commitments.

An item is matched to at most one row of its article's notes, the closest first; articles of one source share their rows, so
that a story printed five times must be read well five times but counts as found once. Optional rows count neither way.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from endtoend.fields import Fields
from endtoend.likeness import CLOSE, Names, best_overlap
from endtoend.sides import Notes, Record
from endtoend.slots import judge_claim, judge_commitment, judge_report, judge_statement
from endtoend.tally import Tally

Closeness = Callable[[Fields, Fields, Names], float]
Judge = Callable[[Tally, Fields, Fields, Names], None]


@dataclass(frozen=True, slots=True)
class Reading:
    """How one kind is compared: its line kind, its file of notes, how close an item is to a row, and which slots are judged."""

    kind: str
    file: str
    closeness: Closeness
    judge: Judge


def evidence(item: Fields) -> str:
    """Returns the sentences an item cites."""
    return " ".join(e.text("text") or "" for e in item.children("evidence"))


def report_closeness(row: Fields, item: Fields, names: Names) -> float:
    if item.text("type") not in row.options("type"):
        return 0.0
    named = sum(any(names.same(name, found) for found in item.texts("actors")) for name in row.texts("actors"))
    days, found_days = row.days("when"), item.days("when")
    agrees = days is not None and found_days is not None and days.agrees(found_days)
    return _close(row, evidence(item)) and _close(row, evidence(item)) + 0.2 * named + 0.1 * agrees


def claim_closeness(row: Fields, item: Fields, names: Names) -> float:
    same = all(_same_number(row.number(key), item.number(key)) for key in ("low", "high"))
    if not same or item.text("measure") not in row.options("measure"):
        return 0.0
    return _close(row, " ".join((evidence(item), item.text("text") or "")), least=1)


def statement_closeness(row: Fields, item: Fields, names: Names) -> float:
    content = " ".join(item.texts("content")) or evidence(item)
    said = any(names.same(row.text("speaker") or "", speaker) for speaker in item.texts("speaker"))
    return _close(row, content) and _close(row, content) + 0.3 * said


def commitment_closeness(row: Fields, item: Fields, names: Names) -> float:
    return _close(row, evidence(item))


def _close(row: Fields, found: str, least: int = 4) -> float:
    share = best_overlap(row.texts("at"), found, least)
    return share if share >= CLOSE else 0.0


def _same_number(wanted: float | None, found: float | None) -> bool:
    return wanted == found if wanted is None or found is None else abs(wanted - found) <= 1


READINGS = (
    Reading("report", "reports", report_closeness, judge_report),
    Reading("claim", "claims", claim_closeness, judge_claim),
    Reading("statement", "statements", statement_closeness, judge_statement),
    Reading("commitment", "commitments", commitment_closeness, judge_commitment),
)

Matched = dict[str, Fields]


def score_reading(reading: Reading, notes: Notes, record: Record) -> tuple[Tally, Matched]:
    """Compares one kind. Returns the tally, and the row matched to each item by the item's id."""
    tally, matched, seen = Tally(reading.kind), dict[str, Fields](), set[int]()
    by_page: dict[str, list[Fields]] = {}
    for item in record.of(reading.kind):
        by_page.setdefault(record.page(item) or "", []).append(item)
    for page, items in sorted(by_page.items()):
        if page not in notes.unread:
            rows = [row for row in notes.rows[reading.file] if row.text("page") == notes.first_of.get(page, page)]
            pairs = pair(rows, items, lambda row, item: reading.closeness(row, item, notes.names))
            seen |= {id(row) for row, _ in pairs}
            _count(tally, reading, items, pairs, notes.names)
            matched |= {item.text("id") or "": row for row, item in pairs}
    for row in notes.rows[reading.file]:
        if not row.is_set("optional"):
            if id(row) in seen:
                tally.found += 1
                tally.wanted += 1
            else:
                tally.miss(describe(row))
    return tally, matched


def pair(rows: list[Fields], items: list[Fields], closeness: Callable[[Fields, Fields], float]) -> list[tuple[Fields, Fields]]:
    """Pairs rows and items one to one, the closest first; rows that must be found go before optional ones."""
    scored = [(closeness(row, item), not row.is_set("optional"), -r, -i) for r, row in enumerate(rows) for i, item in enumerate(items)]
    pairs, used = [], set[tuple[str, int]]()
    for score, _, r, i in sorted(scored, reverse=True):
        if score > 0 and not {("row", r), ("item", i)} & used:
            used |= {("row", r), ("item", i)}
            pairs.append((rows[-r], items[-i]))
    return pairs


def _count(tally: Tally, reading: Reading, items: list[Fields], pairs: list[tuple[Fields, Fields]], names: Names) -> None:
    rows = {id(item): row for row, item in pairs}
    for item in items:
        row = rows.get(id(item))
        if row is None:
            tally.surplus(describe(item))
            continue
        reading.judge(tally, row, item, names)
        if not row.is_set("optional"):
            tally.given += 1
            tally.right += 1


def describe(fields: Fields) -> str:
    """Returns an item or row on one line, for people."""
    head = " ".join(str(fields.data[key]) for key in ("page", "type", "measure", "low", "high") if fields.data.get(key) is not None)
    said = " … ".join(fields.texts("content") or fields.texts("at")) or evidence(fields)
    return f"{head} «{said[:140]}»"
