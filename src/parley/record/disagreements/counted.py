"""A claim with what decides whether it may be compared with another one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parley.model import Claim, Interval
from parley.record.disagreements.occasions import NOWHERE, Occasion
from parley.record.view import Filed


@dataclass(frozen=True, slots=True)
class Figure:
    """A claim with what decides whether it may be compared.

    Args:
        event: id of the event whose toll, length or attendance it gives; None for totals of a window or a war.
        as_of: when it was published: up to then it counts.
        counted: who or what is counted, as one lower-case noun; the empty string for people in general.
        happening: the group of articles it was told in, when it is its article's only such figure, or the only one of its place and day; else None.
        named: ids of the places that its sentence names.
        occasion: what its sentence says of the occasion.
        place: the place it is of, if that is smaller than a country or region; a wider one parts no two acts.
        is_only: whether its article has no other such figure at all.
        follows: id of the first of several figures that the voices of its article give for the same thing, one after the other; else None.
    """

    filed: Filed[Claim]
    event: str | None
    as_of: Interval | None
    counted: str
    happening: str | None
    named: frozenset[str] = frozenset()
    occasion: Occasion = NOWHERE
    place: str | None = None
    is_only: bool = False
    follows: str | None = None

    @property
    def claim(self) -> Claim:
        return self.filed.item

    @property
    def key(self) -> tuple[str, str]:
        return self.claim.measure, self.counted

    @property
    def setting(self) -> tuple[str | None, Interval | None]:
        """The place and the days that it has of its own."""
        return self.place, self.claim.since

    @property
    def scopes(self) -> Iterator[str]:
        """What figures for the same thing have in common, one of these at least."""
        yield from (scope for scope in (self.event, self.happening, self.follows, (self.claim.place or "").casefold()) if scope)
        if self.happening is not None:
            yield from (f"word:{word}" for word in self.occasion.words)
        if self.claim.since is not None and not is_of_one_act(self.claim):
            yield f"since:{self.claim.since.first}"


def is_of_one_act(claim: Claim) -> bool:
    """Whether a figure has no window, or one that ends where it begins; "since May" counts over many acts."""
    return claim.since is None or claim.since == claim.until
