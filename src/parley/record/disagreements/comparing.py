"""Two figures → whether they count the same thing, so that they may be compared at all.

They do when measure and people counted agree and both belong to one event, or both count the same place, perpetrator and
window, or each is the only such figure of its article and both articles surely tell of one occasion. When that is unsure
they are not compared.
"""

from __future__ import annotations

import re
from datetime import date

from parley.lexicon.predicates import classes
from parley.record.disagreements.counted import Figure, is_of_one_act
from parley.record.disagreements.revising import takes_back
from parley.record.pairing import days_apart

_TOLD_ALIKE, _TOLD_THE_SAME, _TOLD_AT_LENGTH = 0.8, 1.2, 2.0
"""The weight of words in common from which on two figures are of one occasion, in articles on one happening and in any two, and even where
one names a town and the other another: two, three and about five telling words."""
_NEWS = 3
"""Days within which two articles that are not on one happening may yet tell of one occasion."""
_SUMMED = frozenset({"attacks", "affected"})
"""Measures that are mostly counted over days, so that two figures worded alike need not be of one time."""
_MAGNITUDE, _BY_FOES = 5.0, 10.0
"""Figures further apart than this factor seldom count one thing, however alike they are worded; of the dead of a battle the two sides give
numbers further apart than that."""
_ELSEWHERE = re.compile(
    r"\b(?:there|elsewhere|another|other|separate(?:ly)?|also|meanwhile|first time|once before|years? ago|last year|last month)\b", re.IGNORECASE
)
"""Words that give a figure a scope of its own beside another one in the same article."""


def counts_the_same(a: Figure, b: Figure) -> bool:
    """Returns whether both figures are for the same thing."""
    if not _count_alike(a, b) or not _may_differ(a, b):
        return False
    if a.follows is not None and a.follows == b.follows:
        return True
    if not _same_window(a, b):
        return False
    if a.named and b.named and not a.named & b.named and a.occasion.shared(b.occasion) < _TOLD_AT_LENGTH:
        return False
    if a.event is not None and a.event == b.event:
        return True
    if a.claim.measure == "duration" or not (_same_place(a.place, b.place) or a.named & b.named):
        return False
    if a.happening is not None and b.happening is not None and _are_of_one_occasion(a, b):
        return True
    return a.event is None and b.event is None and _are_of_one_window(a, b)


def _count_alike(a: Figure, b: Figure) -> bool:
    """Whether both count the same people or things, or one counts people of whatever sort."""
    return a.claim.measure == b.claim.measure and (a.counted == b.counted or "" in (a.counted, b.counted))


def _are_of_one_window(a: Figure, b: Figure) -> bool:
    """Whether both count since one day what one side did in one place, or in the same words where the place of one was not understood."""
    left, right = a.claim, b.claim
    if left.since is None or right.since is None or left.perpetrator != right.perpetrator:
        return False
    if left.place is not None and right.place is not None:
        return _same_place(left.place, right.place)
    return bool(a.occasion.names & b.occasion.names) and a.occasion.shared(b.occasion) >= _TOLD_THE_SAME


def _are_of_one_occasion(a: Figure, b: Figure) -> bool:
    """Whether the only such figures of two articles are surely of one act: place and people counted, or enough words, agree."""
    if not (a.is_only and b.is_only) and (a.filed.article == b.filed.article or not _share_setting(a, b)):
        return False
    shared = a.occasion.shared(b.occasion) if a.claim.measure not in _SUMMED else 0.0
    if a.happening == b.happening and (_are_placed_alike(a, b) or shared >= _TOLD_ALIKE):
        return True
    return _are_of_one_time(a, b) and shared >= _TOLD_THE_SAME


def _share_setting(a: Figure, b: Figure) -> bool:
    """Whether both are of one place, or of one day."""
    one, other = a.claim.since, b.claim.since
    is_one_day = one is not None and other is not None and one.is_day and (one.first, one.last) == (other.first, other.last)
    return is_one_day or (a.place is not None and b.place is not None and _same_place(a.place, b.place))


def _are_of_one_time(a: Figure, b: Figure) -> bool:
    """Whether the days that both give, or else those of publication, are within a few days of each other, as far as they are known."""
    one, other = (f.claim.since or f.as_of for f in (a, b))
    return one is other if one is None or other is None else days_apart(one, other) <= _NEWS


def _are_placed_alike(a: Figure, b: Figure) -> bool:
    """Whether both give a place, or neither does and they count people of one kind, or give days."""
    left, right = a.claim, b.claim
    if left.place is None or right.place is None:
        return left.place is right.place and (a.counted != "" or (left.since is not None and right.since is not None))
    return _same_place(left.place, right.place)


def _may_differ(a: Figure, b: Figure) -> bool:
    """Two independent sources, or two voices in one article; copies of one text cannot disagree."""
    if a.filed.id == b.filed.part_of or b.filed.id == a.filed.part_of:
        return False
    if a.filed.article == b.filed.article:
        if a.claim.sentence != b.claim.sentence and any(_ELSEWHERE.search(f.claim.sentence.text) for f in (a, b)):
            return False
        if takes_back(a.claim, b.claim):
            return a.claim.claimant == b.claim.claimant
        return a.claim.claimant != b.claim.claimant or a.claim.measure == "duration"
    return a.filed.source != b.filed.source


def _same_window(a: Figure, b: Figure) -> bool:
    left, right = a.claim, b.claim
    if left.since is None or right.since is None:
        return is_of_one_act(left) and is_of_one_act(right)
    ends = _end(a), _end(b)
    return left.since.meets(right.since) and (None in ends or ends[0] == ends[1]) and (ends[0] is None) == (ends[1] is None)


def _end(figure: Figure) -> date | None:
    """The last day of a window that was closed when the article was published; one that runs until then is open."""
    until = figure.claim.until
    return until.last if until is not None and (figure.as_of is None or until.last < figure.as_of.first) else None


def _same_place(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a.casefold() == b.casefold()


def are_of_like_size(a: Figure, b: Figure) -> bool:
    """Returns whether two figures may, by their size, count one thing and exclude each other."""
    sizes = [v for f in (a, b) for v in (f.claim.low, f.claim.high) if v]
    by_foes = None not in (a.claim.claimant, b.claim.claimant) and a.claim.claimant != b.claim.claimant
    most = _BY_FOES if by_foes and a.counted in classes()["forces"] | classes()["fighters"] else _MAGNITUDE
    return not sizes or max(sizes) <= most * min(sizes)
