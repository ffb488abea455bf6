"""What the articles together say: copies, sources, events, disagreements, stories."""

from __future__ import annotations

from dataclasses import dataclass

from parley.model.dates import Interval
from parley.model.happened import Commitment, Report
from parley.model.names import Naming, Place
from parley.model.said import Claim, Statement
from parley.model.text import Evidence

COPY_KINDS = ("copy", "partial", "rewrite", "shared_passage", "shared_quote")
VERDICTS = ("conflict", "compatible", "superseded")


@dataclass(frozen=True, slots=True, order=True)
class CopyLink:
    """Article `later` holds text of article `earlier`. `contained` is the share of the shorter one found in the other, 0 to 1."""

    earlier: str
    later: str
    kind: str
    contained: float


@dataclass(frozen=True, slots=True)
class Source:
    """One independent origin: all articles that go back to the same text or wire."""

    id: str
    articles: tuple[str, ...]
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one article. `times` and names keep offsets in the article's text."""

    article: str
    naming: Naming
    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...]
    reports: tuple[Report, ...]
    commitments: tuple[Commitment, ...]
    mentioned_days: tuple[Interval, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """Reports of the same happening, merged. `reports`, `sources` and `articles` hold ids."""

    id: str
    type: str
    mode: str | None
    modality: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    when: Interval | None
    where: Place | None
    reports: tuple[str, ...]
    sources: tuple[str, ...]
    articles: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    historical: bool = False
    outcome: str | None = None


@dataclass(frozen=True, slots=True)
class Stand:
    """One value of a disputed slot, the sources that give it, and their sentences."""

    value: str
    sources: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A slot in which sources differ. `about` is an event's id or the ids of the claims compared; `why` names the rule in words."""

    id: str
    about: tuple[str, ...]
    slot: str
    verdict: str
    values: tuple[Stand, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Story:
    """Happenings that develop over months. `happenings` are groups of article ids, each one event of days."""

    id: str
    title: str
    happenings: tuple[tuple[str, ...], ...]
    events: tuple[str, ...]
    articles: tuple[str, ...]
    sources: tuple[str, ...]
    first: str | None
    last: str | None
