"""Reports of one act → disagreements over whether it happened, who did it and when."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from parley.model import Disagreement
from parley.record.disagreements.figures import Verdict
from parley.record.disagreements.stands import Voice, disagreement
from parley.record.events.happening import Candidate
from parley.record.events.parting import cannot_be_one
from parley.record.groups import Groups

_WEEK = 7
_MOST = 60
_STEM = 4
_DENIAL = re.compile(r"\bden(?:y|ies|ied|ying|ial)\b", re.IGNORECASE)
_FIRST = re.compile(r"(?:\W+\w+){0,2}\W+first\b", re.IGNORECASE)
_DONE_BY_SOMEBODY = frozenset({"ASSAULT", "COERCE"})
"""Acts whose denial disputes who did them, not that they were done."""


def act_disagreements(members: Mapping[str, Sequence[Candidate]]) -> Iterator[Disagreement]:
    """Compares reports of one type, day and participant or place, and the reports inside each event.

    Args:
        members: event id → its reports.
    """
    event_of = {c.id: event for event, reports in members.items() for c in reports}
    found: dict[str, Disagreement] = {}
    for test, pairs in ((denied, _denials(members)), (other_actor, _attacks(members))):
        disputed = [(a, b, verdict) for a, b in pairs if (verdict := test(a, b)) is not None]
        for entry in _together(disputed, event_of):
            found[entry.id] = entry
    for event, reports in members.items():
        if (finer := _precision(event, reports)) is not None:
            found[finer.id] = finer
        if (off := _called_off(event, reports)) is not None:
            found[off.id] = off
    yield from (found[id_] for id_ in sorted(found))


def _together(pairs: Sequence[tuple[Candidate, Candidate, Verdict]], event_of: Mapping[str, str]) -> Iterator[Disagreement]:
    """One disagreement for each set of reports that the pairs join."""
    by_id = {c.id: c for a, b, _ in pairs for c in (a, b)}
    groups = Groups()
    for a, b, _ in pairs:
        groups.join(a.id, b.id)
    for ids in groups.sets():
        verdict = min((v for a, _, v in pairs if a.id in ids), key=lambda v: v.why)
        slot = "actor" if by_id[ids[0]].report.type in _DONE_BY_SOMEBODY else "held"
        yield disagreement(sorted({event_of[id_] for id_ in ids}), slot, verdict, [_voice(by_id[id_], slot) for id_ in ids])


def denied(a: Candidate, b: Candidate) -> Verdict | None:
    """One voice says that an act was done, another that it was not."""
    yes, no = (a, b) if b.modality == "negated" else (b, a)
    if (yes.modality, no.modality) != ("asserted", "negated") or yes.report.type != no.report.type or not _two_voices(yes, no):
        return None
    if _DENIAL.search(yes.report.evidence.text):
        return None  # what stands beside a denial may be what is denied
    shared = yes.actors & no.actors or (_described(yes) & _described(no) if _same_day_and_place(yes, no) else frozenset())
    if not shared or not _one_occasion(yes, no):
        return None
    who = ", ".join(sorted(shared))
    return Verdict("conflict", f"the same act of {who} is stated by one and denied by the other")


def other_actor(a: Candidate, b: Candidate) -> Verdict | None:
    """Two named voices lay the same attack on different doers."""
    if a.report.type != "ASSAULT" or b.report.type != "ASSAULT" or a.modality != "asserted" or b.modality != "asserted":
        return None
    if _described(a) & _described(b) or a.doers & b.doers or not _two_voices(a, b) or not _same_day_and_place(a, b):
        return None
    accused = bool(a.actors and b.actors) or _blames_back(a, b) or _blames_back(b, a)
    if not (accused and _described(a) and _described(b) and _stem(a) == _stem(b)):
        return None
    if _is_first(a) and _is_first(b):
        return Verdict("conflict", "each is said to have been the first, on one day and in one place")
    if not _targets(a) & _targets(b):
        return None
    return Verdict("conflict", "one attack, of one day, place and target, is laid on different doers")


def _is_first(c: Candidate) -> bool:
    """Whether it says who began: "fired first", "opened fire on us first"."""
    report = c.report
    return _FIRST.match(report.evidence.text, report.trigger.end - report.evidence.start) is not None


def _precision(event: str, reports: Sequence[Candidate]) -> Disagreement | None:
    """Independent sources that date one event with different precision agree as far as each goes."""
    dated = [c for c in reports if c.is_dated and c.modality == "asserted"]
    values = {(when.first, when.last) for c in dated if (when := c.report.when)}
    if len(values) < 2 or len({c.source for c in dated}) < 2:
        return None
    return disagreement(
        [event], "date", Verdict("compatible", "the days of one lie within or overlap those of the other"), [_voice(c, "date") for c in dated]
    )


def _called_off(event: str, reports: Sequence[Candidate]) -> Disagreement | None:
    """A meeting that was planned and then called off: the plan no longer stands."""
    told = [c for c in reports if c.is_called_off or c.modality == "future"]
    if len({c.is_called_off for c in told}) < 2 or any(c.report.type == "CONSULT" and c.modality == "asserted" for c in reports):
        return None
    return disagreement([event], "held", Verdict("superseded", "the meeting was planned and has been called off"), [_voice(c, "plan") for c in told])


def _denials(members: Mapping[str, Sequence[Candidate]]) -> Iterator[tuple[Candidate, Candidate]]:
    """Each denial of an act with the statements that the same actor did such a thing."""
    stated: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
    for c in _ordered(members):
        if c.modality == "asserted":
            for actor in _described(c):
                stated[c.report.type, actor].append(c)
    for c in _ordered(members):
        if c.modality == "negated":
            yield from ((other, c) for actor in sorted(_described(c)) for other in stated[c.report.type, actor])


def _attacks(members: Mapping[str, Sequence[Candidate]]) -> Iterator[tuple[Candidate, Candidate]]:
    """The attacks of one day and place, two by two."""
    blocks: dict[tuple[str, date], list[Candidate]] = defaultdict(list)
    for c in _ordered(members):
        if c.report.type == "ASSAULT" and c.place is not None and c.is_dated and c.days is not None and c.days.is_day:
            blocks[c.place, c.days.first].append(c)
    for block in blocks.values():
        yield from combinations(block[:_MOST], 2)


def _ordered(members: Mapping[str, Sequence[Candidate]]) -> list[Candidate]:
    return sorted((c for reports in members.values() for c in reports), key=lambda c: c.id)


def _one_occasion(a: Candidate, b: Candidate) -> bool:
    """Whether both surely speak of one occasion: nothing parts them, and day and place, or word and day, agree."""
    if a.days is None or b.days is None or cannot_be_one(a, b) or max(a.days.days, b.days.days) > _WEEK + 1:
        return False
    same_place = a.place is not None and a.place == b.place
    same_target = bool(a.recipients & b.recipients)
    return same_place or same_target or (_denies_itself(b) and a.happening == b.happening)


def _denies_itself(c: Candidate) -> bool:
    """Whether those who deny an act are those who are said to have done it."""
    return c.modality == "negated" and c.claimant is not None and c.claimant in c.actors


def _same_day_and_place(a: Candidate, b: Candidate) -> bool:
    if a.place is None or a.place != b.place or not (a.is_dated and b.is_dated) or a.days is None or b.days is None:
        return False
    return a.days.is_day and b.days.is_day and a.days.first == b.days.first


def _blames_back(a: Candidate, b: Candidate) -> bool:
    """Whether the one said to have done it is the one who says that the other did."""
    return b.report.claimant is not None and _bare(b.report.claimant) in _described(a)


def _described(c: Candidate) -> frozenset[str]:
    """The doers by merged names or, where nobody is named, by their descriptions ("rebels")."""
    return c.actors or frozenset(_bare(p.name) for p in c.report.actors)


def _targets(c: Candidate) -> frozenset[str]:
    return c.recipients or frozenset(_bare(p.name) for p in c.report.recipients)


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ")


def _two_voices(a: Candidate, b: Candidate) -> bool:
    return a.report.claimant != b.report.claimant if a.source == b.source else True


def _stem(c: Candidate) -> str:
    return c.report.trigger.text.casefold()[:_STEM]


def _voice(c: Candidate, slot: str) -> Voice:
    report = c.report
    if slot == "held":
        value = "did not happen" if c.modality == "negated" else "happened"
    elif slot == "plan":
        value = "called off" if c.is_called_off else "planned"
    elif slot == "actor":
        value = ("not " if c.modality == "negated" else "") + ", ".join(sorted(_described(c)))
    else:
        value = "/".join(dict.fromkeys((report.when.first.isoformat(), report.when.last.isoformat()))) if report.when else ""
    return Voice(c.id, value, c.source, c.evidence, report.claimant)
