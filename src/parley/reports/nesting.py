"""Acts spoken of inside other acts → one report: "urged Norland to withdraw" is a demand, not a withdrawal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from parley.lexicon.predicates import classes, governors
from parley.model import Party
from parley.reports.clauses import case_of
from parley.reports.drafts import Act
from parley.reports.roles import Cast
from parley.reports.tree import Tree

_SPEAKING = frozenset({"REQUEST", "REJECT", "THREATEN", "AGREE", "CONCEDE"})
_OUTSIDE = frozenset({"nsubj", "nsubj:pass", "conj", "parataxis", "obl:agent", "acl:relcl", "nsubj:outer"})
_MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
_TALKING = frozenset({"CONSULT", "AGREE"})
_YIELDING = {"CONSULT": "meet", "AGREE": "meet", "AID": "assist", "COOPERATE": "assist", "SUPPORT": "assist", "RETREAT": "yield", "CONCEDE": "yield"}
_THREATS = {"ASSAULT": "violence", "SANCTION": "restrict", "COERCE": "restrict", "MOBILIZE": "violence"}
_BESIDE = frozenset({"after", "before", "during", "following", "since", "amid", "despite", "ahead of", "until", "by", "in", "at"})
_CONDITIONS = frozenset({"if", "unless", "whether"})
_DONE_TO = frozenset({"RETREAT", "COERCE"})  # who demands a release or an arrest does not ask the one released or arrested
_CLIMB = 8


def fold_nested(tree: Tree, acts: Sequence[Act]) -> list[Act]:
    """Takes acts that are only the content or the consequence of another into that one.

    The content of a demand, refusal, threat or promise gives it its mode; what a strike did ("killing seven") its recipients; whom
    somebody agreed to meet its further actors.
    """
    by_token = {token: a for a in acts for token in (a.trigger.clause, *a.trigger.words)} | {a.trigger.token: a for a in acts}
    inside: dict[int, list[Act]] = {}
    for inner in acts:
        outer = _outer(tree, inner, by_token)
        if outer is None or not (
            (_is_content(inner, outer) and not _is_condition(tree, inner, outer))
            or _is_consequence(tree, inner, outer)
            or _is_plan_of(tree, inner, outer)
        ):
            outer = _cause(tree, inner, by_token)
        if outer is not None:
            inside.setdefault(outer.trigger.token, []).append(inner)
    folded = {inner.trigger.token for held in inside.values() for inner in held}
    return [_holding(tree, a, inside.get(a.trigger.token, [])) for a in acts if a.trigger.token not in folded]


def _outer(tree: Tree, inner: Act, by_token: Mapping[int, Act]) -> Act | None:
    """The nearest act above `inner`, reached without leaving its arguments."""
    token = inner.trigger.clause
    for _ in range(_CLIMB):
        dep, head = tree.deps[token], tree.heads[token]
        if dep == "nsubj:pass" and _is_refusal(by_token.get(head)):
            return by_token[head]
        if head == token or dep in _OUTSIDE or case_of(tree, token) in _BESIDE or (dep == "advcl" and _is_dated(tree, token)):
            return None
        found = by_token.get(head)
        if found is not None and found.trigger.token != inner.trigger.token:
            return found
        token = head
    return None


def _is_refusal(act: Act | None) -> bool:
    """ "Were called off": what was is its content, not something that took place."""
    return act is not None and act.trigger.predicate.type == "REJECT" and act.trigger.predicate.pos == "v"


def _is_plan_of(tree: Tree, inner: Act, outer: Act) -> bool:
    """ "Talks planned for Monday": one act, not two."""
    governor, clause = governors().get(tree.lemmas[inner.trigger.token]), inner.trigger.clause
    is_below = tree.deps[clause] == "acl" and tree.heads[clause] == outer.trigger.token
    return is_below and governor is not None and "scheduled" in governor.effects


def _is_dated(tree: Tree, clause: int) -> bool:
    """ "Made his plea after meeting the envoy": two acts."""
    return any(tree.words[k] in _BESIDE - {"by", "in", "at"} for k in tree.children(clause, "mark"))


def _is_content(inner: Act, outer: Act) -> bool:
    kind, content = outer.trigger.predicate.type, inner.trigger.predicate
    if kind == "PROTEST":
        return content.type in ("PROTEST", "ACCUSE") and inner.stance.modality == "hypothetical"
    if kind == "CONSULT":
        return content.type in _TALKING and (inner.stance.modality == "hypothetical" or (content.pos == "n" and inner.stance.modality != "future"))
    if kind not in _SPEAKING:
        return False
    if kind in ("REQUEST", "THREATEN"):
        is_asked = any(c.key == "ought" for c in outer.trigger.predicate.conditions)  # "insisted that all leave"
        return inner.stance.modality != "asserted" or content.pos == "n" or is_asked
    return inner.stance.modality in ("future", "hypothetical", "negated") or content.type in _MUTUAL


def _is_condition(tree: Tree, inner: Act, outer: Act) -> bool:
    """Whether an agreement or offer only hangs on `inner` or turns on it: "offered aid if Norland agrees", "asked whether they cooperated"."""
    if outer.trigger.predicate.type not in _TALKING:
        return False
    for token in (inner.trigger.clause, *tree.above(inner.trigger.clause)):
        if token in (outer.trigger.clause, outer.trigger.token):
            break
        if any(tree.words[k] in _CONDITIONS for k in tree.children(token, "mark")):
            return True
    return False


def _is_consequence(tree: Tree, inner: Act, outer: Act) -> bool:
    """ "shelled the town, killing seven"."""
    return _is_attack(outer) and _is_harm(tree, inner) and tree.deps[inner.trigger.token] in ("advcl", "xcomp", "acl", "parataxis")


def _is_attack(act: Act) -> bool:
    return act.trigger.predicate.type == "ASSAULT"


def _is_harm(tree: Tree, act: Act) -> bool:
    return _is_attack(act) and tree.lemmas[act.trigger.token] in classes()["harming"]


def _cause(tree: Tree, harm: Act, by_token: Mapping[int, Act]) -> Act | None:
    """The attack of which `harm` is what came of it: "a bombing that killed two", "killed and wounded", "killed when a bomber struck"."""
    token = harm.trigger.token
    if not _is_harm(tree, harm):
        return None
    if tree.deps[token] in ("conj", "acl:relcl"):
        found = by_token.get(tree.heads[token])
        return found if found is not None and _is_attack(found) and found.stance.modality == harm.stance.modality else None
    for kid in tree.children(token, "advcl"):
        found = by_token.get(kid)
        marks = {tree.words[k] for k in tree.children(kid, "mark", "advmod")}
        if found is not None and _is_attack(found) and not _is_harm(tree, found) and marks & {"when", "after", "as"} and not harm.cast.actors:
            return found
    return None


def _holding(tree: Tree, outer: Act, inside: Sequence[Act]) -> Act:
    if not inside:
        return outer
    kind, cast = outer.trigger.predicate.type, outer.cast
    for inner in inside:
        if kind in _TALKING and inner.trigger.predicate.type in _MUTUAL:
            cast = _joined(cast, (*inner.cast.actors, *inner.cast.recipients), cast.recipients)
        if kind in (*_SPEAKING, "PROTEST") and not cast.recipients and not (kind == "AGREE" and inner.trigger.predicate.type in _MUTUAL):
            known = {p.name for p in cast.actors}
            is_favour = kind == "REQUEST" and inner.trigger.predicate.type in _DONE_TO
            asked = inner.cast.actors if is_favour else (*inner.cast.recipients, *inner.cast.actors)
            cast = replace(cast, recipients=tuple(p for p in asked if p.name not in known))
        if kind == "ASSAULT":
            cast = _joined(cast, () if cast.actors else inner.cast.actors, (*cast.recipients, *inner.cast.recipients))
    if kind == "AGREE" and _is_hostile(tree, outer, inside):
        kind = "THREATEN"
        trigger = outer.trigger
        outer = replace(outer, trigger=replace(trigger, predicate=replace(trigger.predicate, type=kind)))
    modes = (_mode(kind, inner.trigger.predicate.type) for inner in inside)
    return replace(outer, cast=cast, mode=next((m for m in modes if m), None), inner=tuple(inside))


def _is_hostile(tree: Tree, outer: Act, inside: Sequence[Act]) -> bool:
    """ "Vowed to shell the town" promises nothing; troops promised are help."""
    governor = governors().get(tree.lemmas[outer.trigger.token])
    promised = inside[0]
    return (
        governor is not None
        and "pledged" in governor.effects
        and outer.stance.modality != "negated"
        and promised.trigger.predicate.type in _THREATS.keys() - {"MOBILIZE"}
        and promised.trigger.predicate.pos == "v"
        and promised.stance.modality == "future"
    )


def refusal_mode(refused: str) -> str:
    """Returns the mode of a refusal or demand of an act of type `refused`."""
    return _YIELDING.get(refused, "change")


def refusing(cast: Cast, offset: int) -> Cast:
    """Splits those named before `offset` ("Norland will not meet …"), who refuse, from those refused."""
    before = tuple(p for p in cast.actors if p.span.start < offset)
    others = tuple(p for p in cast.actors if p.span.start >= offset)
    return replace(cast, actors=before, recipients=(*others, *cast.recipients))


def _mode(outer: str, inner: str) -> str | None:
    """PLOVER's modes of demands, refusals and threats are named after what is demanded, refused or threatened."""
    if outer in ("REQUEST", "REJECT"):
        return _YIELDING.get(inner, "change")
    return _THREATS.get(inner) if outer == "THREATEN" else None


def _joined(cast: Cast, actors: Sequence[Party], recipients: Sequence[Party]) -> Cast:
    known = {p.name for p in cast.actors}
    more = tuple(p for p in actors if p.name not in known)
    return replace(cast, actors=(*cast.actors, *more), recipients=tuple(p for p in dict.fromkeys(recipients) if p not in more))


def is_promise(tree: Tree, act: Act) -> bool:
    """Returns whether an AGREE only binds its actors to do something later: "vowed to leave", "planned to meet", "promised aid"."""
    trigger = act.trigger
    governor = governors().get(tree.lemmas[trigger.token])
    if trigger.predicate.type != "AGREE" or governor is None or not governor.effects & {"pledged", "scheduled"}:
        return False
    clauses = tree.children(trigger.token, "xcomp", "ccomp", "acl")
    if trigger.predicate.pos == "n":
        return any(tree.tags[k] == "VB" for k in clauses)
    return (
        any(tree.tags[k] in ("VB", "VBG") for k in clauses)
        or (bool(clauses) and trigger.predicate.pos == "v")
        or tree.lemmas[trigger.token] != "agree"
    )


def complements(tree: Tree, act: Act) -> list[int]:
    """Returns the verbs of what is promised, from the outermost inwards."""
    found, token = [], act.trigger.token
    for _ in range(_CLIMB):
        below = tree.children(token, "xcomp", "ccomp", "acl")
        if not below:
            break
        token = below[0]
        found.append(token)
    return found
