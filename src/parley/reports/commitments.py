"""Promises, demands and scheduled steps, with the day they are due, in the page's own words.

Made from the drafts of reports: an act still to come (AGREE, or anything `future`) is pledged when a word of promising governs it, else
scheduled; a demand is demanded. The length of a pause ("72 hours") is no day, so it stays in `due_text`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from parley.lexicon.predicates import classes, governors
from parley.model import Commitment, Interval, Naming, Report, Span, Statement, TimeValue
from parley.reports.clauses import case_of
from parley.reports.drafts import Draft
from parley.reports.find import find_drafts
from parley.reports.tree import Tree, read_tree

_COMPLEMENTS = ("xcomp", "ccomp", "obj", "obl", "nmod", "acl", "iobj")
_PHRASE = ("compound:prt", "obl:unmarked", "advmod", "obl:agent", "nummod", "amod", "compound", "nmod:poss", "nmod:unmarked", *_COMPLEMENTS)


def find_commitments(
    doc: Doc,
    naming: Naming,
    times: Sequence[TimeValue],
    statements: Sequence[Statement],
    reports: Sequence[Report],
    published: Interval | None,
) -> tuple[Commitment, ...]:
    """Finds what somebody promised, demanded or is due to do.

    Args:
        doc: the parsed article text.
        naming: who is who in it.
        times: its time expressions.
        statements: its attributed speech.
        reports: the article's reports, as `find_reports` gave them; only acts among them become commitments.
        published: the article's publication day or days.

    Returns:
        Commitments in text order; `action` is a stretch of the text.
    """
    known = {(r.trigger, r.type) for r in reports}
    tree = read_tree(doc)
    found: dict[tuple[str, str], Commitment] = {}
    for draft in find_drafts(doc, naming, times, statements, published):
        if (draft.report.trigger, draft.report.type) in known:
            for commitment in _commitments(tree, draft, times):
                found.setdefault((commitment.status, commitment.action), commitment)
    return tuple(sorted(found.values(), key=lambda c: c.evidence))


def _commitments(tree: Tree, draft: Draft, times: Sequence[TimeValue]) -> Iterator[Commitment]:
    report, status = draft.report, status_of(tree, draft)
    if status is None or report.historical:
        return
    action = _action(tree, draft, status)
    due, due_text = (None, None) if status == "demanded" else (report.when, report.when_text)
    if due is None:
        inside = [t for t in times if action.covers(t.span)]
        length = next((t for t in inside if t.type == "DURATION"), None)
        dated = next((t for t in inside if t.days is not None and t.type != "DURATION"), None)
        due, due_text = (dated.days, dated.span.text) if dated else (None, length.span.text if length else None)
    yield Commitment(
        actor=", ".join(dict.fromkeys(p.name for p in report.actors)) or None,
        action=action.text,
        due=due,
        due_text=due_text,
        status=status,
        evidence=report.evidence,
        place=report.where.name if report.where else None,
        claimant=report.claimant,
    )


def status_of(tree: Tree, draft: Draft) -> str | None:
    """Returns pledged, scheduled or demanded, or None when nothing is owed."""
    report, effects = draft.report, draft.act.stance.effects
    if report.type == "REQUEST" and report.modality == "asserted":
        return "demanded"
    if report.modality == "future" and report.type not in ("ASSAULT", "COERCE", "ACCUSE", "PROTEST"):
        return "pledged" if "pledged" in effects or _is_promise(tree, draft) else "scheduled"
    if report.type == "AGREE" and report.modality == "asserted" and _is_promise(tree, draft):
        return "pledged"
    return None


def _is_promise(tree: Tree, draft: Draft) -> bool:
    governor = governors().get(tree.lemmas[draft.act.trigger.token])
    return (governor is not None and "pledged" in governor.effects) or draft.act.trigger.predicate.words[0] == "give"


def _action(tree: Tree, draft: Draft, status: str) -> Span:
    """The words of what is owed: the complement of a promise or demand, or the scheduled act itself."""
    trigger = draft.act.trigger
    if status != "scheduled" and trigger.predicate.pos in ("v", "a"):
        owed = [k for word in trigger.words for k in tree.kids[word] if k not in trigger.words and _is_owed(tree, k)]
        clause = [k for k in owed if tree.deps[k] in ("xcomp", "ccomp", "acl")] or owed
        if clause:
            return _text(tree, clause[0], clause[-1])
    head = trigger.clause if trigger.carrier and trigger.carrier.link != "subj" else trigger.token
    below = {t for k in tree.kids[head] if tree.deps[k] in _PHRASE and k != trigger.clause for t in tree.subtree(k)}
    start = head if trigger.predicate.pos == "v" else min({head, *below})
    return tree.span(start, max({head, *(t for t in below if t > start)}))


def _is_owed(tree: Tree, token: int) -> bool:
    dep, case = tree.deps[token], case_of(tree, token)
    if tree.words[token] in classes()["time_noun"]:
        return False
    return (
        dep in ("xcomp", "ccomp", "obj")
        or (dep == "acl" and tree.tags[token] == "VB")
        or (dep in ("obl", "nmod") and case in ("for", "to", "on", "of"))
    )


def _text(tree: Tree, first: int, last: int) -> Span:
    """Two phrases and what lies between, without the preposition that opens the first."""
    below = (tree.subtree(first) | tree.subtree(last)) - set(tree.children(first, "case"))
    return tree.span(min(below), max(below))
