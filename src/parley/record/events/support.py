"""An event → how many independent sources say so, for the whole and for each slot."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from parley.model import Event
from parley.record.events.happening import Candidate
from parley.record.events.setting import Setting
from parley.record.events.shared import Shared
from parley.record.groups import Groups
from parley.record.view import Support


def event_support(event: Event, members: Sequence[Candidate], setting: Setting, shared: Shared) -> tuple[Support, ...]:
    """Counts for the event as a whole and, where more than one report tells of it, for each value of its slots."""
    whole = _support(event.id, "event", event.type, members, shared)
    if len(members) == 1:
        return (whole,)
    values: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
    for c in members:
        for slot, value in _values(c, setting):
            values[slot, value].append(c)
    entries = [_support(event.id, slot, value, reports, shared) for (slot, value), reports in sorted(values.items())]
    return (whole, *entries)


def independent(members: Iterable[Candidate], shared: Shared) -> int:
    """Returns how many independent sources stand behind reports; sources whose sentences are one shared passage count once."""
    groups = Groups()
    for c in members:
        groups.join(c.source, shared.passage(c.article, c.report.evidence) or c.source)
    return len(groups.sets())


def _support(event: str, slot: str, value: str, members: Sequence[Candidate], shared: Shared) -> Support:
    return Support(event, slot, value, tuple(sorted({c.source for c in members})), independent(members, shared))


def _values(c: Candidate, setting: Setting) -> Iterable[tuple[str, str]]:
    report = c.report
    yield from {("actor", setting.name(p.name)) for p in report.actors}
    yield from {("recipient", setting.name(p.name)) for p in report.recipients}
    if report.when is not None:
        yield "date", "/".join(dict.fromkeys((report.when.first.isoformat(), report.when.last.isoformat())))
    if report.where is not None:
        yield "place", report.where.name
