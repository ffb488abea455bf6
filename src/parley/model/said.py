"""What a text says somebody said: statements and figures."""

from __future__ import annotations

from dataclasses import dataclass

from parley.model.dates import Interval
from parley.model.text import Span

MEASURES = ("killed", "injured", "missing", "detained", "displaced", "besieged", "affected", "attacks", "damaged", "participants", "duration")


@dataclass(frozen=True, slots=True)
class Party:
    """A mention that takes part in something, with the actor's resolved name (the mention's own text when unresolved)."""

    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class Statement:
    """Attributed speech. `kind`: direct, indirect or mixed. `polarity`: affirmed, or denied when the speaker rejects the content.

    Raises:
        ValueError: when there is no content.
    """

    speaker: Party | None
    cue: Span | None
    content: tuple[Span, ...]
    kind: str
    polarity: str = "affirmed"

    def __post_init__(self) -> None:
        if not self.content:
            raise ValueError("a statement without content")


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure somebody gives. `span` is the figure's words; a missing bound is None.

    Args:
        measure: one of `MEASURES`; a `duration` is in hours.
        wording: the words that make it a bound or an estimate ("more than"), or the empty string.
        who: those counted, as written ("civilians").
        subset_of: index of the claim in the same article of which this is a part.
        since, until: the window, as days.
        claimant: who is said to give the figure; None for the article's own voice.
        relayed_by: who passed it on, when that is somebody else again.
        sentence: the sentence it stands in.

    Raises:
        ValueError: when neither bound is given or they are reversed.
    """

    span: Span
    sentence: Span
    measure: str
    low: float | None
    high: float | None
    wording: str = ""
    who: str | None = None
    subset_of: int | None = None
    since: Interval | None = None
    until: Interval | None = None
    place: str | None = None
    perpetrator: str | None = None
    perpetrator_certainty: str | None = None
    claimant: str | None = None
    relayed_by: str | None = None

    def __post_init__(self) -> None:
        if self.low is None and self.high is None:
            raise ValueError("a claim without a bound")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"claim bounds reversed: {self.low} {self.high}")
