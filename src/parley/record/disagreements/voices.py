"""Two reports of acts → whose voices they are, and what of day, place, doers and targets they have in common."""

from __future__ import annotations

from parley.lexicon.act_words import act_family
from parley.lexicon.predicates import classes
from parley.record.events.happening import Candidate
from parley.record.events.parting import cannot_be_one

_SIDES = ("forces", "fighters")
"""Word classes of those who fight for a state, and of those who fight otherwise."""
_ANYBODY = frozenset("gunman attacker assailant group shooter sniper bomber cell network faction police guard unit".split())
"""Words of these classes that may be said of either side."""
_WEEK = 7
_HARM = frozenset(map(act_family, "kill murder injure shoot".split()))


def described(c: Candidate) -> frozenset[str]:
    """The doers by merged names or, where nobody is named, by their descriptions ("rebels")."""
    return c.actors or frozenset(bare(p.name) for p in c.report.actors)


def side(c: Candidate) -> str | None:
    """The side that the doers are on by the words for them: a state's `forces`, or other `fighters`; None when nothing surely says."""
    words = {p.span.text.casefold().split()[-1] for p in c.report.actors}
    words |= {word.removesuffix("s") for word in words}
    sides = [name for name in _SIDES if words & (classes()[name] - _ANYBODY)]
    return sides[0] if len(sides) == 1 else None


def bare(name: str) -> str:
    return name.casefold().removeprefix("the ")


def two_voices(a: Candidate, b: Candidate) -> bool:
    return a.report.claimant != b.report.claimant if a.source == b.source else True


def same_day_and_place(a: Candidate, b: Candidate) -> bool:
    if a.place is None or a.place != b.place or not (a.is_dated and b.is_dated) or a.days is None or b.days is None:
        return False
    return a.days.is_day and b.days.is_day and a.days.first == b.days.first


def one_attack(a: Candidate, b: Candidate) -> bool:
    """Whether nothing parts two attacks of one week, and both killed or hurt the same person or number of people, or hit one thing in one place.

    What is hit again and again, as an army is, or a school somewhere, says nothing.
    """
    if a.days is None or b.days is None or cannot_be_one(a, b) or max(a.days.days, b.days.days) > _WEEK + 1:
        return False
    shared = a.targets & b.targets
    is_harm = all(act_family(c.report.trigger.text.casefold()) in _HARM for c in (a, b))
    counted = any(target[:1].isdigit() for target in shared)
    return counted or (bool(shared) and (is_harm if shared & a.recipients else a.place is not None and a.place == b.place))


def says_alike(a: Candidate, b: Candidate) -> bool:
    """Whether both are told by one word, by words that can name one act, or as attacks of one kind."""
    one, other = (c.report.trigger.text.casefold() for c in (a, b))
    return one[:5] == other[:5] or act_family(one) == act_family(other) or (a.report.mode is not None and a.report.mode == b.report.mode)
