"""Our own labels over public corpora → sentences. The labels lie in the repository, the corpora's texts do not.

A line of a label file holds corpus, document, number of the sentence (from 0; in GMB, which knows no documents, of the
whole file), and the names as `start-end:TYPE`: code points in the sentence's words joined by one blank, end exclusive.
A line without names says that the sentence was read and has none. How names were labelled: `docs/annotation.md`.
"""

from __future__ import annotations

import gzip
import json
import tarfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from sentences import Sentence
from tagged_names import cut_words

LABELS = Path(__file__).parent / "labels"
TEST_NAMES = Path(__file__).parent.parent / "evals/data/name_test.tsv"
Key = tuple[str, str, int]
Offset = tuple[int, int]


def corpus_sentences(folder: Path, corpora: Iterable[str]) -> dict[Key, list[str]]:
    """Returns the words of every sentence of the named corpora (`gmb`, `ecbplus`, `gum`).

    Raises:
        FileNotFoundError: a corpus is not in `folder`.
    """
    readers = {"gmb": _gmb, "ecbplus": _ecbplus, "gum": _gum}
    return {(corpus, document, number): words for corpus in corpora for document, number, words in readers[corpus](folder)}


def _gmb(folder: Path) -> Iterator[tuple[str, int, list[str]]]:
    with gzip.open(folder / "gmb/gmb.tsv.gz", "rt", encoding="utf-8") as lines:
        for number, words in enumerate(_blocks(line.rstrip("\n") for line in lines)):
            yield "-", number, [line.split("\t")[0] for line in words]


def _gum(folder: Path) -> Iterator[tuple[str, int, list[str]]]:
    document, number = "", 0
    with gzip.open(folder / "gum/gum_train.conllu.gz", "rt", encoding="utf-8") as lines:
        for block in _blocks(line.rstrip("\n") for line in lines):
            for line in block:
                if line.startswith("# newdoc"):
                    document, number = line.split("= ")[-1], 0
            rows = [line.split("\t") for line in block if not line.startswith("#")]
            yield document, number, [row[1] for row in rows if row[0].isdigit()]
            number += 1


def _ecbplus(folder: Path) -> Iterator[tuple[str, int, list[str]]]:
    with tarfile.open(folder / "ecbplus/ecbplus_topics_1-35.tar.gz") as archive:
        for member in archive:
            content = archive.extractfile(member) if member.name.endswith(".xml") else None
            if content is None:
                continue
            sentences: dict[int, list[str]] = defaultdict(list)
            for token in ElementTree.parse(content).iter("token"):
                sentences[int(token.get("sentence", 0))].append(token.text or "")
            for number, words in sentences.items():
                yield member.name.rsplit("/", 1)[-1], number, words


def _blocks(lines: Iterable[str]) -> Iterator[list[str]]:
    block: list[str] = []
    for line in [*lines, ""]:
        if line:
            block.append(line)
        elif block:
            yield block
            block = []


def labelled(path: Path, folder: Path) -> Iterator[tuple[Any, list[str], list[Offset]]]:
    """Yields each row of a file of JSON lines with its sentence, cut into words as the product's tokenizer cuts them, and their offsets."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    texts = corpus_sentences(folder, {row["corpus"] for row in rows})
    for row in rows:
        yield row, *cut_words(texts[row["corpus"], row["document"], row["sentence"]])


def words_in(span: Sequence[int], offsets: Sequence[Offset]) -> list[int]:
    """Returns the words that share a character with a span."""
    return [at for at, (start, end) in enumerate(offsets) if start < span[1] and end > span[0]]


def read_rows(path: Path) -> Iterator[tuple[Key, str]]:
    """Yields the key of each labelled sentence and its labels as they stand in the file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            corpus, document, number, labels = line.split("\t")
            yield (corpus, document, int(number)), labels


def labelled_keys(paths: Iterable[Path]) -> set[Key]:
    """Returns the keys of all sentences labelled by us, which silver labels must not contradict."""
    return {key for path in paths for key, _ in read_rows(path)}


def read_names(path: Path, folder: Path) -> Iterator[Sentence]:
    """Yields the sentences of a file of names, cut into words as the product's tokenizer cuts them."""
    rows = list(read_rows(path))
    texts = corpus_sentences(folder, {key[0] for key, _ in rows})
    for key, labels in rows:
        words, offsets = cut_words(texts[key])
        names: list[str | None] = ["O"] * len(words)
        for label in labels.split():
            span, kind = label.split(":")
            start, end = map(int, span.split("-"))
            inside = words_in((start, end), offsets)
            for at in inside:
                names[at] = ("B-" if at == inside[0] else "I-") + kind
        yield Sentence(words, names=names, document=f"{key[0]} {key[1]}", spaces=[True] * len(words))
