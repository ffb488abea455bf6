"""Lines of a record → CSV, GeoJSON and an Atom feed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree import ElementTree

from parley.publish.exports.cells import Table, join, write_csv
from parley.publish.exports.geojson import feature, feature_collection
from parley.record import Run
from parley.record.changes import Change
from parley.record.export import Line
from parley.server.items import days_of, values_of

COLUMNS = ("id", "kind", "type", "mode", "modality", "first", "last", "actors", "place", "sources", "text")
_ATOM = "http://www.w3.org/2005/Atom"


def to_csv(lines: Iterable[Line]) -> str:
    """Writes one row an item, made safe for spreadsheets as the exports are."""
    return write_csv(Table(COLUMNS, tuple(_row(line) for line in lines)))


def _row(line: Line) -> tuple[str, ...]:
    first, last = days_of(line) or ("", "")
    evidence = line.get("evidence")
    text = str(evidence[0]["text"]) if isinstance(evidence, list) and evidence else str(line.get("title") or line.get("name") or "")
    joined = (join(values_of(line, facet)) for facet in ("actor", "place", "source"))
    return (*(str(line.get(name) or "") for name in COLUMNS[:5]), first, last, *joined, text)


def to_geojson(lines: Iterable[Line]) -> str:
    """Writes every item as a feature; one that was not located has no geometry."""
    return feature_collection([feature(str(line["id"]), _position(line), {k: v for k, v in line.items() if k != "evidence"}) for line in lines])


def _position(line: Line) -> list[float] | None:
    where = line.get("where") or (line if line["kind"] == "place" else None)
    return [where["lon"], where["lat"]] if isinstance(where, Mapping) and where.get("lat") is not None else None


def to_atom(changes: Iterable[Change], run: Run | None, address: str) -> bytes:
    """Writes what is new as a feed, one entry an item."""
    at = run.started if run else "1970-01-01T00:00:00+00:00"
    feed = ElementTree.Element("feed", xmlns=_ATOM)
    for name, text in (("id", f"{address}/feed.atom"), ("title", "New in the record"), ("updated", at)):
        ElementTree.SubElement(feed, name).text = text
    for change in changes:
        entry = ElementTree.SubElement(feed, "entry")
        for name, text in (("id", f"{address}/items/{change.id}"), ("title", _xml(change.headline)), ("updated", at)):
            ElementTree.SubElement(entry, name).text = text
        ElementTree.SubElement(entry, "category", term=f"{change.change} {change.kind}")
        ElementTree.SubElement(entry, "link", href=f"{address}/items/{change.id}")
        author = ElementTree.SubElement(entry, "author")
        ElementTree.SubElement(author, "name").text = "Parley"
    written: bytes = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written


def _xml(text: str) -> str:
    """Without the characters that XML does not know."""
    return "".join(c for c in text if c in "\t\n" or (c >= " " and not 0xD800 <= ord(c) <= 0xDFFF and c not in "\ufffe\uffff"))
