"""Articles → copy links and independent sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from parley.copies.articles import CopyInput, Known
from parley.copies.candidates import find_pairs
from parley.copies.links import link_pairs
from parley.copies.mosaics import turn_mosaics
from parley.copies.sources import group_sources
from parley.copies.wires import find_wires
from parley.model import CopyLink, Source


@dataclass(frozen=True, slots=True)
class CopyResult:
    """Links sorted by their articles' ids, and sources sorted by id; each article is in exactly one source."""

    links: tuple[CopyLink, ...]
    sources: tuple[Source, ...]


def find_copies(articles: Sequence[CopyInput]) -> CopyResult:
    """Finds which articles hold text of which, and groups them by origin. The order of `articles` does not matter.

    Raises:
        ValueError: when two articles have one id.
    """
    return find_known_copies([Known.of(article) for article in articles])


def find_known_copies(known: Sequence[Known]) -> CopyResult:
    """Like `find_copies`, for articles that were read before.

    Raises:
        ValueError: when two articles have one id.
    """
    ordered = sorted(known, key=lambda article: (article.published.last if article.published else date.max, article.id))
    if len({article.id for article in ordered}) < len(ordered):
        raise ValueError("two articles with one id")
    links = link_pairs(ordered, find_pairs([article.print for article in ordered]))
    return settle(ordered, links)


def settle(known: Sequence[Known], links: Iterable[CopyLink]) -> CopyResult:
    """Turns links that only all of them together can direct, and groups the sources."""
    by_id = {article.id: article for article in known}
    turned = turn_mosaics(links, by_id)
    agencies = {article.id: article.agency for article in known}
    return CopyResult(turned, group_sources(agencies, turned, find_wires(turned, by_id)))
