"""Harm to come, on a condition, in the words of who would do it → a threat: "if they do not leave, our forces will attack the port"."""

from __future__ import annotations

from dataclasses import replace

from parley.lexicon.predicates import cues
from parley.model import Statement
from parley.reports.clauses import subjects
from parley.reports.drafts import Act
from parley.reports.names import Names
from parley.reports.tree import Tree

_HARM = {"ASSAULT": "violence", "MOBILIZE": "violence", "COERCE": "restrict", "SANCTION": "restrict"}
_SELF = frozenset({"we", "i", "our", "my", "us"})
_ELSE = frozenset({"otherwise", "else"})


def as_threat(tree: Tree, names: Names, act: Act, statement: Statement | None) -> Act:
    """Returns an act as the threat that it is, or as it stands.

    Args:
        tree: the parse.
        names: who is who.
        act: an act read and weighed.
        statement: the statement around it, whose speaker may be who would do it.
    """
    entry, effects = act.trigger.predicate, act.stance.effects
    if entry.type not in _HARM or entry.pos != "v" or not effects & {"future", "would"} or effects & {"negated", "denied", "condition", "demanded"}:
        return act
    if not _is_or_else(tree, act.trigger.clause) and not (_is_conditional(tree, act.trigger.clause) and _is_own_word(tree, names, act, statement)):
        return act
    threat = replace(act.trigger, predicate=replace(entry, type="THREATEN", mode=_HARM[entry.type]))
    return replace(act, trigger=threat, stance=replace(act.stance, modality="asserted"), mode=_HARM[entry.type])


def _is_or_else(tree: Tree, clause: int) -> bool:
    """ "Otherwise the army will attack", "or else we shall attack"."""
    return any(tree.words[k] in _ELSE for k in tree.children(clause, "advmod", "cc"))


def _is_conditional(tree: Tree, clause: int) -> bool:
    """ "If they come, we will attack", "leave, or we will attack"."""
    marks = {tree.words[mark] for kid in tree.children(clause, "advcl") for mark in tree.children(kid, "mark", "advmod")}
    is_alternative = tree.deps[clause] == "conj" and any(tree.words[k] == "or" for k in tree.children(clause, "cc"))
    return bool(marks & (cues()["condition"] - {"whether"})) or (is_alternative and tree.tags[tree.heads[clause]] == "VB")


def _is_own_word(tree: Tree, names: Names, act: Act, statement: Statement | None) -> bool:
    """Whether who would do it says so: "we", "our forces", or the speaker and what is his by a pronoun."""
    doers = subjects(tree, act.trigger.clause)
    own = [*doers, *(k for head in doers for k in tree.children(head, "nmod:poss"))]
    if any(tree.words[k] in _SELF for k in own):
        return True
    voices = {party.name for head in act.stance.claimants for party in names.parties(head)}
    if statement is not None and statement.speaker is not None:
        voices.add(statement.speaker.name)
    return any(p.name in voices for p in act.cast.actors) or any(names.stands_for(k, voice) for k in own for voice in voices)
