"""One verb → what the words on it say of its act: that it is to come, might come, did not come, or is asked about."""

from __future__ import annotations

from parley.lexicon.predicates import cues
from parley.reports.tree import Tree

_NEAR = 4


def clause_effects(tree: Tree, verb: int, reads_time: bool = True) -> set[str]:
    """Returns what auxiliaries, negators, adverbs and conjunctions on one verb do to what it tells.

    Args:
        reads_time: whether auxiliaries count ("will", "might"); they do not where only what the verb governs is asked for.
    """
    effects: set[str] = set()
    kids = tree.kids[verb]
    words = {tree.words[k]: k for k in kids if tree.deps[k] not in ("nsubj", "obj", "obl", "nsubj:pass", "conj", "ccomp")}
    auxiliaries = {tree.words[k] for k in tree.children(verb, "aux", "aux:pass", "cop")}
    negators = {w for w, k in words.items() if w in cues()["negator"] and tree.words[k + 1 : k + 2] not in (("only",), ("just",))}
    if negators or _has_empty_subject(tree, verb):
        effects.add("negated")
    for kind in ("probable", "possible"):
        if not cues()[kind].isdisjoint({w for w, k in words.items() if tree.deps[k] == "advmod" and abs(k - verb) <= _NEAR}):
            effects.add(kind)
    if _is_due(tree, verb):
        effects.update({"future", "scheduled"})
    if "if" in words or "unless" in words or "whether" in words or "lest" in words or _is_open_question(tree, verb):
        effects.add("condition")
    if words.keys() & cues()["habit"] and _is_present(tree, verb):
        effects.add("habit")
    if not reads_time:
        return effects
    if auxiliaries & cues()["future_aux"] or _is_headline_future(tree, verb, auxiliaries):
        effects.update({"future", "scheduled"})
    modal = auxiliaries & cues()["hypothetical_aux"]
    if modal:
        over = auxiliaries & {"have", "been"} and modal <= {"may", "might", "could"}
        effects.add("possible" if over else "hypothetical")
    if auxiliaries & cues()["would"]:
        effects.add("would")
    return effects


def _is_due(tree: Tree, verb: int) -> bool:
    """ "are due to talk", "talks due to begin", whatever the parser makes of "due to" before a verb."""
    return verb > 1 and tree.words[verb - 2 : verb] == ("due", "to") and tree.tags[verb] in ("VB", "NN", "VBP")


def _is_open_question(tree: Tree, verb: int) -> bool:
    """ "how to end the fighting" tells of no end."""
    return verb > 1 and tree.words[verb - 1] == "to" and tree.words[verb - 2] in ("how", "whether", "where", "when")


def _has_empty_subject(tree: Tree, verb: int) -> bool:
    for kid in tree.children(verb, "nsubj", "nsubj:pass"):
        if tree.words[kid] in ("nobody", "none", "neither") or any(
            tree.words[k] in ("no", "neither") for k in tree.children(kid, "det", "cc:preconj")
        ):
            return True
    return False


def _is_headline_future(tree: Tree, verb: int, auxiliaries: set[str]) -> bool:
    """ "Brandt to meet envoy", "the envoy is to meet Brandt", "is going to meet"."""
    if tree.tags[verb] != "VB" or not any(tree.words[k] == "to" for k in tree.children(verb, "mark", "aux")):
        return tree.tags[verb] == "VBG" and tree.lemmas[verb] == "go" and bool(tree.children(verb, "xcomp"))
    head = tree.heads[verb]
    if tree.deps[verb] == "xcomp":
        return tree.lemmas[head] == "be" or (tree.lemmas[head] == "go" and tree.tags[head] == "VBG")
    return bool(auxiliaries & {"is", "are", "was", "were"}) or (
        tree.deps[verb] in ("root", "ROOT", "parataxis", "ccomp", "conj") and bool(tree.children(verb, "nsubj"))
    )


def _is_present(tree: Tree, verb: int) -> bool:
    """ "Are often allowed", "often cross"; what "has often been said" was said."""
    finite = [verb, *tree.children(verb, "aux", "aux:pass", "cop")]
    return any(tree.tags[k] in ("VBZ", "VBP") for k in finite) and not any(tree.lemmas[k] == "have" for k in finite[1:])


def depends(tree: Tree, clause: int) -> bool:
    """ "would withdraw if attacks went on" is no plan."""
    return any(tree.words[mark] in ("if", "unless") for k in tree.children(clause, "advcl") for mark in tree.children(k, "mark"))


def is_obliged(tree: Tree, clause: int, dep: str) -> bool:
    """ "has to leave", but not "has left to" nor "would have them leave"."""
    return dep == "xcomp" and clause > 1 and tree.words[clause - 1] == "to" and tree.lemmas[clause - 2] == "have"
