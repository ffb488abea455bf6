"""Pairs that share text → which of the two articles is the earlier.

What the pages say of themselves counts first (a canonical address, an agency's credit), then publication dates, then
what copying does to a text: it cuts the end off, wraps it, turns "on Saturday" into "yesterday", loses quotation marks.
Each trace votes with a weight; the sum decides and the ids settle a tie, so the answer never depends on order.
"""

from __future__ import annotations

import numpy as np

from parley.copies.align import Side
from parley.copies.articles import Known
from parley.copies.profile import Flags, Floats, Profiles
from parley.copies.words import Ints
from parley.lexicon.folding import fold

CANONICAL, CREDIT, DATE = 8.0, 4.0, 3.0
DOUBLING, TRUNCATION, WRAPPING, RELATIVE, QUOTES, ODD_WORDS = 1.5, 1.0, 1.0, 1.0, 0.5, 0.25


def weigh_texts(one: Side, other: Side, profiles: Profiles) -> Floats:
    """Returns how strongly the texts say, for each pair, that `one` is the earlier; negative for `other`."""
    return _traces(one, other, profiles) - _traces(other, one, profiles)


def _traces(one: Side, other: Side, profiles: Profiles) -> Floats:
    """Sums what the texts say for `one` as the earlier."""
    return np.asarray(
        DOUBLING * (is_doubled(other, one) & ~is_doubled(one, other))
        + TRUNCATION * is_cut_short(other, one)
        + WRAPPING * is_wrapped(one, other)
        + RELATIVE * (days_made_relative(one, other, profiles) > days_made_relative(other, one, profiles))
        + ODD_WORDS * has_odder_words(one, other, profiles)
        + QUOTES * (quotes_lost(one, other, profiles) > quotes_lost(other, one, profiles))
    )


def weigh_pages(one: Known, other: Known) -> float:
    """Returns how strongly what the pages say of themselves makes `one` the earlier; negative for `other`."""
    return _says_earlier(one, other) - _says_earlier(other, one)


def _says_earlier(one: Known, other: Known) -> float:
    return CANONICAL * is_named_original(one, other) + CREDIT * is_credited(one, other) + DATE * is_dated_before(one, other)


def is_settled(one: Known, other: Known) -> bool:
    """Returns whether what the pages say of themselves tells which is the earlier, so that their texts need not."""
    return _says_earlier(one, other) > 0 or _says_earlier(other, one) > 0


def is_named_original(one: Known, other: Known) -> bool:
    """`other` names the address of `one` as its original."""
    return bool(other.canonical) and other.canonical == one.url and other.canonical != other.url


def is_credited(one: Known, other: Known) -> bool:
    """`other` credits an agency that is the publisher of `one`."""
    return other.agency is not None and one.publisher is not None and bool(other.agency) and fold(other.agency) == fold(one.publisher)


def is_dated_before(one: Known, other: Known) -> bool:
    """`one` was surely published on an earlier day."""
    return one.published is not None and other.published is not None and one.published.last < other.published.first


def is_doubled(later: Side, earlier: Side) -> Flags:
    """Two sentences out of three, or more, share a partner: the body stands there twice."""
    partners = np.zeros(len(earlier.pair), np.bool_)
    partners[later.partner[later.aligned]] = True
    aligned = later.count(later.aligned)
    return (aligned >= 4) & (3 * earlier.count(partners) <= 2 * aligned)


def is_cut_short(later: Side, earlier: Side) -> Flags:
    """Nearly all of `later` stands in `earlier`, from its beginning, and the end is missing. A headline may be missing too."""
    before, after = _telling_around(earlier)
    return _is_whole(later) & (before < 2) & (after > 0)


def is_wrapped(earlier: Side, later: Side) -> Flags:
    """Nearly all of `earlier` stands in `later`, behind an introduction of two sentences or more."""
    before, _ = _telling_around(later)
    return _is_whole(earlier) & (before >= 2)


def _telling_around(side: Side) -> tuple[Ints, Ints]:
    """Counts telling sentences before the first aligned one and after the last; none where none is aligned."""
    so_far: Ints = np.cumsum(side.aligned, dtype=np.int64)
    before_pair: Ints = (so_far - side.aligned)[side.starts]
    since_start: Ints = so_far - before_pair[side.pair]
    all_aligned = side.count(side.aligned)[side.pair]
    telling = side.telling & ~side.aligned & (all_aligned > 0)
    return side.count(telling & (since_start == 0)), side.count(telling & (since_start == all_aligned))


def _is_whole(side: Side) -> Flags:
    """Nearly all telling sentences stand in the other article."""
    telling = side.add(side.lengths * side.telling)
    return (telling > 0) & (side.add(side.covered * side.telling) >= 0.9 * telling)


def days_made_relative(one: Side, other: Side, profiles: Profiles) -> Ints:
    """Counts aligned sentences of `one` that name a day where `other` says "yesterday" or the like."""
    partners = other.rows[one.partner]
    lost = profiles.named[one.rows] & ~profiles.relative[one.rows]
    return one.count(one.aligned & lost & profiles.relative[partners] & ~profiles.named[partners])


def quotes_lost(one: Side, other: Side, profiles: Profiles) -> Ints:
    """Counts aligned sentences that hold quotation marks in `one` and none in `other`."""
    return one.count(one.aligned & (profiles.quoted[one.rows] > 0) & (profiles.quoted[other.rows[one.partner]] == 0))


def has_odder_words(one: Side, other: Side, profiles: Profiles) -> Flags:
    """Changed sentences of `other` are made of rarer words: whoever rewords a text leaves the usual word."""
    own = _rarity(one, profiles)
    return (own > 0) & (_rarity(other, profiles) > 1.02 * own)


def _rarity(side: Side, profiles: Profiles) -> Floats:
    changed = side.aligned & ~side.same
    return side.add(profiles.words.totals[side.rows] * changed) / np.maximum(1, side.add(side.lengths * changed))
