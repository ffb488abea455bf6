"""Reports of one act → disagreements over whether it happened, who did it and when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from parley.model import Disagreement
from parley.record.disagreements.figures import Verdict
from parley.record.disagreements.stands import Voice, disagreement
from parley.record.events.features import cannot_be_one
from parley.record.events.happening import Candidate

_WEEK = 7
_MOST = 60
_STEM = 4


def act_disagreements(members: Mapping[str, Sequence[Candidate]]) -> Iterator[Disagreement]:
    """Compares reports of one theme, type and participant, and the reports inside each event.

    Args:
        members: event id → its reports.
    """
    event_of = {c.id: event for event, reports in members.items() for c in reports}
    found: dict[str, Disagreement] = {}
    for a, b in _pairs([c for reports in members.values() for c in reports]):
        about = sorted({event_of[a.id], event_of[b.id]})
        for slot, verdict in (("held", denied(a, b)), ("actor", other_actor(a, b))):
            if verdict is not None:
                entry = disagreement(about, slot, verdict, (_voice(a, slot), _voice(b, slot)))
                found.setdefault(entry.id, entry)
    for event, reports in members.items():
        if (finer := _precision(event, reports)) is not None:
            found[finer.id] = finer
    yield from (found[id_] for id_ in sorted(found))


def denied(a: Candidate, b: Candidate) -> Verdict | None:
    """One voice says that an act was done, another that it was not."""
    yes, no = (a, b) if b.report.modality == "negated" else (b, a)
    if (yes.report.modality, no.report.modality) != ("asserted", "negated") or yes.report.type != no.report.type or not _two_voices(yes, no):
        return None
    if not yes.actors & no.actors or not _one_occasion(yes, no):
        return None
    who = ", ".join(sorted(yes.actors & no.actors))
    return Verdict("conflict", f"the same act of {who} is stated by one and denied by the other")


def other_actor(a: Candidate, b: Candidate) -> Verdict | None:
    """Two named voices lay the same attack on different doers."""
    if a.report.type != "ASSAULT" or b.report.type != "ASSAULT" or a.report.modality != "asserted" or b.report.modality != "asserted":
        return None
    if not a.actors or not b.actors or a.actors & b.actors or a.doers & b.doers or not _two_voices(a, b):
        return None
    same_target = a.recipients & b.recipients
    exact = a.place is not None and a.place == b.place and a.is_dated and b.is_dated and a.days == b.days and a.days is not None and a.days.is_day
    if not (exact and same_target and _stem(a) == _stem(b)):
        return None
    return Verdict("conflict", "one attack, of one day, place and target, is laid on different doers")


def _precision(event: str, reports: Sequence[Candidate]) -> Disagreement | None:
    """Independent sources that date one event with different precision agree as far as each goes."""
    dated = [c for c in reports if c.is_dated and c.report.modality == "asserted"]
    values = {(c.days.first, c.days.last) for c in dated if c.days}
    if len(values) < 2 or len({c.source for c in dated}) < 2:
        return None
    return disagreement(
        [event], "date", Verdict("compatible", "the days of one lie within or overlap those of the other"), [_voice(c, "date") for c in dated]
    )


def _pairs(candidates: Sequence[Candidate]) -> Iterator[tuple[Candidate, Candidate]]:
    """Reports that share a type and either a participant or an exact place, each pair once, in order."""
    blocks: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
    for c in candidates:
        for key in (*c.people, *([c.place] if c.place else ())):
            blocks[c.report.type, key].append(c)
    pairs = {(a.id, b.id): (a, b) for block in blocks.values() for a, b in combinations(_latest(block), 2)}
    yield from (pairs[key] for key in sorted(pairs))


def _latest(block: Iterable[Candidate]) -> list[Candidate]:
    newest = sorted(block, key=lambda c: (-(c.days.first.toordinal() if c.days else 0), c.id))[:_MOST]
    return sorted(newest, key=lambda c: c.id)


def _one_occasion(a: Candidate, b: Candidate) -> bool:
    """Whether both surely speak of one occasion: nothing parts them, and day and place, or word and day, agree."""
    if a.days is None or b.days is None or cannot_be_one(a, b) or max(a.days.days, b.days.days) > _WEEK + 1:
        return False
    same_place = a.place is not None and a.place == b.place
    same_target = bool(a.recipients & b.recipients)
    return same_place or same_target or (a.article == b.article and _stem(a) == _stem(b))


def _two_voices(a: Candidate, b: Candidate) -> bool:
    return a.report.claimant != b.report.claimant if a.source == b.source else True


def _stem(c: Candidate) -> str:
    return c.report.trigger.text.casefold()[:_STEM]


def _voice(c: Candidate, slot: str) -> Voice:
    report = c.report
    if slot == "held":
        value = "did not happen" if report.modality == "negated" else "happened"
    elif slot == "actor":
        value = ", ".join(sorted(c.actors))
    else:
        value = "/".join(dict.fromkeys((c.days.first.isoformat(), c.days.last.isoformat()))) if c.days else ""
    return Voice(c.id, value, c.source, c.evidence, report.claimant)
