"""Sentences a second of naming and locating on one core, the language pass not counted.

    python benchmarks/names.py FILE...

FILE is plain text. Processor time is measured, so that other programs do not count; the lists are loaded before.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

from parley.actors import name_actors
from parley.language import load
from parley.places import locate


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    docs = list(load().pipe(path.read_text(encoding="utf-8") for path in args.files))
    for doc in docs:
        locate(doc, name_actors(doc))
    sentences = sum(1 for doc in docs for _ in doc.sents) * args.rounds
    began = time.process_time()
    for _ in range(args.rounds):
        for doc in docs:
            locate(doc, name_actors(doc))
    seconds = time.process_time() - began
    print(json.dumps({"sentences": sentences, "seconds": round(seconds, 2), "sentences a second": round(sentences / seconds)}))


if __name__ == "__main__":
    main()
