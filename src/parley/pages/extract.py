"""HTML → how much of each of its visible lines trafilatura takes for the article.

trafilatura (Barbaresi 2021) is run in its fast mode, since what it returns is only evidence beside our own line model; where
it leaves most of the page's prose behind, it is run again with the second opinions of readability and justext. Its
`deduplicate` stays off, for that depends on the pages seen before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import lxml.html
import trafilatura

from parley.pages.features import words
from parley.pages.visible import VisibleLine

_MIN_COVERAGE = 0.5  # below it the fast mode has missed the article as often as not
_PROSE_CHARS = 80
_MAX_LINKED = 0.5


@dataclass(frozen=True, slots=True)
class Extracted:
    """What trafilatura takes for the article (maybe nothing), and the share of each visible line that stands in it, 0 to 1."""

    text: str
    shares: list[float]


def extract(tree: lxml.html.HtmlElement, lines: Sequence[VisibleLine]) -> Extracted:
    """Runs trafilatura on a parsed page whose visible lines are `lines`."""
    found = _run(tree, lines, fast=True)
    return found if coverage(found.shares, lines) >= _MIN_COVERAGE else _run(tree, lines, fast=False)


def _run(tree: lxml.html.HtmlElement, lines: Sequence[VisibleLine], *, fast: bool) -> Extracted:
    text = trafilatura.extract(tree, include_comments=False, deduplicate=False, fast=fast) or ""
    return Extracted(text, extracted_shares(text, [line.text for line in lines]))


def coverage(shares: Sequence[float], lines: Sequence[VisibleLine]) -> float:
    """Returns the share of the page's prose (long lines that are no links) that was extracted, 0 to 1."""
    prose = [
        (share, len(line.text)) for share, line in zip(shares, lines, strict=True) if len(line.text) >= _PROSE_CHARS and line.linked < _MAX_LINKED
    ]
    return sum(share * size for share, size in prose) / (sum(size for _, size in prose) or 1)


def extracted_shares(extracted: str, lines: Sequence[str]) -> list[float]:
    """Returns for each line the share of it, 0 to 1, that stands in the extracted text, counted in word trigrams.

    Line breaks play no part, since the extractor parts paragraphs in its own way. Lines of fewer words count whole or not at all.
    """
    tokens = words(extracted)
    grams: set[tuple[str, ...]] = set(zip(tokens, tokens[1:], tokens[2:], strict=False))
    whole = {words(line) for line in extracted.split("\n")}
    return [_share(words(line), grams, whole) for line in lines]


def _share(line: tuple[str, ...], grams: set[tuple[str, ...]], whole: set[tuple[str, ...]]) -> float:
    own = list(zip(line, line[1:], line[2:], strict=False))
    return sum(gram in grams for gram in own) / len(own) if own else float(line in whole)
