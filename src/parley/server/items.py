"""A line of the export → what it can be found by: its words, its days, and the values of its facets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from parley.record.export import Line

KINDS = ("event", "report", "claim", "statement", "commitment", "disagreement", "actor", "place", "story", "source", "article")
FACETS = ("kind", "type", "mode", "modality", "verdict", "measure", "status", "actor", "place", "source", "story")
REST = "rest"
"""The story of what belongs to none."""


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


def stories_of(lines: Sequence[Line]) -> dict[str, str]:
    """Returns for each item that belongs to one the id of its story: by its event, by the article it was read in, or by what it is about."""
    told = {str(id_): str(line["id"]) for line in lines if line["kind"] == "story" for key in ("events", "articles") for id_ in _names(line.get(key))}
    found: dict[str, str] = {}
    for line in lines:
        id_ = str(line["id"])
        if line["kind"] in ("event", "article"):
            found[id_] = told.get(id_, REST)
        elif isinstance(line.get("article"), str):
            found[id_] = told.get(str(line["article"]), REST)
    for line in lines:
        if line["kind"] == "disagreement":
            found[str(line["id"])] = next((found[about] for about in _names(line.get("about")) if about in found), REST)
    return found
