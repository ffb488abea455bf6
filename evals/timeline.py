"""Timelines out of many articles: Date-F1 and AR-1 on Timeline17's Egypt and Libya (Tran et al. 2013).

Usage: python evals/timeline.py --corpora FOLDER [--topic egypt|libya] [--every N]

The corpus states no licence: it only measures, and nothing was tuned on it. As is usual, the number of days and of sentences a
day is taken from the reference timeline, and days outside its span are left out. Two timelines are made of the same articles:

- `record`: the days of the record's own timeline by weight, and the sentences of their events;
- `datewise`: the recipe of Gholipour Ghalandari and Ifrim (2020), re-made small: days ranked by how often articles mention them or
  were published on them, and of the sentences that mention the day or open an article of it or the two days after, the nearest to the
  centroid of their words.

AR-1 aligns each reference day with the nearest day found, weighs it by 1 / (1 + days apart), and compares words by ROUGE-1 F1.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from parley.copies import CopyInput, find_copies
from parley.model import Article, Interval, Piece, Reading
from parley.pipeline.across import put_together
from parley.pipeline.reading import read_texts
from parley.times import find_times

Timeline = dict[date, list[str]]
_WORD = re.compile(r"\w+")
_OPENING = 5
"""Sentences of an article that may tell of the day it was published."""
_AFTER = 2
_SPACES = (
    (" 's", "'s"), (" n't", "n't"), (" ,", ","), (" .", "."), (" ;", ";"), (" :", ":"), (" ?", "?"),
    ("-LRB- ", "("), (" -RRB-", ")"), ("`` ", '"'), (" ''", '"'),
)  # fmt: skip
_ALIKE = 0.6
"""Cosine from which on two sentences say the same."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One newspaper's timeline."""

    days: Timeline

    @property
    def sentences(self) -> int:
        """Sentences a day, on average, at least one."""
        return max(1, round(sum(map(len, self.days.values())) / len(self.days)))


def read_articles(corpora: Path, topic: str, every: int) -> list[Article]:
    """Reads the articles, tokens put together again as well as can be."""
    source = corpora / "tls" / f"{topic}_articles.jsonl.gz"
    if not source.exists():
        sys.exit(f"no corpus at {source}")
    found = []
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        for row in list(map(json.loads, lines))[::every]:
            text = row["text"]
            for spaced, plain in _SPACES:
                text = text.replace(spaced, plain)
            published = Interval.day(date.fromisoformat(row["published"]), "metadata")
            found.append(
                Article(row["id"], row["id"], text, published=published, publisher=row["publisher"], language="en", pieces=(Piece(0, 0, len(text)),))
            )
    return found


def read_references(corpora: Path, topic: str) -> list[Reference]:
    rows = map(json.loads, (corpora / "tls" / f"{topic}_timelines.jsonl").read_text(encoding="utf-8").splitlines())
    return [Reference({date.fromisoformat(e["date"]): e["sentences"] for e in row["entries"]}) for row in rows]


def read_all(articles: Sequence[Article]) -> dict[str, Reading]:
    readers = read_texts((a.text, a.published) for a in articles)
    return {a.id: reader.reading(a.id) for a, reader in zip(articles, readers, strict=True)}


def record_timeline(articles: Sequence[Article], readings: Mapping[str, Reading], like: Reference) -> Timeline:
    """The record's own timeline, as many days as the reference has."""
    copies = find_copies([CopyInput(id=a.id, text=a.text, published=a.published, publisher=a.publisher) for a in articles])
    view = put_together(articles, copies, readings)
    sentences = {e.id: [cited.span.text for cited in e.evidence] for e in view.events}
    days = [d for d in view.timeline if d.days.is_day and min(like.days) <= d.days.first <= max(like.days)]
    chosen = sorted(days, key=lambda d: (-d.weight, d.days.first))[: len(like.days)]
    return {d.days.first: list(dict.fromkeys(s for id_ in d.events for s in sentences[id_]))[: like.sentences] for d in chosen}


def datewise_timeline(articles: Sequence[Article], like: Reference) -> Timeline:
    """The recipe that ranks days by mentions and publications."""
    counts, sentences = Counter[date](), defaultdict[date, list[str]](list)
    for article in articles:
        for day, sentence in _dated_sentences(article):
            counts[day] += 1
            sentences[day].append(sentence)
    inside = [d for d in counts if min(like.days) <= d <= max(like.days)]
    chosen = sorted(inside, key=lambda d: (-counts[d], d))[: len(like.days)]
    return {day: _central(sentences[day], like.sentences) for day in chosen}


def _dated_sentences(article: Article) -> Iterator[tuple[date, str]]:
    """The days that each sentence mentions, and for the opening ones the day of publication and the two before."""
    published = article.published.first if article.published else None
    times = [t for t in find_times(article.text, article.published) if t.days is not None and t.days.is_day]
    start = 0
    for number, line in enumerate(article.text.split("\n")):
        end = start + len(line)
        for time in times:
            if time.days is not None and start <= time.span.start < end:
                yield time.days.first, line
        if number < _OPENING and published and line.strip():
            yield from ((published - timedelta(back), line) for back in range(_AFTER + 1))
        start = end + 1


def _central(sentences: Sequence[str], most: int) -> list[str]:
    """The sentences nearest to the centroid of all, by cosine, no two alike."""
    vectors = {s: Counter(w.lower() for w in _WORD.findall(s)) for s in dict.fromkeys(sentences)}
    spread = Counter(w for vector in vectors.values() for w in vector)
    weights = {s: {w: n * math.log(1 + len(vectors) / spread[w]) for w, n in vector.items()} for s, vector in vectors.items()}
    centroid = Counter[str]()
    for weighed in weights.values():
        centroid.update(weighed)
    ranked = sorted(weights, key=lambda s: (-_cosine(weights[s], centroid), s))
    chosen: list[str] = []
    for sentence in ranked:
        if len(chosen) < most and all(_cosine(weights[sentence], weights[other]) < _ALIKE for other in chosen):
            chosen.append(sentence)
    return chosen


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    lengths = math.sqrt(sum(v * v for v in one.values()) * sum(v * v for v in other.values()))
    return sum(value * other.get(word, 0.0) for word, value in one.items()) / lengths if lengths else 0.0


def date_f1(found: Iterable[date], gold: Iterable[date]) -> float:
    ours, theirs = set(found), set(gold)
    hits = len(ours & theirs)
    return 2 * hits / (len(ours) + len(theirs)) if hits else 0.0


def ar1(found: Timeline, gold: Timeline) -> float:
    """Alignment-based ROUGE-1 F1, many to one (Martschat and Markert 2017)."""
    recall = _aligned(gold, found)
    precision = _aligned(found, gold)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _aligned(one: Timeline, other: Timeline) -> float:
    """The share of the words of `one` that the nearest day of `other` holds, discounted by the days between."""
    total = held = 0.0
    for day, sentences in one.items():
        near = min(other, key=lambda d: (abs((d - day).days), d), default=None)
        words = Counter(w.lower() for s in sentences for w in _WORD.findall(s))
        total += sum(words.values())
        if near is not None:
            theirs = Counter(w.lower() for s in other[near] for w in _WORD.findall(s))
            held += sum((words & theirs).values()) / (1 + abs((near - day).days))
    return held / total if total else 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--topic", choices=("egypt", "libya"), default="egypt")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="read only each Nth article")
    asked = parser.parse_args()
    articles = read_articles(asked.corpora, asked.topic, asked.every)
    readings = read_all(articles)
    rows = []
    for number, like in enumerate(read_references(asked.corpora, asked.topic)):
        ways = {"record": record_timeline(articles, readings, like), "datewise": datewise_timeline(articles, like)}
        figures = {name: {"date_f1": round(date_f1(made, like.days), 3), "ar1": round(ar1(made, like.days), 3)} for name, made in ways.items()}
        rows.append({"topic": asked.topic, "timeline": number, "days": len(like.days), "articles": len(articles), **figures})
    print(json.dumps(rows, indent=1))


if __name__ == "__main__":
    main()
