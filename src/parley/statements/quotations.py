"""Text → quotations: stretches between quotation marks, those that run over several paragraphs joined.

A paragraph that opens a quotation and does not close it goes on in the next one if that opens with a mark again,
which is how English prints long quotations.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

_PARAGRAPH = re.compile(r"[^\n]+")
_DOUBLE = re.compile(r"[“”„«»\"]|``|''")
_SINGLE = re.compile(r"(?<![^\s(\[—–-])(?P<open>[‘'])(?=\S)(?P<body>[^‘\n]{1,300}?)(?P<close>[’'])(?![\w])")
_OPENERS = frozenset("“„«") | {"``"}
_CLOSERS = frozenset("”»") | {"''"}


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between marks, the marks included: one piece of the text for each paragraph. Offsets are code points, end exclusive."""

    pieces: tuple[tuple[int, int], ...]
    closed: bool = True

    @property
    def start(self) -> int:
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        return self.pieces[-1][1]

    def covers(self, offset: int) -> bool:
        return any(start <= offset < end for start, end in self.pieces)

    def overlaps(self, start: int, end: int) -> bool:
        return any(left < end and start < right for left, right in self.pieces)


def reaching(quotations: Sequence[Quotation], start: int, end: int) -> Sequence[Quotation]:
    """Returns those of `quotations`, given in text order and apart from each other, whose extent reaches into [start, end)."""
    first = bisect_right(quotations, start, key=lambda q: q.end)
    return quotations[first : max(first, bisect_left(quotations, end, key=lambda q: q.start))]


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Returns the outermost quotations of `text` in order."""
    found: list[Quotation] = []
    for paragraph in _PARAGRAPH.finditer(text):
        doubles = _doubles(text, paragraph.start(), paragraph.end())
        is_open = bool(found) and not found[-1].closed and not text[found[-1].end : paragraph.start()].strip()
        if is_open and doubles and _opens(text, paragraph.start(), doubles[0]):
            head = doubles.pop(0)
            found[-1] = Quotation(found[-1].pieces + head.pieces, head.closed)
        singles = [q for q in _singles(text, paragraph.start(), paragraph.end()) if not any(d.overlaps(q.start, q.end) for d in doubles)]
        found += sorted(doubles + ([] if found and found[-1].overlaps(paragraph.start(), paragraph.end()) else singles), key=lambda q: q.start)
    return tuple(q for q in found if q.closed or len(q.pieces) > 1 or _opens_paragraph(text, q.start) or _is_led_up_to(text, q.start))


def _opens(text: str, paragraph_start: int, quotation: Quotation) -> bool:
    return not text[paragraph_start : quotation.start].strip()


def _opens_paragraph(text: str, start: int) -> bool:
    return not text[text.rfind("\n", 0, start) + 1 : start].strip()


def _is_led_up_to(text: str, start: int) -> bool:
    """Returns whether a comma or colon leads up to the mark: a quotation whose closing mark was lost on the way."""
    return text[max(0, start - 2) : start].rstrip()[-1:] in (",", ":")


def _doubles(text: str, start: int, end: int) -> list[Quotation]:
    found: list[Quotation] = []
    opened: int | None = None
    depth = 0
    for mark in _DOUBLE.finditer(text, start, end):
        is_opener = mark.group() in _OPENERS or (mark.group() == '"' and opened is None)
        if opened is None:
            if is_opener and _can_open(text, mark, end):
                opened, depth = mark.start(), 1
            continue
        depth += 1 if mark.group() in _OPENERS else -1
        if depth == 0 or mark.group() == '"':
            found.append(Quotation(((opened, mark.end()),)))
            opened = None
    if opened is not None:
        found.append(Quotation(((opened, _stripped_end(text, opened, end)),), closed=False))
    return found


def _can_open(text: str, mark: re.Match[str], end: int) -> bool:
    if mark.group() != '"':
        return mark.end() < end
    # A straight mark after a digit is an inch or a minute; before white space it closes something lost.
    before = text[mark.start() - 1] if mark.start() else " "
    return mark.end() < end and not before.isdigit() and not text[mark.end()].isspace()


def _singles(text: str, start: int, end: int) -> list[Quotation]:
    return [Quotation(((m.start(), m.end()),)) for m in _SINGLE.finditer(text, start, end) if _is_pair(m)]


def _is_pair(match: re.Match[str]) -> bool:
    """Tells a quotation from a plural possessive: curly marks must be a pair, straight ones likewise."""
    return (match["open"], match["close"]) in (("‘", "’"), ("'", "'"))


def _stripped_end(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())
