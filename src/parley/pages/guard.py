"""HTML → a refusal, when parsing it could exhaust time or memory; a cheap scan before any tree is built.

The parser runs in C and cannot be stopped once it has begun, so what is known to make it slow is looked for first: deep
nesting, too many tags, and crowds of attributes, which it compares with each other.
"""

from __future__ import annotations

import re

from parley.model import PageError
from parley.pages.limits import MAX_ATTRIBUTE_PAIRS, MAX_NESTING, MAX_TAGS

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,30})")
_OPEN = re.compile(r"""<[a-zA-Z](?:[\s/]++|[^\s=>/]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+|=)*+""")
_ROOMY = 3000  # characters of a tag below which its attributes are no crowd
_FLAT = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li dt dd td th tr option thead tbody tfoot colgroup rp rt".split()
)
"""Elements without content, and those whose end tag may be left out and which the next of their kind ends."""


def refuse_hostile(html: str) -> None:
    """Scans the tags of a page.

    Raises:
        PageError: when tags nest too deep or are too many, or hold too many attributes.
    """
    _refuse_crowds(html)
    depth = count = 0
    for match in _TAG.finditer(html):
        count += 1
        if count > MAX_TAGS:
            raise PageError("clean", f"the page holds more than {MAX_TAGS} tags")
        if match[2].lower() in _FLAT:
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        if depth > MAX_NESTING:
            raise PageError("clean", f"tags are nested more than {MAX_NESTING} deep")


def _refuse_crowds(html: str) -> None:
    pairs = 0
    for match in _OPEN.finditer(html):
        if match.end() - match.start() > _ROOMY:
            pairs += len(match.group().split()) ** 2
    if pairs > MAX_ATTRIBUTE_PAIRS:
        raise PageError("clean", "the page's tags hold too many attributes")
