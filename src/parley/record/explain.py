"""An item's id → the sentences behind it, with who printed them and by what rule they were read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from parley.model import Article, Claim, Disagreement, Event, Evidence, Report, Story, UsageError
from parley.record.headlines import claim_headline, event_headline, headline, report_headline
from parley.record.view import Filed, View


@dataclass(frozen=True, slots=True)
class Because:
    """One sentence behind an item.

    Args:
        says: what the sentence contributes ("CONSULT asserted", "nine hours").
        rule: what read it, or the rule of a verdict.
    """

    evidence: Evidence
    says: str
    rule: str
    source: str
    publisher: str | None
    published: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """An item and everything it rests on. `notes` say why its parts were put together."""

    id: str
    kind: str
    headline: str
    because: tuple[Because, ...]
    notes: tuple[str, ...] = ()

    def __str__(self) -> str:
        lines = [f"{self.kind} {self.id}: {self.headline}", *(f"  {note}" for note in self.notes)]
        for entry in self.because:
            place = f"page {entry.evidence.page_start}–{entry.evidence.page_end}" if entry.evidence.page_start is not None else "HTML page"
            printed = ", ".join(part for part in (entry.publisher, entry.published, entry.title) if part) or "publisher unknown"
            lines += [
                "",
                f"  “{' '.join(entry.evidence.span.text.split())}”",
                f"    {printed}",
                f"    source {entry.source}; article {entry.evidence.article} {entry.evidence.span.start}–{entry.evidence.span.end}; {place}",
                f"    {entry.says} ({entry.rule})",
            ]
        return "\n".join(lines)


class _Named(Protocol):
    @property
    def id(self) -> str: ...


def why(id_: str, view: View, articles: Iterable[Article]) -> Explanation:
    """Explains an item.

    Args:
        id_: its id, or the beginning of one that fits a single item.

    Raises:
        UsageError: when no item or more than one has such an id.
    """
    items = {item: (kind, value) for item, kind, value in _items(view)}
    fitting = [id_] if id_ in items else sorted(item for item in items if item.startswith(id_))
    if not fitting or not id_:
        raise UsageError(f"nothing in the record has an id that begins with {id_!r}")
    if len(fitting) > 1:
        raise UsageError(f"{len(fitting)} items have an id that begins with {id_!r}: {', '.join(fitting[:5])}")
    kind, value = items[fitting[0]]
    return _Explainer(view, articles).explain(fitting[0], kind, value)


def _items(view: View) -> Iterator[tuple[str, str, object]]:
    kinds: dict[str, Sequence[_Named]] = {
        "actor": view.actors, "place": view.places, "report": view.reports, "claim": view.claims, "statement": view.statements,
        "commitment": view.commitments, "event": view.events, "disagreement": view.disagreements, "story": view.stories,
    }  # fmt: skip
    for kind, values in kinds.items():
        for value in values:
            yield value.id, kind, value


class _Explainer:
    def __init__(self, view: View, articles: Iterable[Article]) -> None:
        self._view = view
        self._articles = {a.id: a for a in articles}
        self._reports = {r.id: r for r in view.reports}
        self._source = {article: source.id for source in view.sources for article in source.articles}

    def explain(self, id_: str, kind: str, value: object) -> Explanation:
        if isinstance(value, Event):
            return self._event(value)
        if isinstance(value, Disagreement):
            return Explanation(id_, kind, headline(value), tuple(self._stands(value)), (value.why,))
        if isinstance(value, Story):
            return self._story(value)
        if isinstance(value, Filed) and isinstance(value.item, Report):
            return Explanation(id_, kind, report_headline(value.item), (self._report(value),))
        evidence: tuple[Evidence, ...] = getattr(value, "evidence", ())
        says = claim_headline(value.item) if isinstance(value, Filed) and isinstance(value.item, Claim) else f"read as a {kind}"
        return Explanation(id_, kind, headline(value), tuple(self._because(e, says, "as written") for e in evidence), self._follow_up(id_))

    def _event(self, event: Event) -> Explanation:
        support = next((s for s in self._view.support if s.event == event.id and s.slot == "event"), None)
        notes = [_voices(support.independent, len(support.sources))] if support else []
        for merge in self._view.merges:
            if merge.event == event.id:
                reasons = "; ".join(f"{text} ({score:+.1f})" for _, score, text in merge.features)
                notes.append(f"{merge.left} and {merge.right} are one happening, {merge.score:.1f}: {reasons}")
        because = tuple(self._report(self._reports[id_]) for id_ in event.reports)
        return Explanation(event.id, "event", event_headline(event), because, tuple(notes))

    def _story(self, story: Story) -> Explanation:
        events = {e.id: e for e in self._view.events}
        because = [
            self._because(events[id_].evidence[0], f"event {id_}", "best sentence of the event") for id_ in story.events if events[id_].evidence
        ]
        return Explanation(story.id, "story", headline(story), tuple(because), (f"{len(story.happenings)} happenings, {len(story.sources)} sources",))

    def _stands(self, disagreement: Disagreement) -> Iterator[Because]:
        for stand in disagreement.values:
            for evidence in stand.evidence:
                yield self._because(evidence, stand.value, disagreement.verdict)

    def _report(self, filed: Filed[Report]) -> Because:
        report = filed.item
        rule = report.rule if report.chance is None else f"{report.rule}; of 100 readings like it, {report.chance} have kind and parties right"
        return self._because(filed.evidence[0], report_headline(report), rule)

    def _follow_up(self, id_: str) -> tuple[str, ...]:
        return tuple(f"{f.status}: {f.why}; see {', '.join(f.events)}" for f in self._view.follow_ups if f.commitment == id_)

    def _because(self, evidence: Evidence, says: str, rule: str) -> Because:
        article = self._articles[evidence.article]
        published = article.published.first.isoformat() if article.published else None
        return Because(evidence, says, rule, self._source.get(article.id, ""), article.publisher, published, article.title)


def _voices(independent: int, sources: int) -> str:
    """How many sources tell of an event, and how many of them do so by themselves."""
    if sources == 1:
        return "1 source"
    return f"{sources} sources, " + ("all independent" if independent == sources else f"{independent} of them independent")
