"""A line of a page → why it is not part of an article, by the patterns of `data/page_lines.tsv`."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

_MAX_CHARS = 320  # longer lines are prose, and patterns over them would only cost time
_SPACES = re.compile(r"\s+")
_DOTS = re.compile(r"\.{2,}\s*$")


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    text = files("parley.lexicon").joinpath("data/page_lines.tsv").read_text("utf-8")
    rows = (line.split("\t", 1) for line in text.splitlines() if line and not line.startswith("#"))
    by_reason: dict[str, list[str]] = {}
    for reason, expression in rows:
        by_reason.setdefault(reason, []).append(expression)
    return tuple((reason, re.compile("|".join(f"(?:{e})" for e in several), re.IGNORECASE)) for reason, several in by_reason.items())


@lru_cache(maxsize=8192)  # several judges ask for the same lines, and sites print the same frame on every page
def line_reason(line: str) -> str | None:
    """Returns the reason code under which `line` is known as no part of an article, or None where no pattern matches.

    A match is evidence, not a verdict: "Comment" may be a heading, and "By the river" a sentence's beginning.
    """
    if len(line) > _MAX_CHARS:
        return None
    bare = _DOTS.sub("", _SPACES.sub(" ", line)).strip(" :→›»>…-–—·•|[]")
    return next((reason for reason, pattern in _patterns() if pattern.fullmatch(bare)), None) if bare else None
