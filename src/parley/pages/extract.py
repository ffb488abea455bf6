"""HTML → which of its visible lines trafilatura takes for the article.

trafilatura (Barbaresi 2021) is run in its balanced mode on the page's text; its `deduplicate` stays off, since that
depends on the pages seen before. What it returns is only used as evidence beside our own line model.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import trafilatura

_MARKS = re.compile(r"[\W_]+")


def extracted_lines(html: object, lines: Sequence[str]) -> list[float]:
    """Returns for each visible line the share of it that trafilatura extracted, 0 or 1.

    Args:
        html: the page as text, or its lxml tree.
        lines: the visible lines of the same page.
    """
    found = trafilatura.extract(html, include_comments=False, deduplicate=False)
    return [float(t) for t in _taken(found or "", lines)]


def _taken(found: str, lines: Sequence[str]) -> list[bool]:
    """Aligns by letters alone: a line is taken when its letters stand in an extracted line, or an extracted line's in it."""
    keys = [_MARKS.sub("", line.lower()) for line in lines]
    kept = [key for key in (_MARKS.sub("", line.lower()) for line in found.split("\n")) if key]
    exact = set(kept)
    whole = "\n".join(kept)
    return [bool(key) and (key in exact or (len(key) > 20 and key in whole)) for key in keys]
