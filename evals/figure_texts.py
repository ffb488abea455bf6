"""Rows of `data/claims.jsonl` → the sentences they speak of, built from the corpora.

Sentences of the blind part are joined as print joins them; those drawn before are the corpus's words joined by blanks.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from labelled_acts import joined

sys.path.insert(0, str(Path(__file__).parent.parent / "training"))

from standoff import corpus_sentences

Row = dict[str, Any]


def figure_texts(corpora: Path, rows: Sequence[Row]) -> Iterator[str]:
    """Yields the text of each row in order.

    Args:
        corpora: the folder with gmb/, gum/, ecbplus/ and re3d/.
        rows: lines of `claims.jsonl`; in re3d `sentence` is an offset into the document's text.
    """
    sentences = corpus_sentences(corpora, {row["corpus"] for row in rows} - {"re3d"})
    documents = _re3d(corpora / "re3d") if any(row["corpus"] == "re3d" for row in rows) else {}
    for row in rows:
        if row["corpus"] == "re3d":
            yield documents[row["doc"]][row["sentence"] : row["sentence"] + row["length"]]
        else:
            words = sentences["gmb", "-", int(row["doc"])] if row["corpus"] == "gmb" else sentences[row["corpus"], row["doc"], row["sentence"]]
            yield joined(words)[0] if row["part"] == "blind" else " ".join(words)


def _re3d(folder: Path) -> dict[str, str]:
    lines = [(path.stem, line) for path in sorted(folder.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines()]
    return {f"{name}/{document['id']}": document["text"] for name, document in ((n, json.loads(line)) for n, line in lines)}
