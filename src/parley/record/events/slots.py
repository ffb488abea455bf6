"""A group of reports → one event, each slot filled from the reports and none of them overwritten."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from parley.model import Event, Evidence, Interval, Place, identify
from parley.record.events.happening import Candidate
from parley.record.events.setting import Setting

_MODALITIES = ("asserted", "negated", "future", "hypothetical")
"""From what weighs most: an act that was held outweighs its plan, which stays visible in its own report."""
_PRECISION = ("site", "city", "district", "province", "region", "sea", "country")


def make_event(members: Sequence[Candidate], setting: Setting, evidence: Sequence[Evidence]) -> Event:
    """Merges reports of one happening.

    Args:
        members: the reports, at least one. A meeting has no recipients, though an agreement that it failed to bring may have some.
        setting: who is who.
        evidence: the sentences of all members, best first.
    """
    held = [c for c in members if c.modality == _first_of(_MODALITIES, (c.modality for c in members))]
    typed = [c for c in held if c.report.type == _most_common(c.report.type for c in _prefer_acts(held))]
    modes = [c.report.mode for c in typed if c.report.mode]
    return Event(
        id=identify("e", *sorted(c.id for c in members)),
        type=typed[0].report.type,
        mode=_most_common(modes) if modes else None,
        modality=typed[0].modality,
        actors=_names((p.name for c in members if c.modality != "negated" or c in typed for p in c.report.actors), setting),
        recipients=() if typed[0].report.type == "CONSULT" else _names((p.name for c in members for p in c.report.recipients), setting),
        when=best_days(members),
        where=_best_place(members),
        reports=tuple(sorted(c.id for c in members)),
        sources=tuple(sorted({c.source for c in members})),
        articles=tuple(sorted({c.article for c in members})),
        evidence=tuple(evidence),
        historical=all(c.report.historical for c in members),
        outcome=_outcome(members),
    )


def best_days(members: Iterable[Candidate]) -> Interval | None:
    """Returns the narrowest days that any member states; of several as narrow the most common, then the earliest.

    Of a meeting called off and never dated it is the day of the refusal.
    """
    members = list(members)
    stated = Counter(c.report.when for c in members if c.report.when and c.is_dated) or Counter(c.report.when for c in members if c.report.when)
    return min(stated, key=lambda days: (days.days, -stated[days], days)) if stated else None


def _best_place(members: Iterable[Candidate]) -> Place | None:
    places = [c.where for c in members if c.where is not None] or [c.report.where for c in members if c.report.where is not None]
    return min(places, key=lambda p: (_rank(p), p.name, p.span.start if p.span else 0)) if places else None


def _rank(place: Place) -> int:
    return _PRECISION.index(place.precision) if place.precision in _PRECISION else len(_PRECISION)


def _outcome(members: Sequence[Candidate]) -> str | None:
    """The outcome in most words that a report gives; a failure to agree in its own words when none gives one."""
    outcomes = [c.report.outcome for c in members if c.report.outcome]
    return min(outcomes, key=lambda words: (-len(words), words)) if outcomes else None


def _prefer_acts(members: Sequence[Candidate]) -> Sequence[Candidate]:
    """Talks outweigh the agreement that they did or did not bring, when both are told of."""
    return [c for c in members if c.report.type != "AGREE"] or members


def _names(names: Iterable[str], setting: Setting) -> tuple[str, ...]:
    """Merged names, the most often named first; descriptions such as "the parties" only where nobody is named."""
    names = list(names)
    names = [name for name in names if setting.is_named(name)] or names
    counts = Counter(setting.name(name) for name in names)
    return tuple(sorted(counts, key=lambda name: (-counts[name], name)))


def _first_of(order: Sequence[str], values: Iterable[str]) -> str:
    return min(values, key=order.index)


def _most_common(values: Iterable[str]) -> str:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value))
