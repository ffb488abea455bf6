"""Aligned pairs → what kind of link each is, if any.

Text outside quotation marks decides whether one article comes from the other: whoever reports a speech quotes it.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

from parley.copies.align import Side
from parley.copies.profile import Flags, Floats
from parley.copies.words import Ints

JOINING = frozenset({"copy", "partial", "rewrite"})
"""Kinds that make one article the source of another; a shared passage or quotation does not."""

ENOUGH_SENTENCES = 3.0
ENOUGH_SHARE = 0.3
SHORT = 4
"""Articles of fewer telling sentences must stand in the other one nearly whole."""
SHORT_SHARE = 0.75
WHOLE = 0.8
"""Share of both articles from which on a copy is whole."""
EDITED = 0.3
"""Share of the words common to both that stand in changed sentences, from which on a copy is a rewrite."""
PASSAGE_ORDER = 0.6
"""Share of word pairs kept that tells a lifted sentence from two reporters' like words."""
LOOSE_ORDER = 0.2
"""Share of word pairs kept at which a sentence counts for nothing; up to `PASSAGE_ORDER` it counts in part."""


@dataclass(frozen=True, slots=True, eq=False)
class Overlap:
    """How much of one article stands in the other, for each pair.

    Args:
        share: of its words, quotations included.
        own: of its words outside quotation marks, loosely kept sentences in part.
        sentences: aligned sentences that are mostly outside quotation marks, loosely kept ones in part.
        total: telling sentences.
        edited: share of the aligned words that stand in sentences not found word for word.
        passages, quotes: aligned sentences close enough to be lifted, outside and inside quotation marks.
        words: the article's words.
    """

    share: Floats
    own: Floats
    sentences: Floats
    total: Ints
    edited: Floats
    passages: Ints
    quotes: Ints
    words: Floats


def measure(side: Side) -> Overlap:
    """Sums up one side of each alignment. Sentences that say too little are left out."""
    lengths, covered = side.lengths * side.telling, side.covered * side.telling
    unquoted = 1 - side.quoted
    mostly_own = side.quoted < 0.5
    lifted = side.aligned & (side.order >= PASSAGE_ORDER)
    faith = np.where(side.aligned, np.clip((side.order - LOOSE_ORDER) / (PASSAGE_ORDER - LOOSE_ORDER), 0, 1), 1)
    own_words, all_words = side.add(lengths * unquoted), side.add(lengths)
    return Overlap(
        share=_ratio(side.add(covered), all_words),
        own=_ratio(side.add(covered * unquoted * faith), np.where(own_words >= 0.2 * all_words, own_words, all_words)),
        sentences=side.add(faith * (side.aligned & mostly_own)),
        total=side.count(side.telling),
        edited=_ratio(side.add(side.lengths * (side.aligned & ~side.same)), side.add(side.lengths * side.aligned)),
        passages=side.count(lifted & mostly_own),
        quotes=side.count(lifted & ~mostly_own),
        words=side.add(side.lengths),
    )


def _ratio(part: Floats, whole: Floats) -> Floats:
    return np.minimum(part / np.where(whole > 0, whole, np.inf), 1)


def name_kinds(one: Overlap, other: Overlap) -> list[str]:
    """Names the link between the two articles of each pair; empty where they have nothing telling in common."""
    edited = (one.edited + other.edited) / 2 >= EDITED
    whole = np.minimum(one.share, other.share) >= WHOLE
    derived = is_derived(shorter_of(one, other))
    tests = [derived & edited, derived & whole, derived, (one.passages + other.passages) > 0, (one.quotes + other.quotes) > 0]
    names = ["rewrite", "copy", "partial", "shared_passage", "shared_quote", ""]
    return [names[place] for place in np.select(tests, list(range(len(tests))), len(tests)).tolist()]


def shorter_of(one: Overlap, other: Overlap) -> Overlap:
    """Takes, for each pair, the overlap of the article with fewer words; of two equally long ones, that with the smaller share."""
    is_first = (one.words < other.words) | ((one.words == other.words) & (one.share <= other.share))
    return Overlap(*(np.where(is_first, getattr(one, field.name), getattr(other, field.name)) for field in fields(Overlap)))


def is_derived(shorter: Overlap) -> Flags:
    """Returns whether so much of an article's own text stands in a longer one that one comes from the other."""
    is_nearly_whole = (shorter.own >= SHORT_SHARE) & (shorter.sentences > 0)
    has_enough = (shorter.own >= ENOUGH_SHARE) & (shorter.sentences >= ENOUGH_SENTENCES)
    return np.where(shorter.total < SHORT, is_nearly_whole, has_enough)


def contained(one: Overlap, other: Overlap) -> list[float]:
    """Returns the share of the shorter article found in the other, rounded to three places."""
    return [round(share, 3) for share in shorter_of(one, other).share.tolist()]
