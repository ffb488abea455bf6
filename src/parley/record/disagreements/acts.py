"""Reports of one act → disagreements over who did it, when, and whether it was called off; denials are found beside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from parley.lexicon.act_words import act_family
from parley.model import Disagreement
from parley.record.disagreements.denials import denied, doers_in_question, is_denial, means_what_was_said
from parley.record.disagreements.doers import attack_keys, both_began, is_first, other_actor
from parley.record.disagreements.fates import fate_keys, other_fate
from parley.record.disagreements.figures import Verdict
from parley.record.disagreements.stands import Voice, disagreement
from parley.record.disagreements.voices import described
from parley.record.events.happening import Candidate
from parley.record.groups import Groups

_LONGEST = 31
"""Days a date may spread over and still say when one act was done; "since January" tells of many."""
_CANCELLING = frozenset(map(act_family, "cancel postpone suspend abandon".split()))
_CALLING = frozenset("call calls called calling put puts break breaks broke broken".split())
_DONE_BY_SOMEBODY = frozenset({"ASSAULT", "COERCE"})
"""Acts whose denial disputes who did them, not that they were done."""


def event_disagreements(event: str, reports: Sequence[Candidate]) -> Iterator[Disagreement]:
    """Compares the reports inside one event."""
    if (finer := _precision(event, reports)) is not None:
        yield finer
    if (off := _called_off(event, reports)) is not None:
        yield off
    yield from _both_began(event, [c for c in reports if c.report.type == "ASSAULT" and c.modality == "asserted"])


def _both_began(event: str, told: Sequence[Candidate]) -> Iterator[Disagreement]:
    """Two voices on one event who each say that the other fired first, where no pair of its reports contradicts each other already."""
    pairs = combinations(filter(is_first, told), 2)
    began = [(a, b, verdict) for a, b in pairs if (verdict := both_began(a, b)) is not None]
    if began and not any(disputed(a, b) for a, b in combinations(told, 2)):
        yield from _together("actor", began, dict.fromkeys((c.id for c in told), event))


def act_disagreements(pairs: Sequence[tuple[Candidate, Candidate]], event_of: Mapping[str, str]) -> tuple[Disagreement, ...]:
    """Makes disagreements of pairs of reports that contradict each other.

    Args:
        pairs: those that `disputed` says something of.
        event_of: report id → event id.
    """
    found: dict[str, Disagreement] = {}
    judged: dict[str, list[tuple[Candidate, Candidate, Verdict]]] = defaultdict(list)
    for a, b in pairs:
        if (dispute := disputed(a, b)) is not None:
            judged[dispute[0]].append((a, b, dispute[1]))
    for slot, rows in judged.items():
        found |= {entry.id: entry for entry in _together(slot, rows, event_of)}
    return tuple(found[id_] for id_ in sorted(found))


def disputed(a: Candidate, b: Candidate) -> tuple[str, Verdict] | None:
    """Returns what two reports contradict each other in, and the verdict: whether an act was done, who did it, whom it hit, when or where."""
    if _has_denial(a, b):
        return ("denial", verdict) if (verdict := denied(a, b)) is not None else None
    return ("actor", verdict) if (verdict := other_actor(a, b)) is not None else other_fate(a, b)


def dispute_keys(c: Candidate) -> set[tuple[str, ...]]:
    """Returns what a report shares with those that may tell of the same act in another way."""
    return attack_keys(c) | fate_keys(c)


def _has_denial(a: Candidate, b: Candidate) -> bool:
    return is_denial(a) or is_denial(b)


def denial_keys(c: Candidate) -> set[tuple[str, ...]]:
    """Returns what a report shares with those that may deny it, or that it may deny."""
    return {("done", c.report.type, actor) for actor in doers_in_question(c)} | {("done", c.report.type, "to", target) for target in c.targets}


def _together(about: str, pairs: Sequence[tuple[Candidate, Candidate, Verdict]], event_of: Mapping[str, str]) -> Iterator[Disagreement]:
    """One disagreement for each set of reports that the pairs join.

    Args:
        about: the slot, or `denial`, where it depends on the act.
    """
    by_id = {c.id: c for a, b, _ in pairs for c in (a, b)}
    groups = Groups()
    for a, b, _ in pairs:
        groups.join(a.id, b.id)
    for ids in groups.sets():
        verdict = min((v for a, _, v in pairs if a.id in ids), key=lambda v: v.why)
        is_by_somebody = by_id[ids[0]].report.type in _DONE_BY_SOMEBODY and not any(means_what_was_said(by_id[id_]) for id_ in ids)
        slot = about if about != "denial" else "actor" if is_by_somebody else "held"
        yield disagreement(sorted({event_of[id_] for id_ in ids}), slot, verdict, [_voice(by_id[id_], slot) for id_ in ids])


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


def _voice(c: Candidate, slot: str) -> Voice:
    report = c.report
    if slot == "held":
        value = "did not happen" if c.modality == "negated" else "happened"
    elif slot == "plan":
        value = "called off" if c.is_called_off else "planned"
    elif slot == "actor":
        doers = described(c) or sorted(doers_in_question(c))[:1]
        value = ("not " if is_denial(c) else "") + ", ".join(sorted(doers))
    elif slot == "recipient":
        value = ", ".join(p.name for p in report.recipients)
    elif slot == "place":
        value = report.where.name if report.where else ""
    else:
        value = "/".join(dict.fromkeys((report.when.first.isoformat(), report.when.last.isoformat()))) if report.when else ""
    return Voice(c.id, value, c.source, c.evidence, report.claimant)
