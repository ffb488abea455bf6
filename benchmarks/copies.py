"""How fast copies are found, how much memory that takes, and how both grow.

Usage: python benchmarks/copies.py [--articles 10000 20000 …]

Articles are made of words drawn as often as they occur in news, 150 to 450 words each; 30 % are whole copies, 10 % are
the first halves, of one of the articles made before. Prints one JSON object for each size.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import time
from collections.abc import Iterator
from itertools import accumulate

from parley.copies import CopyInput, find_copies
from parley.lexicon.weights import word_weights

_SENTENCE = (9, 28)
_SENTENCES = (10, 24)
_RECENT = 5000


def make_articles(count: int, seed: int = 1) -> Iterator[CopyInput]:
    """Makes articles, some of them copies of one of the last `_RECENT` originals."""
    dice = random.Random(seed)
    words = sorted(word_weights())
    reach = list(accumulate(60000 ** -word_weights()[word] for word in words))
    originals: list[list[str]] = []
    for number in range(count):
        chance = dice.random()
        if originals and chance < 0.4:
            body = dice.choice(originals[-_RECENT:])
            body = body if chance < 0.3 else body[: len(body) // 2]
        else:
            body = [_sentence(dice, words, reach) for _ in range(dice.randint(*_SENTENCES))]
            originals.append(body)
        yield CopyInput(f"a{number}", " ".join(body))


def _sentence(dice: random.Random, words: list[str], reach: list[float]) -> str:
    return " ".join(dice.choices(words, cum_weights=reach, k=dice.randint(*_SENTENCE))).capitalize() + "."


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[10_000])
    for count in parser.parse_args().articles:
        articles = list(make_articles(count))
        words = sum(article.text.count(" ") + 1 for article in articles)
        started = time.process_time()
        found = find_copies(articles)
        spent = time.process_time() - started
        figures = {
            "articles": count,
            "words_each": round(words / count),
            "links": len(found.links),
            "sources": len(found.sources),
            "articles_per_cpu_second": round(count / spent),
            "peak_megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        }
        print(json.dumps(figures))


if __name__ == "__main__":
    main()
