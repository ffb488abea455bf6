"""What became of a meeting, in the page's own words: "without a joint statement", "failed to agree on a date"."""

from __future__ import annotations

from collections.abc import Sequence

from parley.lexicon.predicates import classes
from parley.reports.clauses import case_of, surface_subjects
from parley.reports.drafts import Draft
from parley.reports.tree import Tree

_MANNER = ("without", "with", "in")


def outcome_of(tree: Tree, group: Sequence[Draft], drafts: Sequence[Draft]) -> str | None:
    """Returns how a meeting ended, or None when the article does not say or this is no meeting that was held."""
    meetings = [d for d in group if d.report.type == "CONSULT" and d.report.modality == "asserted"]
    if not meetings:
        return None
    ended = [text for d in meetings if (text := _ending(tree, d))]
    if ended:
        return ended[0]
    names = {p.name for d in meetings for p in d.report.actors}
    sentences = {d.sentence for d in meetings}
    tokens = {d.act.trigger.token for d in meetings}
    for draft in drafts:
        report = draft.report
        if report.type != "AGREE" or report.modality not in ("asserted", "negated") or report.historical:
            continue
        subjects = surface_subjects(tree, draft.act.trigger.clause)
        involved = bool(names & {p.name for p in report.actors})
        if tokens & set(subjects) or (draft.sentence in sentences and (involved or not report.actors)):
            return _predicate_text(tree, draft)
    return None


def _ending(tree: Tree, draft: Draft) -> str | None:
    """ "concluded after four hours without a joint statement" → "without a joint statement"."""
    verb = draft.act.trigger.clause
    if verb == draft.act.trigger.token or tree.lemmas[verb] not in classes()["ending"]:
        return None
    for kid in tree.children(verb, "obl", "advcl"):
        if case_of(tree, kid) in _MANNER and tree.lemmas[kid] in classes()["result"]:
            below = tree.subtree(kid)
            return tree.span(min(below), max(below)).text
    return None


def _predicate_text(tree: Tree, draft: Draft) -> str:
    """From the first word of the verb group ("failed") to the end of what hangs on the act."""
    group = {*draft.act.stance.chain, *draft.act.trigger.words}
    below = {t for k in tree.kids[draft.act.trigger.token] if tree.deps[k] in ("obj", "obl", "xcomp", "compound:prt") for t in tree.subtree(k)}
    negators = {k for token in group for k in tree.kids[token] if tree.deps[k] in ("advmod", "aux") and k < draft.act.trigger.token}
    return tree.span(min(group | negators), max(group | below)).text
