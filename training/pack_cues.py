"""Statements and attitudes as an annotator types them → stand-off labels, a JSON line a sentence, without text.

Usage: python training/pack_cues.py SENTENCES TYPED [SENTENCES TYPED …] > training/labels/cues.jsonl
       python training/pack_cues.py --agree SENTENCES TYPED SENTENCES TYPED

SENTENCES is as in `typed.py`. TYPED has a line an attribution, `12|speech|said|affirmed|S=officials|C=the strikes killed … northern town`,
or `13|none`: class (`speech` is put in words by its source, `attitude` is only held), cue, polarity, source, content by its
first and last words. A cue that is a quotation mark says that no word gives the speech. `--agree` prints how far two
annotators agree on the sentences both read.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TypedDict

from typed import Key, Span, pack, place, read_lists


class Cue(TypedDict):
    """One attribution; spans are code points in the sentence's words joined by one blank, end exclusive."""

    kind: str
    cue: Span | None
    denied: bool
    source: Span | None
    content: Span | None


def read_cue(text: str, fields: list[str]) -> Cue:
    kind, cue, polarity, source, content = fields
    owner, said = source.removeprefix("S=").strip(), content.removeprefix("C=").strip()
    return Cue(
        kind=kind,
        cue=None if cue.startswith('"') else place(text, cue),
        denied=polarity == "denied",
        source=_find(text, owner) if owner else None,
        content=_between(text, said) if said else None,
    )


def _between(text: str, typed: str) -> Span:
    first, *rest = (part.strip() for part in re.split(r"…|\.\.\.", typed))
    start, end = _find(text, first)
    return (start, _find(text, rest[-1], start)[1]) if rest and rest[-1] else (start, end)


def _find(text: str, phrase: str, after: int = 0) -> Span:
    """Returns the span of a phrase that may begin or end in a mark, where `place` would ask for the bounds of words."""
    plain, _, count = phrase.partition("@") if re.search(r"@\d$", phrase) else (phrase, "", "1")
    at = after - 1
    for _ in range(int(count)):
        at = text.find(plain, at + 1)
        if at < 0:
            raise ValueError(f"{phrase!r} is not in its sentence")
    return at, at + len(plain)


def read_typed(sentences: Path, typed: Path) -> dict[Key, list[Cue]]:
    """Returns the attributions of every sentence an annotator read, by corpus, document and sentence number."""
    return read_lists(sentences, typed, read_cue)


def agreement(first: dict[Key, list[Cue]], second: dict[Key, list[Cue]]) -> dict[str, float]:
    """F1 of cues that share a character; over those, the share of equal classes and of sources that touch."""
    both = kinds = sources = total = 0
    shared = first.keys() & second.keys()
    for key in shared:
        total += sum(row["cue"] is not None for row in [*first[key], *second[key]])
        for one in first[key]:
            other = next((row for row in second[key] if _touch(one["cue"], row["cue"])), None)
            if other is not None:
                both += 1
                kinds += one["kind"] == other["kind"]
                sources += _touch(one["source"], other["source"]) or one["source"] == other["source"]
    return {
        "sentences": len(shared),
        "cue_f1": round(200 * both / max(total, 1), 1),
        "class": round(100 * kinds / max(both, 1), 1),
        "source": round(100 * sources / max(both, 1), 1),
    }


def _touch(one: Span | None, other: Span | None) -> bool:
    return one is not None and other is not None and one[0] < other[1] and other[0] < one[1]


def line(key: Key, cues: list[Cue]) -> str:
    corpus, document, sentence = key
    return json.dumps({"corpus": corpus, "document": document, "sentence": sentence, "cues": cues})


if __name__ == "__main__":
    pack(__doc__, read_typed, agreement, line)
