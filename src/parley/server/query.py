"""Filters in an address → the items of a record that fit, a stretch at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from parley.model import UsageError
from parley.record.export import Line

KINDS = ("event", "report", "claim", "statement", "commitment", "disagreement", "actor", "place", "story", "source", "article")
FACETS = ("kind", "type", "mode", "modality", "verdict", "measure", "status", "actor", "place", "source")
MOST = 200
"""Items on one page of an answer."""


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody looks for.

    Args:
        words: all of them must occur in an item's text or names.
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


def run_query(lines: Iterable[Line], query: Query) -> Answer:
    """Finds items in the order of the export.

    Raises:
        UsageError: when the cursor is none of the items found, as after a change of the record or of the filters.
    """
    found = [line for line in lines if line["kind"] in KINDS and _fits(line, query)]
    start = 0
    if query.cursor:
        start = next((at + 1 for at, line in enumerate(found) if line["id"] == query.cursor), -1)
        if start < 0:
            raise UsageError("the cursor fits no item of this answer; begin again without it")
    stretch = found[start : start + min(max(query.limit, 1), MOST)]
    more = start + len(stretch) < len(found)
    return Answer(tuple(stretch), len(found), str(stretch[-1]["id"]) if stretch and more else "", _count_facets(found))


def _fits(line: Line, query: Query) -> bool:
    if any(value not in set(values_of(line, facet)) for facet, value in (query.facets or {}).items() if value):
        return False
    if (query.since or query.until) and not _within(line, query.since, query.until):
        return False
    if not query.words:
        return True
    text = " ".join(text_of(line)).casefold()
    return all(word in text for word in query.words.casefold().split())


def values_of(line: Line, facet: str) -> Iterator[str]:
    """Yields the values an item has for a facet."""
    if facet == "actor":
        for role in ("actors", "recipients", "actor", "speaker"):
            yield from _names(line.get(role))
    elif facet == "place":
        yield from _names(line.get("where") or line.get("place"))
    elif facet == "source":
        yield from _names(line.get("sources"))
        yield from _names(line.get("source"))
    else:
        value = line.get(facet)
        if isinstance(value, str):
            yield value


def _names(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from _names(value.get("name") or value.get("text"))
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _names(part)


def text_of(line: Line) -> Iterator[str]:
    """Yields what a person would search an item by: its names and the sentences it stands on."""
    for key in ("id", "kind", "type", "title", "text", "name", "why", "publisher", "claimant"):
        if isinstance(line.get(key), str):
            yield str(line[key])
    for facet in ("actor", "place"):
        yield from values_of(line, facet)
    evidence = line.get("evidence")
    for entry in evidence if isinstance(evidence, list) else []:
        yield str(entry["text"])


def days_of(line: Line) -> tuple[str, str] | None:
    """Returns the first and last day of an item as the record has them, None when it has none."""
    for key in ("when", "due", "until", "published"):
        days = line.get(key)
        if isinstance(days, Mapping):
            return str(days["first"]), str(days["last"])
    if isinstance(line.get("first"), str):
        return str(line["first"]), str(line.get("last") or line["first"])
    return None


def _within(line: Line, since: str, until: str) -> bool:
    days = days_of(line)
    return days is not None and (not since or days[1] >= since) and (not until or days[0] <= until)


def _count_facets(lines: Iterable[Line]) -> dict[str, tuple[tuple[str, int], ...]]:
    counts: dict[str, Counter[str]] = {facet: Counter() for facet in FACETS}
    for line in lines:
        for facet, counter in counts.items():
            counter.update(set(values_of(line, facet)))
    return {facet: tuple(sorted(counter.most_common(12), key=lambda pair: (-pair[1], pair[0]))) for facet, counter in counts.items() if counter}
