"""The cheap stages alone, at several sizes: what each costs, and how that grows.

`clean` reads and cleans news pages as `news_pages.py` makes them; `times`, `copies` and `happenings` work on invented articles, whose making is not
counted: those of `copies.py` and of `invented_record.py`, in which every matter goes on for months.
"""

from __future__ import annotations

import math
import resource
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

from copies import make_articles
from invented_record import invent
from news_pages import news_pages
from parley.copies import find_copies
from parley.model import Page, PageError
from parley.pages import clean_page
from parley.record.happenings import group_happenings
from parley.record.terms import HappeningInput
from parley.times import find_times

_MOST_PAGES = 1000
"""Pages cleaned at most: each is cleaned alone, so more would tell nothing more."""


def measure_growth(corpora: Path, sizes: list[int]) -> dict[str, object]:
    """Returns for each stage its processor seconds at each size, and the exponent from the smallest to the largest."""
    stages: dict[str, Callable[[int], float]] = {
        "clean": lambda size: clean(corpora, size),
        "times": read_times,
        "copies": copy,
        "happenings": happen,
    }
    found: dict[str, object] = {}
    for name, stage in stages.items():
        stage(20)  # what is loaded once is loaded here
        seconds = {size: stage(size) for size in sizes if name != "clean" or size <= _MOST_PAGES}
        (small, cheap), *_, (large, dear) = [next(iter(seconds.items())), *seconds.items()]
        slope = round(math.log(dear / cheap) / math.log(large / small), 3) if large > small else None
        found[name] = {"cpu_seconds": {str(size): round(spent, 3) for size, spent in seconds.items()}, "exponent": slope}
    return {**found, "peak_megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}


def _spent(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def clean(corpora: Path, size: int) -> float:
    seconds = 0.0
    for _, html in news_pages(corpora, size):
        began = time.process_time()
        try:
            clean_page(Page("p", "x.html", "text/html", html))
        except PageError:
            pass
        finally:
            seconds += time.process_time() - began
    return seconds


def read_times(size: int) -> float:
    texts = [article.text for article, _ in islice(invent(size), size)]
    return _spent(lambda: [find_times(text, None) for text in texts])


def copy(size: int) -> float:
    articles = [article for article, _ in make_articles(size)]
    return _spent(lambda: find_copies(articles))


def happen(size: int) -> float:
    items = [HappeningInput(id=article.id, text=article.text, published=article.published) for article, _ in invent(size)]
    return _spent(lambda: group_happenings(items))
