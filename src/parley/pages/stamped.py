"""The lines of a page → the day stamped beside its headline.

"Published: 26 August 2016, 10:40" or "27 March 2019" alone on a line is a stamp anywhere near the body's start; between the headline and the
body, a line that begins or ends with a date is one too ("From our correspondent in Vesk, 27 March 2019"), and one that has it
between other names ("Ada Brandt | 27 March 2019 | World"). A label may stand on the line above its date.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from parley.pages.features import words
from parley.pages.headline import prints_title
from parley.pages.stamp_lines import HAS_DIGIT, LABEL, MAX_BESIDE, MAX_LABEL_WORDS, SHORT_LINE, UPDATE, piece_day, stamps_alone, stamps_amid
from parley.pages.stamps import day_comes_first, find_stamps

_BEFORE, _AFTER = 3, 8  # lines around the headline in which a stamp is its own
_BEHIND = 3  # lines behind the headline that stand beside it, be they taken for the body or not; and behind the body, at its foot
_REACH = 30  # lines from the body's start in which the headline is looked for, half as many below


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
    published = [day for line in stamped for label, day in line if LABEL.search(label) and not UPDATE.search(label)]
    plain = {min(days) for line in stamped if (days := [day for label, day in line if not UPDATE.search(label)])}
    if published:
        return published[0]
    return _only(plain or {day for line in stamped for _, day in line})


def labelled_day(layout: Layout) -> date | None:
    """Returns the one day of all stamps outside the body that call themselves the publication's."""
    outside = (n for n, kept in enumerate(layout.kept) if not kept)
    day_first = day_comes_first(layout.lines)
    found = (pair for n in outside for pair in _labelled(layout, n, beside=False, day_first=day_first))
    return _only({day for label, day in found if LABEL.search(label) and not UPDATE.search(label)})


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
        (label, day) for n, label, day in found if top <= n < end or (end <= n <= end + _BEHIND and (LABEL.search(label) or UPDATE.search(label)))
    }
    if any(not UPDATE.search(label) for label, _ in near):
        return _only({day for _, label, day in found if not UPDATE.search(label)})
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
    short = (line for line in lines if len(line) <= SHORT_LINE and HAS_DIGIT.search(line))
    return any(stamp.date == day for line in short for day_first in (True, False) for stamp in find_stamps(line, day_first))


def _labelled(layout: Layout, number: int, *, beside: bool, day_first: bool | None) -> Iterator[tuple[str, date]]:
    """The days of a line that is a stamp, each with the words before it: "Published 3 May 2019, updated 5 May 2019"."""
    line = layout.lines[number]
    is_dated = HAS_DIGIT.search(line)
    stamps = (stamps_alone(line, day_first) or (stamps_amid(line, day_first) if beside else [])) if is_dated else []
    stamps = [] if stamps and _is_listed(layout.lines, number, day_first) else stamps
    label = _label_above(layout.lines, number) if stamps else ""
    for begin, stamp in zip((0, *(s.end for s in stamps)), stamps, strict=False):
        if stamp.date:
            yield line[begin : stamp.start].strip(" :") or label, stamp.date
    marked = layout.marked[number] if number < len(layout.marked) else None
    if marked and not stamps and len(words(line)) <= MAX_BESIDE:
        yield line, marked


def _is_listed(lines: Sequence[str], number: int, day_first: bool | None) -> bool:
    """Whether a dated line is one of a list of pieces: the next line with words, above or below, gives another piece and another day."""
    own = piece_day(lines[number], day_first)
    beside = (_next_with_words(lines, number, step) for step in (-1, 1))
    return own is not None and any(day not in (None, own) for day in (piece_day(line, day_first) for line in beside))


def _next_with_words(lines: Sequence[str], number: int, step: int) -> str:
    near = (lines[n] for n in range(number + step, number + step * (_BEHIND + 1), step) if 0 <= n < len(lines))
    return next((line for line in near if words(line)), "")


def _label_above(lines: Sequence[str], number: int) -> str:
    """The line above, where it is nothing but a stamp's label: "Posted on"."""
    line = lines[number - 1] if number else ""
    return line if len(words(line)) <= MAX_LABEL_WORDS and (LABEL.search(line) or UPDATE.search(line)) else ""
