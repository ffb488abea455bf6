"""Our labels of statements over public corpora → sentences that teach which words give somebody's words or thoughts.

The labels: `labels/cues.jsonl`, spans in code points of the words joined by one blank; how they were made:
`docs/annotation.md`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from parley.language.cues import NO_CUE
from sentences import Sentence
from standoff import labelled, words_in


def read_cues(path: Path, folder: Path) -> Iterator[Sentence]:
    """Yields the labelled sentences, cut into words as the product's tokenizer cuts them; every word of a cue is one."""
    for row, words, offsets in labelled(path, folder):
        cues: list[str | None] = [NO_CUE] * len(words)
        for cue in row["cues"]:
            for at in words_in(cue["cue"] or (0, 0), offsets):
                cues[at] = cue["kind"]
        yield Sentence(words, cues=cues, document=f"{row['corpus']} {row['document']}", spaces=[True] * len(words))
