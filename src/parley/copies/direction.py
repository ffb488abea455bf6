"""A pair that shares text → which of the two is the earlier.

What the pages say of themselves counts first (a canonical address, an agency's credit), then publication dates, then
what copying does to a text: it cuts the end off, wraps it, turns "on Saturday" into "yesterday", loses quotation marks.
Each trace votes with a weight; the sum decides and the ids settle a tie, so the answer never depends on order.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from parley.copies.align import Side
from parley.copies.articles import Known
from parley.copies.profile import Profile
from parley.lexicon.folding import fold

CANONICAL, CREDIT, DATE = 8.0, 4.0, 3.0
DOUBLING, TRUNCATION, WRAPPING, RELATIVE, QUOTES, ODD_WORDS = 1.5, 1.0, 1.0, 1.0, 0.5, 0.25


@dataclass(frozen=True, slots=True)
class Trace:
    """A pair with its profiles and alignment, seen from `one`."""

    one: Known
    other: Known
    profile: Profile
    other_profile: Profile
    side: Side
    other_side: Side

    @property
    def turned(self) -> Trace:
        """The same pair seen from `other`."""
        return Trace(self.other, self.one, self.other_profile, self.profile, self.other_side, self.side)


def decide(pair: Trace) -> float:
    """Returns how strongly the traces say that `one` is the earlier; negative for `other`."""
    return _evidence(pair) - _evidence(pair.turned)


def is_earlier(pair: Trace) -> bool:
    """Returns whether `one` is the earlier text; ids break a tie."""
    balance = decide(pair)
    return balance > 0 or (balance == 0 and pair.one.id < pair.other.id)


def _evidence(pair: Trace) -> float:
    """Sums what speaks for `one` as the earlier."""
    return (
        CANONICAL * is_named_original(pair.one, pair.other)
        + CREDIT * is_credited(pair.one, pair.other)
        + DATE * is_dated_before(pair.one, pair.other)
        + DOUBLING * (is_doubled(pair.other_side) and not is_doubled(pair.side))
        + TRUNCATION * is_cut_short(pair.other_side, pair.side)
        + WRAPPING * is_wrapped(pair.side, pair.other_side)
        + RELATIVE * (days_made_relative(pair) > days_made_relative(pair.turned))
        + ODD_WORDS * has_odder_words(pair)
        + QUOTES * (quotes_lost(pair) > quotes_lost(pair.turned))
    )


def is_settled(one: Known, other: Known) -> bool:
    """Returns whether what the pages say of themselves tells which is the earlier, so that their texts need not."""
    tests = (is_named_original, is_credited, is_dated_before)
    return any(test(one, other) or test(other, one) for test in tests)


def is_named_original(one: Known, other: Known) -> bool:
    """`other` names the address of `one` as its original."""
    return bool(other.canonical) and other.canonical == one.url and other.canonical != other.url


def is_credited(one: Known, other: Known) -> bool:
    """`other` credits an agency that is the publisher of `one`."""
    return bool(other.agency and one.publisher) and fold(other.agency or "") == fold(one.publisher or "")


def is_dated_before(one: Known, other: Known) -> bool:
    """`one` was surely published on an earlier day."""
    return bool(one.published and other.published) and one.published.last < other.published.first  # type: ignore[union-attr]


def is_doubled(later: Side) -> bool:
    """Two sentences out of three, or more, share a partner: the body stands there twice."""
    partners = later.partner[later.aligned]
    return len(partners) >= 4 and len(np.unique(partners)) <= len(partners) * 2 / 3


def is_cut_short(later: Side, earlier: Side) -> bool:
    """Nearly all of `later` stands in `earlier`, from its beginning, and the end is missing. A headline may be missing too."""
    if not _is_whole(later) or not earlier.aligned.any():
        return False
    first, last = np.flatnonzero(earlier.aligned)[[0, -1]]
    return bool(earlier.telling[:first].sum() < 2 and earlier.telling[last + 1 :].any())


def is_wrapped(earlier: Side, later: Side) -> bool:
    """Nearly all of `earlier` stands in `later`, behind an introduction of two sentences or more."""
    return bool(_is_whole(earlier) and later.aligned.any() and later.telling[: np.flatnonzero(later.aligned)[0]].sum() >= 2)


def _is_whole(side: Side) -> bool:
    """Nearly all telling sentences stand in the other article."""
    telling = float(side.lengths[side.telling].sum())
    return telling > 0 and float(side.covered[side.telling].sum()) >= 0.9 * telling


def days_made_relative(pair: Trace) -> int:
    """Counts aligned sentences of `one` that name a day where `other` says "yesterday" or the like."""
    rows = np.flatnonzero(pair.side.aligned)
    partners = pair.side.partner[rows]
    lost = pair.profile.named[rows] & ~pair.profile.relative[rows]
    return int((lost & pair.other_profile.relative[partners] & ~pair.other_profile.named[partners]).sum())


def quotes_lost(pair: Trace) -> int:
    """Counts aligned sentences that hold quotation marks in `one` and none in `other`."""
    rows = np.flatnonzero(pair.side.aligned)
    return int(((pair.profile.quoted[rows] > 0) & (pair.other_profile.quoted[pair.side.partner[rows]] == 0)).sum())


def has_odder_words(pair: Trace) -> bool:
    """Changed sentences of `other` are made of rarer words: whoever rewords a text leaves the usual word."""
    own = _rarity(pair.profile, pair.side)
    return own > 0 and _rarity(pair.other_profile, pair.other_side) > 1.02 * own


def _rarity(profile: Profile, side: Side) -> float:
    changed = side.aligned & ~side.same
    return float(profile.words.totals[changed].sum()) / max(1, int(side.lengths[changed].sum()))
