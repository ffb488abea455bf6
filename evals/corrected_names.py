"""Names by the language model alone, and after the corrections of the actors room's lists: `python evals/corrected_names.py --corpora FOLDER`.

Universal NER's names on the test part of EWT, on the corpus's own words: strict, span and type. That part taught neither the model nor
the lists; one rule for bodies and one for seats of government were narrowed after its errors were read.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from language import PLAIN, read_gold_words, read_uner, spans
from parley.actors import name_actors

Names = set[tuple[int, int, str]]


def figures(said: list[Names], gold: list[Names]) -> dict[str, float]:
    hits = sum(len(ours & theirs) for ours, theirs in zip(said, gold, strict=True))
    ours, theirs = sum(map(len, said)), sum(map(len, gold))
    return {"p": round(100 * hits / ours, 1), "r": round(100 * hits / theirs, 1), "f1": round(200 * hits / (ours + theirs), 1), "names": theirs}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True, help="folder that holds ewt/")
    corpora = parser.parse_args().corpora
    if not (corpora / "ewt").is_dir():
        parser.exit(1, f"no EWT at {corpora}\n")
    types = set(PLAIN.values())
    alone: list[Names] = []
    corrected: list[Names] = []
    gold: list[Names] = []
    for group, doc in read_gold_words([[s] for s in read_uner(corpora / "ewt/uner/en_ewt-ud-test.iob2.gz")]):
        gold.append({span for span in spans(group[0].names or []) if span[2] in types})
        alone.append({(e.start, e.end, e.label_) for e in doc.ents if e.label_ in types})
        found = [(doc.char_span(e.span.start, e.span.end, alignment_mode="expand"), e.type) for e in name_actors(doc).entities]
        corrected.append({(span.start, span.end, kind) for span, kind in found if span is not None and kind in types})
    print(json.dumps({"model alone": figures(alone, gold), "after the lists": figures(corrected, gold)}, indent=1))


if __name__ == "__main__":
    main()
