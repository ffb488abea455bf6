"""Shippable corpora → documents and loose sentences for the copy generator, and pairs of reports on one event for ECB+."""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from happenings import read_ecbplus

_GENRES = frozenset({"news", "interview", "bio", "voyage", "academic", "court"})
_SHIPPABLE = (
    "australian_department_of_foreign_affairs",
    "centcom",
    "delegation_of_the_european_union_to_syria",
    "uk_government",
    "us_state_department",
    "wikipedia",
)
_LONGEST = 40


def _need(path: Path) -> Path:
    if not path.exists():
        sys.exit(f"no corpus at {path}")
    return path


def read_documents(corpora: Path) -> list[list[str]]:
    """Reads GUM's shippable genres and re3d's shippable parts as lists of sentences, at most 40 of each document, 6 at least."""
    texts = [*_read_gum(_need(corpora / "gum")), *_read_re3d(_need(corpora / "re3d"))]
    return [text[:_LONGEST] for text in texts if len(text) >= 6]


def _read_gum(folder: Path) -> Iterator[list[str]]:
    for path in sorted(folder.glob("*.conllu.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for document in lines.read().split("# newdoc id")[1:]:
                genre = re.search(r"# meta::genre = (\w+)", document)
                if genre and genre[1] in _GENRES:
                    yield [text for text in re.findall(r"# text = (.+)", document) if len(text.split()) >= 4]


def _read_re3d(folder: Path) -> Iterator[list[str]]:
    for name in _SHIPPABLE:
        for line in (folder / f"{name}.jsonl").read_text("utf-8").splitlines():
            yield [text for text in re.split(r"(?<=[.!?])\s+(?=[A-Z])|\n+", json.loads(line)["text"]) if len(text.split()) >= 4]


def read_loose(corpora: Path) -> list[str]:
    """Reads the Groningen Meaning Bank's sentences of 8 to 45 words, each once."""
    with gzip.open(_need(corpora / "gmb" / "gmb.tsv.gz"), "rt", encoding="utf-8") as lines:
        blocks = lines.read().split("\n\n")
    texts = (_join([row.split("\t", 1)[0] for row in block.splitlines()]) for block in blocks if 8 <= block.count("\n") + 1 <= 45)
    return sorted(set(texts))


def _join(words: list[str]) -> str:
    return re.sub(r" ([.,;:!?%)]|'s\b|n't\b)|(?<=[($]) ", r"\1", " ".join(words))


def read_same_event(corpora: Path) -> list[list[list[str]]]:
    """Reads pairs of ECB+ articles on one event by different hands: neighbours by id, each article in one pair.

    Many of its articles are the same wire story; pairs with a fifth of the shorter one in common runs are left out.
    """
    by_event: dict[str, list[list[str]]] = {}
    for _, event, article in read_ecbplus(corpora):
        sentences = [_join(line.split(" ")) for line in article.text.split("\n") if len(line.split(" ")) >= 4]
        if len(sentences) >= 5:
            by_event.setdefault(event, []).append(sentences)
    pairs = [group[i : i + 2] for group in by_event.values() for i in range(0, len(group) - 1, 2)]
    return [pair for pair in pairs if share_in_runs(*(" ".join(sentences) for sentences in pair)) < 0.2]


def share_in_runs(one: str, other: str, run: int = 8) -> float:
    """Returns the share of the shorter text's words that stand in runs of `run` words which the other text has too."""
    shorter, longer = sorted((re.findall(r"\w+", text.lower()) for text in (one, other)), key=len)
    held = {tuple(longer[i : i + run]) for i in range(len(longer) - run + 1)}
    covered = {i + k for i in range(len(shorter) - run + 1) if tuple(shorter[i : i + run]) in held for k in range(run)}
    return len(covered) / max(1, len(shorter))
