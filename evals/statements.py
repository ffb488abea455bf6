"""Measures statements on PolNeAR's development split: `python evals/statements.py --corpora FOLDER`.

PolNeAR (Newell, Margolin and Ruths 2018) has no licence for its data, so it measures only: nothing in `speech_cues.tsv`
comes from it, and no item of it was looked at one by one while rules were written. Its idea of attribution is wider than that
of the record: it also marks wishes, plans and attention ("wants to", "focuses on") as attributed content. So all attributions
are measured, and beside them the statements alone that the record shows. PolNeAR annotates nothing inside quotations (3 of 207
cues found there stand in it): what is found there is left out, unless `--inside` is given.

Figures: cue (exact span, and sharing a word), content characters, and whole attributions (content IoU of at least 0.5,
with the source found, or rightly none). Sources agree when they share at least half of the shorter one's characters.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from parley.language import load
from parley.model import Statement
from parley.pipeline.reading import ArticleReader
from parley.statements.find import Attribution as Found
from parley.statements.find import find_attributions
from parley.statements.quotations import find_quotations

Chars = frozenset[int]
SAME = 0.5
SLOTS = ("cue", "cue exact", "content characters", "content and source")


@dataclass(frozen=True)
class Attribution:
    """Gold or found: character positions of source, cue and content."""

    source: Chars
    cue: Chars
    content: Chars


@dataclass
class Score:
    """Counts of what agrees, what was found and what there is."""

    right_found: int = 0
    right_gold: int = 0
    found: int = 0
    gold: int = 0

    def add(self, right_found: int, right_gold: int, found: int, gold: int) -> None:
        self.right_found += right_found
        self.right_gold += right_gold
        self.found += found
        self.gold += gold

    def figures(self) -> dict[str, float]:
        """Returns precision, recall and F1 in percent."""
        p = 100 * self.right_found / max(self.found, 1)
        r = 100 * self.right_gold / max(self.gold, 1)
        return {"p": round(p, 1), "r": round(r, 1), "f1": round(2 * p * r / (p + r), 1) if p + r else 0.0}


def read_gold(path: Path) -> list[Attribution]:
    """Reads one brat file: `T` lines are spans (several parts by `;`), `E` lines join them."""
    with path.open(encoding="utf-8", newline="") as file:
        lines = [line.rstrip("\r\n").split("\t") for line in file]
    spans: dict[str, Chars] = {}
    for fields in (f for f in lines if f[0].startswith("T")):
        numbers = [int(n) for n in re.findall(r"\d+", fields[1].partition(" ")[2])]
        spans[fields[0]] = frozenset(i for start, end in zip(numbers[::2], numbers[1::2], strict=True) for i in range(start, end))
    gold = []
    for fields in (f for f in lines if f[0].startswith("E")):
        parts: dict[str, Chars] = {}
        for role, name in (part.split(":") for part in fields[1].split()):
            role = role.rstrip("0123456789")
            parts[role] = parts.get(role, frozenset()) | spans.get(name, frozenset())
        gold.append(Attribution(parts.get("Source", frozenset()), parts.get("Cue", frozenset()), parts.get("Content", frozenset())))
    return gold


def articles(folder: Path) -> Iterator[tuple[str, list[Attribution]]]:
    """Yields text (carriage returns made blanks, so offsets hold) and gold of each article, first annotator only."""
    for path in sorted((folder / "text").glob("*.txt")):
        with path.open(encoding="utf-8", newline="") as file:
            text = file.read().replace("\r", " ")
        annotated = sorted((folder / "attributions").glob(f"{path.stem}_*.ann"))
        if annotated:
            yield text, read_gold(annotated[0])


def as_attribution(statement: Statement) -> Attribution:
    def chars(*spans: tuple[int, int]) -> Chars:
        return frozenset(i for start, end in spans for i in range(start, end))

    speaker = chars((statement.speaker.span.start, statement.speaker.span.end)) if statement.speaker else frozenset()
    cue = chars((statement.cue.start, statement.cue.end)) if statement.cue else frozenset()
    return Attribution(speaker, cue, chars(*((c.start, c.end) for c in statement.content)))


def as_found(found: Found) -> Attribution:
    """An attribution with its source, which counts though it is a pronoun that nothing resolves."""
    span = found.source
    return replace(as_attribution(found.statement), source=frozenset(range(span.start, span.end)) if span else frozenset())


def same_source(one: Chars, other: Chars) -> bool:
    if not one or not other:
        return not one and not other
    return len(one & other) >= SAME * min(len(one), len(other))


def same(one: Attribution, other: Attribution) -> bool:
    return len(one.content & other.content) >= SAME * len(one.content | other.content) and same_source(one.source, other.source)


def score(found: list[Attribution], gold: list[Attribution], scores: dict[str, Score]) -> None:
    """Adds one article to all scores."""
    cues, gold_cues = [f.cue for f in found if f.cue], [g.cue for g in gold if g.cue]
    scores["cue exact"].add(sum(c in gold_cues for c in cues), sum(c in cues for c in gold_cues), len(cues), len(gold_cues))
    scores["cue"].add(sum(any(c & g for g in gold_cues) for c in cues), sum(any(c & g for c in cues) for g in gold_cues), len(cues), len(gold_cues))
    ours, theirs = union(f.content for f in found), union(g.content for g in gold)
    scores["content characters"].add(len(ours & theirs), len(ours & theirs), len(ours), len(theirs))
    right = [any(same(f, g) for g in gold) for f in found]
    scores["content and source"].add(sum(right), sum(any(same(f, g) for f in found) for g in gold), len(found), len(gold))


def union(sets: Iterable[Chars]) -> Chars:
    return frozenset(i for chars in sets for i in chars)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=Path, required=True, help="folder that holds polnear/")
    parser.add_argument("--inside", action="store_true", help="score what is found inside quotations too")
    options = parser.parse_args()
    folder = options.corpora / "polnear" / "dev"
    if not folder.is_dir():
        sys.exit(f"no PolNeAR at {folder}")
    layers = {name: {slot: Score() for slot in SLOTS} for name in ("attributions", "statements of the record")}
    seconds = sentences = 0.0
    for doc, gold in load().pipe(articles(folder), as_tuples=True):
        reader = ArticleReader(doc, None)
        reader.naming  # noqa: B018 - worked out here so that the clock below times statements alone
        begun = time.process_time()
        found = find_attributions(doc, reader.naming)
        seconds += time.process_time() - begun
        sentences += sum(1 for _ in doc.sents)
        if not options.inside:
            quotations = find_quotations(doc.text)
            found = tuple(f for f in found if f.statement.cue is None or not any(q.covers(f.statement.cue.start) for q in quotations))
        score([as_found(f) for f in found], gold, layers["attributions"])
        score([as_attribution(f.statement) for f in found if f.is_statement], gold, layers["statements of the record"])
    figures: dict[str, object] = {name: {slot: s.figures() for slot, s in scores.items()} for name, scores in layers.items()}
    print(json.dumps(figures | {"sentences_per_second": round(sentences / seconds)}, indent=1))


if __name__ == "__main__":
    main()
