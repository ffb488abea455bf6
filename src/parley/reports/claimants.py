"""Whose word a clause may be: the subject of the verb of saying or finding over it, the speaker of the innermost statement around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from parley.lexicon.predicates import classes
from parley.model import Party, Span, Statement
from parley.reports.clauses import case_of, obliques
from parley.reports.modality import Stance
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


def voices_of(tree: Tree, names: Names, trigger: Trigger, stance: Stance, statement: Statement | None) -> list[Party]:
    """Returns those whose word a clause may be, the likeliest by the words alone first; none is the article's own voice.

    A subject of saying or finding over the clause or one it is "according to", then the speaker of the statement around it, then documents
    and people without a name in the place of the first.
    """
    heads = (*stance.claimants, *_according_to(tree, trigger))
    found = [party for head in heads for party in names.parties(head)]
    if statement is not None and statement.speaker is not None:
        found.append(Party(statement.speaker.span, statement.speaker.name))
    phrases = [names.phrase(head) for head in heads if tree.lemmas[head] in classes()["voice"] | classes()["agents"]]
    return [*found, *(Party(phrase, phrase.text) for phrase in phrases)]


def _according_to(tree: Tree, trigger: Trigger) -> list[int]:
    """The head of an "according to" phrase on the clause."""
    tokens = [trigger.clause, *tree.above(trigger.clause, 4)]
    return [k for token in tokens for k in obliques(tree, token, "according to") if case_of(tree, k)][:1]
