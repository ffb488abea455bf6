"""Filters in an address → the items of a record that fit, a stretch at a time."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from parley.model import UsageError
from parley.record.export import Line
from parley.server.bits import bits, members, union
from parley.server.items import FACETS, KINDS, days_of, stories_of, text_of, values_of

T = TypeVar("T")

MOST = 200
"""Items on one page of an answer."""
_SHOWN = 12
"""Values shown of one facet."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody looks for.

    Args:
        words: all of them must occur in an item's text or names, as a word or a part of one.
        facets: facet → the value it must have.
        since, until: ISO days; items that may have happened between them, both included.
        cursor: the id of the last item of the stretch before, empty for the first.
        limit: items in a stretch.
    """

    words: str = ""
    facets: Mapping[str, str] | None = None
    since: str = ""
    until: str = ""
    cursor: str = ""
    limit: int = 50


@dataclass(frozen=True, slots=True)
class Answer:
    """A stretch of what was found.

    `next` is the cursor of the stretch behind it, empty at the end; `facets` counts values over all that was found.
    """

    items: tuple[Line, ...]
    total: int
    next: str
    facets: Mapping[str, tuple[tuple[str, int], ...]]


@dataclass(frozen=True)
class Catalogue:
    """The items of one state of a record, ready to be searched.

    Args:
        lines: the items in the order of the export.
        at: the place of each in that order, by id. Sets of items (`bits`) hold these places.
        facets: facet → value → the items that have it.
        words: word, in lower case → the items in whose text it stands.
        days: each item's first and last day; None when it has none.
    """

    lines: Sequence[Line]
    at: Mapping[str, int]
    facets: Mapping[str, Mapping[str, int]]
    words: Mapping[str, int]
    days: Sequence[tuple[str, str] | None]

    def find(self, query: Query) -> Answer:
        """Finds items in the order of the export.

        Raises:
            UsageError: when the cursor is none of the items found, as after a change of the record or of the filters.
        """
        found = self._fitting(query)
        rest = self._behind(found, query.cursor)
        stretch = [self.lines[n] for n in members(rest, min(max(query.limit, 1), MOST) + 1)]
        more = len(stretch) > min(max(query.limit, 1), MOST)
        stretch = stretch[: len(stretch) - more]
        return Answer(tuple(stretch), found.bit_count(), str(stretch[-1]["id"]) if more else "", self._counts(found))

    def every(self, query: Query) -> Iterator[Line]:
        """Yields all items that fit from the cursor on, however many."""
        yield from (self.lines[n] for n in members(self._behind(self._fitting(query), query.cursor), len(self.lines)))

    def _fitting(self, query: Query) -> int:
        found = (1 << len(self.lines)) - 1
        for facet, value in (query.facets or {}).items():
            if value:
                found &= self.facets[facet].get(value, 0)
        for part in _WORD.findall(query.words.casefold()):
            found &= union(items for word, items in self.words.items() if part in word)
        if query.since or query.until:
            found &= bits(n for n, days in enumerate(self.days) if days and _touches(days, query.since, query.until))
        return found

    def _behind(self, found: int, cursor: str) -> int:
        if not cursor:
            return found
        at = self.at.get(cursor, -1)
        if at < 0 or not found >> at & 1:
            raise UsageError("the cursor fits no item of this answer; begin again without it")
        return found >> at + 1 << at + 1

    def _counts(self, found: int) -> dict[str, tuple[tuple[str, int], ...]]:
        counted = {}
        for facet, values in self.facets.items():
            rows = [(value, n) for value, items in values.items() if (n := (items & found).bit_count())]
            if rows:
                counted[facet] = tuple(sorted(rows, key=lambda row: (-row[1], row[0]))[:_SHOWN])
        return counted


def make_catalogue(lines: Iterable[Line]) -> Catalogue:
    """Makes the lines of an export searchable; kinds that nobody looks for are left out."""
    chosen = [line for line in lines if line["kind"] in KINDS]
    story_of = stories_of(chosen)
    facets: dict[str, dict[str, list[int]]] = {facet: defaultdict(list) for facet in FACETS}
    words: dict[str, list[int]] = defaultdict(list)
    for n, line in enumerate(chosen):
        for facet, values in facets.items():
            for value in set(values_of(line, facet)):
                values[value].append(n)
        if (story := story_of.get(str(line["id"]))) is not None:
            facets["story"][story].append(n)
        for word in set(_WORD.findall(" ".join(text_of(line)).casefold())):
            words[word].append(n)
    packed = {facet: {value: bits(items) for value, items in values.items()} for facet, values in facets.items()}
    at = {str(line["id"]): n for n, line in enumerate(chosen)}
    return Catalogue(chosen, at, packed, {word: bits(items) for word, items in words.items()}, [days_of(line) for line in chosen])


def _touches(days: tuple[str, str], since: str, until: str) -> bool:
    return (not since or days[1] >= since) and (not until or days[0] <= until)


def stretch(rows: Sequence[T], ids: Sequence[str], cursor: str, limit: int = 100) -> tuple[Sequence[T], str]:
    """Returns the rows behind `cursor`, and the cursor of those behind them.

    Args:
        ids: what names each row in an address.

    Raises:
        UsageError: when no row has the cursor's id.
    """
    if cursor and cursor not in ids:
        raise UsageError("the cursor fits nothing here; begin again without it")
    start = ids.index(cursor) + 1 if cursor else 0
    end = start + limit
    return rows[start:end], ids[end - 1] if end < len(rows) else ""
