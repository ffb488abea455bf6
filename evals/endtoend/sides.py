"""The two sides of the comparison, read from their files: the careful reader's notes, and a record as JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePath

from endtoend.fields import Fields
from endtoend.likeness import Names
from endtoend.rows import KINDS

Groups = list[frozenset[str]]
_MANNERS = {
    "statement": frozenset(("direct", "indirect", "mixed")),
    "copy": frozenset(("copy", "partial", "rewrite", "shared_passage", "shared_quote")),
}


@dataclass(frozen=True, slots=True)
class Notes:
    """What a careful reader found. `first_of` gives, for each page, the page that stands for all pages of its source."""

    rows: dict[str, list[Fields]]
    names: Names
    sources: Groups
    happenings: Groups
    stories: Groups
    unread: frozenset[str]
    first_of: dict[str, str]


@dataclass(frozen=True, slots=True)
class Record:
    """The lines of a record by kind, and the page name (two characters) of each article id."""

    lines: dict[str, list[Fields]]
    page_of: dict[str, str]

    def of(self, kind: str) -> list[Fields]:
        return self.lines.get(kind, [])

    def pages(self, line: Fields, key: str = "articles") -> frozenset[str]:
        """Returns the page names of the articles that a line lists."""
        return frozenset(self.page_of[article] for article in line.texts(key) if article in self.page_of)

    def page(self, line: Fields) -> str | None:
        """Returns the page of the article a line was read from."""
        article = line.text("article") or next((e.text("article") for e in line.children("evidence")), None)
        return self.page_of.get(article or "")


def read_notes(folder: Path) -> Notes:
    """Reads the notes.

    Raises:
        FileNotFoundError: when a file of the notes is missing.
    """
    kinds = (*KINDS, "names", "sources", "stories")
    data = {kind: json.loads((folder / f"{kind}.json").read_text(encoding="utf-8")) for kind in kinds}
    rows = {kind: [Fields(row) for row in data[kind]] for kind in KINDS}
    rows["statements"] = fold_quotations(rows["statements"])
    sources = [frozenset(group) for group in data["sources"]["sources"]]
    return Notes(
        rows=rows,
        names=Names.of(data["names"]),
        sources=sources,
        happenings=[frozenset(group) for group in data["stories"]["happenings"]],
        stories=[frozenset(group) for group in data["stories"]["stories"]],
        unread=frozenset(data["stories"]["unread"]),
        first_of={page: min(group) for group in sources for page in group},
    )


def fold_quotations(rows: Iterable[Fields]) -> list[Fields]:
    """Joins the paragraphs of one quotation: the row of the first gets all of them under `parts`."""
    heads: dict[str, dict[str, object]] = {}
    for row in rows:
        head = row.text("same_as")
        if head is None:
            heads[f"{row.text('page')} {row.text('at')} {len(heads)}"] = dict(row.data)
            continue
        key = next(k for k in heads if k.startswith(f"{row.text('page')} {head} "))
        parts = heads[key].setdefault("parts", [head])
        assert isinstance(parts, list)  # only this loop writes the key
        parts.append(row.text("at"))
    return [Fields(row) for row in heads.values()]


def read_record(lines: Iterable[str]) -> Record:
    """Reads what `parley export jsonl` writes.

    Raises:
        ValueError: when a line is not JSON.
    """
    kinds: dict[str, list[Fields]] = {}
    for line in lines:
        if line.strip():
            fields = Fields(json.loads(line))
            kinds.setdefault(fields.text("kind") or "", []).append(_outer(fields))
    paths = {p.text("id"): PurePath(p.text("path") or "").name[:2] for p in kinds.get("page", [])}
    page_of = {a.text("id") or "": paths.get(a.text("page"), "") for a in kinds.get("article", [])}
    return Record(kinds, page_of)


def _outer(fields: Fields) -> Fields:
    """Gives a statement or copy its own kind back, as `manner`: a line's `kind` says what the line is."""
    codes = _MANNERS.get(fields.text("kind") or "", frozenset())
    own = next((value for key, value in fields.data.items() if key != "kind" and isinstance(value, str) and value in codes), None)
    return Fields({**fields.data, "manner": own}) if codes else fields
