"""The lines of a page → the day stamped beside its headline.

"Published: 26 August 2016, 10:40" or "27 March 2019" alone on a line is a stamp anywhere near the body's start; between the headline and the
body, a line that begins or ends with a date is one too ("From our correspondent in Vesk, 27 March 2019"), and one that has it
between other names ("Ada Brandt | 27 March 2019 | World"). A label may stand on the line above its date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from parley.pages.features import words
from parley.pages.headline import prints_title
from parley.pages.stamps import Stamp, day_comes_first, find_stamps

_LABEL = re.compile(r"\b(?:published|posted|first published|publish date|issued|date|created)\b", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_UPDATE = re.compile(r"(?:updated?|modified|edited)\b", re.IGNORECASE)
_ASIDE = re.compile(
    r"\b\d{1,2}[:.h]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\b\.?)?|\b\d{1,2} ?[ap]\.?m\b\.?|\b(?:GMT|UTC|[A-Z]{1,3}S?T)\b(?:[+-]\d{1,2}(?::?\d\d)?)?|"
    r"\b\d{1,3}[ -]min(?:ute)?s?(?: read)?\b|\b\d{1,5} comments?\b",
    re.IGNORECASE,
)
"""What stands beside a stamp and says nothing: a clock's time, a time zone, "5 min read", "3 comments"."""
_PARTS = re.compile(r"\s*[|•·⋅]\s*|\s+[–—]\s+")
_MAX_OTHER_WORDS = 3  # beside a date and the words of a label, in a line that is a stamp
_MAX_BESIDE = 14  # words in a line between headline and body that ends with a date
_MAX_PARTED = 25  # the same where it begins with the date or has it between names
_SHORT = 100  # characters of a line in which a stamp confirms a day
_BEFORE, _AFTER = 3, 8  # lines around the headline in which a stamp is its own
_BEHIND = 3  # lines behind the headline that stand beside it, be they taken for the body or not; and behind the body, at its foot
_REACH = 30  # lines from the body's start in which the headline is looked for, half as many below
_LEAD = 3  # characters that may stand before a line's date: "On "
_MARGIN = 12  # characters, such as a clock's, that may stand between the date and the end of such a line


@dataclass(frozen=True, slots=True)
class Layout:
    """What the page shows: its lines, which of them are the article's paragraphs, its headline, and the days that `time` elements give lines."""

    lines: Sequence[str]
    kept: Sequence[bool]
    title: str | None
    marked: Sequence[date | None] = ()


def stamp_near(layout: Layout, above: int, below: int) -> date | None:
    """Returns the day stamped on the lines around the headline, else around the start of the article's body; none below its end.

    A stamp that calls itself the publication's wins; without one, all stamps there must name one day, since several are a
    list of other pieces. A stamp that only tells of an update counts where there is no other.

    Args:
        layout: what the page shows.
        above: how many lines above the body's first line are looked at.
        below: how many from that line on.
    """
    inside = [n for n, kept in enumerate(layout.kept) if kept]
    start, end = (inside[0], inside[-1]) if inside else (len(layout.lines), len(layout.lines))
    headline = _headline(layout, start)
    beside = range(headline + 1, max(start, headline + 1 + _BEHIND)) if headline >= 0 else range(0)
    day_first = day_comes_first(layout.lines)
    windows = (range(headline - _BEFORE, headline + _AFTER) if headline >= 0 else range(0), range(start - above, start + below))
    for window in windows:
        near = range(max(0, window.start), min(end, window.stop))
        day = _agreed([list(_labelled(layout, n, beside=n in beside, day_first=day_first)) for n in near])
        if day:
            return day
    return None


def _headline(layout: Layout, start: int) -> int:
    """The line nearest to the body's start that is the headline, else that holds it, or -1."""
    near = range(max(0, start - _REACH), min(len(layout.lines), start + _REACH // 2))
    title = words(layout.title or "")
    printed = (n for n in near if prints_title(layout.lines[n], layout.title))
    return min(printed, key=lambda n: (words(layout.lines[n]) != title, abs(n - start)), default=-1)


def _agreed(stamped: Sequence[Sequence[tuple[str, date]]]) -> date | None:
    """The day that labelled stamps, one list a line, give for the publication; None where they name several."""
    published = [day for line in stamped for label, day in line if _LABEL.search(label) and not _UPDATE.search(label)]
    plain = {min(days) for line in stamped if (days := [day for label, day in line if not _UPDATE.search(label)])}
    if published:
        return published[0]
    return _only(plain or {day for line in stamped for _, day in line})


def labelled_day(layout: Layout) -> date | None:
    """Returns the one day of all stamps outside the body that call themselves the publication's."""
    outside = (n for n, kept in enumerate(layout.kept) if not kept)
    day_first = day_comes_first(layout.lines)
    found = (pair for n in outside for pair in _labelled(layout, n, beside=False, day_first=day_first))
    return _only({day for label, day in found if _LABEL.search(label) and not _UPDATE.search(label)})


def lone_day(layout: Layout) -> date | None:
    """Returns the day of a stamp between the headline, else the body's start, and the body's end, where no stamp on the page names another.

    At the body's foot it must have a label, since another piece's date may follow there. A stamp that tells of an update counts where only
    such stand there, and name one day.
    """
    inside = [n for n, kept in enumerate(layout.kept) if kept]
    start, end = (inside[0], inside[-1]) if inside else (len(layout.lines), len(layout.lines))
    headline = _headline(layout, start)
    top, day_first = headline if headline >= 0 else start, day_comes_first(layout.lines)
    outside = (n for n, kept in enumerate(layout.kept) if not kept)
    found = [(n, *pair) for n in outside for pair in _labelled(layout, n, beside=False, day_first=day_first)]
    near = {
        (label, day) for n, label, day in found if top <= n < end or (end <= n <= end + _BEHIND and (_LABEL.search(label) or _UPDATE.search(label)))
    }
    if any(not _UPDATE.search(label) for label, _ in near):
        return _only({day for _, label, day in found if not _UPDATE.search(label)})
    return _only({day for _, day in near})


def _only(days: set[date]) -> date | None:
    return next(iter(days)) if len(days) == 1 else None


def stands_below(layout: Layout, day: date) -> bool:
    """Returns whether the day is printed below the body's foot alone, in whichever order slashed dates are read."""
    end = max((n for n, kept in enumerate(layout.kept) if kept), default=len(layout.lines)) + _BEHIND
    return not _is_printed(layout.lines[:end], day) and _is_printed(layout.lines[end:], day)


def is_shown(layout: Layout, day: date) -> bool:
    """Returns whether the page prints the day above the article's last line."""
    end = max((n for n, kept in enumerate(layout.kept) if kept), default=len(layout.lines))
    return _is_printed(layout.lines[: end + 1], day)


def _is_printed(lines: Sequence[str], day: date) -> bool:
    short = (line for line in lines if len(line) <= _SHORT and _DIGIT.search(line))
    return any(stamp.date == day for line in short for day_first in (True, False) for stamp in find_stamps(line, day_first))


def _labelled(layout: Layout, number: int, *, beside: bool, day_first: bool | None) -> Iterator[tuple[str, date]]:
    """The days of a line that is a stamp, each with the words before it: "Published 3 May 2019, updated 5 May 2019"."""
    line = layout.lines[number]
    is_dated = _DIGIT.search(line)
    stamps = (_stamps_of(line, day_first) or (_amid(line, day_first) if beside else [])) if is_dated else []
    label = _label_above(layout.lines, number) if stamps else ""
    for begin, stamp in zip((0, *(s.end for s in stamps)), stamps, strict=False):
        if stamp.date:
            yield line[begin : stamp.start].strip(" :") or label, stamp.date
    marked = layout.marked[number] if number < len(layout.marked) else None
    if marked and not stamps and len(words(line)) <= _MAX_BESIDE:
        yield line, marked


def _label_above(lines: Sequence[str], number: int) -> str:
    """The line above, where it is nothing but a stamp's label: "Posted on"."""
    line = lines[number - 1] if number else ""
    return line if len(words(line)) <= _MAX_OTHER_WORDS and (_LABEL.search(line) or _UPDATE.search(line)) else ""


def _amid(line: str, day_first: bool | None) -> list[Stamp]:
    """The dates at the edge of a line or between its names. Of several ("3 May 2019 5 May 2019"), the first begins the line or a part of it."""
    size = len(words(line))
    if size > _MAX_PARTED or line.rstrip().endswith((".", "?", "!")):
        return []
    found = [s for s in find_stamps(line, day_first) if s.date and agrees(s)]
    if found and (found[0].start <= _LEAD or any(_is_date(part) for part in _PARTS.split(line)) or _is_among_names(line, found)):
        return found
    at_end = len(found) == 1 and size <= _MAX_BESIDE and len(line) - found[0].end <= _MARGIN
    return found if at_end else []


def _is_date(part: str) -> bool:
    """Whether a part of a line is a date, a label and a clock aside."""
    rest = _without_stamps(part)
    return rest != part and not words(_UPDATE.sub(" ", _LABEL.sub(" ", rest)))


def _is_among_names(line: str, found: Sequence[Stamp]) -> bool:
    """Whether all words before the first date are names: "Ada Brandt 27 March 2019 World politics"."""
    before = line[: found[0].start].split()
    return all(word[0].isupper() or not word[0].isalpha() for word in before)


def _stamps_of(line: str, day_first: bool | None) -> list[Stamp]:
    """The full dates of a line that is little else than a date, weekdays agreeing."""
    return [s for s in find_stamps(line[:200], day_first) if s.date and agrees(s)] if _is_stamp_line(line) else []


def _is_stamp_line(line: str) -> bool:
    """Whether a line is little else than a date: "Published: 26 August 2016, 10:40", "By A. Writer | Aug 26, 2016"."""
    rest = _without_stamps(line)
    is_labelled = _LABEL.search(rest) or _UPDATE.search(rest) or rest.lower().startswith("by ")
    if line.rstrip().endswith((".", "?", "!")):
        return False
    return len(words(rest)) <= _MAX_OTHER_WORDS * (3 if is_labelled else 1) or _is_labelled_part(line)


def _is_labelled_part(line: str) -> bool:
    """Whether a line begins with a part that is a date and its label: "Published: 26 August 2016 · Modified: 2 May 2017 by Ada Brandt"."""
    first = _PARTS.split(line[:_SHORT], maxsplit=1)[0]
    return bool(_LABEL.search(first)) and _is_date(first)


def _without_stamps(line: str) -> str:
    rest = line[:400]
    for stamp in reversed(find_stamps(rest, day_first=True)):
        rest = f"{rest[: stamp.start]} {rest[stamp.end :]}"
    return _ASIDE.sub(" ", rest)


def agrees(stamp: Stamp) -> bool:
    """Returns whether the weekday written beside a date is that date's."""
    return stamp.date is not None and stamp.weekday in (None, stamp.date.weekday())
