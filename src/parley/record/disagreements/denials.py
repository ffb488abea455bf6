"""Reports that something was done and that it was not → pairs in which one voice surely denies what the other states.

What a reader of a sentence takes for "not done" is often another act not done, or a word that was misread. So a denial
must hold a word of denying near the word for the act, more than its doer must tie the act to what is stated, and whoever
else takes part must not differ.
"""

from __future__ import annotations

import re

from parley.lexicon.folding import bare_name
from parley.record.disagreements.figures import Verdict
from parley.record.disagreements.voices import claimed_by, described, doers, same_day_and_place, two_voices
from parley.record.events.happening import Candidate
from parley.record.events.parting import cannot_be_one
from parley.record.events.retelling import says_alike

_WEEK = 7
_DENIAL = re.compile(r"\bden(?:y|ies|ied|ying|ial)\b", re.IGNORECASE)
_ANY_PART = re.compile(
    r"\bden(?:y|ies|ied|ying|ials?)(?:\W+\w+){0,4}?\W+(?:part|role|hand|involvement|responsibility|connection|having|being)\b", re.IGNORECASE
)
_NOT = re.compile(
    r"\b(?:not|never|nor|no|nobody|none|neither|false|untrue|den(?:y|ies|ied|ying|ials?)|reject\w*|dismiss\w*|refut\w*)\b|n[’']t\b", re.IGNORECASE
)
_DENIER = re.compile(r"((?:[A-Z][\w’'-]*[ ]){1,6})(?:(?:has|have|had|also|again|strongly|flatly)[ ]){0,2}den(?:y|ies|ied|ying)\b")
"""The name right before a word of denying."""
_NEXT = 500
"""Characters between an act told and the denial that means it."""
_REACH = 60
"""Characters before and after the word for an act in which a word of denying speaks of it."""
_SAYING = frozenset({"ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN"})
"""Acts of speech: what is denied beside one is nearly always what was said."""
_SIGNING = re.compile(r"sign|initial|ink|seal", re.IGNORECASE)


def doers_in_question(c: Candidate) -> frozenset[str]:
    """Returns those who are said to have done it, or not to have done it; nobody for plans."""
    if is_denial(c):
        return _cleared(c)
    return doers(c) if c.modality == "asserted" else frozenset()


def is_denial(c: Candidate) -> bool:
    """Returns whether it says that an act was not done, or that somebody denies any part in it."""
    if c.modality != "asserted" or described(c):
        return c.modality == "negated"
    text = c.report.evidence.text
    return _ANY_PART.search(text) is not None and (c.report.claimant is not None or _DENIER.search(text) is not None)


def denied(a: Candidate, b: Candidate) -> Verdict | None:
    """One voice says that an act was done, another that it was not."""
    yes, no = (a, b) if is_denial(b) else (b, a)
    if yes.modality != "asserted" or is_denial(yes) or not is_denial(no) or yes.report.type != no.report.type or not two_voices(yes, no):
        return None
    if _answers(no, yes):
        return Verdict("conflict", "what one says was done the other denies in the next words")
    if _DENIAL.search(yes.report.evidence.text) or _is_saying(no) or not _says_not(no):
        return None  # what stands beside a denial may be what is denied
    said_by_none = no.claimant is None and not (_ANY_PART.search(no.report.evidence.text) and _cleared(no))
    if said_by_none and not same_day_and_place(yes, no) and not (len(no.people) > 1 and yes.people == no.people and yes.place == no.place):
        return None  # that something was not done, said by nobody, is seldom a denial
    shared = doers(yes) & _cleared(no)
    if not shared or not _is_one_act(yes, no) or not _one_occasion(yes, no):
        return None
    who = ", ".join(sorted(shared))
    return Verdict("conflict", f"the same act of {who} is stated by one and denied by the other")


def _is_saying(c: Candidate) -> bool:
    """Whether it is an act of speech; to sign is to do something."""
    return c.report.type in _SAYING and _SIGNING.match(c.report.trigger.text) is None


def _answers(no: Candidate, yes: Candidate) -> bool:
    """Whether a denial that names no act means what another voice just said: "its men had taken the port; the army denied it"."""
    if no.article != yes.article or None in (no.report.claimant, yes.report.claimant) or no.claimant == yes.claimant:
        return False
    if not means_what_was_said(no) or not 0 < no.report.trigger.start - yes.report.trigger.start < _NEXT:
        return False
    one, other = ({(party.span, party.name) for party in c.report.actors + c.report.recipients} for c in (no, yes))
    return bool(one) and one <= other


def means_what_was_said(c: Candidate) -> bool:
    """Returns whether a report is a denial that names no act: "the army denied it"."""
    return c.modality == "negated" and _DENIAL.fullmatch(c.report.trigger.text) is not None


def _cleared(c: Candidate) -> frozenset[str]:
    """Those who are said not to have done it: who denies any part in it, where nobody else is named."""
    text = c.report.evidence.text
    if described(c) or not _ANY_PART.search(text):
        return described(c)
    if c.report.claimant is not None:
        return claimed_by(c)
    name = denier.group(1).strip().removeprefix("The ") if (denier := _DENIER.search(text)) else ""
    return frozenset({name, bare_name(name)} - {""})


def _says_not(c: Candidate) -> bool:
    """Whether a word of denying stands near the word for the act."""
    text, at = c.report.evidence.text, c.report.trigger.start - c.report.evidence.start
    return _NOT.search(text[max(0, at - _REACH) : at + len(c.report.trigger.text) + _REACH]) is not None


def _is_one_act(yes: Candidate, no: Candidate) -> bool:
    """Whether word, day and place, or place and victims are the same, and neither names other targets or partners than the other."""
    if not (says_alike(yes.report, no.report) or same_day_and_place(yes, no) or _same_place_and_victims(yes, no) or _name_one_victim(yes, no)):
        return False
    if yes.recipients and no.recipients and not yes.recipients & no.recipients:
        return False
    others = [c.people - (yes.actors & no.actors) for c in (yes, no)]
    return not (others[0] and others[1]) or bool(others[0] & others[1])


def _same_place_and_victims(yes: Candidate, no: Candidate) -> bool:
    hit = [{bare_name(p.name) for p in c.report.recipients} for c in (yes, no)]
    return yes.place is not None and yes.place == no.place and bool(hit[0] & hit[1])


def _name_one_victim(yes: Candidate, no: Candidate) -> bool:
    """Whether somebody whom one attack hit, by full name, is named in the sentence that tells of the other: nobody is murdered twice."""
    pairs = ((yes, no), (no, yes))
    return yes.theme == "attack" and any(
        " " in name and name in other.report.evidence.text for c, other in pairs for name in c.targets & c.recipients
    )


def _one_occasion(yes: Candidate, no: Candidate) -> bool:
    """Whether both surely speak of one occasion: nothing parts them, and the place or whom it hit is the same, or one denies what the matter is."""
    if yes.days is None or no.days is None or cannot_be_one(yes, no) or max(yes.days.days, no.days.days) > _WEEK + 1:
        return False
    if yes.targets & no.targets or _name_one_victim(yes, no) or (yes.place is not None and yes.place == no.place):
        return True
    if yes.happening == no.happening and len(yes.actors & no.actors) > 1:
        return True
    # A target that only one names leaves open what is denied.
    return yes.happening == no.happening and _denies_itself(no) and not (yes.targets and no.targets)


def _denies_itself(c: Candidate) -> bool:
    """Whether those who deny an act, in so many words, are those who are said to have done it."""
    names = claimed_by(c) or _cleared(c)
    return bool(names & _cleared(c)) and _DENIAL.search(c.report.evidence.text) is not None
