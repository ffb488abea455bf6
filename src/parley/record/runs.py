"""The manifest of one execution: what ran, on what, with what result."""

from __future__ import annotations

from dataclasses import dataclass, field

from parley.model import identify


@dataclass(frozen=True, slots=True)
class Run:
    """One execution.

    Args:
        started: ISO 8601 time with zone.
        seconds: how long it took.
        code, model, lexicon: versions, or digests where there is no version.
        configuration: the options that can change a result.
        inputs: page id → digest of what was read in this run.
        counts: what the record held afterwards ("pages", "events", ...).
    """

    started: str
    seconds: float
    code: str
    model: str
    lexicon: str
    configuration: dict[str, str] = field(default_factory=dict)
    inputs: dict[str, str] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return identify("run", self.started, self.code, self.model, self.lexicon, *(part for pair in sorted(self.inputs.items()) for part in pair))
