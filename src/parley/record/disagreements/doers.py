"""Two reports of attacks → whether two voices lay one attack on different doers, or each says that the other began."""

from __future__ import annotations

import re

from parley.lexicon.folding import bare_name
from parley.record.disagreements.figures import Verdict
from parley.record.disagreements.voices import claimed_by, described, one_attack, same_day_and_place, two_voices
from parley.record.events.happening import Candidate
from parley.record.events.parting import cannot_be_one
from parley.record.events.retelling import is_that, says_alike
from parley.record.events.sides import ANYBODY, side

_REPLY = 600
"""Characters within which one voice answers another in a text."""
_RESPONSIBLE = re.compile(r"\b(?:claim\w*|took|taken|take|admit\w*|assum\w*|accept\w*) (?:the )?responsib", re.IGNORECASE)
_SOMEBODY = frozenset("militant militia extremist terrorist rebel guerrilla suspect man people fighter insurgent men".split())
"""Words that the followers of any name may be called by."""
_FIRST = re.compile(r"(?:\W+\w+){0,2}?\W+(?:(?<!the )(?<!its )(?<!their )first\b|first (?:shots?|rounds?|salvos?|blows?|strikes?)\b)", re.IGNORECASE)
"""Behind the word for an attack, who began: "fired first", "fired the first shots", but not "shelled the first village"."""
_ONLY_REPLIED = re.compile(r"\b(?:only|merely|just)\s+(?:return\w*|answer\w*|respond\w*|repl(?:ied|y)|fired back|defended)\b", re.IGNORECASE)
"""Behind it, that those it was done to began nothing."""


def attack_keys(c: Candidate) -> set[tuple[str, ...]]:
    """Returns what a report shares with those that may tell of the same attack: day and place, or whom or what it hit."""
    if c.report.type != "ASSAULT" or c.modality != "asserted":
        return set()
    hit: set[tuple[str, ...]] = {("hit", target) for target in _hit(c)} | ({("first", c.source)} if is_first(c) and c.report.claimant else set())
    hit |= {("blamed", c.source, name) for name in described(c) | claimed_by(c)}
    return hit | ({("attack", c.place, c.days.first.isoformat())} if c.place and c.is_dated and c.days and c.days.is_day else set())


def other_actor(a: Candidate, b: Candidate) -> Verdict | None:
    """Two named voices lay the same attack on different doers."""
    if a.report.type != "ASSAULT" or b.report.type != "ASSAULT" or a.modality != "asserted" or b.modality != "asserted":
        return None
    if described(a) & described(b) or a.doers & b.doers or not two_voices(a, b) or not _are_different_doers(a, b):
        return None
    if a.article == b.article and a.report.evidence.overlaps(b.report.evidence):
        return None  # one sentence seldom contradicts itself
    if is_first(a) and is_first(b):
        if same_day_and_place(a, b):
            return Verdict("conflict", "each is said to have been the first, on one day and in one place")
        if _is_reply(a, b):
            return Verdict("conflict", "each is said by a voice of one text to have been the first")
    by_two = None not in (a.report.claimant, b.report.claimant) and a.report.claimant != b.report.claimant
    if _answers_blame(a, b) or _answers_blame(b, a):
        return Verdict("conflict", "who is blamed for an attack is said by the one blamed to have been the other")
    if (by_two and one_attack(a, b)) or (same_day_and_place(a, b) and says_alike(a.report, b.report) and _hit(a) & _hit(b)):
        return Verdict("conflict", "one attack on the same people or things is laid on different doers")
    return None


def both_began(a: Candidate, b: Candidate) -> Verdict | None:
    """Two voices on one event who each say that the other fired first."""
    if not (two_voices(a, b) and _are_different_doers(a, b)) or described(a) & described(b) or a.doers & b.doers:
        return None
    return Verdict("conflict", "each is said to have been the first")


def _are_different_doers(a: Candidate, b: Candidate) -> bool:
    """Whether both say who did it and surely do not mean the same: two by name, one who blames back, or two sides by two voices."""
    if not (described(a) and described(b)):
        return False
    if (a.actors and b.actors) or _blames_back(a, b) or _blames_back(b, a) or _claims_it(a, b) or _claims_it(b, a):
        return True
    sides, voices = (side(a.report), side(b.report)), (a.report.claimant, b.report.claimant)
    return None not in (*sides, *voices) and sides[0] != sides[1] and voices[0] != voices[1]


def _hit(c: Candidate) -> frozenset[str]:
    """What it hit: what tells it from other attacks, and things by their names ("the Hotel Marina")."""
    return c.targets | {bare_name(p.name) for p in c.report.recipients if p.name[:1].isupper() and " " in p.name and p.name not in c.recipients}


def _claims_it(own: Candidate, other: Candidate) -> bool:
    """Whether those who say that they did it are named, and another lays it on people of a sort that they would not be called by."""
    words = {name.split()[-1] for name in described(other)}
    is_claim = own.claimant in own.actors and _RESPONSIBLE.search(own.report.evidence.text) is not None
    return is_claim and not (words | {word.removesuffix("s") for word in words}) & (ANYBODY | _SOMEBODY)


def _answers_blame(known: Candidate, other: Candidate) -> bool:
    """Whether one voice of a text blames somebody for "the attack", and that one is said to lay it on the voice."""
    is_theirs = known.source == other.source and known.is_known and _blames_back(other, known)
    return is_theirs and known.article == other.article and is_that(other.report, known.report) and not cannot_be_one(known, other)


def is_first(c: Candidate) -> bool:
    """Returns whether it says who began: "fired first", "opened fire on us first", or that the others only fired back."""
    report, end = c.report, c.report.trigger.end - c.report.evidence.start
    return _FIRST.match(report.evidence.text, end) is not None or _ONLY_REPLIED.search(report.evidence.text, end) is not None


def _is_reply(a: Candidate, b: Candidate) -> bool:
    """Whether one text, or its copies, set two named voices against each other within a few sentences, and nothing parts what they speak of."""
    if a.source != b.source or None in (a.claimant, b.claimant) or a.claimant == b.claimant or cannot_be_one(a, b):
        return False
    return abs(a.report.trigger.start - b.report.trigger.start) < _REPLY


def _blames_back(a: Candidate, b: Candidate) -> bool:
    """Whether the one said to have done it is the one who says that the other did."""
    return bool(claimed_by(b) & described(a))
