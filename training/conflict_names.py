"""Names in texts on conflicts → sentences: GMB (silver, by the Groningen Meaning Bank) and re3d (Syria and Iraq, by crowd).

Both label otherwise than we do: titles are cut off persons, nationality words parted from countries, common nouns left out.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Container, Iterator
from pathlib import Path

from sentences import COUNTRIES, DEMONYMS, JOINERS, TITLES, Sentence, mark_demonyms
from tagged_names import recut


def read_gmb(folder: Path, without: Container[int] = ()) -> Iterator[Sentence]:
    """Reads GMB's silver names: titles are cut off persons, `gpe` is parted into NORP and places.

    Args:
        without: numbers of sentences to leave out, since we labelled them ourselves, to learn from or to judge by.
    """
    words: list[str] = []
    tags: list[str] = []
    penn: list[str] = []
    seen: set[str] = set()
    number = 0
    with gzip.open(folder / "gmb.tsv.gz", "rt", encoding="utf-8") as lines:
        for line in [*lines, "\n"]:
            fields = line.rstrip("\n").split("\t")
            if len(fields) == 3:
                words.append(fields[0])
                penn.append(fields[1])
                tags.append(fields[2])
            elif words:
                key = " ".join(words)
                if key not in seen and len(words) > 2 and number not in without:
                    yield recut(Sentence(words, names=_gmb_names(words, penn, tags)))
                seen.add(key)
                words, tags, penn = [], [], []
                number += 1


def _gmb_names(words: list[str], penn: list[str], tags: list[str]) -> list[str | None]:
    kinds = {"geo": "LOC", "gpe": "LOC", "org": "ORG", "per": "PERSON", "tim": "O"}
    labels: list[str | None] = ["O"] * len(words)
    start = 0
    while start < len(words):
        if tags[start] == "O":
            start += 1
            continue
        kind, end = tags[start][2:], start + 1
        while end < len(words) and tags[end] == "I-" + kind:
            end += 1
        _label_gmb_span(words, penn, labels, start, end, kinds.get(kind))
        start = end
    return mark_demonyms(words, labels, override_unknown=False)


def _label_gmb_span(words: list[str], penn: list[str], labels: list[str | None], start: int, end: int, target: str | None) -> None:
    text = " ".join(words[start:end])
    if target == "O":
        return
    if (text in DEMONYMS and target in ("LOC", "ORG")) or (
        target == "LOC" and penn[end - 1] in ("JJ", "NNPS") and end - start == 1 and words[start][-1] != "."
    ):
        target = "NORP"
    if target == "PERSON":
        while start < end - 1 and words[start].lower() in TITLES:
            start += 1
        if words[start].lower() in TITLES or words[start] in DEMONYMS:
            target = None
    for i in range(start, end):
        labels[i] = (("B-" if i == start else "I-") + target) if target else None


_TOKEN = re.compile(r"\w+(?:[.’']\w+)*\.?|[^\w\s]")


def read_re3d(folder: Path) -> Iterator[Sentence]:
    """Reads the capitalised mentions of re3d's shippable documents, of confidence 0.5 and more, paragraph by paragraph."""
    kinds = {
        "Person": "PERSON",
        "Organisation": "ORG",
        "Location": "LOC",
        "Nationality": "NORP",
        "Weapon": "WEAPON",
        "MilitaryPlatform": "VEHICLE",
        "Vehicle": "VEHICLE",
    }
    for path in sorted(folder.glob("*.jsonl")):
        if path.name.startswith("bbc"):
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            document = json.loads(line)
            for block in re.finditer(r"[^\n]+", document["text"]):
                sentence = _re3d_sentence(block, document["entities"], kinds)
                if len(sentence.words) > 3:
                    yield sentence


def _re3d_sentence(block: re.Match[str], entities: list[dict], kinds: dict[str, str]) -> Sentence:
    tokens = [(m.start() + block.start(), m.end() + block.start(), m[0]) for m in _TOKEN.finditer(block[0])]
    words = [text for _, _, text in tokens]
    labels: list[str | None] = ["O"] * len(words)
    for entity in sorted(entities, key=lambda e: e["begin"] - e["end"]):
        inside = [i for i, (start, end, _) in enumerate(tokens) if start >= entity["begin"] and end <= entity["end"]]
        if not inside or entity["confidence"] < 0.5:
            continue
        kind = _re3d_kind(entity, kinds)
        while len(inside) > 1 and (words[inside[0]] in ("The", "the") or words[inside[0]].lower() in TITLES):
            inside.pop(0)
        if kind in ("WEAPON", "VEHICLE"):  # "barrel bombs" is labelled there, and no name
            named = any(character.isupper() or character.isdigit() for i in inside for character in words[i])
        else:
            named = all(words[i][0].isupper() or words[i].lower() in JOINERS for i in inside)
        for i in inside:
            if kind and named:
                labels[i] = ("B-" if i == inside[0] else "I-") + kind
            elif words[i][0].isupper():
                labels[i] = None
    return Sentence(words, names=mark_demonyms(words, labels, override_unknown=True))


def _re3d_kind(entity: dict, kinds: dict[str, str]) -> str | None:
    """Countries that act are organisations there and places here; pronouns are no names."""
    name = entity["value"].removeprefix("the ").removeprefix("The ")
    if name in COUNTRIES:
        return "LOC"
    if name in DEMONYMS:
        return "NORP"
    return None if name.lower() in {"we", "they", "the", "he", "she", "it", "i", "us", "them"} else kinds.get(entity["type"])
