"""Links turned where an article that seems the origin of two others was pasted together from them.

Two texts that have nothing in common with each other, but each much with a third, are rarely two excerpts of it: excerpts
keep the beginning, and so resemble each other. The third is the later, unless dates or credits say otherwise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from parley.copies.articles import Known
from parley.copies.direction import is_settled
from parley.copies.kinds import JOINING
from parley.model import CopyLink

_MOST_TEXTS = 100
"""Different texts taken from one article among which strangers are looked for."""


def turn_mosaics(links: Iterable[CopyLink], known: Mapping[str, Known]) -> list[CopyLink]:
    """Returns the links in order, those from a mosaic to its origins turned around."""
    ordered = list(links)
    children: dict[str, list[str]] = defaultdict(list)
    for link in ordered:
        if link.kind in JOINING:
            children[link.earlier].append(link.later)
    turned = {(mosaic, origin) for mosaic, found in children.items() if len(found) > 1 for origin in _find_origins(mosaic, found, known)}
    return [replace(link, earlier=link.later, later=link.earlier) if (link.earlier, link.later) in turned else link for link in ordered]


def _find_origins(article: str, children: Sequence[str], known: Mapping[str, Known]) -> list[str]:
    """Returns those children that have a stranger among the others, where nothing but the texts tells who came first."""
    loose = [child for child in children if not is_settled(known[article], known[child])]
    if len(loose) < 2:
        return []
    texts = {child: known[child].print.samples for child in loose}
    shingles = {text: frozenset(known[child].print.shingles.tolist()) for child, text in texts.items()}
    some = sorted(shingles)[:_MOST_TEXTS]
    with_strangers = {text for text, held in shingles.items() if any(len(held & shingles[other]) < 2 for other in some if other != text)}
    return [child for child, text in texts.items() if text in with_strangers]
