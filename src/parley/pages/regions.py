"""An HTML element's name and attributes → the parts of a page it says it holds; and lines' places in the tree → how each lies to the page's prose.

Sites name the parts of their pages in class, id and role attributes. Their words (`lexicon/data/markup_words.tsv`) are evidence for the
line model, not verdicts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from parley.lexicon.markup_words import markup_kinds

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_MAX_NAMES = 300  # characters of attributes that are looked at
_MOST = 0.6  # of the prose, in the element that is taken for the main container


@lru_cache(maxsize=8192)  # a page says the same few hundred names again and again
def named_parts(names: str) -> int:
    """Returns the kinds of part that an element's name and attributes speak of, as bits in the order of `KINDS`."""
    kinds = markup_kinds()
    bits = 0
    for word in _WORD.findall(names[:_MAX_NAMES]):
        for kind in kinds.get(word.lower(), ()):
            bits |= 1 << kind
    return bits


def shares_of_prose(paths: Sequence[Sequence[int]], sizes: Sequence[int]) -> list[tuple[float, float, float]]:
    """Returns for each line the shares of the page's prose in its holder's parent and grandparent, and 1 where it lies in the main container, else 0.

    The main container is the deepest element that holds most of the prose.

    Args:
        paths: for each line, the numbers of the block elements around it, outermost first; deeper elements have higher numbers.
        sizes: for each line, its characters where it is prose, else 0.
    """
    held: Counter[int] = Counter()
    for path, size in zip(paths, sizes, strict=True):
        if size:
            for element in path:
                held[element] += size
    total = sum(sizes) or 1
    main = max((element for element, size in held.items() if size > _MOST * total), default=-1)
    return [(held[_at(path, 2)] / total, held[_at(path, 3)] / total, float(main in path)) for path in paths]


def _at(path: Sequence[int], back: int) -> int:
    return path[-back] if len(path) >= back else path[0] if path else -1
