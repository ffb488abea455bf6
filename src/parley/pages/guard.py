"""HTML → a refusal, when parsing it could exhaust time or memory; a cheap scan before any tree is built."""

from __future__ import annotations

import re

from parley.model import PageError
from parley.pages.limits import MAX_NESTING, MAX_TAGS

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,30})")
_FLAT = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li dt dd td th tr option thead tbody tfoot colgroup rp rt".split()
)
"""Elements without content, and those whose end tag may be left out and which the next of their kind ends."""


def refuse_hostile(html: str) -> None:
    """Scans the tags of a page once.

    Raises:
        PageError: when tags nest too deep or are too many.
    """
    depth = count = 0
    for match in _TAG.finditer(html):
        count += 1
        if match[2].lower() in _FLAT:
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        if depth > MAX_NESTING:
            raise PageError("clean", f"tags are nested more than {MAX_NESTING} deep")
        if count > MAX_TAGS:
            raise PageError("clean", f"the page holds more than {MAX_TAGS} tags")
