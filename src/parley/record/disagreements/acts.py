"""Reports of one act → disagreements over who did it, when, and whether it was called off; denials are found beside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from parley.lexicon.act_words import act_family
from parley.lexicon.folding import bare_name
from parley.model import Disagreement
from parley.record.disagreements.denials import denied, doers_in_question, is_denial, means_what_was_said
from parley.record.disagreements.figures import Verdict
from parley.record.disagreements.stands import Voice, disagreement
from parley.record.disagreements.voices import described, one_attack, same_day_and_place, two_voices
from parley.record.events.happening import Candidate
from parley.record.events.parting import cannot_be_one
from parley.record.events.retelling import says_alike
from parley.record.events.sides import side
from parley.record.groups import Groups

_LONGEST = 31
"""Days a date may spread over and still say when one act was done; "since January" tells of many."""
_CANCELLING = frozenset(map(act_family, "cancel postpone suspend abandon".split()))
_CALLING = frozenset("call calls called calling put puts break breaks broke broken".split())
_REPLY = 600
"""Characters within which one voice answers another in a text."""
_FIRST = re.compile(r"(?:\W+\w+){0,2}?\W+(?:(?<!the )(?<!its )(?<!their )first\b|first (?:shots?|rounds?|salvos?|blows?|strikes?)\b)", re.IGNORECASE)
"""Behind the word for an attack, who began: "fired first", "fired the first shots", but not "shelled the first village"."""
_DONE_BY_SOMEBODY = frozenset({"ASSAULT", "COERCE"})
"""Acts whose denial disputes who did them, not that they were done."""


def event_disagreements(event: str, reports: Sequence[Candidate]) -> Iterator[Disagreement]:
    """Compares the reports inside one event."""
    if (finer := _precision(event, reports)) is not None:
        yield finer
    if (off := _called_off(event, reports)) is not None:
        yield off


def act_disagreements(pairs: Sequence[tuple[Candidate, Candidate]], event_of: Mapping[str, str]) -> tuple[Disagreement, ...]:
    """Makes disagreements of pairs of reports that contradict each other.

    Args:
        pairs: those that `disputed` says something of.
        event_of: report id → event id.
    """
    found: dict[str, Disagreement] = {}
    for is_denied in (True, False):
        judged = [(a, b, verdict) for a, b in pairs if _has_denial(a, b) == is_denied and (verdict := disputed(a, b)) is not None]
        found |= {entry.id: entry for entry in _together(judged, event_of)}
    return tuple(found[id_] for id_ in sorted(found))


def disputed(a: Candidate, b: Candidate) -> Verdict | None:
    """Returns what two reports contradict each other in: whether an act was done, or who did it."""
    return denied(a, b) if _has_denial(a, b) else other_actor(a, b)


def _has_denial(a: Candidate, b: Candidate) -> bool:
    return is_denial(a) or is_denial(b)


def denial_keys(c: Candidate) -> set[tuple[str, ...]]:
    """Returns what a report shares with those that may deny it, or that it may deny."""
    return {("done", c.report.type, actor) for actor in doers_in_question(c)} | {("done", c.report.type, "to", target) for target in c.targets}


def attack_keys(c: Candidate) -> set[tuple[str, ...]]:
    """Returns what a report shares with those that may tell of the same attack: day and place, or whom or what it hit."""
    if c.report.type != "ASSAULT" or c.modality != "asserted":
        return set()
    hit = {("hit", target) for target in c.targets} | ({("first", c.source)} if _is_first(c) and c.report.claimant else set())
    return hit | ({("attack", c.place, c.days.first.isoformat())} if c.place and c.is_dated and c.days and c.days.is_day else set())


def _together(pairs: Sequence[tuple[Candidate, Candidate, Verdict]], event_of: Mapping[str, str]) -> Iterator[Disagreement]:
    """One disagreement for each set of reports that the pairs join."""
    by_id = {c.id: c for a, b, _ in pairs for c in (a, b)}
    groups = Groups()
    for a, b, _ in pairs:
        groups.join(a.id, b.id)
    for ids in groups.sets():
        verdict = min((v for a, _, v in pairs if a.id in ids), key=lambda v: v.why)
        is_by_somebody = by_id[ids[0]].report.type in _DONE_BY_SOMEBODY and not any(means_what_was_said(by_id[id_]) for id_ in ids)
        slot = "actor" if is_by_somebody else "held"
        yield disagreement(sorted({event_of[id_] for id_ in ids}), slot, verdict, [_voice(by_id[id_], slot) for id_ in ids])


def other_actor(a: Candidate, b: Candidate) -> Verdict | None:
    """Two named voices lay the same attack on different doers."""
    if a.report.type != "ASSAULT" or b.report.type != "ASSAULT" or a.modality != "asserted" or b.modality != "asserted":
        return None
    if described(a) & described(b) or a.doers & b.doers or not two_voices(a, b) or not _are_different_doers(a, b):
        return None
    if a.article == b.article and a.report.evidence.overlaps(b.report.evidence):
        return None  # one sentence seldom contradicts itself
    if _is_first(a) and _is_first(b):
        if same_day_and_place(a, b):
            return Verdict("conflict", "each is said to have been the first, on one day and in one place")
        if _is_reply(a, b):
            return Verdict("conflict", "each is said by a voice of one text to have been the first")
    by_two = None not in (a.report.claimant, b.report.claimant) and a.report.claimant != b.report.claimant
    if (by_two and one_attack(a, b)) or (same_day_and_place(a, b) and says_alike(a.report, b.report) and a.targets & b.targets):
        return Verdict("conflict", "one attack on the same people or things is laid on different doers")
    return None


def _are_different_doers(a: Candidate, b: Candidate) -> bool:
    """Whether both say who did it and surely do not mean the same: two by name, one who blames back, or two sides by two voices."""
    if not (described(a) and described(b)):
        return False
    if (a.actors and b.actors) or _blames_back(a, b) or _blames_back(b, a):
        return True
    sides, voices = (side(a.report), side(b.report)), (a.report.claimant, b.report.claimant)
    return None not in (*sides, *voices) and sides[0] != sides[1] and voices[0] != voices[1]


def _is_first(c: Candidate) -> bool:
    """Whether it says who began: "fired first", "opened fire on us first"."""
    report = c.report
    return _FIRST.match(report.evidence.text, report.trigger.end - report.evidence.start) is not None


def _is_reply(a: Candidate, b: Candidate) -> bool:
    """Whether one text, or its copies, set two named voices against each other within a few sentences, and nothing parts what they speak of."""
    if a.source != b.source or None in (a.claimant, b.claimant) or a.claimant == b.claimant or cannot_be_one(a, b):
        return False
    return abs(a.report.trigger.start - b.report.trigger.start) < _REPLY


def _precision(event: str, reports: Sequence[Candidate]) -> Disagreement | None:
    """Independent sources that date one event with different precision agree as far as each goes."""
    dated = [c for c in reports if c.is_dated and c.modality == "asserted" and c.report.when and c.report.when.days <= _LONGEST]
    values = {(when.first, when.last) for c in dated if (when := c.report.when)}
    if len(values) < 2 or len({c.source for c in dated}) < 2:
        return None
    return disagreement(
        [event], "date", Verdict("compatible", "the days of one lie within or overlap those of the other"), [_voice(c, "date") for c in dated]
    )


def _called_off(event: str, reports: Sequence[Candidate]) -> Disagreement | None:
    """A meeting that was planned and then called off: the plan no longer stands."""
    told = [c for c in reports if (c.is_called_off and _cancels(c)) or c.modality == "future"]
    if len({c.is_called_off for c in told}) < 2 or any(c.report.type == "CONSULT" and c.modality == "asserted" for c in reports):
        return None
    return disagreement([event], "held", Verdict("superseded", "the meeting was planned and has been called off"), [_voice(c, "plan") for c in told])


def _cancels(c: Candidate) -> bool:
    """Whether its own word is one of calling off; who will not bow to a demand, or may not come, cancels nothing."""
    words = c.report.trigger.text.casefold().split()
    return act_family(words[0]) in _CANCELLING or (words[0] in _CALLING and words[-1] == "off")


def _blames_back(a: Candidate, b: Candidate) -> bool:
    """Whether the one said to have done it is the one who says that the other did."""
    return b.report.claimant is not None and bare_name(b.report.claimant) in described(a)


def _voice(c: Candidate, slot: str) -> Voice:
    report = c.report
    if slot == "held":
        value = "did not happen" if c.modality == "negated" else "happened"
    elif slot == "plan":
        value = "called off" if c.is_called_off else "planned"
    elif slot == "actor":
        doers = described(c) or sorted(doers_in_question(c))[:1]
        value = ("not " if is_denial(c) else "") + ", ".join(sorted(doers))
    else:
        value = "/".join(dict.fromkeys((report.when.first.isoformat(), report.when.last.isoformat()))) if report.when else ""
    return Voice(c.id, value, c.source, c.evidence, report.claimant)
