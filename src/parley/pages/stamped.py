"""The lines of a page → the day stamped beside its headline.

"Published: 26 August 2016, 10:40" or "27 March 2019" alone on a line is a stamp anywhere near the body's start; between the headline and the
body, a line that begins or ends with a date is one too ("From our correspondent in Vesk, 27 March 2019").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from parley.pages.features import words
from parley.pages.headline import prints_title
from parley.pages.stamps import Stamp, find_stamps

LABEL = re.compile(r"\b(?:published|posted|first published|publish date|issued|date|created)\b", re.IGNORECASE)
_UPDATE = re.compile(r"(?:updated?|modified|edited)\b", re.IGNORECASE)
_MAX_OTHER_WORDS = 3  # beside a date and the words of a label, in a line that is a stamp
_MAX_BESIDE = 14  # words in a line between headline and body that begins or ends with a date
_MARGIN = 12  # characters, such as a clock's, that may stand between the date and the end of such a line


@dataclass(frozen=True, slots=True)
class Layout:
    """What the page shows: its lines, which of them are the article's paragraphs, and its headline."""

    lines: Sequence[str]
    kept: Sequence[bool]
    title: str | None


def stamp_near(layout: Layout, above: int, below: int) -> date | None:
    """Returns the day stamped on the lines around the start of the article's body, none below its end.

    A stamp that calls itself the publication's wins; without one, all stamps there must name one day, since several are a
    list of other pieces. A stamp that only tells of an update counts where there is no other.

    Args:
        layout: what the page shows.
        above: how many lines above the body's first line are looked at.
        below: how many from that line on.
    """
    inside = [n for n, kept in enumerate(layout.kept) if kept]
    start, end = (inside[0], inside[-1]) if inside else (len(layout.lines), len(layout.lines))
    near = range(max(0, start - above), min(end, start + below))
    headline = max((n for n in near if n < start and prints_title(layout.lines[n], layout.title)), default=start)
    stamped = [found for n in near for found in _labelled(layout.lines[n], beside=headline < n < start)]
    published = [day for label, day in stamped if LABEL.search(label) and not _UPDATE.search(label)]
    plain = {day for label, day in stamped if not _UPDATE.search(label)}
    if published:
        return published[0]
    days = plain or {day for _, day in stamped}
    return days.pop() if len(days) == 1 else None


def _labelled(line: str, *, beside: bool) -> Iterator[tuple[str, date]]:
    """The days of a line that is a stamp, each with the words before it: "Published 3 May 2019, updated 5 May 2019"."""
    stamps = stamps_of(line) or (_at_margin(line) if beside else [])
    for begin, stamp in zip((0, *(s.end for s in stamps)), stamps, strict=False):
        if stamp.date:
            yield line[begin : stamp.start], stamp.date


def _at_margin(line: str) -> list[Stamp]:
    if len(words(line)) > _MAX_BESIDE or line.rstrip().endswith((".", "?", "!")):
        return []
    found = [s for s in find_stamps(line) if s.date and agrees(s)]
    return [s for s in found if s.start == 0 or len(line) - s.end <= _MARGIN] if len(found) == 1 else []


def stamps_of(line: str) -> list[Stamp]:
    """Returns the full dates of a line that is little else than a date, weekdays agreeing."""
    return [s for s in find_stamps(line[:200]) if s.date and agrees(s)] if _is_stamp_line(line) else []


def _is_stamp_line(line: str) -> bool:
    """Whether a line is little else than a date: "Published: 26 August 2016, 10:40", "By A. Writer | Aug 26, 2016"."""
    rest = line
    for stamp in reversed(find_stamps(line)):
        rest = rest[: stamp.start] + rest[stamp.end :]
    is_labelled = LABEL.search(rest) or _UPDATE.search(rest) or rest.lower().startswith("by ")
    return len(words(rest)) <= _MAX_OTHER_WORDS * (3 if is_labelled else 1) and not line.rstrip().endswith((".", "?", "!"))


def agrees(stamp: Stamp) -> bool:
    """Returns whether the weekday written beside a date is that date's."""
    return stamp.date is not None and stamp.weekday in (None, stamp.date.weekday())
