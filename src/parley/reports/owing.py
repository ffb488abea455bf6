"""Draft → is anything owed at all? What is only possible, hoped, feared or called off binds nobody; nor does a claim that something still holds."""

from __future__ import annotations

from parley.reports.drafts import Draft
from parley.reports.tree import Tree

_POSSIBLE = frozenset(("could", "might", "may"))
_DOUBTING = frozenset("hope fear doubt worry wonder wish suspect speculate predict".split())
_OFF = frozenset("cancel scrap postpone suspend abandon".split())
_FINITE_BE = frozenset(("VBD", "VBZ"))


def is_open(tree: Tree, draft: Draft) -> bool:
    """Returns whether the act may well not come: "could collapse", "hope that talks will resume", "planned talks were cancelled"."""
    trigger = draft.act.trigger
    verbs = [trigger.token, trigger.clause, *tree.above(trigger.token, 6)]
    if any(tree.words[k] in _POSSIBLE for verb in verbs[:2] for k in tree.children(verb, "aux")):
        return True
    if any(tree.lemmas[verb] in _DOUBTING for verb in verbs):
        return True
    return any(is_called_off(tree, verb) for verb in verbs)


def is_called_off(tree: Tree, verb: int) -> bool:
    """Returns whether a verb says that something will not take place."""
    particles = {tree.words[k] for k in tree.children(verb, "compound:prt", "advmod")}
    return tree.lemmas[verb] in _OFF or (tree.lemmas[verb] == "call" and "off" in particles)


def is_plain_claim(tree: Tree, draft: Draft) -> bool:
    """Tells "insisted its troops still held the airport", which demands nothing, from "insisted that they leave"."""
    token = draft.act.trigger.token
    if tree.lemmas[token] != "insist":
        return False
    return any(tree.tags[clause] in _FINITE_BE or _has_finite(tree, clause) for clause in tree.children(token, "ccomp"))


def _has_finite(tree: Tree, clause: int) -> bool:
    return any(tree.tags[k] in ("VBD", "VBZ", "VBP") for k in tree.children(clause, "aux", "aux:pass", "cop"))
