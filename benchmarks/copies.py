"""How fast copies are found, what one more page costs, how much memory that takes, and how all of it grows.

Usage: python benchmarks/copies.py [--articles 10000 20000 …]

Articles are made of words drawn as often as they occur in news, 150 to 450 words each; 30 % are whole copies, 10 % are
the first halves, of one of the articles made before. Prints one JSON object for each size. Times are CPU seconds of this
process, which does everything on one core; memory is its peak, texts not kept. Where datasketch (pip install datasketch; no part of
Parley) is installed, its MinHash-LSH does the same work on the same articles: 128 permutations of 5-word shingles, Jaccard
0.8, each article asked for and then added.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import sys
import time
from collections.abc import Iterable, Iterator
from itertools import accumulate

from parley.copies import CopyInput, Known, extend_copies
from parley.lexicon.weights import word_weights

_SENTENCE = (9, 28)
_SENTENCES = (10, 24)
_RECENT = 5000


def make_articles(count: int, seed: int = 1) -> Iterator[tuple[CopyInput, str | None]]:
    """Makes articles, some of them copies of one of the last originals; yields each with the id of its original."""
    dice = random.Random(seed)
    words = sorted(word_weights())
    reach = list(accumulate(60000 ** -word_weights()[word] for word in words))
    originals: list[tuple[str, list[str]]] = []
    for number in range(count):
        chance, name = dice.random(), f"a{number}"
        if originals and chance < 0.4:
            original, body = dice.choice(originals)
            yield CopyInput(name, " ".join(body if chance < 0.3 else body[: len(body) // 2])), original
            continue
        body = [_sentence(dice, words, reach) for _ in range(dice.randint(*_SENTENCES))]
        originals.append((name, body))
        del originals[:-_RECENT]
        yield CopyInput(name, " ".join(body)), None


def _sentence(dice: random.Random, words: list[str], reach: list[float]) -> str:
    return " ".join(dice.choices(words, cum_weights=reach, k=dice.randint(*_SENTENCE))).capitalize() + "."


class Clock:
    """Counts CPU seconds, those between `start` and `stop` alone."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._since = 0.0

    def start(self) -> None:
        self._since = time.process_time()

    def stop(self) -> None:
        self.seconds += time.process_time() - self._since


def measure(count: int) -> dict[str, object]:
    """Finds the copies among `count` articles, and then those of one more."""
    clock, known, words, originals = Clock(), list[Known](), 0, {}
    for article, original in make_articles(count + 1):
        words += article.text.count(" ") + 1
        if original:
            originals[article.id] = original
        clock.start()
        known.append(Known.of(article))
        clock.stop()
    clock.start()
    found = extend_copies(known[:-1])
    clock.stop()
    one_more = Clock()
    one_more.start()
    extend_copies(known, found)
    one_more.stop()
    originals.pop(f"a{count}", None)
    return {
        "articles": count,
        "words_each": round(words / count),
        "links": len(found.links),
        "sources": len(found.sources),
        "copies_found": _share_found({frozenset((link.earlier, link.later)) for link in found.links}, originals),
        "articles_per_cpu_second": round(count / clock.seconds),
        "one_more_page_seconds": round(one_more.seconds, 2),
        "peak_megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def measure_peer(count: int) -> dict[str, object]:
    """Lets datasketch do the same."""
    from datasketch import MinHash, MinHashLSH

    clock, index, pairs, originals = Clock(), MinHashLSH(threshold=0.8, num_perm=128), set(), {}
    for article, original in make_articles(count):
        if original:
            originals[article.id] = original
        clock.start()
        words = article.text.lower().split()
        sketch = MinHash(num_perm=128)
        sketch.update_batch([" ".join(words[place : place + 5]).encode() for place in range(len(words) - 4)])
        pairs |= {frozenset((article.id, other)) for other in index.query(sketch)}
        index.insert(article.id, sketch)
        clock.stop()
    return {
        "peer": "datasketch MinHash-LSH",
        "articles": count,
        "copies_found": _share_found(pairs, originals),
        "articles_per_cpu_second": round(count / clock.seconds),
    }


def _share_found(pairs: set[frozenset[str]], originals: dict[str, str]) -> float:
    """Returns the share of copies that are paired with their original."""
    return round(sum(frozenset(pair) in pairs for pair in originals.items()) / max(1, len(originals)), 4)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[10_000])
    sizes: Iterable[int] = parser.parse_args().articles
    for count in sizes:
        print(json.dumps(measure(count)), flush=True)
    try:
        for count in sizes:
            print(json.dumps(measure_peer(count)), flush=True)
    except ImportError as error:
        print(f"datasketch cannot be used ({error}): its figures are missing", file=sys.stderr)


if __name__ == "__main__":
    main()
