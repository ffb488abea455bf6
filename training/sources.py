"""Corpora → training windows.

A window is a run of consecutive words with whatever labels its corpus has; a missing label is `SKIP`, so that a
treebank teaches syntax, a name corpus teaches names, and nothing is taught what nobody annotated.
Only corpora, and genres of GUM, marked `ship` are read.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from spacy.tokenizer import Tokenizer

from parley.language.tokens import blank_english

SKIP = -100
ROOT = -1
GUM_SHIP_GENRES = {"academic", "bio", "court", "interview", "news", "voyage"}
LEXICON = Path(__file__).parent.parent / "src/parley/lexicon/data"
PROPER = {"NNP", "NNPS"}
JOINERS = {"of", "for", "the", "and", "-", "&", "al", "de", "la", "del", "bin", "ibn", "von", "van", "du", "des", "el"}


@dataclass
class Sentence:
    """Words with parallel labels; `None` stands for an unlabelled layer. `head` counts from 0, `ROOT` for the root."""

    words: list[str]
    upos: list[str] | None = None
    xpos: list[str] | None = None
    head: list[int] | None = None
    dep: list[str] | None = None
    names: list[str | None] | None = None
    document: str = ""
    genre: str = ""
    paragraph: bool = False
    spaces: list[bool] = field(default_factory=list)


def load_demonyms() -> set[str]:
    forms: set[str] = set()
    for line in (LEXICON / "demonyms.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            for form in line.split("\t")[1].split("|"):
                forms |= {form, form + "s"}
    return forms


def load_titles() -> set[str]:
    lines = (LEXICON / "titles.txt").read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and not line.startswith("#")} | {"of", "-"}


def load_countries() -> set[str]:
    lines = (LEXICON / "countries.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {cell for row in rows for cell in row[2].split("|")} | {"US", "U.S.", "USA", "UK", "U.K.", "Russian Federation", "United States", "Britain"}


DEMONYMS = load_demonyms()
COUNTRIES = load_countries()
TITLES = load_titles()


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


def mark_demonyms(words: list[str], labels: list[str | None], override_unknown: bool) -> list[str | None]:
    """Gives nationality, faith and people words outside other names the label NORP."""
    for i, word in enumerate(words):
        two = f"{word} {words[i + 1]}" if i + 1 < len(words) else ""
        if two in DEMONYMS and labels[i] in ("O", None) and labels[i + 1] in ("O", None):
            labels[i], labels[i + 1] = "B-NORP", "I-NORP"
        elif word in DEMONYMS and word[0].isupper() and (labels[i] == "O" or (override_unknown and labels[i] is None)):
            labels[i] = "B-NORP"
    return labels


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


def read_gmb(folder: Path) -> Iterator[Sentence]:
    """Reads GMB's silver names: titles are cut off persons, `gpe` is parted into NORP and places."""
    words: list[str] = []
    tags: list[str] = []
    penn: list[str] = []
    seen: set[str] = set()
    with gzip.open(folder / "gmb.tsv.gz", "rt", encoding="utf-8") as lines:
        for line in [*lines, "\n"]:
            fields = line.rstrip("\n").split("\t")
            if len(fields) == 3:
                words.append(fields[0])
                penn.append(fields[1])
                tags.append(fields[2])
            elif words:
                key = " ".join(words)
                if key not in seen and len(words) > 2:
                    seen.add(key)
                    yield recut(Sentence(words, names=_gmb_names(words, penn, tags)))
                words, tags, penn = [], [], []


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
        named = kind in ("WEAPON", "VEHICLE") or all(words[i][0].isupper() or words[i].lower() in JOINERS for i in inside)
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


@dataclass
class Window:
    """Sentences side by side, as the network sees them."""

    words: list[str]
    starts: list[int]
    upos: list[str | None]
    xpos: list[str | None]
    head: list[int]
    dep: list[str | None]
    names: list[str | None]


def join(sentences: list[Sentence], rng: random.Random | None = None) -> Window:
    """Joins consecutive sentences into one window; `rng` turns the mild noise of real pages on."""
    window = Window([], [], [], [], [], [], [])
    for sentence in sentences:
        offset, size = len(window.words), len(sentence.words)
        window.words += sentence.words
        window.starts += [1] + [0] * (size - 1)
        window.upos += sentence.upos or [None] * size
        window.xpos += sentence.xpos or [None] * size
        window.head += [SKIP] * size if sentence.head is None else [ROOT if h == ROOT else h + offset for h in sentence.head]
        window.dep += sentence.dep or [None] * size
        window.names += sentence.names or [None] * size
    return _roughen(window, rng) if rng else window


def _roughen(window: Window, rng: random.Random) -> Window:
    draw = rng.random()
    if draw < 0.04:
        window.words = [word.lower() for word in window.words]
    elif draw < 0.08:
        window.words = [word.upper() for word in window.words]
    elif draw < 0.11:
        window.words = [word[:1].upper() + word[1:] for word in window.words]
    if rng.random() < 0.08 and len(window.words) > 3 and window.words[-1] in ".!?" and window.head.count(len(window.words) - 1) == 0:
        for column in vars(window).values():
            column.pop()
    return window


def windows(sentences: list[Sentence], rng: random.Random, shuffled: bool, limit: int = 96) -> Iterator[Window]:
    """Cuts a corpus into windows of one to five sentences; `shuffled` corpora are joined in a new order every time."""
    order = list(sentences)
    if shuffled:
        rng.shuffle(order)
    run: list[Sentence] = []
    target = rng.choice((1, 1, 2, 2, 3, 4, 5))
    for sentence in order:
        size = sum(len(s.words) for s in run) + len(sentence.words)
        if run and (len(run) >= target or size > limit or (not shuffled and sentence.document != run[-1].document)):
            yield join(run, rng)
            run, target = [], rng.choice((1, 1, 2, 2, 3, 4, 5))
        run.append(sentence)
    if run:
        yield join(run, rng)
