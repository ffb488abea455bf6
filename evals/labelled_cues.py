"""Measures attributions on sentences labelled by us: `python evals/labelled_cues.py --corpora FOLDER [--labels FILE] [--gold] [--faults]`.

FILE is in the format of `training/labels/cues.jsonl` (offsets without text; how it was made: `docs/annotation.md`). The sentences in that file teach
the network, so with `--gold`, which puts the labels in the place of its scores, they show what the rules make of known cues. Sentences the
network has not seen are in `data/cues.jsonl`, the default: 110 of GMB, ECB+ and GUM drawn by seed without regard to their words and labelled from
the text before they were read by the program; the thresholds in `statements/scored.py` were chosen on them. Each sentence is an article of its own.

Figures: cues found (sharing a character) over all, and of speech alone; of those in both, the share put in the right class; content
(IoU of at least 0.5) with the right source.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from labelled_acts import _moved as moved
from labelled_acts import joined
from parley.language import load
from parley.language.cues import CueScore, keep_cues
from parley.pipeline.reading import ArticleReader
from parley.statements.find import find_attributions
from statements import Attribution, Chars, Score, as_found, same

sys.path.insert(0, str(Path(__file__).parent.parent / "training"))

from standoff import corpus_sentences


@dataclass(frozen=True)
class Labelled:
    """One labelled sentence: its text and its attributions, each with its class."""

    text: str
    gold: list[tuple[str, Attribution]]


def read_labels(path: Path, corpora: Path) -> Iterator[Labelled]:
    rows: list[dict[str, Any]] = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    texts = corpus_sentences(corpora, {row["corpus"] for row in rows})
    for row in rows:
        words = texts[row["corpus"], row["document"], row["sentence"]]
        text, starts = joined(words)

        def chars(span: list[int] | None, words: list[str] = words, starts: list[int] = starts) -> Chars:
            return frozenset(range(*moved(words, starts, span))) if span else frozenset()

        yield Labelled(text, [(cue["kind"], Attribution(chars(cue["source"]), chars(cue["cue"]), chars(cue["content"]))) for cue in row["cues"]])


def lay_gold(doc: Doc, gold: list[tuple[str, Attribution]]) -> None:
    """Puts the labels in the place of the network's scores."""
    kinds = {token.i: kind for kind, one in gold for token in doc if token.idx in one.cue}
    keep_cues(doc, {i: CueScore(float(kind == "speech"), float(kind == "attitude")) for i, kind in kinds.items()})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=Path, required=True, help="folder that holds gmb/, gum/ and ecbplus/")
    parser.add_argument("--labels", type=Path, default=Path(__file__).parent / "data" / "cues.jsonl", help="labelled sentences, a JSON line each")
    parser.add_argument("--gold", action="store_true", help="take the labels for the network's scores")
    parser.add_argument("--faults", action="store_true", help="print what was missed and what was too much")
    options = parser.parse_args()
    if not (options.corpora / "gum").is_dir() or not (options.corpora / "gmb").is_dir():
        sys.exit(f"no GUM or GMB at {options.corpora}")
    scores = {name: Score() for name in ("cue", "speech cue", "content and source", "told content and source")}
    agreeing = both = 0
    for doc, labelled in load().pipe(((x.text, x) for x in read_labels(options.labels, options.corpora)), as_tuples=True):
        if options.gold:
            lay_gold(doc, labelled.gold)
        found = [(x.is_statement, as_found(x)) for x in find_attributions(doc, ArticleReader(doc, None).naming)]
        agreed = [(told, kind) for told, f in found for kind, g in labelled.gold if f.cue & g.cue]
        agreeing, both = agreeing + sum(told == (kind == "speech") for told, kind in agreed), both + len(agreed)
        add(scores, "", [f for _, f in found], [g for _, g in labelled.gold])
        add(scores, "told ", [f for told, f in found if told], [g for kind, g in labelled.gold if kind == "speech"])
        if options.faults:
            print_faults(doc.text, [f for _, f in found], labelled.gold)
    print(json.dumps({name: s.figures() for name, s in scores.items()} | {"class": round(100 * agreeing / max(both, 1), 1)}, indent=1))


def add(scores: dict[str, Score], kind: str, found: list[Attribution], gold: list[Attribution]) -> None:
    ours, theirs = [f.cue for f in found if f.cue], [g.cue for g in gold if g.cue]
    cue = scores["speech cue" if kind else "cue"]
    cue.add(sum(any(c & g for g in theirs) for c in ours), sum(any(c & g for c in ours) for g in theirs), len(ours), len(theirs))
    whole = [sum(any(same(f, g) for g in gold) for f in found), sum(any(same(f, g) for f in found) for g in gold)]
    scores[f"{kind}content and source"].add(whole[0], whole[1], len(found), len(gold))


def print_faults(text: str, found: list[Attribution], gold: list[tuple[str, Attribution]]) -> None:
    def words(chars: Chars) -> str:
        return "".join(text[i] for i in sorted(chars))

    for kind, one in gold:
        other = next((f for f in found if f.cue & one.cue), None)
        if other is None:
            print("MISSED", kind, words(one.cue), "| S:", words(one.source), "| C:", words(one.content), "|", text)
        elif not same(other, one):
            print(
                "DIFFERS",
                kind,
                words(one.cue),
                "| S:",
                words(one.source),
                "/",
                words(other.source),
                "| C:",
                words(one.content),
                "/",
                words(other.content),
            )
    for extra in (f for f in found if not any(f.cue & g.cue for _, g in gold)):
        print("EXTRA", words(extra.cue), "| S:", words(extra.source), "| C:", words(extra.content), "|", text)


if __name__ == "__main__":
    main()
