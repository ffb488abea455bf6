"""HTML → which of its visible lines trafilatura takes for the article.

trafilatura (Barbaresi 2021) is run in its fast mode, without the second opinions of readability and justext, since what
it returns is only evidence beside our own line model; its `deduplicate` stays off, for that depends on the pages seen before.
"""

from __future__ import annotations

from collections.abc import Sequence

import lxml.html
import trafilatura

from parley.pages.features import words

_GRAM = 3


def extract_text(tree: lxml.html.HtmlElement) -> str:
    """Returns what trafilatura takes for the article, or the empty string."""
    return trafilatura.extract(tree, include_comments=False, deduplicate=False, fast=True) or ""


def extracted_shares(extracted: str, lines: Sequence[str]) -> list[float]:
    """Returns for each line the share of it, 0 to 1, that stands in the extracted text, counted in word trigrams.

    Line breaks play no part, since the extractor parts paragraphs in its own way. Lines of fewer words count whole or not at all.
    """
    tokens = words(extracted)
    grams = {tuple(tokens[i : i + _GRAM]) for i in range(len(tokens) - _GRAM + 1)}
    whole = {tuple(words(line)) for line in extracted.split("\n")}
    return [_share(words(line), grams, whole) for line in lines]


def _share(line: Sequence[str], grams: set[tuple[str, ...]], whole: set[tuple[str, ...]]) -> float:
    own = [tuple(line[i : i + _GRAM]) for i in range(len(line) - _GRAM + 1)]
    return sum(gram in grams for gram in own) / len(own) if own else float(tuple(line) in whole)
