"""Events → what each independent source says of them, side by side: agreement is one row, difference shows both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from parley.model import Event, Report
from parley.publish.days import days_label
from parley.publish.index import Cite, Index, SourceName
from parley.publish.labels import Label, act_label, clip, lane_of, modality_label
from parley.record import Filed

_BEYOND = ("Certainty", "Says who", "Outcome", "Reading")
_DOUBTED = 20
"""Below, in percent: an event none of whose readings has a better chance of being right is marked."""
_CITED = 4
"""Quotations shown of one source on one event; the sources' other sentences are on their pages."""


@dataclass(frozen=True, slots=True)
class Column:
    """What one source says of an event: its sentences and who printed them."""

    source: SourceName
    quotes: tuple[Cite, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Row:
    """One question about an event.

    `standing` is `agree` (`cells` has the one answer), `overlap` (the answers have something in common) or `differ`; in
    these two `cells` has one entry for each column, empty where a source does not say.
    """

    label: str
    standing: str
    cells: tuple[str, ...]
    given_by: int


@dataclass(frozen=True)
class EventView:
    """One event as it is shown. What is seen only once it is opened (`columns`, `rows`) is worked out when asked for."""

    id: str
    when: str
    sort: str
    type: str
    code: str
    modality: Label
    historical: bool
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    where: str
    outcome: str
    independent: int
    lane: int
    sources: tuple[SourceName, ...]
    disputes: tuple[str, ...]
    chance: int
    index: Index = field(repr=False, compare=False)
    event: Event = field(repr=False)

    @cached_property
    def reports(self) -> tuple[Filed[Report], ...]:
        return tuple(self.index.reports[r] for r in self.event.reports if r in self.index.reports)

    @property
    def is_doubtful(self) -> bool:
        """Whether no reading of the event has a fair chance of having its kind and parties right."""
        return self.chance < _DOUBTED

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        return _columns(self.index, self.event, self.reports, self.sources)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        return _rows(self.index, self.reports, self.sources)

    @property
    def beyond_summary(self) -> tuple[Row, ...]:
        """The answers that the line of the event itself does not give."""
        return tuple(row for row in self.rows if row.label in _BEYOND)


def event_views(index: Index, events: Sequence[Event], disputes: Mapping[str, Sequence[str]]) -> tuple[EventView, ...]:
    """Returns events by date, those without one last.

    Args:
        disputes: event id → anchors of the disagreements about it.
    """
    return tuple(sorted((_event_view(index, e, disputes.get(e.id, ())) for e in events), key=lambda v: (v.sort, v.type, v.id)))


def _event_view(index: Index, event: Event, disputes: Sequence[str]) -> EventView:
    articles = [*event.articles, *(index.reports[r].article for r in event.reports if r in index.reports)]
    return EventView(
        event.id,
        days_label(event.when),
        event.when.first.isoformat() + event.when.last.isoformat() if event.when else "~",
        act_label(event.type, event.mode),
        " ".join(filter(None, (event.type, event.mode))),
        modality_label(event.modality),
        event.historical,
        tuple(index.name(a) for a in event.actors),
        tuple(index.name(a) for a in event.recipients),
        clip(event.where.name, 80) if event.where else "",
        clip(event.outcome or "", 120),
        _independent(index, event),
        lane_of(event.type),
        index.sources_of(articles),
        tuple(disputes),
        _chance(index, event),
        index,
        event,
    )


def _chance(index: Index, event: Event) -> int:
    """The chance of the event's best reading, in percent; 100 where the pipeline gives none."""
    chances = [index.reports[r].item.chance for r in event.reports if r in index.reports]
    return max((100 if chance is None else chance for chance in chances), default=100)


def _independent(index: Index, event: Event) -> int:
    """Voices behind the event: a sentence that several sources share counts once."""
    whole = [s.independent for s in index.support.get(event.id, ()) if s.slot == "event"]
    return max(whole, default=len(event.sources))


def _columns(index: Index, event: Event, reports: Sequence[Filed[Report]], sources: Sequence[SourceName]) -> tuple[Column, ...]:
    by_source: dict[str, list[Cite]] = defaultdict(list)
    for cite in index.cites([e for r in reports for e in r.evidence] or event.evidence):
        by_source[cite.source].append(cite)
    found = []
    for source in sources:
        distinct = list({c.text: c for c in reversed(by_source[source.tag])}.values())[::-1]
        found.append(Column(source, tuple(distinct[:_CITED]), max(0, len(distinct) - _CITED)))
    return tuple(found)


def _rows(index: Index, reports: Sequence[Filed[Report]], sources: Sequence[SourceName]) -> tuple[Row, ...]:
    rows = (_row(label, say, index, reports, sources) for label, say in _QUESTIONS.items())
    return tuple(row for row in rows if row is not None)


Answer = Callable[[Index, Report], Sequence[str]]


def _row(label: str, say: Answer, index: Index, reports: Sequence[Filed[Report]], sources: Sequence[SourceName]) -> Row | None:
    answers: dict[str, dict[str, None]] = {s.id: {} for s in sources}
    for filed in reports:
        answers[index.source_of[filed.article]].update(dict.fromkeys(say(index, filed.item)))
    cells = tuple(" · ".join(answers[s.id]) for s in sources)
    given = [cell for cell in cells if cell]
    if not given:
        return None
    standing = _standing([frozenset(a) for a in answers.values() if a])
    return Row(label, standing, (given[0],) if standing == "agree" else cells, len(given))


def _standing(given: Sequence[frozenset[str]]) -> str:
    if len(set(given)) == 1:
        return "agree"
    return "overlap" if frozenset.intersection(*given) else "differ"


def _when(index: Index, report: Report) -> Sequence[str]:
    if report.when is None:
        return [f"“{clip(report.when_text, 60)}”"] if report.when_text else []
    return [days_label(report.when)]


_QUESTIONS: Mapping[str, Answer] = {
    "Who": lambda index, r: [index.name(p.name) for p in r.actors],
    "To whom": lambda index, r: [index.name(p.name) for p in r.recipients],
    "When": _when,
    "Where": lambda index, r: [clip(r.where.name, 80)] if r.where else [],
    "Standing": lambda index, r: [modality_label(r.modality).text],
    "Certainty": lambda index, r: [r.certainty] if r.certainty != "certain" else [],
    "Says who": lambda index, r: [index.name(r.claimant)] if r.claimant else [],
    "Outcome": lambda index, r: [clip(r.outcome, 120)] if r.outcome else [],
    "Reading": lambda index, r: [f"unsure: fewer than {_DOUBTED} in 100 like it are right"] if r.chance is not None and r.chance < _DOUBTED else [],
}
