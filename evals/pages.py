"""Measures page cleaning on WCXB: bodies of HTML pages and of text dumps, and publication days.

    python evals/pages.py --corpora FOLDER [--limit N]

Held out: the third of WCXB's pages whose id hashes to 0 (mod 3) by SHA-256, which `training/lines.py` never reads. They are not
untouched: which variant of the line model ships (its features, width and training settings) was chosen while watching this
very held-out F1, so the F1 figures are somewhat flattered. Patterns and date rules were made on the other two thirds.
Figures, printed as text on standard error and as one JSON object on standard output:

- `html_f1`: word F1 (multiset of lower-case words, as WCXB's own metric) of `clean_page` on the HTML, averaged over pages,
  beside `trafilatura_f1` (balanced mode, comments off) and the seconds of both in the same run;
- `dump_f1`: the same on a text dump of each page (its visible lines, one a line), beside `keep_all_f1`;
- `day_exact`: share of pages with a gold day whose publication date is exactly that day; `day_given`: share with any date;
  `htmldate_exact`: the same by htmldate (its defaults, asked for the original date); `day_named`: share whose gold day is named anywhere in the
  page's source or its address, in whatever form and role, which no reader of the page can go beyond;
- `day_of_frame`: share whose date is wrong and stands neither in the page's head (`meta`, JSON-LD), nor in its address, nor on a
  line between the headline's place (16 lines above the body) and the body's end: days of sidebars and footers.

The first page is cleaned once before the clock starts, so that loading of weights and tables is not counted, for neither tool.
Of the held-out days only totals were ever looked at; rules and thresholds were chosen on the other two thirds.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from html import unescape
from pathlib import Path
from statistics import fmean

import htmldate
import trafilatura

from parley.model import Article, Page, PageError
from parley.pages import clean_page
from parley.pages.dated_markup import read_markup
from parley.pages.markup import parse_html, read_head
from parley.pages.stamps import find_stamps
from parley.pages.visible import visible_lines

_TAG = re.compile(r"<[^>]{0,200}>")
_ABOVE = 16  # lines above the body among which a page prints its date


@dataclass
class Scores:
    """One list a figure, one entry a page."""

    html: list[float] = field(default_factory=list)
    trafilatura: list[float] = field(default_factory=list)
    dump: list[float] = field(default_factory=list)
    keep_all: list[float] = field(default_factory=list)
    exact: list[bool] = field(default_factory=list)
    peer_exact: list[bool] = field(default_factory=list)
    named: list[bool] = field(default_factory=list)
    given: list[bool] = field(default_factory=list)
    of_frame: list[bool] = field(default_factory=list)
    seconds: Counter[str] = field(default_factory=Counter)


def is_held_out(page_id: str) -> bool:
    return int(hashlib.sha256(page_id.encode()).hexdigest(), 16) % 3 == 0


def held_out(folder: Path) -> Iterator[tuple[dict[str, str], str]]:
    with gzip.open(folder / "gold.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            gold = json.loads(line)
            if is_held_out(gold["id"]):
                yield gold, gzip.decompress((folder / "html" / f"{gold['id']}.html.gz").read_bytes()).decode("utf-8", "replace")


def word_f1(found: str, gold: str) -> float:
    one, two = (Counter(re.findall(r"\w+", text.lower())) for text in (found, gold))
    shared = sum((one & two).values())
    return 2 * shared / (sum(one.values()) + sum(two.values())) if shared else 0.0


def cleaned(page: Page) -> Article | None:
    try:
        return clean_page(page)
    except PageError as error:
        print(f"{page.id}: {error}", file=sys.stderr)
        return None


def is_named(day: date, source: str) -> bool:
    """Whether a page's source names a day: 2016-08-26, 20160826, 26 Aug 2016, August 26th, 2016, 26.8.2016, 8/26/16 …"""
    month, number, year = day.strftime("%b"), f"0?{day.day}(?:st|nd|rd|th)?", str(day.year)
    figures = (f"0?{day.day}", f"0?{day.month}")
    forms = (
        rf"{year}[-/._]0?{day.month}[-/._]0?{day.day}(?!\d)",
        rf"(?<!\d){day:%Y%m%d}",
        rf"(?<!\d){number}(?: of)?[\s,/-]{{0,3}}{month}[a-z]*[\s,./'-]{{0,3}}{year}",
        rf"{month}[a-z]*[\s,./-]{{0,3}}{number}[\s,./'-]{{0,3}}{year}",
        *(rf"(?<!\d){one}[-/. ]{two}[-/. ](?:{year}|{year[2:]})(?!\d)" for one, two in (figures, figures[::-1])),
    )
    shown = _TAG.sub(lambda tag: tag[0] if any(c.isdigit() for c in tag[0]) else " ", source)
    return re.search("|".join(forms), shown, re.IGNORECASE) is not None


def is_of_frame(article: Article, html: str) -> bool:
    """Whether an article's date comes from no place where a page dates itself."""
    if article.published is None:
        return False
    day = article.published.first
    start, end = article.shown.count("\n", 0, article.kept[0][0]), article.shown.count("\n", 0, article.kept[-1][1])
    near = article.shown.split("\n")[max(0, start - _ABOVE) : end + 1]
    printed = {stamp.date for line in near for day_first in (True, False) for stamp in find_stamps(line, day_first)}
    tree = parse_html(html)
    return article.published.how != "inferred:url" and day not in printed and day not in read_markup(read_head(tree), tree).head


def measure(gold: dict[str, str], html: str, scores: Scores) -> None:
    body = gold["main_content"]
    start = time.process_time()
    peer = trafilatura.extract(html, include_comments=False) or ""
    between = time.process_time()
    article = cleaned(Page(gold["id"], gold["id"], "text/html", html, url=gold["url"]))
    scores.seconds += Counter({"trafilatura": between - start, "html": time.process_time() - between})
    scores.trafilatura.append(word_f1(peer, body))
    scores.html.append(word_f1(article.text if article else "", body))
    if gold["publish_date"]:
        day = article.published if article else None
        scores.peer_exact.append(htmldate.find_date(html, original_date=True) == gold["publish_date"])
        scores.named.append(is_named(date.fromisoformat(gold["publish_date"]), unescape(f"{html} {gold['url']}")))
        scores.given.append(day is not None)
        scores.exact.append(day is not None and day.is_day and day.first.isoformat() == gold["publish_date"])
        scores.of_frame.append(article is not None and not scores.exact[-1] and is_of_frame(article, html))
    dump = "\n".join(line.text for line in visible_lines(parse_html(html)))
    scores.keep_all.append(word_f1(dump, body))
    start = time.process_time()
    article = cleaned(Page(gold["id"], gold["id"], "text/plain", dump))
    scores.seconds["dump"] += time.process_time() - start
    scores.dump.append(word_f1(article.text if article else "", body))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True, help="the folder that holds wcxb/")
    parser.add_argument("--limit", type=int, default=None, help="measure only the first N pages")
    arguments = parser.parse_args()
    folder = arguments.corpora / "wcxb"
    if not (folder / "gold.jsonl.gz").is_file():
        sys.exit(f"no WCXB corpus at {folder}: nothing measured")
    scores = Scores()
    measure(*next(held_out(folder)), Scores())
    for number, (gold, html) in enumerate(held_out(folder)):
        if number == arguments.limit:
            break
        measure(gold, html, scores)
    pages = len(scores.html)
    figures = {
        "pages": pages,
        "html_f1": fmean(scores.html),
        "trafilatura_f1": fmean(scores.trafilatura),
        "html_seconds": scores.seconds["html"] / pages,
        "trafilatura_seconds": scores.seconds["trafilatura"] / pages,
        "dump_f1": fmean(scores.dump),
        "keep_all_f1": fmean(scores.keep_all),
        "dump_seconds": scores.seconds["dump"] / pages,
        "day_exact": fmean(scores.exact),
        "day_given": fmean(scores.given),
        "htmldate_exact": fmean(scores.peer_exact),
        "day_named": fmean(scores.named),
        "day_of_frame": fmean(scores.of_frame),
        "day_pages": len(scores.exact),
    }
    for name, value in figures.items():
        print(f"{name:>20} {value:.4f}" if isinstance(value, float) else f"{name:>20} {value}", file=sys.stderr)
    print(json.dumps({name: round(value, 4) for name, value in figures.items()}))


if __name__ == "__main__":
    main()
