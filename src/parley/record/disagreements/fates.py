"""Two reports of what was done to people → whether they differ in who it was, when it was or where.

Days and places part most acts, so that two of them seldom contradict each other in these. But nobody is killed twice, and "those killed"
are the ones just counted.
"""

from __future__ import annotations

import re
from collections.abc import Set

from parley.lexicon.act_words import act_family
from parley.lexicon.people_words import named_sort
from parley.record.disagreements.figures import Verdict
from parley.record.disagreements.voices import two_voices
from parley.record.events.happening import Candidate
from parley.record.events.places import are_apart

_KILLED = frozenset(map(act_family, "kill murder assassinate".split()))
_ARMED = frozenset({"soldier", "rebel", "policeman", "attacker"})
_UNARMED = frozenset({"civilian", "child", "student", "worker", "peasant", "migrant"})
_THOSE = re.compile(
    r"\b(?:those|all|the (?:people|men|dead|victims)|victims)(?:\s+(?:who were|of them|those))?\s+(?:killed\s+|hit\s+)?(?:were|are|had been)\b",
    re.IGNORECASE,
)
"""Words that say of people just told of who they were."""
_NEXT = 500
"""Characters between the killed and what another voice says of them."""
_POSSESSIVE = re.compile(r"[’']s?\s")
_NIGHT = re.compile(r"\b(?:overnight|nights?|midnight|dawn|early|late|evening|hours)\b", re.IGNORECASE)
"""Words by which an act may be of either of two days."""
_WEEKS = 10
"""Days that two accounts of one death may be apart."""
_FAR = 2
"""Days apart from which on no night explains it."""


def fate_keys(c: Candidate) -> set[tuple[str, ...]]:
    """Returns what a report shares with those that may tell of one person's end, or of the same people killed."""
    if c.report.type != "ASSAULT" or c.modality != "asserted" or not _is_killing(c):
        return set()
    return {("killed", name) for name in _persons(c)} | ({("those killed", c.article)} if c.report.claimant and _sorts(c) else set())


def other_fate(a: Candidate, b: Candidate) -> tuple[str, Verdict] | None:
    """Returns the slot in which two reports of a killing contradict each other, and the verdict."""
    if any(c.report.type != "ASSAULT" or c.modality != "asserted" or not _is_killing(c) for c in (a, b)) or not two_voices(a, b):
        return None
    if _are_other_people(a, b) or _are_other_people(b, a):
        return "recipient", Verdict("conflict", "two voices say of those killed that they were fighters, and that they were not")
    if a.source == b.source or not _persons(a) & _persons(b):
        return None
    who = ", ".join(sorted(_persons(a) & _persons(b)))
    if _are_of_other_days(a, b):
        return "date", Verdict("conflict", f"{who} is said to have been killed on two days")
    if _are_of_other_places(a, b):
        return "place", Verdict("conflict", f"{who} is said to have been killed in two places")
    return None


def _is_killing(c: Candidate) -> bool:
    return act_family(c.report.trigger.text.casefold().split()[0]) in _KILLED


def _persons(c: Candidate) -> frozenset[str]:
    """The victims by full name; "Ada Brandt's house" is no person."""
    text, start = c.report.evidence.text, c.report.evidence.start
    own = {p.name for p in c.report.recipients if not _POSSESSIVE.match(text[max(0, p.span.end - start) :]) and p.span.text[:1].isupper()}
    return frozenset(name for name in c.recipients if " " in name and name in own)


def _sorts(c: Candidate) -> Set[str]:
    return {sort for p in c.report.recipients if (sort := named_sort(p.name.casefold().split()[-1]))}


def _are_other_people(counted: Candidate, those: Candidate) -> bool:
    """Whether another voice says, of those killed that one counts, that they were no fighters, or that they were."""
    away = those.report.trigger.start - counted.report.trigger.start
    if counted.article != those.article or not 0 < away < _NEXT or None in (counted.report.claimant, those.report.claimant):
        return False
    sorts = _sorts(counted), _sorts(those)
    are_other = any(one & _ARMED and other & _UNARMED and not one & other for one, other in (sorts, sorts[::-1]))
    return are_other and _THOSE.search(those.report.evidence.text) is not None


def _are_of_other_days(a: Candidate, b: Candidate) -> bool:
    if not (a.is_self_dated and b.is_self_dated) or a.days is None or b.days is None or not (a.days.is_day and b.days.is_day):
        return False
    apart = abs((a.days.first - b.days.first).days)
    is_night = any(_NIGHT.search(c.report.evidence.text) for c in (a, b))
    return 0 < apart <= _WEEKS and (apart >= _FAR or not is_night)


def _are_of_other_places(a: Candidate, b: Candidate) -> bool:
    """Whether both sentences name an exact place of one country, far from each other, on days that may be one."""
    if a.where is None or b.where is None or a.country is None or a.country != b.country or not are_apart(a.where, b.where):
        return False
    if not (a.is_dated and b.is_dated) or a.days is None or b.days is None or not a.days.meets(b.days):
        return False
    return all(c.where is not None and c.where.name in c.report.evidence.text for c in (a, b)) and not (a.named & b.named)
