"""What stands between a trigger and a report: the act read around one trigger, and the report drafted from it before merging."""

from __future__ import annotations

from dataclasses import dataclass

from parley.model import Interval, Report, TimeValue
from parley.reports.modality import Stance
from parley.reports.roles import Cast
from parley.reports.tree import Tree
from parley.reports.triggers import Trigger


@dataclass(frozen=True, slots=True)
class Act:
    """One trigger with its stance and cast. `inner` are acts that are only its content ("urged to withdraw"); they may give its `mode`."""

    trigger: Trigger
    stance: Stance
    cast: Cast
    mode: str | None = None
    inner: tuple[Act, ...] = ()

    @property
    def tokens(self) -> tuple[int, ...]:
        """The tokens whose times and places are this act's; those of what came of an attack too."""
        harms = [token for inner in self.inner if inner.trigger.predicate.type == self.trigger.predicate.type == "ASSAULT" for token in inner.tokens]
        return tuple(dict.fromkeys((*self.trigger.words, *self.stance.chain, *self.cast.absorbed, *harms)))


@dataclass(frozen=True, slots=True)
class Draft:
    """A report with the act it was made from; commitments and merging need both. `sentence` is the sentence's first token, `time` the
    expression its day was read from, resolved or not; `is_sure`: the network has no doubt that it is an act."""

    report: Report
    act: Act
    sentence: int
    time: TimeValue | None = None
    is_sure: bool = False


@dataclass(frozen=True, slots=True)
class Drafted:
    """All drafts of one article, in text order, with the tree they stand on: what reports and commitments are both read from."""

    tree: Tree
    published: Interval | None
    drafts: tuple[Draft, ...]

    @property
    def reports(self) -> tuple[Report, ...]:
        """The reports, one for each happening."""
        return tuple(draft.report for draft in self.drafts)
