"""Measures statements on passages annotated by hand: `python evals/own_statements.py --corpora FOLDER [--faults]`.

`evals/data/statements.jsonl` holds the statements of 90 sentences of the Groningen Meaning Bank and of 32 passages (four sentences each) of GUM's
news, interviews and biographies, drawn by seed without regard to their words and annotated from the text, as offsets without text.
They were looked at while faults were mended, so the figures show what works; they are no estimate for unseen text.
GUM's documents stood in the language model's training part.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from claims import gmb_sentences
from parley.language import load
from parley.pipeline.reading import ArticleReader
from statements import Attribution, Score, as_attribution, same

_LENGTH = 4


@dataclass(frozen=True)
class Passage:
    """A stretch of text with its annotated statements."""

    name: str
    text: str
    gold: list[Attribution]


def gum_sentences(path: Path) -> dict[str, list[tuple[str, bool]]]:
    """Returns each document's sentences, each with whether a paragraph begins there."""
    found: dict[str, list[tuple[str, bool]]] = {}
    name, opens = "", False
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            if line.startswith("# newdoc id"):
                name, opens = line.split("= ")[1].strip(), False
            elif line.startswith("# newpar"):
                opens = True
            elif line.startswith("# text ="):
                found.setdefault(name, []).append((line[9:].rstrip("\n"), opens))
                opens = False
    return found


def passages(corpora: Path) -> Iterator[Passage]:
    rows = [json.loads(line) for line in (Path(__file__).parent / "data" / "statements.jsonl").open(encoding="utf-8")]
    gmb = gmb_sentences(corpora / "gmb" / "gmb.tsv.gz", frozenset(r["document"] for r in rows if r["corpus"] == "gmb"))
    gum = gum_sentences(corpora / "gum" / "gum_train.conllu.gz")
    for row in rows:
        text = gmb[row["document"]] if row["corpus"] == "gmb" else ""
        for sentence, opens in gum[row["document"]][row["sentence"] : row["sentence"] + _LENGTH] if row["corpus"] == "gum" else ():
            text += ("\n" if opens else " ") * bool(text) + sentence
        gold = [Attribution(*(frozenset(range(*s[key])) for key in ("speaker", "cue", "content"))) for s in row["statements"]]
        yield Passage(f"{row['corpus']} {row['document']}", text, gold)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=Path, required=True, help="folder that holds gmb/ and gum/")
    parser.add_argument("--faults", action="store_true", help="print what was missed and what was too much")
    options = parser.parse_args()
    if not (options.corpora / "gum").is_dir() or not (options.corpora / "gmb").is_dir():
        sys.exit(f"no GUM or GMB at {options.corpora}")
    cue, whole = Score(), Score()
    read = list(passages(options.corpora))
    for doc, passage in load().pipe([(p.text, p) for p in read], as_tuples=True):
        found, gold = [as_attribution(s) for s in ArticleReader(doc, None).statements], passage.gold
        cue.add(sum(any(f.cue & g.cue for g in gold) for f in found), sum(any(f.cue & g.cue for f in found) for g in gold), len(found), len(gold))
        whole.add(sum(any(same(f, g) for g in gold) for f in found), sum(any(same(f, g) for f in found) for g in gold), len(found), len(gold))
        if options.faults:
            for kind, ones, others in (("MISSED", gold, found), ("EXTRA", found, gold)):
                for one in (o for o in ones if not any(o.cue & other.cue for other in others)):
                    print(kind, passage.name, "|", "".join(doc.text[i] for i in sorted(one.cue)), "|", doc.text)
    print(json.dumps({"passages": len(read), "statements": cue.gold, "cue": cue.figures(), "content and speaker": whole.figures()}, indent=1))


if __name__ == "__main__":
    main()
