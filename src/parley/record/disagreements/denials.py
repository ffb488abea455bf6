"""Reports that something was done and that it was not → pairs in which one voice surely denies what the other states.

What a reader of a sentence takes for "not done" is often another act not done, or a word that was misread. So a denial
must hold a word of denying near the word for the act, more than its doer must tie the act to what is stated, and whoever
else takes part must not differ.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from parley.lexicon.act_words import act_family
from parley.record.disagreements.figures import Verdict
from parley.record.disagreements.voices import described, same_day_and_place, two_voices
from parley.record.events.happening import Candidate
from parley.record.events.parting import cannot_be_one

_WEEK = 7
_STEM = 5
_DENIAL = re.compile(r"\bden(?:y|ies|ied|ying|ial)\b", re.IGNORECASE)
_NOT = re.compile(
    r"\b(?:not|never|nor|no|nobody|none|neither|false|untrue|den(?:y|ies|ied|ying|ials?)|reject\w*|dismiss\w*|refut\w*)\b|n[’']t\b", re.IGNORECASE
)
_REACH = 60
"""Characters before and after the word for an act in which a word of denying speaks of it."""
_SAYING = frozenset({"ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN"})
"""Acts of speech: what is denied beside one is nearly always what was said."""


def denials(reports: Sequence[Candidate]) -> Iterator[tuple[Candidate, Candidate]]:
    """Yields each statement that somebody did a thing with each report that the same one did not."""
    stated: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
    for c in reports:
        if c.modality == "asserted":
            for actor in described(c):
                stated[c.report.type, actor].append(c)
    for c in reports:
        if c.modality == "negated":
            yield from ((other, c) for actor in sorted(described(c)) for other in stated[c.report.type, actor])


def denied(a: Candidate, b: Candidate) -> Verdict | None:
    """One voice says that an act was done, another that it was not."""
    yes, no = (a, b) if b.modality == "negated" else (b, a)
    if (yes.modality, no.modality) != ("asserted", "negated") or yes.report.type != no.report.type or not two_voices(yes, no):
        return None
    if _DENIAL.search(yes.report.evidence.text) or no.report.type in _SAYING or not _says_not(no):
        return None  # what stands beside a denial may be what is denied
    shared = yes.actors & no.actors or (described(yes) & described(no) if same_day_and_place(yes, no) else frozenset())
    if not shared or not _is_one_act(yes, no) or not _one_occasion(yes, no):
        return None
    who = ", ".join(sorted(shared))
    return Verdict("conflict", f"the same act of {who} is stated by one and denied by the other")


def _says_not(c: Candidate) -> bool:
    """Whether a word of denying stands near the word for the act."""
    text, at = c.report.evidence.text, c.report.trigger.start - c.report.evidence.start
    return _NOT.search(text[max(0, at - _REACH) : at + len(c.report.trigger.text) + _REACH]) is not None


def _is_one_act(yes: Candidate, no: Candidate) -> bool:
    """Whether word, or day and place, or the pair of parties is the same, and neither names other targets or partners than the other."""
    words = [c.report.trigger.text.casefold() for c in (yes, no)]
    is_kindred = words[0][:_STEM] == words[1][:_STEM] or act_family(words[0]) == act_family(words[1])
    if not (is_kindred or same_day_and_place(yes, no) or len(yes.people & no.people) > 1):
        return False
    if yes.recipients and no.recipients and not yes.recipients & no.recipients:
        return False
    others = [c.people - (yes.actors & no.actors) for c in (yes, no)]
    return not (others[0] and others[1]) or bool(others[0] & others[1])


def _one_occasion(a: Candidate, b: Candidate) -> bool:
    """Whether both surely speak of one occasion: nothing parts them, and day and place, or word and day, agree."""
    if a.days is None or b.days is None or cannot_be_one(a, b) or max(a.days.days, b.days.days) > _WEEK + 1:
        return False
    same_place = a.place is not None and a.place == b.place
    same_target = bool(a.recipients & b.recipients)
    return same_place or same_target or (_denies_itself(b) and a.happening == b.happening)


def _denies_itself(c: Candidate) -> bool:
    """Whether those who deny an act are those who are said to have done it."""
    return c.modality == "negated" and c.claimant is not None and c.claimant in c.actors
