"""The figures of one text, one after the other → which of them go on about what another voice has just counted.

"Twelve people died in last week's clashes, the government says. The rebels put the toll at 14": the second gives neither day nor place, and
means the clashes of the first.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from parley.lexicon.predicates import classes
from parley.model import Claim
from parley.record.disagreements.counted import Figure
from parley.record.events.retelling import singular

_SOON = 600
"""Characters after a figure within which another voice's figure, with no scope of its own, is for the same thing."""


def follow_voices(found: Sequence[Figure]) -> list[Figure]:
    """Gives a figure without day and place of its own the event, days and place of another voice's figure just before it."""
    result: dict[str, Figure] = {}
    latest: dict[tuple[str, ...], Figure] = {}
    for figure in sorted(found, key=lambda f: (f.filed.article, f.claim.span.start)):
        before = latest.get((figure.filed.article, *figure.key))
        if before is not None and _continues(before, figure):
            before = result[before.filed.id] = replace(before, follows=before.follows or before.filed.id)
            claim = replace(figure.claim, since=before.claim.since, until=before.claim.until, place=before.claim.place)
            figure = replace(figure, event=before.event, place=before.place, follows=before.follows, filed=replace(figure.filed, item=claim))
        if before is None or ((figure.event is not None or figure.claim.since is not None) and not _is_part(figure.claim, before.claim)):
            latest[figure.filed.article, *figure.key] = figure
        result[figure.filed.id] = figure
    return list(result.values())


def _is_part(claim: Claim, before: Claim) -> bool:
    """Returns whether one voice goes on from its count to a smaller one without a place: some of those counted, not another toll."""
    return claim.claimant == before.claimant and claim.place is None and (claim.high or math.inf) < (before.low or 0.0)


def _continues(before: Figure, figure: Figure) -> bool:
    claim, other = figure.claim, before.claim
    if claim.span.start - other.span.end > _SOON:
        return False
    is_elsewhere = bool(figure.named - before.named)
    unscoped = claim.since is None and claim.place is None and figure.filed.part_of is None and not is_elsewhere
    if not unscoped or claim.claimant is None or claim.claimant == other.claimant:
        return False
    if claim.measure == "duration":
        return is_of_meeting(claim) and is_of_meeting(other)
    # Beside the article's own figure, only a larger one is surely another count and not a part.
    return other.claimant is not None or (claim.low or 0.0) > (other.high or math.inf)


def is_of_meeting(claim: Claim) -> bool:
    """Returns whether a duration is that of talks or a meeting."""
    words = (claim.who or "").casefold().split()
    return bool(words) and singular(words[-1]) in classes()["gathering"]
