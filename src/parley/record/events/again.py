"""Two reports of one article → whether the second goes on about the attack that the first tells of."""

from __future__ import annotations

from parley.lexicon.predicates import classes
from parley.record.events.happening import Candidate
from parley.record.events.objects import things
from parley.record.events.retelling import follows, is_reply, says_alike, singular
from parley.record.events.sides import side

HARM = ("kill", "wound", "injur", "dead", "died", "die", "death")
"""How the words begin that tell of the harm an attack did."""


def told_again(a: Candidate, b: Candidate) -> tuple[str, str] | None:
    """Returns how one of two reports of an article goes on about the attack of the other, as a name and in words; None when it does not."""
    if (
        a.article != b.article
        or a.report.evidence == b.report.evidence
        or a.theme != "attack"
        or a.modality != b.modality
        or "future" in (a.modality, b.modality)
    ):
        return None
    for new, old in ((a, b), (b, a)):
        if new.is_self_dated or not (old.is_dated or old.place is not None):
            continue
        hit = things((*new.report.recipients, *old.report.recipients)) | classes()["instrument"] | classes()["strikers"]
        if again := sorted(new.known & hit & {singular(word) for word in old.sentence.split()}):
            return "told_again", f"the article speaks of the {again[0]} of the other as known"
        if _goes_on(old, new):
            return "goes_on", "the next sentence goes on about it without another day or place"
    return None


def _goes_on(old: Candidate, new: Candidate) -> bool:
    """Whether the next sentence tells of the harm, the answer or more of the same by the same, and of nothing that would make it another act."""
    if not follows(old.report, new.report) or new.place is not None or new.named - old.named or not (old.is_dated and old.days and old.days.is_day):
        return False
    if is_reply(new.report):
        return True
    if old.targets and new.targets and not old.targets & new.targets:
        return False
    is_harm = is_bare_harm(new) and not new.report.actors
    have_doers = bool(old.report.actors and new.report.actors) and not _are_of_two_sides(old, new)
    return is_harm or (have_doers and says_alike(old.report, new.report))


def is_bare_harm(c: Candidate) -> bool:
    """Whether a report tells of the dead or hurt of an attack that another sentence tells of, as it gives neither day nor place."""
    return c.theme == "attack" and not c.is_self_dated and c.place is None and c.report.trigger.text.casefold().startswith(HARM)


def _are_of_two_sides(a: Candidate, b: Candidate) -> bool:
    """Whether those who do it are surely not the same."""
    sides = {side(a.report), side(b.report)}
    return len(sides - {None}) == 2 or bool(a.actors and b.actors and not a.actors & b.actors and not a.doers & b.doers)
