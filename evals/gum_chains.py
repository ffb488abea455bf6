"""GUM's CoNLL-U with entities → raw texts with the coreference chain of every mention, by the offset of its head.

Raw text is rebuilt from the tokens, paragraphs parted by a blank line, so that whoever is measured reads it as a page. The head
of a mention is the token of its span that hangs on a token outside it.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

_BRACKET = re.compile(r"\(([^()]+)\)|\(([^()]+)|([^()]+)\)")


@dataclass
class Text:
    """One document with its chains.

    Attributes:
        every: head offset → chain, for every mention; where two share a head, the inner one.
        heads: the same for mentions whose head is a name or pronoun.
        joint: head offset → chain of the outer one: "Ada and Ben" beside "Ada".
        named_persons: chains of persons that have a name.
    """

    name: str
    genre: str
    text: str = ""
    every: dict[int, str] = field(default_factory=dict)
    heads: dict[int, str] = field(default_factory=dict)
    joint: dict[int, str] = field(default_factory=dict)
    named_persons: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class _Token:
    start: int
    tag: str
    head: int


@dataclass(frozen=True)
class _Open:
    chain: str
    kind: str
    start: int


def documents(path: Path, genres: frozenset[str]) -> Iterator[Text]:
    """Reads the documents of some genres from one part of GUM."""
    for block in gzip.decompress(path.read_bytes()).decode("utf-8").split("# newdoc id = ")[1:]:
        genre = re.search(r"# meta::genre = (\w+)", block)
        if genre and genre[1] in genres:
            yield _document(block, genre[1])


def _document(block: str, genre: str) -> Text:
    made = Text(block.split("\n", 1)[0].strip(), genre)
    tokens: list[_Token] = []
    spans: list[tuple[_Open, int]] = []
    stack: list[_Open] = []
    first = 0
    for line in block.split("\n"):
        if line.startswith("# newpar") and "block" not in line and made.text:
            made.text = made.text.rstrip() + "\n\n"
        columns = line.split("\t")
        if len(columns) != 10 or not columns[0].isdigit():
            continue
        first = len(tokens) if columns[0] == "1" else first
        tokens.append(_Token(len(made.text), columns[3], first + int(columns[6]) - 1 if columns[6] != "0" else -1))
        made.text += columns[1] + ("" if "SpaceAfter=No" in columns[9] else " ")
        spans += _closed(columns[9], stack, len(tokens) - 1)
    for opened, end in spans:
        _add(made, tokens, opened, end)
    return made


def _closed(cell: str, stack: list[_Open], at: int) -> Iterator[tuple[_Open, int]]:
    """Reads the brackets at one token: opens mentions on the stack, and yields those that end here with their last token."""
    entity = re.search(r"Entity=([^|]+)", cell)
    for alone, opened, closed in _BRACKET.findall(entity[1] if entity else ""):
        if alone or opened:
            chain, kind = (alone or opened).split("-")[:2]
            stack.append(_Open(chain, kind, at))
        if alone or closed:
            chain = (alone or closed).split("-")[0]
            yield stack.pop(max(i for i, o in enumerate(stack) if o.chain == chain)), at


def _add(made: Text, tokens: list[_Token], opened: _Open, end: int) -> None:
    within = range(opened.start, end + 1)
    head = tokens[next((i for i in within if tokens[i].head not in within), opened.start)]
    if made.every.setdefault(head.start, opened.chain) != opened.chain:
        made.joint[head.start] = opened.chain
        return
    if head.tag in ("PROPN", "PRON", "DET"):
        made.heads[head.start] = opened.chain
    if head.tag == "PROPN" and opened.kind == "person":
        made.named_persons.add(opened.chain)
