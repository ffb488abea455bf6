"""ECB+ as distributed (Cybulska and Vossen 2014) → documents: text, gold mentions of acts with their chains, and what stands beside them."""

from __future__ import annotations

import csv
import re
import sys
import tarfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

DEVELOPMENT = frozenset({"2", "5", "12", "18", "21", "23", "34", "35"})
_NAME = re.compile(r"(\d+)_(\d+ecb(?:plus)?)\.xml")
_NO_SPACE_BEFORE = frozenset({".", ",", ";", ":", "?", "!", ")", "]", "'s", "’s", "'", "’", "n't", "'re", "'ve", "'ll", "'d", "%", "''", "”"})
_NO_SPACE_AFTER = frozenset({"(", "[", "$", "``", "“", "£", "€"})


@dataclass(frozen=True, slots=True)
class Mention:
    """An annotated stretch of a document; offsets are code points of its text, the end exclusive.

    Args:
        kind: the annotators' code, such as `ACTION_OCCURRENCE` or `HUMAN_PART_PER`.
        chain: what it stands for, the same in all documents; a chain of its own where nothing else is annotated.
    """

    start: int
    end: int
    text: str
    kind: str
    chain: str
    sentence: int

    @property
    def is_act(self) -> bool:
        return "ACTION" in self.kind


@dataclass(frozen=True, slots=True)
class Document:
    """One document. `checked` are the numbers of the sentences whose coreference was checked: score on those."""

    id: str
    topic: str
    text: str
    sentences: dict[int, tuple[int, int]]
    mentions: tuple[Mention, ...]
    checked: frozenset[int]

    @property
    def acts(self) -> list[Mention]:
        """The mentions of acts in checked sentences, in text order."""
        return sorted((m for m in self.mentions if m.is_act and m.sentence in self.checked), key=lambda m: (m.start, m.end))

    def beside(self, mention: Mention) -> list[Mention]:
        """The times, places and participants annotated in the sentence of `mention`."""
        return [m for m in self.mentions if m.sentence == mention.sentence and not m.is_act]


def read_documents(corpora: Path) -> list[Document]:
    """Reads all documents, ordered by id; exits with a message when the corpus is missing."""
    folder = corpora / "ecbplus"
    source = folder / "ecbplus_topics_1-35.tar.gz"
    if not source.exists():
        sys.exit(f"no corpus at {source}")
    checked = defaultdict[str, set[int]](set)
    with (folder / "sentences.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            checked[f"{row['Topic']}_{row['File']}"].add(int(row["Sentence Number"]))
    with tarfile.open(source) as archive:
        files = [(found, data) for m in archive.getmembers() if (found := _NAME.search(m.name)) and (data := archive.extractfile(m))]
        documents = [_document(found[1], f"{found[1]}_{found[2]}", ElementTree.fromstring(data.read()), checked) for found, data in files]
    return sorted(documents, key=lambda d: d.id)


def _document(topic: str, id_: str, root: ElementTree.Element, checked: dict[str, set[int]]) -> Document:
    text, places, sentences = _layout(root)
    chains = _chains(id_, root)
    mentions = tuple(_mentions(id_, root, text, places, chains))
    return Document(id_, topic, text, sentences, mentions, frozenset(checked.get(id_, ())))


def _layout(root: ElementTree.Element) -> tuple[str, dict[str, tuple[int, int, int]], dict[int, tuple[int, int]]]:
    """Joins the tokens into a text, a sentence a line, without the address that opens many files."""
    rows = defaultdict[int, list[tuple[str, str]]](list)
    for token in root.iter("token"):
        rows[int(token.get("sentence", "0"))].append((token.get("t_id", ""), token.text or ""))
    text = ""
    places: dict[str, tuple[int, int, int]] = {}
    sentences: dict[int, tuple[int, int]] = {}
    for number, tokens in sorted(rows.items()):
        if tokens[0][1].startswith("http"):
            continue
        begin, before = len(text), ""
        for token_id, word in tokens:
            is_close = not before or word in _NO_SPACE_BEFORE or before in _NO_SPACE_AFTER
            text += word if is_close else f" {word}"
            places[token_id] = (number, len(text) - len(word), len(text))
            before = word
        sentences[number] = (begin, len(text))
        text += "\n"
    return text, places, sentences


def _chains(id_: str, root: ElementTree.Element) -> dict[str, str]:
    """Mention id → chain; chains inside one document are named after it."""
    found: dict[str, str] = {}
    for relation in root.iterfind("./Relations/*"):
        name = relation.get("note") if relation.tag.startswith("CROSS") else f"{id_}:{relation.get('r_id')}"
        found |= {source.get("m_id", ""): name or "" for source in relation.iter("source")}
    return found


def _mentions(id_: str, root: ElementTree.Element, text: str, places: dict[str, tuple[int, int, int]], chains: dict[str, str]) -> Iterator[Mention]:
    for markable in root.iterfind("./Markables/*"):
        spans = [places[anchor.get("t_id", "")] for anchor in markable.iter("token_anchor") if anchor.get("t_id") in places]
        if spans:
            start, end = min(span[1] for span in spans), max(span[2] for span in spans)
            own = markable.get("m_id", "")
            yield Mention(start, end, text[start:end], markable.tag, chains.get(own, f"{id_}/{own}"), spans[0][0])
