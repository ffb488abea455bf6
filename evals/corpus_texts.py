"""Corpora → their texts as one string each, for stand-off answers of our own: (corpus, document) → text.

The texts are built here and nowhere else, so that offsets in `evals/data` keep their meaning. Only corpora whose licence lets
us publish what we say about them: GUM (genres that may ship), ECB+, WikiWars, GMB and re3d without its non-commercial part.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from happenings import read_ecbplus
from times import read_tml

GUM_GENRES = frozenset(("news", "interview", "bio", "voyage"))
Key = tuple[str, str]


def corpus_texts(corpora: Path, *names: str) -> dict[Key, str]:
    """Returns (corpus, document) → text of the corpora called `names`: gum, ecbplus, wikiwars, gmb, re3d."""
    readers = {"gum": _gum, "ecbplus": _ecbplus, "wikiwars": _wikiwars, "gmb": _gmb, "re3d": _re3d}
    for name in names:
        if not (corpora / name).is_dir():
            sys.exit(f"{corpora / name} is missing")
    return {(name, document): text for name in names for document, text in readers[name](corpora)}


def _gum(corpora: Path) -> Iterator[tuple[str, str]]:
    """Yields GUM documents: sentences joined by a space, paragraphs by a line break."""
    document, genre, pieces = "", "", [""]
    for path in sorted((corpora / "gum").glob("gum_*.conllu.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                key, _, value = line.strip().partition(" = ")
                if key == "# newdoc id":
                    if genre in GUM_GENRES:
                        yield document, "".join(pieces)
                    document, genre, pieces = value, "", [""]
                elif key == "# meta::genre":
                    genre = value
                elif line.startswith("# newpar") and not line.startswith("# newpar_block") and pieces[-1]:
                    pieces.append("\n")
                elif key == "# text":
                    pieces.append(value if pieces[-1] in ("", "\n") else f" {value}")
    if genre in GUM_GENRES:
        yield document, "".join(pieces)


def _ecbplus(corpora: Path) -> Iterator[tuple[str, str]]:
    yield from ((article.id, article.text) for _, _, article in read_ecbplus(corpora))


def _wikiwars(corpora: Path) -> Iterator[tuple[str, str]]:
    yield from ((path.stem, read_tml(path).text) for path in sorted((corpora / "wikiwars").glob("*.tml")))


def _gmb(corpora: Path) -> Iterator[tuple[str, str]]:
    """Yields GMB's sentences, named by their number: words joined by a space, without one before a closing mark."""
    words: list[str] = []
    number = 0
    with gzip.open(corpora / "gmb" / "gmb.tsv.gz", "rt", encoding="utf-8") as lines:
        for line in (*lines, "\n"):
            if line.strip():
                words.append(line.split("\t")[0])
            elif words:
                yield str(number), " ".join(words).replace(" ,", ",").replace(" .", ".").replace(" 's", "'s")
                words, number = [], number + 1


def _re3d(corpora: Path) -> Iterator[tuple[str, str]]:
    for path in sorted((corpora / "re3d").glob("*.jsonl")):
        if path.stem != "bbc_online":  # non-commercial
            for line in path.read_text(encoding="utf-8").splitlines():
                document = json.loads(line)
                yield f"{path.name}/{document['id']}", document["text"]
