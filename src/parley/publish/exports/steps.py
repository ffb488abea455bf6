"""Commitments → iCalendar (RFC 5545): an all-day entry for each dated step, so that a calendar shows what is due.

Summary and description are words of the page. An uncertain date covers all days it may fall on. `STATUS` is CONFIRMED for what is scheduled or was
kept, CANCELLED for what was broken, TENTATIVE for everything else; `CATEGORIES` has Parley's own word.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from parley.model import Commitment, Interval
from parley.publish.exports.cells import legible, plain
from parley.publish.exports.content import Content
from parley.publish.exports.figures import Counting
from parley.publish.exports.outcome import Export, Note, text_export
from parley.publish.steps import Step, make_steps

_STATUS = {"scheduled": "CONFIRMED", "kept": "CONFIRMED", "broken": "CANCELLED"}
_OCTETS = 75
_UNKNOWN_TIME = "19700101T000000Z"


def export(content: Content, counting: Counting) -> Export:
    """Makes the calendar. What two articles say in the same words is one entry; undated steps are left out."""
    follow_ups = {f.commitment: f for f in content.view.follow_ups}
    filed = {c.id: c.item for c in content.view.commitments}
    steps = make_steps(content.index, content.view.commitments, follow_ups)
    dated = [(s, filed[s.id], due) for s in steps if (due := filed[s.id].due) is not None]
    stamp = _stamp(content)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Parley//next steps//EN", "CALSCALE:GREGORIAN"]
    lines += [line for step, commitment, due in dated for line in _entry(content, step, commitment, due, stamp)]
    text = "".join(fold(line) for line in [*lines, "END:VCALENDAR"])
    return text_export("steps.ics", text, [Note(len(steps) - len(dated), "steps without a date")])


def _entry(content: Content, step: Step, commitment: Commitment, due: Interval, stamp: str) -> Iterator[str]:
    status = follow_status(content, step.id, commitment)
    said = "\n".join(f"“{cite.text}” ({cite.publisher}, {cite.day})" for cite in step.cites)
    who = f"{step.actor}: " if step.actor else ""
    yield "BEGIN:VEVENT"
    yield f"UID:{step.id}@parley.invalid"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{due.first:%Y%m%d}"
    if due.last < due.last.max:
        yield f"DTEND;VALUE=DATE:{due.last + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{escape(plain(who + step.action))}"
    yield f"DESCRIPTION:{escape(legible(said))}"
    if step.place:
        yield f"LOCATION:{escape(plain(step.place))}"
    yield f"STATUS:{_STATUS.get(status, 'TENTATIVE')}"
    yield f"CATEGORIES:{escape(status)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def follow_status(content: Content, id_: str, commitment: Commitment) -> str:
    """What became of a commitment, or else how it was stated."""
    return next((f.status for f in content.view.follow_ups if f.commitment == id_), commitment.status)


def escape(text: str) -> str:
    """Escapes a TEXT value (RFC 5545, 3.3.11)."""
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def fold(line: str) -> str:
    """Ends a content line, broken into pieces of at most 75 octets (RFC 5545, 3.1), never inside a character."""
    pieces, piece, size = [], "", 0
    for character in line:
        width = len(character.encode("utf-8", "replace"))
        if size + width > _OCTETS:
            pieces.append(piece)
            piece, size = "", 1  # the space that the next line begins with
        piece, size = piece + character, size + width
    return "\r\n ".join([*pieces, piece]) + "\r\n"


def _stamp(content: Content) -> str:
    """When the record was last made: the same record gives the same calendar."""
    run = content.last_run()
    try:
        return f"{datetime.fromisoformat(run.started).astimezone(UTC):%Y%m%dT%H%M%SZ}" if run else _UNKNOWN_TIME
    except ValueError:
        return _UNKNOWN_TIME
