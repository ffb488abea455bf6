"""What a text says happened, or is to happen: reports and commitments."""

from __future__ import annotations

from dataclasses import dataclass

from parley.model.dates import Interval
from parley.model.names import Place
from parley.model.said import Party
from parley.model.text import Span

EVENT_TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
MODALITIES = ("asserted", "future", "hypothetical", "negated")
CERTAINTIES = ("certain", "probable", "possible")
COMMITMENT_STATUSES = ("pledged", "scheduled", "demanded", "kept", "broken", "unknown")


@dataclass(frozen=True, slots=True)
class Report:
    """One article's account of one happening, in PLOVER's terms.

    Args:
        trigger: the word or words that name the act.
        evidence: the clause or sentence it rests on.
        rule: the name of the rule or score that made it, for `parley why`.
        outcome: what became of a meeting or truce ("no agreement"), as written.
        chance: of a hundred reports like it, how many have type, actors and recipients right; None where the pipeline cannot say.
    """

    type: str
    mode: str | None
    modality: str
    historical: bool
    certainty: str
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    when: Interval | None
    when_text: str | None
    where: Place | None
    claimant: str | None
    trigger: Span
    evidence: Span
    rule: str
    outcome: str | None = None
    chance: int | None = None


@dataclass(frozen=True, slots=True)
class Commitment:
    """A promise, demand or scheduled step in one article. `status` is one of `COMMITMENT_STATUSES`."""

    actor: str | None
    action: str
    due: Interval | None
    due_text: str | None
    status: str
    evidence: Span
    place: str | None = None
    claimant: str | None = None
