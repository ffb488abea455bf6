"""Articles → copy links and independent sources.

A collection can grow: `extend_copies` compares new articles with all, and lets the links between old ones stand unless
the new ones stir them. The result is the same as if all had come at once.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from operator import attrgetter

import numpy as np

from parley.copies.articles import CopyInput, Known
from parley.copies.candidates import Query, ask_duckdb, find_pairs
from parley.copies.fingerprint import Fingerprint
from parley.copies.links import link_pairs
from parley.copies.mosaics import turn_mosaics
from parley.copies.sources import group_sources
from parley.copies.stirring import Stirred
from parley.copies.wires import find_wires
from parley.model import CopyLink, Source


@dataclass(frozen=True, slots=True)
class CopyResult:
    """Links sorted by their articles' ids, and sources sorted by id; each article is in exactly one source."""

    links: tuple[CopyLink, ...]
    sources: tuple[Source, ...]


_NOTHING = CopyResult((), ())


def find_copies(articles: Iterable[CopyInput]) -> CopyResult:
    """Finds which articles hold text of which, and groups them by origin. The order of `articles` does not matter.

    Raises:
        ValueError: when two articles have one id.
    """
    return extend_copies([Known.of(article) for article in articles])


Whole = Callable[[Collection[str]], Mapping[str, Fingerprint]]
"""Article ids → their whole fingerprints."""


def extend_copies(known: Collection[Known], before: CopyResult = _NOTHING, query: Query = ask_duckdb, whole: Whole | None = None) -> CopyResult:
    """Like `find_copies`, where some of the articles were compared with one another before.

    Args:
        known: all articles, the old and the new.
        before: what this function returned for the old ones.
        query: what runs SQL; DuckDB in memory unless an engine is to.
        whole: fetches the fingerprints of articles that are compared, where those at hand hold nothing but the samples.

    Raises:
        ValueError: when two articles have one id, or an old one is missing.
    """
    ordered = sorted(known, key=lambda article: (article.published.last if article.published else date.max, article.id))
    by_id = {article.id: article for article in ordered}
    if len(by_id) < len(ordered):
        raise ValueError("two articles with one id")
    old = {article for source in before.sources for article in source.articles}
    if not old <= by_id.keys():
        raise ValueError("an old article is missing")
    is_new = np.array([article.id not in old for article in ordered], np.bool_)
    pairs, is_open = find_pairs([article.print for article in ordered], is_new, query)
    stirred = Stirred.of(before.links, [article.id for article in ordered], pairs, is_open)
    if whole is not None:
        fetched = whole([ordered[place].id for place in np.unique(stirred.pairs).tolist()])
        by_id |= {id_: replace(by_id[id_], print=taken) for id_, taken in fetched.items()}
        ordered = [by_id[article.id] for article in ordered]
    return settle(by_id, [*stirred.standing, *turn_mosaics(link_pairs(ordered, stirred.pairs), by_id)], before.sources)


def settle(known: Mapping[str, Known], links: Iterable[CopyLink], before: Iterable[Source] = ()) -> CopyResult:
    """Sorts directed links and groups the articles into sources; those of `before` that are the same are taken over."""
    ordered = tuple(sorted(links, key=attrgetter("earlier", "later")))
    agencies = {name: article.agency for name, article in known.items()}
    return CopyResult(ordered, group_sources(agencies, ordered, find_wires(ordered, known), before))
