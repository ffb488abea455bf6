"""Values that differ, each with the items that give it → one disagreement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from parley.model import Disagreement, Evidence, Stand, identify
from parley.record.disagreements.figures import Verdict


class Voice(NamedTuple):
    """One item's value for a slot. `item` is its id; `claimant` who is said to say so, None for the article's own voice."""

    item: str
    value: str
    source: str
    evidence: tuple[Evidence, ...]
    claimant: str | None


def disagreement(about: Sequence[str], slot: str, verdict: Verdict, voices: Iterable[Voice]) -> Disagreement:
    """Gathers the voices by what they say."""
    said: dict[str, list[Voice]] = defaultdict(list)
    for voice in voices:
        said[_worded(voice)].append(voice)
    stands = tuple(
        Stand(value, tuple(sorted({v.source for v in group})), tuple(sorted({e for v in group for e in v.evidence})))
        for value, group in sorted(said.items())
    )
    ids = tuple(sorted(about))
    return Disagreement(identify("d", slot, verdict.verdict, *ids), ids, slot, verdict.verdict, stands, verdict.why)


def _worded(voice: Voice) -> str:
    return f"{voice.value} ({voice.claimant})" if voice.claimant else voice.value
