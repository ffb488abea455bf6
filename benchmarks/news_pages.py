"""WCXB's news-length article pages, repeated and perturbed to any number of pages.

Of WCXB's pages those whose gold body has 200 to 900 words are taken (149 of 644 here; other lengths where they are asked for), with their frames,
scripts and faults. Page n is number n modulo their count. From the second round on every page is perturbed, seeded by n, in its visible text alone:
two in three words of four letters or more are replaced by words of the same page with the same case and the same last two letters (else of the same
case), so that hardly a run of five words stays while sentences keep their shape; the same capitalised word is replaced by the same other one
throughout the page.
Every fourth page is a copy instead: page n-1 with one long word in fifty replaced, as papers edit what they take from a wire.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

_SHOWN = re.compile(r"(<(?:script|style)\b.*?</(?:script|style)>)|>([^<>]{40,})<", re.DOTALL | re.IGNORECASE)
_WORD = re.compile(r"\b[^\W\d_]{4,}\b")
NEWS = range(200, 901)
"""Words of a news page's body."""
_NEW, _EDITED = 2 / 3, 1 / 50


def news_pages(corpora: Path, count: int, lengths: range = NEWS) -> Iterator[tuple[str, str]]:
    """Yields file names and HTML; the same on any machine.

    Args:
        lengths: words that the body of a page taken may have.

    Raises:
        SystemExit: when the corpus is not there.
    """
    originals = [_original(corpora, name) for name in _chosen(corpora, lengths)]
    for number in range(count):
        copied = number % 4 == 3
        source = number - copied
        html = originals[source % len(originals)]
        html = html if source < len(originals) else perturbed(html, source, _NEW)
        yield f"{number:06}.html", perturbed(html, number, _EDITED) if copied else html


def _chosen(corpora: Path, lengths: range) -> list[str]:
    gold = corpora / "wcxb" / "gold.jsonl.gz"
    if not gold.exists():
        raise SystemExit(f"no WCXB in {corpora}: --corpora needs a folder that holds wcxb/gold.jsonl.gz and wcxb/html")
    with gzip.open(gold, "rt", encoding="utf-8") as lines:
        pages = [json.loads(line) for line in lines]
    return [str(page["id"]) for page in pages if len(page["main_content"].split()) in lengths]


def _original(corpora: Path, name: str) -> str:
    return gzip.decompress((corpora / "wcxb" / "html" / f"{name}.html.gz").read_bytes()).decode("utf-8", "replace")


def perturbed(html: str, seed: int, share: float) -> str:
    """Replaces `share` of the longer words of a page's visible text by others of its words."""
    dice, alike, named = random.Random(seed), defaultdict[str, list[str]](list), dict[str, str]()
    for shown in _SHOWN.finditer(html):
        for word in _WORD.findall(shown[2] or ""):
            alike[word[-2:] + str(word.istitle())].append(word)
            alike[str(word.istitle())].append(word)

    def other(found: re.Match[str]) -> str:
        word = found[0]
        if dice.random() >= share:
            return word
        kind = str(word.istitle())
        choice = dice.choice(alike.get(word[-2:] + kind) or alike[kind])
        return named.setdefault(word, choice) if word.istitle() else choice

    return _SHOWN.sub(lambda shown: shown[0] if shown[2] is None else f">{_WORD.sub(other, shown[2])}<", html)
