"""Two reports that little ties → whether they are the only two, of all that their articles tell, that can be one.

Two articles on one matter that each tell of one meeting, one strike or one drone attack seldom mean two of them, even where one
gives no day and the other no place. Where either tells of a second such act that nothing parts, it is left open which is meant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from parley.lexicon.themes import gathered
from parley.record.events.again import is_bare_harm
from parley.record.events.features import Feature, is_in_copy
from parley.record.events.happening import LASTING, Candidate
from parley.record.events.objects import people_counted
from parley.record.events.parting import are_parted, same_day
from parley.record.events.retelling import can_mean, is_that, says_alike
from parley.record.events.tell_on import goes_on

_COPY = Feature("only_in_copy", 2.3, "a copy tells it in the same sentence by another word, and neither text tells of another such act")
_RECALLED = Feature("only_that_time", 1.0, "an article goes back to that time, and of what both tell of it these two alone can be one")
_KNOWN = Feature("only_one_known", 2.2, "the article speaks of the act as known, and tells of no other that can be meant")
_MATTER = Feature("only_one_told", 1.0, "of all such acts that both articles tell of, these two alone can be one")
MOST = _COPY.score
"""The most that being the only ones can add."""

_WEEK = 7
Group = Sequence[Candidate]


class Told:
    """Which groups of reports, as they now are, each article tells of.

    Args:
        group: report id → the group it is in; it changes as groups are joined.
    """

    def __init__(self, candidates: Iterable[Candidate], group: Mapping[str, Group]) -> None:
        self._group = group
        self._by_theme: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
        for c in candidates:
            self._by_theme[c.article, c.theme].append(c)

    def has_other(self, own: Candidate, other: Candidate) -> bool:
        """Whether the article of `own` tells of a further act that may be the one of `other`; what goes on about a meeting is no further one."""
        mine, theirs = self._group[own.id], self._group[other.id]
        for c in self._by_theme[own.article, own.theme]:
            group = self._group[c.id]
            if group is theirs:
                return True  # it has told of that one already
            if group is not mine and not goes_on(c) and not is_bare_harm(c) and not _are_apart(group, theirs):
                return True
        return False

    def has_third(self, one: Candidate, other: Candidate) -> bool:
        """Whether the article of both tells of a further act that the one spoken of as known may be, rather than the other."""
        mine, theirs = self._group[one.id], self._group[other.id]
        known = one if one.is_known else other
        others = [self._group[c.id] for c in self._by_theme[one.article, one.theme] if not c.is_known and can_mean(known.report, c.report)]
        return any(group is not mine and group is not theirs and not (_are_apart(group, mine) and _are_apart(group, theirs)) for group in others)


def _are_apart(left: Group, right: Group) -> bool:
    """Whether something parts two groups, or one is of long ago and the other of now."""
    if any(c.theme in LASTING for c in left) and all(c.report.historical for c in left) != all(c.report.historical for c in right):
        return True
    return any(are_parted(a, b) for a in left for b in right)


def only_one(a: Candidate, b: Candidate, told: Told) -> Feature | None:
    """Returns why two reports of two articles are surely of one act though little ties them, or None."""
    feature = tie(a, b)
    if feature is None or (told.has_third(a, b) if a.article == b.article else told.has_other(a, b) or told.has_other(b, a)):
        return None
    return feature


def _is_that(one: Candidate, known: Candidate) -> bool:
    """Whether an article tells of an act, with its day or place, and then speaks of it as known."""
    if not known.is_known or known.is_self_dated or known.modality != one.modality:
        return False
    return (one.is_dated or one.place is not None) and not one.report.historical and is_that(one.report, known.report)


def tie(a: Candidate, b: Candidate) -> Feature | None:
    """Returns what would tie two reports if they were the only ones that can be meant, or None."""
    if a.article == b.article:
        return _KNOWN if _is_that(a, b) or _is_that(b, a) else None
    if is_in_copy(a, b):
        return _COPY
    if (a.is_recalled or b.is_recalled) and (same_day(a, b) or _begin_alike(a, b) or _is_that_week(a, b)):
        return _RECALLED if a.story == b.story and _have_in_common(a, b) else None
    if a.happening != b.happening or a.report.historical or b.report.historical or a.is_called_off or b.is_called_off:
        return None  # background is of another time, and a refusal of whatever was offered
    return None if _name_others(a, b) else _MATTER


def _begin_alike(a: Candidate, b: Candidate) -> bool:
    """Whether both texts begin what they tell on one day; or articles on one matter give the same month or year for it."""
    if not (a.is_dated and b.is_dated) or a.days is None or b.days is None:
        return False
    is_week = any(1 < days.days <= _WEEK for days in (a.days, b.days))
    return a.days.first == b.days.first and not is_week and (a.days.first.day > 1 or a.happening == b.happening)


def _have_in_common(a: Candidate, b: Candidate) -> bool:
    """Whether more than the day ties them: who, where, the word for it, or how many of whom it hit."""
    named = a.people & b.people or a.states & b.states or a.named & b.named
    return bool(named) or says_alike(a.report, b.report) or bool(people_counted(a.sentence) & people_counted(b.sentence))


def _is_that_week(a: Candidate, b: Candidate) -> bool:
    """Whether both are dated within one week and told of one place."""
    if not (a.is_dated and b.is_dated) or a.days is None or b.days is None or max(a.days.days, b.days.days) > _WEEK:
        return False
    return a.days.meets(b.days) and bool(a.named & b.named)


def _name_others(a: Candidate, b: Candidate) -> bool:
    """Whether both say who acts, by name or description, and mean nobody in common; "the parties" may be anybody."""
    left, right = ({p.name.casefold().split()[-1] for p in c.report.actors} - gathered() for c in (a, b))
    return bool(left and right) and not left & right and not a.people & b.people and not a.states & b.states
