"""Two reports that little ties → whether they are the only two, of all that their articles tell, that can be one.

Two articles on one matter that each tell of one meeting, one strike or one drone attack seldom mean two of them, even where one
gives no day and the other no place. Where either tells of a second such act that nothing parts, it is left open which is meant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from parley.lexicon.themes import gathered
from parley.record.events.features import Feature, is_in_copy
from parley.record.events.happening import Candidate
from parley.record.events.parting import are_parted, same_day
from parley.record.events.tell_on import goes_on

_COPY = Feature("only_in_copy", 2.3, "a copy tells it in the same sentence by another word, and neither text tells of another such act")
_RECALLED = Feature("only_that_time", 1.0, "an article goes back to that time, and of what both tell of it these two alone can be one")
_MATTER = Feature("only_one_told", 1.0, "of all such acts that both articles tell of, these two alone can be one")
MOST = _COPY.score
"""The most that being the only ones can add."""

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
            if group is not mine and not goes_on(c) and not any(are_parted(a, b) for a in group for b in theirs):
                return True
        return False


def only_one(a: Candidate, b: Candidate, told: Told) -> Feature | None:
    """Returns why two reports of two articles are surely of one act though little ties them, or None."""
    feature = _tie(a, b)
    return feature if feature is not None and not (told.has_other(a, b) or told.has_other(b, a)) else None


def _tie(a: Candidate, b: Candidate) -> Feature | None:
    if a.article == b.article:
        return None
    if is_in_copy(a, b):
        return _COPY
    if (a.is_recalled or b.is_recalled) and (same_day(a, b) or _begin_alike(a, b)):
        return _RECALLED
    if a.happening != b.happening or a.report.historical or b.report.historical or a.is_called_off or b.is_called_off:
        return None  # background is of another time, and a refusal of whatever was offered
    return None if _name_others(a, b) else _MATTER


def _begin_alike(a: Candidate, b: Candidate) -> bool:
    """Whether both texts begin what they tell on one day; or articles on one matter give the same month or year for it."""
    if not (a.is_dated and b.is_dated) or a.days is None or b.days is None:
        return False
    return a.days.first == b.days.first and (a.days.first.day > 1 or a.happening == b.happening)


def _name_others(a: Candidate, b: Candidate) -> bool:
    """Whether both say who acts, by name or description, and mean nobody in common; "the parties" may be anybody."""
    left, right = ({p.name.casefold().split()[-1] for p in c.report.actors} - gathered() for c in (a, b))
    return bool(left and right) and not left & right and not a.people & b.people and not a.states & b.states
