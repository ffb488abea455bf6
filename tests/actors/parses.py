"""Hand-checked parses of invented sentences, so that no test depends on what the language model says today."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab

_FILE = Path(__file__).parent / "parses.tsv"


@cache
def _vocab() -> Vocab:
    return spacy.blank("en").vocab


@cache
def _blocks() -> dict[str, list[list[str]]]:
    blocks: dict[str, list[list[str]]] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("# ") and len(line.split()) == 2:
            rows = blocks.setdefault(line[2:], [])
        elif not line.startswith("#"):
            rows.append(line.split("\t"))
    return blocks


def parsed(name: str) -> Doc:
    """Returns the parsed text called `name` in `parses.tsv`."""
    words, spaces, tags, pos, deps, heads, lemmas, ents, starts = zip(*_blocks()[name], strict=True)
    return Doc(
        _vocab(),
        words=list(words),
        spaces=[s == "1" for s in spaces],
        tags=list(tags),
        pos=list(pos),
        deps=list(deps),
        heads=[int(h) for h in heads],
        lemmas=list(lemmas),
        ents=list(ents),
        sent_starts=[s == "1" for s in starts],
    )
