"""Measures the time room on WikiWars and TimeBank: strict, relaxed and value F1 as TempEval-3 scores them.

    python evals/times.py --corpora FOLDER [--peer] [--errors]

Held out: WikiWars documents 13 to 16 were never read while rules were written (01 to 12 were); TimeBank may only be
measured, so its documents were not read and no error list is printed for it. WikiWars is given no publication date,
TimeBank its document dates. A found expression matches a gold one when they share a character (relaxed) or both ends
(strict); each counts once. Value F1 asks for a relaxed match with the same value. `--peer` runs dateparser's search
beside it in the same process.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from parley.model import Interval
from parley.times import find_times

_SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s+(?=[A-Z\"“(])|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Timex:
    start: int
    end: int
    text: str
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Document:
    name: str
    text: str
    published: date
    gold: tuple[Timex, ...]


@dataclass(slots=True)
class Score:
    """Counts over documents."""

    gold: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    value: int = 0

    def f1(self, hits: int) -> float:
        return round(200 * hits / max(1, self.gold + self.found), 1)

    def row(self) -> dict[str, float]:
        return {
            "strict": self.f1(self.strict), "relaxed": self.f1(self.relaxed), "value": self.f1(self.value),
            "precision": round(100 * self.relaxed / max(1, self.found), 1), "recall": round(100 * self.relaxed / max(1, self.gold), 1),
            "gold": self.gold, "found": self.found,
        }  # fmt: skip


def read_tml(path: Path) -> Document:
    """Reads a TimeML file; offsets count in the text between <TEXT> and </TEXT>."""
    root = ET.fromstring(path.read_text(encoding="utf-8"))
    body, stamp = root.find("TEXT"), root.find("DCT/TIMEX3")
    assert body is not None and stamp is not None
    pieces: list[str] = []
    gold: list[Timex] = []
    _walk(body, pieces, gold)
    return Document(path.stem, "".join(pieces), date.fromisoformat(stamp.attrib["value"][:10]), tuple(gold))


def _walk(node: ET.Element, pieces: list[str], gold: list[Timex]) -> None:
    start = sum(map(len, pieces))
    pieces.append(node.text or "")
    for child in node:
        _walk(child, pieces, gold)
        pieces.append(child.tail or "")
    if node.tag == "TIMEX3":
        tail = "".join(pieces)[start:]
        gold.append(Timex(start, start + len(tail), tail, node.attrib["type"], node.attrib["value"]))


def pair(gold: Iterable[Timex], found: Iterable[Timex]) -> list[tuple[Timex | None, Timex | None]]:
    """Pairs gold with found: equal spans first, then the first overlap; each at most once."""
    left = list(found)
    pairs: list[tuple[Timex | None, Timex | None]] = []
    for wanted in sorted(gold, key=lambda g: not any((f.start, f.end) == (g.start, g.end) for f in left)):
        match = next((f for f in left if (f.start, f.end) == (wanted.start, wanted.end)), None)
        match = match or next((f for f in left if f.start < wanted.end and wanted.start < f.end), None)
        if match is not None:
            left.remove(match)
        pairs.append((wanted, match))
    return pairs + [(None, f) for f in left]


def parley(document: Document, dated: bool) -> list[Timex]:
    published = Interval.day(document.published, "metadata") if dated else None
    return [Timex(t.span.start, t.span.end, t.span.text, t.type, t.value) for t in find_times(document.text, published)]


def dateparser_search(document: Document, dated: bool) -> list[Timex]:
    """dateparser's search, its results put back into the text one after the other; sentence by sentence, as it slows down on long texts."""
    from datetime import datetime

    from dateparser.search import search_dates

    found, at = [], 0
    settings = {"RELATIVE_BASE": datetime.combine(document.published, datetime.min.time())} if dated else {}
    for sentence in _sentences(document.text):
        for text, when in search_dates(sentence, languages=["en"], settings=settings) or ():
            start = document.text.find(text, at)
            if start >= 0:
                at = start + len(text)
                found.append(Timex(start, at, text, "DATE", when.date().isoformat()))
    return found


def _sentences(text: str) -> list[str]:
    return [s for s in _SENTENCE_END.split(text) if s.strip()]


def measure(
    documents: list[Document], find: Callable[[Document, bool], list[Timex]], dated: bool, errors: Counter[tuple[str, str]]
) -> dict[str, float]:
    score, started = Score(), time.process_time()
    answers = [find(document, dated) for document in documents]
    seconds = time.process_time() - started
    for document, answer in zip(documents, answers, strict=True):
        for gold, found in pair(document.gold, answer):
            score.gold += gold is not None
            score.found += found is not None
            if gold is None or found is None:
                errors["missed" if gold else "spurious", (gold or found).kind] += 1  # type: ignore[union-attr]  # one of both is there
                continue
            score.relaxed += 1
            score.strict += (gold.start, gold.end) == (found.start, found.end)
            score.value += gold.value == found.value
            if gold.value != found.value:
                errors["value", gold.kind] += 1
    sentences = sum(len(_sentences(d.text)) for d in documents)
    return score.row() | {"sentences_per_second": round(sentences / max(seconds, 1e-9))}


def list_errors(documents: list[Document]) -> None:
    for document in documents:
        for gold, found in sorted(pair(document.gold, parley(document, False)), key=lambda p: (p[0] or p[1]).start):  # type: ignore[union-attr]
            if gold and found and gold.value == found.value:
                if (gold.start, gold.end) != (found.start, found.end):
                    print(f"{document.name}\tEXTENT\t{gold.text!r}\t{found.text!r}")
                continue
            here = (gold or found).start  # type: ignore[union-attr]
            context = document.text[max(0, here - 50) : here + 60].replace("\n", " ")
            kind = "VALUE" if gold and found else "MISSED" if gold else "SPURIOUS"
            print(f"{document.name}\t{kind}\t{gold and (gold.text, gold.value)}\t{found and (found.text, found.value)}\t{context}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--peer", action="store_true", help="run dateparser's search too (slow)")
    parser.add_argument("--errors", action="store_true", help="list every error on WikiWars 01 to 12 only")
    arguments = parser.parse_args()
    if not (arguments.corpora / "wikiwars").is_dir():
        print(f"no folder wikiwars in {arguments.corpora}", file=sys.stderr)
        return 1
    wars = [read_tml(path) for path in sorted((arguments.corpora / "wikiwars").glob("*.tml"))]
    if arguments.errors:
        list_errors(wars[:12])
        return 0
    bank = [read_tml(path) for path in sorted((arguments.corpora / "timebank").glob("*.tml"))]
    parts = {"wikiwars 01-12 (read)": (wars[:12], False), "wikiwars 13-16 (held out)": (wars[12:], False), "timebank": (bank, True)}
    result: dict[str, object] = {}
    for name, (documents, dated) in parts.items():
        if not documents:
            print(f"{name}: missing", file=sys.stderr)
            continue
        errors: Counter[tuple[str, str]] = Counter()
        result[name] = measure(documents, parley, dated, errors) | {"errors": {" ".join(key): n for key, n in sorted(errors.items())}}
        if arguments.peer:
            result[name + " dateparser"] = measure(documents, dateparser_search, dated, Counter())
    for name, row in result.items():
        print(name, row)
    print(json.dumps(result))
    return 0


if __name__ == "__main__":
    sys.exit(main())
