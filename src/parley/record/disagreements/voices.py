"""Two reports of acts → whose voices they are, and what of day, place, doers and targets they have in common."""

from __future__ import annotations

import re

from parley.lexicon.act_words import act_family
from parley.lexicon.folding import bare_name
from parley.record.events.happening import Candidate
from parley.record.events.parting import cannot_be_one

_WEEK = 7
_OWN = re.compile(r"\b(?:their|its|his|our)\s+(?:own\s+)?$", re.IGNORECASE)
_HARM = frozenset(map(act_family, "kill murder injure shoot".split()))


def described(c: Candidate) -> frozenset[str]:
    """The doers by merged names or, where nobody is named, by their descriptions ("rebels")."""
    return c.actors or frozenset(bare_name(p.name) for p in c.report.actors)


def doers(c: Candidate) -> frozenset[str]:
    """Those who did it, the voice that says so among them where it speaks of its own: "the rebels said their fighters had taken the port"."""
    text, start = c.report.evidence.text, c.report.evidence.start
    if c.report.claimant and any(_OWN.search(text[: max(0, p.span.start - start)]) or _OWN.match(p.span.text + " ") for p in c.report.actors):
        return described(c) | claimed_by(c)
    return described(c)


def claimed_by(c: Candidate) -> frozenset[str]:
    """What the one who says so goes by; nothing for the article's own voice."""
    return frozenset({c.claimant or "", bare_name(c.report.claimant or "")} - {""})


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
