"""A line of a page → the days stamped on it: which lines are little else than a date, and which name a piece beside its date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from parley.lexicon.mastheads import masthead_words
from parley.pages.features import words
from parley.pages.stamps import Stamp, find_stamps

LABEL = re.compile(r"\b(?:published|posted|first published|publish date|issued|date|created)\b", re.IGNORECASE)
HAS_DIGIT = re.compile(r"\d")
UPDATE = re.compile(r"(?:updated?|modified|edited)\b", re.IGNORECASE)
_ASIDE = re.compile(
    r"\b\d{1,2}[:.h]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\b\.?)?|\b\d{1,2} ?[ap]\.?m\b\.?|\b(?:GMT|UTC|[A-Z]{1,3}S?T)\b(?:[+-]\d{1,2}(?::?\d\d)?)?|"
    r"\b\d{1,3}[ -]min(?:ute)?s?(?: read)?\b|\b\d{1,5} comments?\b",
    re.IGNORECASE,
)
"""What stands beside a stamp and says nothing: a clock's time, a time zone, "5 min read", "3 comments"."""
_PARTS = re.compile(r"\s*[|•·⋅]\s*|\s+[–—]\s+")
MAX_BESIDE = 14  # words in a line between headline and body that ends with a date
SHORT_LINE = 100  # characters
MAX_LABEL_WORDS = 3  # beside a date and the words of a label, in a line that is a stamp
_MAX_PARTED = 25  # the same where it begins with the date or has it between names
_MIN_PIECE_WORDS = 2  # of a piece's name in a list of dated pieces
_MAX_PIECE = 200  # characters
_MAX_DOCUMENT_WORDS = 40  # in a line that names a document
_LEAD = 3  # characters that may stand before a line's date: "On "
_MARGIN = 12  # characters, such as a clock's, that may stand between the date and the end of such a line


def piece_day(line: str, day_first: bool | None) -> date | None:
    """Returns the day at the edge of a line that names a piece, "Ten walks - 6 November 2020"; None beside a label or writer, and of sentences."""
    found = [s for s in find_stamps(line[:_MAX_PIECE], day_first) if s.date] if HAS_DIGIT.search(line) else []
    rest = _without_stamps(line)
    is_other = LABEL.search(rest) or UPDATE.search(rest) or rest.lower().startswith("by ") or line.rstrip().endswith((".", "?", "!"))
    if len(found) != 1 or is_other or len(words(rest)) < _MIN_PIECE_WORDS:
        return None
    return found[0].date if found[0].start <= _LEAD or len(line) - found[0].end <= _LEAD else None


def document_day(line: str) -> date | None:
    """Returns the one full date of a line that names a document: "No: 301, 2 November 2022, Press Release Regarding …"; None for any other line."""
    tokens = words(line)
    if len(tokens) > _MAX_DOCUMENT_WORDS or line.rstrip().endswith((".", "?", "!")) or not masthead_words("document").intersection(tokens):
        return None
    found = {s.date for s in find_stamps(line) if s.date and agrees(s)}
    return found.pop() if len(found) == 1 else None


def stamps_amid(line: str, day_first: bool | None) -> list[Stamp]:
    """Returns the dates at the edge of a line or between its names. Of several, the first begins the line or a part of it."""
    size = len(words(line))
    if size > _MAX_PARTED or line.rstrip().endswith((".", "?", "!")):
        return []
    found = [s for s in find_stamps(line, day_first) if s.date and agrees(s)]
    if found and (found[0].start <= _LEAD or any(_is_date(part) for part in _PARTS.split(line)) or _is_among_names(line, found)):
        return found
    at_end = len(found) == 1 and size <= MAX_BESIDE and len(line) - found[0].end <= _MARGIN
    return found if at_end else []


def _is_date(part: str) -> bool:
    """Whether a part of a line is a date, a label and a clock aside."""
    rest = _without_stamps(part)
    return rest != part and not words(UPDATE.sub(" ", LABEL.sub(" ", rest)))


def _is_among_names(line: str, found: Sequence[Stamp]) -> bool:
    """Whether all words before the first date are names: "Ada Brandt 27 March 2019 World politics"."""
    before = line[: found[0].start].split()
    return all(word[0].isupper() or not word[0].isalpha() for word in before)


def stamps_alone(line: str, day_first: bool | None) -> list[Stamp]:
    """Returns the full dates of a line that is little else than a date, weekdays agreeing."""
    return [s for s in find_stamps(line[:200], day_first) if s.date and agrees(s)] if _is_stamp_line(line) else []


def _is_stamp_line(line: str) -> bool:
    """Whether a line is little else than a date: "Published: 26 August 2016, 10:40", "By A. Writer | Aug 26, 2016"."""
    rest = _without_stamps(line)
    is_labelled = LABEL.search(rest) or UPDATE.search(rest) or rest.lower().startswith("by ")
    if line.rstrip().endswith((".", "?", "!")):
        return False
    return len(words(rest)) <= MAX_LABEL_WORDS * (3 if is_labelled else 1) or _is_labelled_part(line)


def _is_labelled_part(line: str) -> bool:
    """Whether a line begins with a part that is a date and its label: "Published: 26 August 2016 · Modified: 2 May 2017 by Ada Brandt"."""
    first = _PARTS.split(line[:SHORT_LINE], maxsplit=1)[0]
    return bool(LABEL.search(first)) and _is_date(first)


def _without_stamps(line: str) -> str:
    rest = line[:400]
    for stamp in reversed(find_stamps(rest, day_first=True)):
        rest = f"{rest[: stamp.start]} {rest[stamp.end :]}"
    return _ASIDE.sub(" ", rest)


def agrees(stamp: Stamp) -> bool:
    """Returns whether the weekday written beside a date is that date's."""
    return stamp.date is not None and stamp.weekday in (None, stamp.date.weekday())
