"""Drafts of one article → one for each happening: the clause that says it best leads, the others fill what it leaves open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parley.lexicon.predicates import classes
from parley.lexicon.themes import gathered
from parley.model import Interval, Party, Place, Report
from parley.reports.clauses import surface_subjects
from parley.reports.drafts import Draft
from parley.reports.outcomes import outcome_of
from parley.reports.tree import Tree

_LOOK_BACK = 200
_SHARED = frozenset({"CONSULT", "AGREE"})
_TRUCE = ("RETREAT", "ceasefire", "ceasefire")


def merge_drafts(tree: Tree, drafts: Sequence[Draft]) -> list[Draft]:
    """Groups drafts that speak of one happening and returns one draft for each group, in text order."""
    groups: list[list[Draft]] = []
    accounts: list[Report] = []
    alike: dict[tuple[str, str, bool], list[int]] = {}
    for draft in sorted(drafts, key=lambda d: (_is_bare(d.report), d.report.trigger.start)):
        kind = f"{draft.report.type} {_is_meeting(draft)} {_promise(tree, draft)}"
        near = alike.setdefault((kind, draft.report.modality, draft.report.historical), [])
        definite = is_definite(tree, draft)
        fitting = [i for i in near[-_LOOK_BACK:] if is_same_happening(accounts[i], draft.report, definite)]
        if fitting:
            best = max(fitting, key=lambda i: _closeness(groups[i], draft))
            groups[best].append(draft)
            accounts[best] = _account(groups[best])
        elif not _is_bare(draft.report) or _stands_alone(draft) or (draft.is_sure and all(a.type != draft.report.type for a in accounts)):
            near.append(len(groups))
            groups.append([draft])
            accounts.append(draft.report)
    merged = [
        (_lead(group), replace(account, outcome=outcome_of(tree, group, drafts)) if account.type == "CONSULT" else account)
        for group, account in zip(groups, accounts, strict=True)
    ]
    merged = _name_parties(merged)
    return sorted((replace(lead, report=report) for lead, report in merged), key=lambda d: (d.report.trigger.start, d.report.type))


def _name_parties(merged: list[tuple[Draft, Report]]) -> list[tuple[Draft, Report]]:
    """When an article tells of one meeting, "the parties failed to agree" speaks of those who met."""
    meetings = [r for _, r in merged if r.type == "CONSULT" and r.modality == "asserted" and not r.historical and len(_named(r)) > 1]
    meetings = [r for r in meetings if r.when or r.where] or meetings
    if len(meetings) != 1:
        return merged
    actors = meetings[0].actors
    return [(d, replace(r, actors=actors) if _is_unnamed_failure(r) else r) for d, r in merged]


def _is_unnamed_failure(report: Report) -> bool:
    return report.type == "AGREE" and report.modality == "negated" and not report.historical and not _named(report)


def _is_bare(report: Report) -> bool:
    """Nothing but the word: "the talks"."""
    return not (report.actors or report.recipients or report.when or report.where)


def _stands_alone(draft: Draft) -> bool:
    """A plan or a failure told in a clause of its own: "talks will begin", "no agreement was reached"."""
    report, trigger = draft.report, draft.act.trigger
    if draft.time is not None and trigger.predicate.pos == "v":
        return True
    if report.modality == "future":
        return trigger.predicate.type == "CONSULT" and (trigger.carrier is not None or trigger.predicate.pos == "v")
    if report.type != "AGREE" or report.modality != "negated":
        return False
    is_ending = any(c.key == "case" for c in trigger.predicate.conditions)  # "ended without a joint statement"
    return is_ending or (trigger.predicate.pos == "v" and len(trigger.words) > 1)


def _closeness(group: Sequence[Draft], draft: Draft) -> tuple[int, int]:
    names = {p.name for p in draft.report.actors + draft.report.recipients}
    shared = len(names & {p.name for d in group for p in d.report.actors + d.report.recipients})
    return shared, -min(abs(d.report.trigger.start - draft.report.trigger.start) for d in group)


def _is_meeting(draft: Draft) -> bool:
    """Tells meetings still to come from other things agreed."""
    return any(act.trigger.predicate.type == "CONSULT" for act in (draft.act, *draft.act.inner))


def _promise(tree: Tree, draft: Draft) -> str:
    """The word of a promise: what is vowed and what is offered are two."""
    report = draft.report
    return tree.lemmas[draft.act.trigger.token] if report.type == "AGREE" and report.modality == "future" and not _is_meeting(draft) else ""


def is_definite(tree: Tree, draft: Draft) -> bool:
    """Returns whether an act speaks of a meeting already known: "took part in the talks", "Saturday's meeting"."""
    if draft.report.type != "CONSULT":
        return False
    token = draft.act.trigger.token
    below = {
        token,
        *surface_subjects(tree, draft.act.trigger.clause),
        *(t for k in tree.children(token, "obj", "obl", "xcomp", "advcl") for t in tree.subtree(k)),
    }
    nouns = [t for t in below if tree.lemmas[t] in classes()["gathering"]]
    return any(tree.deps[k] == "nmod:poss" or tree.words[k] in ("the", "those", "these") for t in nouns for k in tree.kids[t])


def is_same_happening(a: Report, b: Report, definite: bool = False) -> bool:
    """Returns whether two reports of one article can be of one happening: nothing in them differs and enough agrees.

    Args:
        a: what is known of a happening so far.
        b: another report.
        definite: `b` speaks of a meeting the article has already told of.
    """
    if (a.type, a.modality, a.historical) != (b.type, b.modality, b.historical):
        return False
    if a.mode and b.mode and a.mode != b.mode and a.type != "CONSULT":
        return False
    if not (_times_meet(a.when, b.when) and _places_meet(a.where, b.where)):
        return False
    acting = _overlap(_named(a), _named(b))
    if a.type == "CONSULT" and acting and _are_others(_named(a), _named(b)):
        return False
    if a.type == "CONSULT":
        if "phone" in (a.mode, b.mode) and a.mode != b.mode:
            return False
        if "visit" in (a.mode, b.mode) and a.mode != b.mode:
            return acting is True
        is_open = not (b.when and b.where) or not (a.when and a.where)
        return acting is True or (acting is None and is_open) or definite or bool(a.where and b.where and a.where.name == b.where.name)
    if a.type in _SHARED or (a.type, a.mode, b.mode) == _TRUCE:
        if acting is None and not (_is_bare(a) or _is_bare(b)):
            return bool(a.where and b.where) or bool(a.when and b.when) or (a.modality == "negated" and not _named(a) and not _named(b))
        return acting is not False
    return acting is not False and _overlap(a.recipients, b.recipients) is not False and (acting or _overlap(a.recipients, b.recipients)) is True


def _times_meet(a: Interval | None, b: Interval | None) -> bool:
    return a is None or b is None or a.meets(b)


def _places_meet(a: Place | None, b: Place | None) -> bool:
    return a is None or b is None or a.name == b.name or "country" in (a.precision, b.precision)


def _overlap(a: Sequence[Party], b: Sequence[Party]) -> bool | None:
    """True: a name is shared; False: both name somebody and none is shared; None: one names nobody."""
    if not a or not b:
        return None
    return not {p.name for p in a}.isdisjoint(p.name for p in b)


def _are_others(a: Sequence[Party], b: Sequence[Party]) -> bool:
    """Two who met and two who met are not one meeting because one of them was at both."""
    left, right = {p.name for p in a}, {p.name for p in b}
    return len(left) == len(right) == 2 and len(left & right) < 2


def _named(report: Report) -> tuple[Party, ...]:
    """The actors without those who are only "the parties" or "the countries"."""
    return tuple(p for p in report.actors if p.name.split()[-1] not in gathered())


def _worth(draft: Draft) -> tuple[int, int]:
    """How much a clause says; of equals the earlier one leads."""
    report = draft.report
    filled = sum(map(bool, (report.actors, report.recipients, report.when or draft.time, report.where)))
    is_step = report.modality == "future" and draft.act.trigger.carrier is not None
    verbal = draft.act.trigger.predicate.pos == "v"
    return 2 * filled + min(len(report.actors), 3) + verbal + 2 * is_step, -report.trigger.start


def _lead(group: Sequence[Draft]) -> Draft:
    return max(group, key=_worth)


def _account(group: Sequence[Draft]) -> Report:
    """The lead's report with the gaps filled from the others, and everybody who took part in a meeting or deal."""
    lead = _lead(group).report
    rest = [d.report for d in group if d.report is not lead]
    when = _first([lead, *rest], "when")
    return replace(
        lead,
        mode=lead.mode or next((r.mode for r in rest if r.mode), None),
        actors=_everybody([lead, *rest]) if lead.type in _SHARED else lead.actors or next((r.actors for r in rest if r.actors), ()),
        recipients=lead.recipients or next((r.recipients for r in rest if r.recipients), ()),
        when=when.when if when else None,
        when_text=when.when_text if when else None,
        where=lead.where or next((r.where for r in rest if r.where), None),
    )


def _first(reports: Sequence[Report], slot: str) -> Report | None:
    return next((r for r in reports if getattr(r, slot) is not None), None)


def _everybody(reports: Sequence[Report]) -> tuple[Party, ...]:
    found: dict[str, Party] = {}
    for report in reports:
        for party in report.actors:
            found.setdefault(party.name, party)
    named = {p.name for report in reports for p in _named(report)}
    return tuple(p for p in found.values() if p.name in named) if len(named) > 1 else tuple(found.values())
