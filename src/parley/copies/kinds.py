"""An aligned pair → what kind of link it is, if any.

Text outside quotation marks decides whether one article comes from the other: whoever reports a speech quotes it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from parley.copies.align import Side

JOINING = frozenset({"copy", "partial", "rewrite"})
"""Kinds that make one article the source of another; a shared passage or quotation does not."""

ENOUGH_SENTENCES = 2.5
ENOUGH_SHARE = 0.25
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


@dataclass(frozen=True, slots=True)
class Overlap:
    """How much of one article stands in the other.

    Args:
        share: of its words, quotations included.
        own: of its words outside quotation marks, loosely kept sentences in part.
        sentences: aligned sentences that are mostly outside quotation marks, loosely kept ones in part.
        total: telling sentences.
        edited: share of the aligned words that stand in sentences not found word for word.
        passages, quotes: aligned sentences close enough to be lifted, outside and inside quotation marks.
        words: the article's words.
    """

    share: float
    own: float
    sentences: float
    total: int
    edited: float
    passages: int
    quotes: int
    words: int


def measure(side: Side) -> Overlap:
    """Sums up one side of an alignment. Sentences that say too little are left out."""
    lengths, covered = side.lengths * side.telling, side.covered * side.telling
    unquoted = 1 - side.quoted
    mostly_own = side.quoted < 0.5
    lifted = side.aligned & (side.order >= PASSAGE_ORDER)
    faith = np.where(side.aligned, np.clip((side.order - LOOSE_ORDER) / (PASSAGE_ORDER - LOOSE_ORDER), 0, 1), 1)
    aligned_words = float(side.lengths[side.aligned].sum())
    own_words = float((lengths * unquoted).sum())
    return Overlap(
        share=_ratio(float(covered.sum()), float(lengths.sum())),
        own=_ratio(float((covered * unquoted * faith).sum()), own_words if own_words >= 0.2 * lengths.sum() else float(lengths.sum())),
        sentences=float(faith[side.aligned & mostly_own].sum()),
        total=int(side.telling.sum()),
        edited=_ratio(float(side.lengths[side.aligned & ~side.same].sum()), aligned_words),
        passages=int((lifted & mostly_own).sum()),
        quotes=int((lifted & ~mostly_own).sum()),
        words=int(side.lengths.sum()),
    )


def _ratio(part: float, whole: float) -> float:
    return min(part / whole, 1.0) if whole else 0.0


def name_kind(one: Overlap, other: Overlap) -> str | None:
    """Names the link between two articles by their overlaps, or returns None when they have nothing telling in common."""
    shorter = one if (one.words, one.share) <= (other.words, other.share) else other
    if is_derived(shorter):
        if (one.edited + other.edited) / 2 >= EDITED:
            return "rewrite"
        return "copy" if min(one.share, other.share) >= WHOLE else "partial"
    if max(one.passages, other.passages):
        return "shared_passage"
    return "shared_quote" if max(one.quotes, other.quotes) else None


def is_derived(shorter: Overlap) -> bool:
    """Returns whether so much of an article's own text stands in a longer one that one comes from the other."""
    if shorter.total < SHORT:
        return shorter.own >= SHORT_SHARE and shorter.sentences > 0
    return shorter.own >= ENOUGH_SHARE and shorter.sentences >= ENOUGH_SENTENCES


def contained(one: Overlap, other: Overlap) -> float:
    """Returns the share of the shorter article found in the other, rounded to three places."""
    shorter = one if (one.words, one.share) <= (other.words, other.share) else other
    return round(float(np.clip(shorter.share, 0, 1)), 3)
