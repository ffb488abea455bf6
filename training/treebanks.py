"""CoNLL-U treebanks → sentences; in GUM, names are derived from the entity layer.

Only genres of GUM whose texts may be shipped are for training.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

from sentences import JOINERS, TITLES, Sentence, mark_demonyms

GUM_SHIP_GENRES = {"academic", "bio", "court", "interview", "news", "voyage"}
PROPER = {"NNP", "NNPS"}


def read_conllu(path: Path, genres: set[str] | None = None) -> Iterator[Sentence]:
    """Reads a gzipped CoNLL-U treebank; with GUM's entity column names are derived from it."""
    document, genre, paragraph = "", "", False
    rows: list[list[str]] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                document, genre = line.split("= ")[-1], ""
            elif line.startswith("# meta::genre"):
                genre = line.split("= ")[-1]
            elif line.startswith("# newpar"):
                paragraph = True
            elif line and not line.startswith("#"):
                fields = line.split("\t")
                if fields[0].isdigit():
                    rows.append(fields)
            elif not line and rows:
                if genres is None or genre in genres:
                    yield _sentence(rows, document, genre, paragraph)
                rows, paragraph = [], False


def _sentence(rows: list[list[str]], document: str, genre: str, paragraph: bool) -> Sentence:
    sentence = Sentence(
        words=[row[1] for row in rows],
        upos=[row[3] for row in rows],
        xpos=[row[4] for row in rows],
        head=[int(row[6]) - 1 for row in rows],
        dep=[row[7] for row in rows],
        document=document,
        genre=genre,
        paragraph=paragraph,
        spaces=["SpaceAfter=No" not in row[9] for row in rows],
    )
    if genre:
        sentence.names = _names_from_entities(sentence, [row[9] for row in rows])
    return sentence


_ENTITY = re.compile(r"\((\d+)-([a-z]+)[^()]*|(\d+)\)|\)")


def _mentions(misc: list[str]) -> Iterator[tuple[int, int, str]]:
    """Yields (start, end, entity type) of the mentions that open and close within one sentence."""
    opened: dict[str, list[tuple[int, str]]] = {}
    for index, cell in enumerate(misc):
        found = re.search(r"Entity=([^|]+)", cell)
        if not found:
            continue
        last = ""
        for match in _ENTITY.finditer(found[1]):
            if match[1]:
                last = match[1]
                opened.setdefault(last, []).append((index, match[2]))
                continue
            ident = match[3] or last
            if opened.get(ident):
                start, kind = opened[ident].pop()
                yield start, index + 1, kind


def _names_from_entities(sentence: Sentence, misc: list[str]) -> list[str | None]:
    """Derives name labels from GUM's entity layer: the proper-noun core of a mention headed by a proper noun."""
    words, xpos, head = sentence.words, sentence.xpos or [], sentence.head or []
    labels: list[str | None] = [None if tag in PROPER else "O" for tag in xpos]
    kinds = {"person": "PERSON", "organization": "ORG", "place": "LOC"}
    for start, end, kind in sorted(_mentions(misc), key=lambda m: m[1] - m[0]):
        inside = [i for i in range(start, end) if not start <= head[i] < end]
        if not inside or xpos[inside[0]] not in PROPER:
            continue
        left = right = inside[0]
        while left > start and _joins(words, xpos, left - 1, start, end):
            left -= 1
        while right + 1 < end and _joins(words, xpos, right + 1, start, end):
            right += 1
        while left < right and (words[left].lower() in JOINERS and not words[left][0].isupper()):
            left += 1
        while right > left and words[right].lower() in JOINERS:
            right -= 1
        if kind == "person":
            while left < right and words[left].lower() in TITLES:
                left += 1
        for i in range(left, right + 1):
            labels[i] = (("B-" if i == left else "I-") + kinds[kind]) if kind in kinds else None
    return mark_demonyms(words, labels, override_unknown=True)


def _joins(words: list[str], xpos: list[str], at: int, start: int, end: int) -> bool:
    if xpos[at] in PROPER or (xpos[at] == "HYPH"):
        return True
    return words[at].lower() in JOINERS and at - 1 >= start and at + 1 < end and xpos[at - 1] in PROPER and xpos[at + 1] in PROPER
