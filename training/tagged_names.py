"""Corpora of names in word … tag lines → sentences: CrossNER, Wikigold, Universal NER on EWT's development part.

Their words are cut again as the product's tokenizer cuts them. Test parts are for judging and are not read.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from spacy.tokenizer import Tokenizer

from parley.language.tokens import blank_english
from sentences import Sentence, mark_demonyms


@cache
def _tokenizer() -> Tokenizer:
    return blank_english().tokenizer


@cache
def _cut(word: str) -> tuple[str, ...]:
    return tuple(token.text for token in _tokenizer()(word)) or (word,)


def recut(sentence: Sentence) -> Sentence:
    """Cuts the words of a name corpus as the product's tokenizer does ("al-Qaida" → "al", "-", "Qaida"), labels along."""
    words: list[str] = []
    labels: list[str | None] = []
    for word, label in zip(sentence.words, sentence.names or [], strict=True):
        parts = _cut(word)
        words += parts
        inside = "I-" + label[2:] if label and label != "O" else label
        labels += [label, *[inside] * (len(parts) - 1)]
    return Sentence(words, names=labels, document=sentence.document)


def cut_words(words: list[str]) -> tuple[list[str], list[tuple[int, int]]]:
    """Returns words as the product cuts them, each with its offsets (end exclusive) in the words joined by one blank."""
    parts: list[str] = []
    offsets: list[tuple[int, int]] = []
    at = 0
    for word in words:
        inner = at
        for part in _cut(word) if word else ():
            parts.append(part)
            offsets.append((inner, inner + len(part)))
            inner += len(part)
        at += len(word) + 1
    return parts, offsets


def _read_tagged(path: Path, mapping: dict[str, str | None], column: int = -1) -> Iterator[Sentence]:
    """Reads word … tag lines with blank lines between sentences. `mapping` gives None for types to leave unlabelled."""
    words: list[str] = []
    labels: list[str | None] = []
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in [*lines, "\n"]:
            fields = line.split()
            if len(fields) >= 2 and not line.startswith("-DOCSTART"):
                words.append(fields[0])
                labels.append(_map_tag(fields[column], mapping))
            elif words:
                yield recut(Sentence(words, names=mark_demonyms(words, fix_bio(labels), override_unknown=True)))
                words, labels = [], []


def _map_tag(tag: str, mapping: dict[str, str | None]) -> str | None:
    if tag == "O":
        return "O"
    prefix, kind = tag.split("-", 1)
    target = mapping.get(kind)
    return f"{prefix}-{target}" if target else None


def fix_bio(labels: list[str | None]) -> list[str | None]:
    """Makes IOB1 and broken sequences proper BIO."""
    fixed: list[str | None] = []
    for label in labels:
        before = fixed[-1] if fixed else "O"
        if label and label.startswith("I-") and (before is None or before == "O" or before[2:] != label[2:]):
            label = "B-" + label[2:]
        fixed.append(label)
    return fixed


def read_crossner(folder: Path) -> Iterator[Sentence]:
    mapping: dict[str, str | None] = {
        "person": "PERSON",
        "politician": "PERSON",
        "writer": "PERSON",
        "scientist": "PERSON",
        "researcher": "PERSON",
        "musicalartist": "PERSON",
        "organisation": "ORG",
        "politicalparty": "ORG",
        "university": "ORG",
        "band": "ORG",
        "country": "LOC",
        "location": "LOC",
        # Works, genres, chemicals and the like are no names of ours.
    }
    for path in sorted(folder.glob("*.txt*")):
        if "test" not in path.name:
            yield from _read_tagged(path, mapping)


def read_wikigold(folder: Path) -> Iterator[Sentence]:
    yield from _read_tagged(folder / "wikigold.conll.txt.gz", {"PER": "PERSON", "ORG": "ORG", "LOC": "LOC"})


def read_uner(folder: Path) -> Iterator[Sentence]:
    """Reads UNER-EWT's development part (its test part is for judging)."""
    words: list[str] = []
    labels: list[str | None] = []
    with gzip.open(folder / "uner/en_ewt-ud-dev.iob2.gz", "rt", encoding="utf-8") as lines:
        for line in [*lines, "\n"]:
            fields = line.rstrip("\n").split("\t")
            if len(fields) >= 3 and fields[0].isdigit():
                words.append(fields[1])
                labels.append(_map_tag(fields[2], {"PER": "PERSON", "ORG": "ORG", "LOC": "LOC"}))
            elif words and not line.strip():
                yield recut(Sentence(words, names=mark_demonyms(words, fix_bio(labels), override_unknown=False), document="uner"))
                words, labels = [], []
