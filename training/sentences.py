"""A sentence with whatever labels its corpus has, and the word lists that corpora's name labels are brought in line with.

A missing label is `None` (or `SKIP` as a number), so that a treebank teaches syntax, a name corpus teaches names, and
nothing is taught what nobody annotated.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

SKIP = -100
ROOT = -1
LEXICON = Path(__file__).parent.parent / "src/parley/lexicon/data"
JOINERS = {"of", "for", "the", "and", "-", "&", "al", "de", "la", "del", "bin", "ibn", "von", "van", "du", "des", "el"}


@dataclass
class WordAct:
    """An act told by one word, with the words that fill its roles."""

    type: str
    modality: str
    historical: bool
    certainty: str
    roles: dict[str, set[int]]


@dataclass
class Sentence:
    """Words with parallel labels; `None` stands for an unlabelled layer. `head` counts from 0, `ROOT` for the root."""

    words: list[str]
    upos: list[str] | None = None
    xpos: list[str] | None = None
    head: list[int] | None = None
    dep: list[str] | None = None
    names: list[str | None] | None = None
    acts: list[WordAct | None] | None = None
    cues: list[str | None] | None = None
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
    return {cell for row in rows for cell in row[2].split("|")} | {
        "US",
        "U.S.",
        "USA",
        "UK",
        "U.K.",
        "Russian Federation",
        "United States",
        "Britain",
    }


DEMONYMS = load_demonyms()
COUNTRIES = load_countries()
TITLES = load_titles()


def mark_demonyms(words: list[str], labels: list[str | None], override_unknown: bool) -> list[str | None]:
    """Gives nationality, faith and people words outside other names the label NORP."""
    for i, word in enumerate(words):
        two = f"{word} {words[i + 1]}" if i + 1 < len(words) else ""
        if two in DEMONYMS and labels[i] in ("O", None) and labels[i + 1] in ("O", None):
            labels[i], labels[i + 1] = "B-NORP", "I-NORP"
        elif word in DEMONYMS and word[0].isupper() and (labels[i] == "O" or (override_unknown and labels[i] is None)):
            labels[i] = "B-NORP"
    return labels
