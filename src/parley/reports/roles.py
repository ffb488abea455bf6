"""A trigger → who acts and who is acted on, by the roles its lexicon entry names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from parley.lexicon.predicates import instrument_modes
from parley.model import Party
from parley.reports.clauses import SUBJECTS, is_passive, objects, obliques, subjects, surface_subjects
from parley.reports.names import Names
from parley.reports.tree import Tree
from parley.reports.triggers import Trigger

_UNION = frozenset({"CONSULT", "AGREE"})
_INSTRUMENTS = ("with", "by", "in", "using", "from", "during", "of")
_DEPTH = 3


@dataclass(frozen=True, slots=True)
class Cast:
    """Who takes part. `heads` are the tokens looked at, `absorbed` the event nouns that this trigger speaks for."""

    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    heads: tuple[int, ...]
    absorbed: tuple[int, ...]


def fill_roles(tree: Tree, names: Names, trigger: Trigger, nouns: Mapping[int, Trigger], depth: int = 0) -> Cast:
    """Returns the cast of `trigger`.

    Args:
        tree: the parse.
        names: who is who.
        trigger: the predicate in its place.
        nouns: triggers that are nouns, by token: "strikes" in "strikes hit a hospital" hands on whose strikes they are.
        depth: how many nouns deep; three at most.
    """
    entry = trigger.predicate
    acting = [head for source in entry.actors for head in heads_of(tree, names, trigger, source)]
    actors: list[Party] = []
    absorbed: list[int] = []
    for head in acting:
        inner = nouns.get(head)
        if inner is not None and inner.token != trigger.token and depth < _DEPTH and _is_same_act(trigger, inner):
            actors += fill_roles(tree, names, inner, nouns, depth + 1).actors
            absorbed.append(head)
        else:
            actors += names.parties(head)
    more, struck = _through_event_nouns(tree, names, trigger, nouns, depth)
    actors += more
    receiving, recipients = _recipients(tree, names, trigger)
    kept = tuple(dict.fromkeys(actors))
    taken = {p.span for p in kept}
    return Cast(kept, tuple(p for p in dict.fromkeys(recipients) if p.span not in taken), (*acting, *receiving), (*absorbed, *struck))


def _is_same_act(outer: Trigger, inner: Trigger) -> bool:
    """A noun is part of the act of its verb when both are of one type, or when the verb only says how a deal or meeting went."""
    pair = {outer.predicate.type, inner.predicate.type}
    return len(pair) == 1 or pair <= {"CONSULT", "AGREE", "REJECT", "CONCEDE", "RETREAT"}


def _through_event_nouns(tree: Tree, names: Names, trigger: Trigger, nouns: Mapping[int, Trigger], depth: int) -> tuple[list[Party], list[int]]:
    """The actors in "killed in Norland's bombardment of Vesk", "attended talks between A and B"."""
    if trigger.predicate.pos != "v" or depth:
        return [], []
    actors: list[Party] = []
    absorbed: list[int] = []
    for kid in tree.children(trigger.token, "obl", "obl:agent", "obj", "nsubj:pass"):
        inner = nouns.get(kid)
        if inner is not None and kid not in trigger.words and inner.predicate.type == trigger.predicate.type:
            actors += fill_roles(tree, names, inner, nouns, depth + 1).actors
            absorbed.append(kid)
    return actors, absorbed


def _recipients(tree: Tree, names: Names, trigger: Trigger) -> tuple[list[int], list[Party]]:
    """The first place that names somebody; the subject of "suffered" or "came under" when the act is its noun."""
    if trigger.carrier and trigger.carrier.role == "recipient":
        found = surface_subjects(tree, trigger.carrier.verb)
        return found, [p for head in found for p in names.parties(head, strict=False)]
    heads: list[int] = []
    for source in trigger.predicate.recipients:
        found = heads_of(tree, names, trigger, source)
        heads += found
        parties = [p for head in found for p in names.parties(head, strict=False)]
        if parties:
            return heads, parties
    return heads, []


def heads_of(tree: Tree, names: Names, trigger: Trigger, source: str) -> list[int]:
    """Returns the head tokens that stand in the place `source` (see `predicates.tsv`)."""
    token, carrier = trigger.token, trigger.carrier
    if source == "poss":
        return [k for word in trigger.words for k in tree.children(word, "nmod:poss")]
    if source == "mod":
        return [k for k in names.modifiers(token) if names.is_named(k)]
    if source == "light":
        return subjects(tree, carrier.verb) if carrier and carrier.role == "actor" else []
    if source == "iobj":
        given = tree.children(token, "iobj")
        return given or (tree.children(token, "nsubj:pass") if tree.children(token, "obj") else [])
    if source == "subj":
        return _subject(tree, trigger)
    if source == "obj":
        return [h for h in objects(tree, token) if h not in trigger.words or trigger.predicate.pos != "v"]
    anchors = dict.fromkeys((*trigger.words, *((carrier.verb,) if carrier else ())))
    return [k for anchor in anchors for k in obliques(tree, anchor, source) if k not in trigger.words]


def _subject(tree: Tree, trigger: Trigger) -> list[int]:
    token = trigger.token
    if trigger.predicate.pos == "a":
        return tree.children(token, *SUBJECTS) or surface_subjects(tree, token)
    if is_passive(tree, token) and len(trigger.words) > 1 and not any(w in trigger.words for w in surface_subjects(tree, token)):
        return tree.children(token, "obl:agent") or obliques(tree, token, "by")
    return [h for h in subjects(tree, token) if h not in trigger.words]


def mode_of(tree: Tree, trigger: Trigger, cast: Cast, nouns: Mapping[int, Trigger]) -> str | None:
    """Returns the entry's mode; for attacks without one, the mode of the event noun or weapon named with it."""
    entry = trigger.predicate
    if entry.mode or entry.type != "ASSAULT":
        return entry.mode
    for token in cast.absorbed:
        if token in nouns and nouns[token].predicate.mode:
            return nouns[token].predicate.mode
    near = [trigger.token, *cast.heads, *subjects(tree, trigger.token)]
    near += [k for p in _INSTRUMENTS for k in obliques(tree, trigger.token, p)]
    words = [w for token in dict.fromkeys(near) for w in (*tree.children(token, "compound", "amod"), token)]
    return next((instrument_modes()[tree.lemmas[w]] for w in words if tree.lemmas[w] in instrument_modes()), None)
