"""Reports that only go on about a meeting → the meeting of which their article has told.

"The talks ended without a deal" names nobody, no day and no place; the article that says so has told of the talks. Such
reports are given away last, group by group, so that they never join two meetings.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from parley.lexicon.themes import gathered, refers_back
from parley.record.events.features import THRESHOLD, Feature
from parley.record.events.happening import Candidate

Group = list[Candidate]
_TOLD_ON = Feature("told_on", THRESHOLD, "an article goes on about what it has told of")


def tell_on(group: dict[str, Group], is_parted: Callable[[Group, Group], bool]) -> list[tuple[float, str, str, tuple[Feature, ...]]]:
    """Moves reports, in place, into the groups they go on about.

    Args:
        group: report id → the group that it is in; members of a group share one list.
        is_parted: whether something keeps two groups apart for good.

    Returns:
        The pairs that were joined, with their score and feature.
    """
    groups = sorted({id(members): members for members in group.values()}.values(), key=lambda m: min(c.id for c in m))
    loose = [members for members in groups if all(goes_on(c) for c in members)]
    firm = [members for members in groups if not all(goes_on(c) for c in members)]
    told_in: dict[str, list[Group]] = defaultdict(list)
    for members in firm:
        _tell(told_in, members)
    joined: list[tuple[float, str, str, tuple[Feature, ...]]] = []
    for members in loose:
        near = {id(m): m for c in members for m in told_in[c.article] if m[0].theme == c.theme}
        fitting = [m for m in near.values() if not is_parted(members, m)]
        if not fitting:
            _tell(told_in, members)
            continue
        best = min(fitting, key=lambda m: (-_shared(members, m), _nearest(members, m)))
        _, left, right = _nearest(members, best)
        joined.append((_TOLD_ON.score, left, right, (_TOLD_ON,)))
        best += members
        group.update((c.id, best) for c in members)
        _tell(told_in, best)
    return joined


def _tell(told_in: dict[str, list[Group]], members: Group) -> None:
    for article in sorted({c.article for c in members}):
        if not any(m is members for m in told_in[article]):
            told_in[article].append(members)


def goes_on(c: Candidate) -> bool:
    """Whether a report does not say by itself who met, or speaks of "the talks" as known."""
    report = c.report
    if c.recurs or report.historical or c.modality == "future" or (report.type == "CONSULT" and c.modality == "negated"):
        return False
    if refers_back(report.evidence.text, c.theme):
        return True
    described = {word.lower() for p in report.actors for word in p.span.text.split()[-1:]}
    return not c.people and described <= gathered()


def _shared(left: Sequence[Candidate], right: Sequence[Candidate]) -> int:
    articles = {c.article for c in left}
    return sum(c.article in articles for c in right)


def _nearest(left: Sequence[Candidate], right: Sequence[Candidate]) -> tuple[int, str, str]:
    return min((abs(a.report.trigger.start - b.report.trigger.start), a.id, b.id) for a in left for b in right if a.article == b.article)
