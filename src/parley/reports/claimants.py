"""Whose word a clause is: the speaker of the innermost statement around it, else the subject of the verb of saying or finding over it."""

from __future__ import annotations

from collections.abc import Sequence

from parley.lexicon.predicates import classes
from parley.model import Statement
from parley.reports.modality import Stance, according_to
from parley.reports.names import Names
from parley.reports.tree import Tree
from parley.reports.triggers import Trigger


def statement_around(statements: Sequence[Statement], offset: int) -> Statement | None:
    """Returns the statement with the shortest content that covers `offset`."""
    covering = [(c.end - c.start, i) for i, s in enumerate(statements) for c in s.content if c.start <= offset < c.end]
    return statements[min(covering)[1]] if covering else None


def claimant_of(tree: Tree, names: Names, trigger: Trigger, stance: Stance, statement: Statement | None) -> str | None:
    """Returns the name of who is said to say so; None for the article's own voice or a speaker nobody names."""
    by_syntax = [party.name for head in (*stance.claimants, *according_to(tree, trigger)) for party in names.parties(head)]
    if by_syntax:
        return by_syntax[0]
    if statement is not None and statement.speaker is not None:
        return statement.speaker.name
    voices = [head for head in stance.claimants if tree.lemmas[head] in classes()["voice"] | classes()["agents"]]
    return names.phrase(voices[0]).text if voices else None
