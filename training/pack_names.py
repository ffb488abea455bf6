"""Names as an annotator types them → a stand-off label file, without text.

Usage: python training/pack_names.py SENTENCES TYPED [SENTENCES TYPED …] > training/labels/names.tsv
       python training/pack_names.py --agree SENTENCES TYPED SENTENCES TYPED

SENTENCES is as in `typed.py`. TYPED has a line a sentence: `12: PERSON Fred LaRue; LOC Biloxi`, names in order of
appearance, spelt as in the words joined by one blank. A sentence given twice counts as in the first file. `--agree`
prints the agreement of two annotators on the sentences both typed: F1 of names.
"""

from __future__ import annotations

import re
from pathlib import Path

from typed import Key, pack, read_sentences

NAME = re.compile(r"(PERSON|ORG|LOC|NORP|WEAPON|VEHICLE) (.+)")


def read_typed(sentences: Path, typed: Path) -> dict[Key, str]:
    """Returns the placed names of every sentence an annotator read; a sentence typed twice counts as typed last.

    Raises:
        ValueError: a line or a label is not in the form above, or a name is not in its sentence.
    """
    known = read_sentences(sentences)
    found: dict[Key, str] = {}
    for line in typed.read_text(encoding="utf-8").splitlines():
        number, colon, names = line.partition(":")
        if not line.strip():
            continue
        if not colon or number not in known:
            raise ValueError(f"{typed.name}: not a labelled sentence: {line[:60]}")
        key, text = known[number]
        found[key] = place(text, [_pair(name) for name in re.split(r"; (?=[A-Z]+ )", names.strip()) if name])
    return found


def _pair(typed: str) -> tuple[str, str]:
    match = NAME.fullmatch(typed.strip().rstrip(";"))
    if not match:
        raise ValueError(f"not a label and a name: {typed}")
    return match[1], match[2].strip()


def place(text: str, names: list[tuple[str, str]]) -> str:
    """Returns `start-end:TYPE` of each name, searched from the end of the one before, at the bounds of words only.

    Raises:
        ValueError: a name is not in the rest of the sentence.
    """
    spans, at = [], 0
    for kind, name in names:
        match = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)").search(text, at)
        if not match:
            raise ValueError(f"{name!r} is not where it should be in a sentence")
        at = match.end()
        spans.append(f"{match.start()}-{match.end()}:{kind}")
    return " ".join(spans)


def agreement(first: dict[Key, str], second: dict[Key, str]) -> dict[str, float]:
    """Returns the F1 of names between two annotators, and over how many sentences."""
    shared = first.keys() & second.keys()
    ours, theirs = ({(key, name) for key in shared for name in side[key].split()} for side in (first, second))
    return {"sentences": len(shared), "f1": round(200 * len(ours & theirs) / max(len(ours) + len(theirs), 1), 1)}


if __name__ == "__main__":
    pack(__doc__, read_typed, agreement, lambda key, names: "\t".join([*map(str, key), names]))
