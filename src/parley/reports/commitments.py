"""Promises, demands and scheduled steps, with the day they are due, in the page's own words.

Made from the drafts of reports: an act still to come (AGREE, or anything `future`) is pledged when a word of promising governs it, else
scheduled; a demand is demanded. The length of a pause ("72 hours") is no day, so it stays in `due_text`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parley.lexicon.predicates import classes, governors
from parley.model import Commitment, Span, TimeValue
from parley.reports.clauses import case_of
from parley.reports.drafts import Draft, Drafted
from parley.reports.owing import is_called_off, is_open, is_plain_claim
from parley.reports.tree import Tree

_VIOLENT = frozenset(("ASSAULT", "COERCE", "ACCUSE", "PROTEST"))
_DEADLINES = frozenset(("by", "before", "until", "till", "within"))
_CLAUSES = ("xcomp", "ccomp", "acl", "advcl")
_COMPLEMENTS = ("xcomp", "ccomp", "obj", "obl", "nmod", "acl", "iobj")
_PHRASE = ("compound:prt", "obl:unmarked", "advmod", "obl:agent", "nummod", "amod", "compound", "nmod:poss", "nmod:unmarked", *_COMPLEMENTS)


def find_commitments(drafted: Drafted, times: Sequence[TimeValue]) -> tuple[Commitment, ...]:
    """Finds what somebody promised, demanded or is due to do.

    Args:
        drafted: the article's drafts, as `draft_reports` gave them.
        times: its time expressions.

    Returns:
        Commitments in text order; `action` is a stretch of the text.
    """
    found: dict[tuple[str, str], Commitment] = {}
    published = drafted.published
    open_times = [t for t in times if published is None or t.days is None or t.days.last >= published.first]
    for draft in drafted.drafts:
        for commitment in _commitments(drafted.tree, draft, open_times):
            found.setdefault((commitment.status, commitment.action), commitment)
    whole = [c for c in found.values() if not any(_tells_less(c, other) for other in found.values())]
    return tuple(sorted(whole, key=lambda c: c.evidence))


def _tells_less(one: Commitment, other: Commitment) -> bool:
    """Returns whether another commitment of the same words says the same and more: "planned for Monday" in "talks are planned for Monday"."""
    same = one.status == other.status and one.evidence == other.evidence and one.actor in (None, other.actor)
    return same and one.action != other.action and one.action in other.action


def _commitments(tree: Tree, draft: Draft, times: Sequence[TimeValue]) -> Iterator[Commitment]:
    report, status = draft.report, status_of(tree, draft)
    if status is None or report.historical:
        return
    action = _action(tree, draft, "scheduled" if status == "pledged" and _is_own_word(draft) and not _is_promise(tree, draft) else status)
    due = _due(tree, draft, status, [t for t in times if action.covers(t.span)])
    yield Commitment(
        actor=", ".join(dict.fromkeys(p.name for p in report.actors)) or None,
        action=action.text,
        due=due.days if due else None,
        due_text=due.span.text if due else None,
        status=status,
        evidence=report.evidence,
        place=report.where.name if report.where else None,
        claimant=report.claimant,
    )


def _is_deadline(tree: Tree, time: TimeValue) -> bool:
    """Returns whether the words before a time make it a last day: "promised to reopen the schools by the end of April"."""
    at = tree.token_at(time.span.start)
    return any(tree.words[i] in _DEADLINES for i in range(max(0, at - 1), at))


def _due(tree: Tree, draft: Draft, status: str, inside: Sequence[TimeValue]) -> TimeValue | None:
    """The time something is due: a scheduled act's own, else one named in what is owed; days before lengths, resolved ones first.

    The day of a promise or demand is not when it is due.
    """
    is_own = draft.time is not None and (status == "scheduled" or draft.time in inside or _is_deadline(tree, draft.time))
    own = draft.time if is_own else None
    if own is not None and (own.days is not None or not inside):
        return own
    return min(inside, key=lambda t: (t.days is None, t.type == "DURATION"), default=own)


def status_of(tree: Tree, draft: Draft) -> str | None:
    """Returns pledged, scheduled or demanded, or None when nothing is owed."""
    report, effects = draft.report, draft.act.stance.effects
    if report.type == "REQUEST" and report.modality == "asserted":
        return None if _only_beckons(tree, draft) or is_plain_claim(tree, draft) or is_called_off(tree, draft.act.trigger.token) else "demanded"
    if is_open(tree, draft) and not _is_promise(tree, draft):
        return None
    is_conditional = "would" in effects and "hypothetical" in effects
    is_peaceful = report.type not in _VIOLENT or report.mode == "investigate" or (report.type == "PROTEST" and draft.time is not None)
    if is_conditional and is_peaceful:
        return "pledged" if _is_own_word(draft) else None
    if report.modality == "future" and is_peaceful:
        return "pledged" if "pledged" in effects or _is_promise(tree, draft) or _is_own_word(draft) else "scheduled"
    if report.type == "AGREE" and report.modality == "asserted" and _is_promise(tree, draft) and _owed(tree, draft):
        return "pledged"
    return None


def _only_beckons(tree: Tree, draft: Draft) -> bool:
    """Being invited or summoned binds nobody, unless to do something."""
    token = draft.act.trigger.token
    return tree.lemmas[token] in classes()["beckoning"] and not tree.children(token, "xcomp", "advcl")


def _is_promise(tree: Tree, draft: Draft) -> bool:
    governor = governors().get(tree.lemmas[draft.act.trigger.token])
    return (governor is not None and "pledged" in governor.effects) or draft.act.trigger.predicate.words[0] == "give"


def _is_own_word(draft: Draft) -> bool:
    """ "Norland said it would send aid": who says what he will do promises it; who says when he will meet does not."""
    report = draft.report
    return draft.act.trigger.predicate.type != "CONSULT" and any(p.name == report.claimant for p in report.actors)


def _action(tree: Tree, draft: Draft, status: str) -> Span:
    """The words of what is owed: the complement of a promise or demand, or the scheduled act itself."""
    trigger = draft.act.trigger
    if status != "scheduled" and trigger.predicate.pos in ("v", "a"):
        owed = _owed(tree, draft)
        is_thing = status == "pledged" and bool(owed) and tree.deps[owed[0]] == "obj"  # "pledged 40 million euros to rebuild the grid"
        clause = owed if is_thing else [k for k in owed if tree.deps[k] in _CLAUSES] or owed
        if clause:
            return _text(tree, clause[0], clause[-1])
    passive = tree.children(trigger.token, "nsubj:pass") if status == "scheduled" and trigger.predicate.pos == "v" else []
    if passive:  # "a second round has been scheduled for Monday"
        return _clause_text(tree, passive[0], trigger.token)
    opening = next((w for w in trigger.words if tree.deps[w].startswith("nsubj")), trigger.token)
    if opening < trigger.clause:
        return _clause_text(tree, opening, trigger.clause)
    head = trigger.clause if trigger.carrier and trigger.carrier.link != "subj" else trigger.token
    below = {t for k in tree.kids[head] if tree.deps[k] in _PHRASE and k != trigger.clause for t in tree.subtree(k)}
    start = head if trigger.predicate.pos == "v" else min({head, *below})
    return tree.span(start, max({head, *(t for t in below if t > start)}))


def _clause_text(tree: Tree, noun: int, verb: int) -> Span:
    """ "the next round will be held in Vesk on Monday": from the noun phrase to the last phrase that says how, where or when."""
    top = tree.heads[noun] if tree.deps[noun] == "nmod" and case_of(tree, noun) == "of" else noun
    opening = set(tree.children(top, "case")) if top == noun else set()
    start = min(t for t in tree.subtree(top) - opening if t <= noun)
    ends = [max(tree.subtree(k)) for k in tree.kids[verb] if tree.deps[k] in ("obl", "obl:unmarked", "obl:agent", "compound:prt", "nmod")]
    while start < noun and tree.tags[start] == "DT":
        start += 1
    return tree.span(start, max(noun, verb, *ends))


def _owed(tree: Tree, draft: Draft) -> list[int]:
    """The complements of a promise or demand; an infinitive may hang on whom it is asked of ("called on both sides to respect it")."""
    words = draft.act.trigger.words
    near = [k for word in words for k in tree.kids[word] if k not in words]
    asked = [k for token in near if case_of(tree, token) in ("on", "upon", "to") for k in tree.children(token, "acl") if tree.tags[k] == "VB"]
    return [k for k in near if _is_owed(tree, k)] + asked


def _is_owed(tree: Tree, token: int) -> bool:
    dep, case = tree.deps[token], case_of(tree, token)
    if tree.words[token] in classes()["time_noun"]:
        return False
    return (
        dep in ("xcomp", "ccomp", "obj")
        or (dep in ("acl", "advcl") and tree.tags[token] == "VB" and tree.words[token - 1] == "to")
        or (dep in ("obl", "nmod") and case in ("for", "to", "of"))
    )


def _text(tree: Tree, first: int, last: int) -> Span:
    """Two phrases and what lies between, without the preposition that opens the first and what a relative clause adds."""
    below = (tree.subtree(first) | tree.subtree(last)) - set(tree.children(first, "case"))
    told_aside = [i - 1 for i in sorted(below) if i - 1 in below and tree.words[i - 1] == "," and tree.tags[i] in ("WDT", "WP", "WP$", "WRB")]
    return tree.span(min(below), max(i for i in below if not told_aside or i < told_aside[0]))
