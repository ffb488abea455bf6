"""The same work by Parley and by a peer, in one process after the other; processor seconds, start-up left out, and the ratio."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Iterable
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path

import copies
import times
from news_pages import news_pages
from parley.model import Page, PageError

_SENTENCES = 2000
_ARTICLES = 2000
_ROUNDS = 3
"""Times each side is run on every page, in turn; the median counts, as machines are noisy."""


def measure_all(corpora: Path, pages: int) -> dict[str, object]:
    """Returns, for each task, what both sides took."""
    html = [text for _, text in news_pages(corpora, pages)]
    found = {"cleaning": cleaning(html), "copies": copying(), "times": timing(), "language": language(html)}
    return {"pages": pages, **{task: row for task, row in found.items() if row}}


def cleaning(html: list[str]) -> dict[str, object]:
    """`clean_page`, metadata included, beside trafilatura's text alone."""
    from parley.pages import clean_page

    def ours(text: str) -> None:
        try:
            clean_page(Page("p", "x.html", "text/html", text))
        except PageError:
            return

    if not _is_there("trafilatura"):
        return {}
    import trafilatura

    def theirs(text: str) -> None:
        trafilatura.extract(text, include_comments=False)

    mine, peer = _each(ours, html), _each(theirs, html)
    return {"unit": "seconds a page", "parley": round(mine, 4), "trafilatura": round(peer, 4), "speed_to_peer": round(peer / mine, 2)}


def copying() -> dict[str, object]:
    mine = copies.measure(_ARTICLES)
    if not _is_there("datasketch"):
        return {}
    peer = copies.measure_peer(_ARTICLES)
    keys = ("articles_per_cpu_second", "copies_found")
    return {
        "unit": "articles a CPU second; share of copies found",
        "parley": [mine[key] for key in keys],
        "datasketch": [peer[key] for key in keys],
        "speed_to_peer": round(mine[keys[0]] / peer[keys[0]], 2),  # type: ignore[operator]  # both are numbers
    }


def timing() -> dict[str, object]:
    mine = times.sentences_per_second(_SENTENCES)
    row: dict[str, object] = {"unit": "sentences a CPU second", "parley": round(mine)}
    if peer := times.peer_sentences_per_second(_SENTENCES // 20):
        row |= {"dateparser": round(peer), "speed_to_dateparser": round(mine / peer, 1)}
    if _is_there("recognizers_date_time"):
        try:
            other = recognizers_per_second(_SENTENCES // 20)
        except ImportError as error:  # its last release needs emoji<2
            print(f"Recognizers-Text cannot be used ({error}): its figures are missing", file=sys.stderr)
            return row
        row |= {"recognizers_text": round(other), "speed_to_recognizers_text": round(mine / other, 1)}
    return row


def recognizers_per_second(count: int) -> float:
    from recognizers_date_time import recognize_datetime

    sentences, anchor = times._SENTENCES, datetime(2019, 5, 15)
    recognize_datetime(sentences[0], "en-us", reference=anchor)
    began = time.process_time()
    for number in range(count):
        recognize_datetime(sentences[number % len(sentences)], "en-us", reference=anchor)
    return count / (time.process_time() - began)


def language(html: list[str]) -> dict[str, object]:
    """The whole language pass (sentences, words, syntax, names, acts), and all rooms after it, beside spaCy's tokeniser alone."""
    import spacy

    from parley.language import load
    from parley.pages import clean_page
    from parley.pipeline.reading import ArticleReader

    texts = []
    for text in html:
        try:
            texts.append(clean_page(Page("p", "x.html", "text/html", text)).text)
        except PageError:
            continue
    texts = texts[: max(10, len(texts) // 4)]
    nlp, bare = load(threads=1), spacy.blank("en")
    nlp("They met."), bare("They met.")
    passed, docs = _timed(lambda: list(nlp.pipe(texts)))
    split, plain = _timed(lambda: list(bare.pipe(texts)))
    words = sum(map(len, plain))
    rooms, _ = _timed(lambda: [ArticleReader(doc, None).reading("a") for doc in docs])
    return {
        "unit": "words a CPU second",
        "articles": len(texts),
        "words": words,
        "parley": round(words / passed),
        "rooms_after_it": round(words / rooms),
        "spacy_tokeniser": round(words / split),
        "speed_to_peer": round(split / passed, 4),
    }


def _timed(work: Callable[[], list[object]]) -> tuple[float, list[object]]:
    began = time.process_time()
    done = work()
    return time.process_time() - began, done


def _each(work: Callable[[str], None], items: Iterable[str]) -> float:
    """Mean over the items of the median over rounds."""
    items = list(items)
    work(items[0])
    spent: list[list[float]] = [[] for _ in items]
    for _ in range(_ROUNDS):
        for item, seconds in zip(items, spent, strict=True):
            began = time.process_time()
            work(item)
            seconds.append(time.process_time() - began)
    return statistics.fmean(statistics.median(seconds) for seconds in spent)


def _is_there(package: str) -> bool:
    if find_spec(package):
        return True
    print(f"{package} is not installed: its figures are missing", file=sys.stderr)
    return False
