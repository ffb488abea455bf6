"""Parties that the network alone takes for an act's → those that the tree rules out.

The network weighs words; it may take the teller, the place or the giver's own country for a party.
"""

from __future__ import annotations

from collections.abc import Container

from parley.language.quoting import SAYING
from parley.lexicon.predicates import classes
from parley.model import Party
from parley.reports.clauses import SUBJECTS, case_of
from parley.reports.names import Names
from parley.reports.tree import Tree
from parley.reports.triggers import Trigger

_OWN_FORCES = frozenset({"RETREAT", "MOBILIZE"})
_AHEAD = frozenset({"before", "ahead", "eve", "prior"})
_JOINTLY = frozenset({"coordinate", "co-ordinate", "synchronise", "synchronize"})
_BACK = 8
_HARM = frozenset({"ASSAULT", "COERCE"})
_GIVING = frozenset({"AGREE", "AID", "SUPPORT"})


def cannot_act(tree: Tree, names: Names, trigger: Trigger, party: Party) -> bool:
    """Returns whether the tree speaks against an actor: a town, a weapon, or who only tells of it, looks on, or speaks before it."""
    is_thing = _is_only_place(tree, names, party) or names.is_instrument(tree.token_at(party.span.end - 1))
    tells = _only_tells(tree, names, trigger, party) or _speaks_ahead(tree, names, trigger, party)
    return is_thing or tells or _only_views(tree, names, trigger, party)


def is_anothers(tree: Tree, trigger: Trigger, events: Container[int], party: Party) -> bool:
    """Returns whether a recipient is acted on by another verb: the object of an act beside this one, or somebody far from this one's clause.

    "Sudmark" in "sent aid to Norland and urged Sudmark to stop", "the press" in "after Norland tested a missile, Brandt spoke to the press";
    nor is it Sudmark that is struck in "coordinated its strikes with Sudmark".
    """
    inside, own = tree.tokens_of(party.span), (trigger.clause, *trigger.words)
    top = next((t for t in inside if tree.heads[t] not in inside), inside[0])
    if is_told_of_plans(tree, trigger, top):
        return True
    verb, above = tree.heads[top], {*tree.above(trigger.clause)}
    if trigger.predicate.pos != "v" or verb in own:
        return False
    if trigger.clause not in (over := {top, *tree.above(top)}) and trigger.token not in over and verb not in above:
        return True
    is_beside = tree.deps[verb] == "conj" or trigger.clause not in tree.above(verb)
    return tree.deps[top] == "obj" and verb in events and verb not in above and is_beside


def is_told_of_plans(tree: Tree, trigger: Trigger, token: int) -> bool:
    """Returns whether somebody only agreed to what others do: "Norland coordinated its strikes with Sudmark"."""
    is_act = trigger.predicate.type in _HARM and case_of(tree, token) == "with"
    first, _ = tree.sentence_of(token)  # by order, for the parser may tear the verb from what is coordinated
    return is_act and any(tree.lemmas[t] in _JOINTLY for t in range(max(first, token - _BACK), token))


def is_own_side(tree: Tree, trigger: Trigger, party: Party) -> bool:
    """Returns whether a recipient rather belongs to who acts.

    So do the troops withdrawn or sent, and who owns what is given: "promised Norland's support", "reaffirmed Norland support".
    """
    first, last = tree.token_at(party.span.start), tree.token_at(party.span.end - 1)
    given = (*tree.children(trigger.token, "obj"), *trigger.words)
    if trigger.predicate.type in _OWN_FORCES:
        return last in given and tree.lemmas[last] in classes()["forces"] | classes()["workers"]
    if trigger.predicate.type in _GIVING and tree.lemmas[last] in classes()["relief"]:
        return True  # "promised to let aid convoys through"
    thing = tree.heads[last]
    is_owner = tree.deps[last] in ("nmod:poss", "compound", "amod") and first <= thing
    return trigger.predicate.type in _GIVING and is_owner and thing in given and tree.lemmas[thing] in classes()["given"]


def _is_only_place(tree: Tree, names: Names, party: Party) -> bool:
    """Whether a town is meant as a town, not as the government that sits there: "the Vesk bombardment"."""
    return party.name == party.span.text and names.is_town(tree.token_at(party.span.end - 1))


def _only_views(tree: Tree, names: Names, trigger: Trigger, party: Party) -> bool:
    """Whether a party only takes notice of an act that a noun names: "Brandt" in "Brandt played down the raid", "Brandt recalled the siege"."""
    noun = trigger.token
    verb = tree.heads[noun]
    if trigger.predicate.pos != "n" or tree.deps[noun] != "obj" or tree.lemmas[verb] not in classes()["viewing"]:
        return False
    return any(_bears(tree, names, k, party) for k in tree.children(verb, *SUBJECTS))


def _only_tells(tree: Tree, names: Names, trigger: Trigger, party: Party) -> bool:
    """Whether a party says that somebody else did it: "Brandt" in "Brandt said Norland had shelled the town"."""
    token = trigger.clause
    for head in tree.above(trigger.clause):
        own = tree.children(token, *SUBJECTS)
        if tree.deps[token] == "ccomp" and any(_bears(tree, names, k, party) for k in tree.children(head, "nsubj")):
            return any(tree.poses[k] != "PRON" for k in own) and not any(_bears(tree, names, k, party) for k in own)
        token = head
    return False


def _speaks_ahead(tree: Tree, names: Names, trigger: Trigger, party: Party) -> bool:
    """Whether a party only says something before the act: "ahead of the talks, Brandt said"."""
    path = (trigger.token, *tree.above(trigger.token))
    verb = next((t for t in path[1:] if tree.poses[t] == "VERB"), trigger.token)
    below = path[: max(1, path.index(verb))]
    is_ahead = any(tree.words[t] in _AHEAD for token in below for t in (token, *tree.children(token, "case", "advmod")))
    speaking = [p for k in tree.children(verb, "nsubj") for p in names.parties(k)] if is_ahead and tree.lemmas[verb] in SAYING else []
    return any(p.name == party.name for p in speaking)


def _bears(tree: Tree, names: Names, token: int, party: Party) -> bool:
    return token in tree.tokens_of(party.span) or names.stands_for(token, party.name)
