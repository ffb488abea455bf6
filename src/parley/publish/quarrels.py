"""Disagreements → each with its values side by side and the rule that says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from parley.model import Disagreement
from parley.publish.days import in_words
from parley.publish.index import Cite, Index, SourceName
from parley.publish.labels import Label, clip, slot_label, verdict_label

_ORDER = {"bad": 0, "open": 1, "good": 2}


@dataclass(frozen=True, slots=True)
class Value:
    value: str
    sources: tuple[SourceName, ...]
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Quarrel:
    """`about` are the anchors of the events and figures compared, each with the word for it."""

    id: str
    slot: str
    verdict: Label
    values: tuple[Value, ...]
    why: str
    about: tuple[tuple[str, str], ...]


def make_quarrels(
    index: Index, disagreements: Sequence[Disagreement], numbers: Mapping[str, int], known: Mapping[str, tuple[str, str]]
) -> tuple[Quarrel, ...]:
    """Returns the disagreements, conflicts first.

    Args:
        numbers: disagreement id → its number in this report.
        known: id of an event or claim → its anchor in the report and the word for it.
    """
    found = [_quarrel(index, d, numbers[d.id], known) for d in disagreements]
    return tuple(sorted(found, key=lambda q: (_ORDER.get(q.verdict.key, 3), q.slot, q.id)))


def _quarrel(index: Index, d: Disagreement, number: int, known: Mapping[str, tuple[str, str]]) -> Quarrel:
    about = tuple(dict.fromkeys(known[a] for a in d.about if a in known))
    values = tuple(Value(clip(in_words(s.value), 160), index.tags(s.sources), index.cites(s.evidence)) for s in d.values)
    return Quarrel(f"d{number}", slot_label(d.slot), verdict_label(d.verdict), values, clip(in_words(d.why), 300), about)
