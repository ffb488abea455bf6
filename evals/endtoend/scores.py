"""Notes and record → one tally for each kind."""

from __future__ import annotations

from endtoend.across import score_articles, score_copies, score_disagreements, score_event_groups, score_events, score_groups
from endtoend.reading import READINGS, Matched, score_reading
from endtoend.sides import Groups, Notes, Record
from endtoend.tally import Tally


def score(notes: Notes, record: Record) -> list[Tally]:
    """Compares everything."""
    tallies = [*score_articles(notes, record), score_copies(notes, record)]
    tallies.append(score_groups("source", _groups(record, "source"), notes.sources))
    tallies.append(score_groups("happening", _happenings(record), notes.happenings, notes.unread))
    tallies.append(score_groups("story", _groups(record, "story"), notes.stories, notes.unread))
    matched: Matched = {}
    for reading in READINGS:
        tally, pairs = score_reading(reading, notes, record)
        tallies.append(tally)
        matched |= pairs if reading.kind == "report" else {}
    return [*tallies, score_event_groups(record, matched), score_events(notes, record), score_disagreements(notes, record)]


def _groups(record: Record, kind: str) -> Groups:
    return [record.pages(line) for line in record.of(kind)]


def _happenings(record: Record) -> Groups:
    """Returns the happenings: lines of their own, or lists of article ids inside the stories."""
    own = _groups(record, "happening")
    inside = [line.data.get("happenings") or [] for line in record.of("story")]
    listed = [group for groups in inside if isinstance(groups, list) for group in groups]
    return own or [frozenset(record.page_of[article] for article in group if article in record.page_of) for group in listed]
