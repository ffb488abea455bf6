"""Whose word a clause is: the speaker of the innermost statement around it, else the subject of the verb of saying or finding over it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from parley.lexicon.predicates import classes
from parley.model import Span, Statement
from parley.reports.modality import Stance, according_to
from parley.reports.names import Names
from parley.reports.tree import Tree
from parley.reports.triggers import Trigger

Told = Mapping[int, Sequence[tuple[Span, Statement]]]


def told_by_sentence(tree: Tree, statements: Sequence[Statement]) -> Told:
    """Returns the contents of statements by the first token of each sentence that they reach into, the shortest first."""
    found: dict[int, list[tuple[Span, Statement]]] = {}
    for statement in statements if len(tree) else ():
        for content in statement.content:
            token, last = tree.token_at(content.start), tree.token_at(content.end - 1)
            while token <= last:
                first, token = tree.sentence_of(token)
                found.setdefault(first, []).append((content, statement))
    return {first: sorted(held, key=lambda pair: pair[0].end - pair[0].start) for first, held in found.items()}


def statement_around(tree: Tree, told: Told, token: int) -> Statement | None:
    """Returns the statement with the shortest content that covers `token`."""
    offset = tree.starts[token]
    return next((s for c, s in told.get(tree.sentence_of(token)[0], ()) if c.start <= offset < c.end), None)


def claimant_of(tree: Tree, names: Names, trigger: Trigger, stance: Stance, statement: Statement | None) -> str | None:
    """Returns the name of who is said to say so; None for the article's own voice or a speaker nobody names."""
    by_syntax = [party.name for head in (*stance.claimants, *according_to(tree, trigger)) for party in names.parties(head)]
    if by_syntax:
        return by_syntax[0]
    if statement is not None and statement.speaker is not None:
        return statement.speaker.name
    voices = [head for head in stance.claimants if tree.lemmas[head] in classes()["voice"] | classes()["agents"]]
    return names.phrase(voices[0]).text if voices else None
