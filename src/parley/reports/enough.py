"""An act with its cast → whether it says enough to be a report, or is only a word, a heading, a plan that its day has overtaken."""

from __future__ import annotations

from parley.model import Interval, TimeValue
from parley.reports.drafts import Act
from parley.reports.tree import Tree
from parley.reports.triggers import Trigger

_SPOKEN = frozenset({"REQUEST", "ACCUSE", "SUPPORT", "REJECT", "THREATEN"})


def says_enough(act: Act, is_set: bool, is_sure: bool) -> bool:
    """Whether an act is more than its word; `is_set`: it has a time or place; `is_sure`: the network has no doubt of it.

    Words of speech need somebody who speaks or is spoken of; what is only wished for, or an agreement or meeting only named ("the Norland
    deal"), both sides.
    """
    kind, cast = act.trigger.predicate.type, act.cast
    sides = len(cast.actors) + len(cast.recipients)
    is_mention = act.trigger.predicate.pos == "n" and act.trigger.carrier is None and act.stance.modality != "negated"
    if is_sure:
        return sides > 0 or is_set or not (kind in _SPOKEN and is_mention)
    if kind == "CONSULT" and is_mention and sides == 1:
        return is_set
    if (kind == "AGREE" and is_mention) or (act.stance.modality == "hypothetical" and not (kind == "CONSULT" and is_set)):
        return cast.has_sides
    if kind in _SPOKEN:
        return sides > 0 or (kind == "REJECT" and is_set and bool(act.inner))  # "Friday's summit in Vesk was called off"
    return sides > 0 or is_set or kind in ("CONSULT", "AGREE")


def is_overtaken(act: Act, time: TimeValue | None, published: Interval | None) -> bool:
    """ "Before Saturday's talks were set to begin", read on Sunday: no plan any more."""
    if time is None or time.days is None or published is None or act.stance.modality != "future":
        return False
    return time.days.last < published.first


def is_heading(tree: Tree, trigger: Trigger) -> bool:
    """A line without a verb: "The Vesk meeting"."""
    first, last = tree.sentence_of(trigger.token)
    return not any(tree.poses[t] in ("VERB", "AUX") for t in range(first, last))
