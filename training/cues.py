"""Our labels of statements over public corpora → sentences that teach which words give somebody's words or thoughts.

The labels: `labels/cues.jsonl`, spans in code points of the words joined by one blank; how they were made:
`docs/annotation.md`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from parley.language.cues import NO_CUE
from sentences import Sentence
from standoff import corpus_sentences
from tagged_names import cut_words


def read_cues(path: Path, folder: Path) -> Iterator[Sentence]:
    """Yields the labelled sentences, cut into words as the product's tokenizer cuts them; every word of a cue is one."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    texts = corpus_sentences(folder, {row["corpus"] for row in rows})
    for row in rows:
        words, offsets = cut_words(texts[row["corpus"], row["document"], row["sentence"]])
        cues: list[str | None] = [NO_CUE] * len(words)
        for cue in row["cues"]:
            start, end = cue["cue"] or (0, 0)
            for at, (first, last) in enumerate(offsets):
                if first < end and last > start:
                    cues[at] = cue["kind"]
        yield Sentence(words, cues=cues, document=f"{row['corpus']} {row['document']}", spaces=[True] * len(words))
