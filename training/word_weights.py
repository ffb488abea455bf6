"""Counts the words of a news corpus → `lexicon/data/word_weights.tsv`: how much a shared word says about two texts.

Usage: python training/word_weights.py --corpora FOLDER > src/parley/lexicon/data/word_weights.tsv

Reads the Groningen Meaning Bank's sentences (Voice of America news, public domain); only words are counted, its
annotation is not used.
"""

from __future__ import annotations

import argparse
import gzip
import math
import re
import sys
from collections import Counter
from pathlib import Path

_WORD = re.compile(r"\w+")
_FEWEST = 12
_HEADER = """# How telling a word is when two texts share it: 0 for the commonest word of English news, 100 for one never met.
# Columns: word (lower case), weight (100 times log(top / count) / log(top), top being the count of the commonest word). Words not listed weigh 100.
# Origin: word counts over the Voice of America news in the Groningen Meaning Bank (public-domain text). Licence: CC0.
# Made by training/word_weights.py; edit it there, or here if a word weighs wrongly in your field.
"""


def count_words(path: Path) -> Counter[str]:
    """Counts lower-cased words of a `word<TAB>tag<TAB>tag` file, distinct sentences once each."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        sentences = {tuple(row.split("\t", 1)[0] for row in block.splitlines()) for block in lines.read().split("\n\n")}
    return Counter(word for sentence in sentences for token in sentence for word in _WORD.findall(token.lower()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    source = parser.parse_args().corpora / "gmb" / "gmb.tsv.gz"
    if not source.exists():
        sys.exit(f"no corpus at {source}")
    counts = count_words(source)
    top = max(counts.values())
    sys.stdout.write(_HEADER)
    for word, count in sorted(counts.items()):
        if count >= _FEWEST:
            sys.stdout.write(f"{word}\t{round(100 * math.log(top / count) / math.log(top))}\n")


if __name__ == "__main__":
    main()
