"""Statements → who said what, the most quoted speakers first; what the copies of one text repeat is shown once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from parley.model import Statement
from parley.publish.index import Cite, Index
from parley.publish.labels import clip
from parley.record import Filed

NO_SPEAKER = "Speaker not found"


@dataclass(frozen=True, slots=True)
class Saying:
    """One statement. `quotes` are its stretches; `also` are the other articles that print the same words."""

    id: str
    kind: str
    denied: bool
    cue: str
    as_written: str
    quotes: tuple[Cite, ...]
    also: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    name: str
    is_known: bool
    sayings: tuple[Saying, ...]


def make_speakers(index: Index, statements: Sequence[Filed[Statement]]) -> tuple[Speaker, ...]:
    """Returns the speakers, those with most statements first, the statements without a speaker last."""
    groups: dict[str | None, dict[str, list[Filed[Statement]]]] = defaultdict(lambda: defaultdict(list))
    for filed in sorted(statements, key=lambda f: (index.numbers[f.article], f.evidence[0].span if f.evidence else f.item.content[0])):
        name = index.name(filed.item.speaker.name) if filed.item.speaker else None
        groups[name][_words(filed.item)].append(filed)
    speakers = [Speaker(name or NO_SPEAKER, name is not None, tuple(_saying(index, g) for g in same.values())) for name, same in groups.items()]
    return tuple(sorted(speakers, key=lambda s: (not s.is_known, -len(s.sayings), s.name)))


def _words(statement: Statement) -> str:
    return " ".join(" ".join(span.text for span in statement.content).casefold().split())


def _saying(index: Index, group: Sequence[Filed[Statement]]) -> Saying:
    filed, statement = group[0], group[0].item
    return Saying(
        filed.id,
        statement.kind,
        statement.polarity == "denied",
        clip(statement.cue.text, 40) if statement.cue else "",
        clip(statement.speaker.span.text, 80) if statement.speaker else "",
        tuple(index.cite(e) for e in filed.evidence),
        tuple(index.cite(f.evidence[0]) for f in group[1:] if f.evidence),
    )
