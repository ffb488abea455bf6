"""A predicate in a `Tree` → its logical subject, object and obliques.

Sees through passives, control ("agreed to meet"), conjunction, relative clauses and participles, by the rules of Universal
Dependencies. Everything returns head tokens; conjuncts are added where parties are read.
"""

from __future__ import annotations

from parley.lexicon.predicates import governors
from parley.reports.tree import Tree

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
OBLIQUES = ("obl", "obl:agent", "nmod", "obl:arg")
PREPOSITIONAL = frozenset({"of", "from", "for", "into", "with", "at", "against", "on", "about", "in"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_DEPTH = 6


def is_passive(tree: Tree, verb: int) -> bool:
    """Returns whether `verb` stands in the passive, reduced relatives ("the town seized by") included."""
    if any(tree.deps[k] in ("aux:pass", "nsubj:pass", "obl:agent") for k in tree.kids[verb]):
        return True
    if tree.deps[verb] == "conj" and tree.tags[verb] == "VBN" and not tree.children(verb, "nsubj", "aux"):
        return is_passive(tree, tree.heads[verb])
    return tree.deps[verb] in ("acl", "amod") and tree.tags[verb] in ("VBN", "VBD") and not tree.children(verb, "nsubj")


def case_of(tree: Tree, token: int) -> str:
    """Returns the preposition of a phrase, fixed ones joined ("along with"); empty when it has none.

    An owner's 's is none, though the parser may hang it on what is owned ("to Norland's envoy").
    """
    found = [k for k in tree.children(token, "case") if tree.tags[k] != "POS"]
    words = [tree.words[k] for case in found for k in (case, *tree.children(case, "fixed"))]
    return " ".join(words)


def obliques(tree: Tree, token: int, preposition: str) -> list[int]:
    """Returns the phrases under a verb or noun that `preposition` opens."""
    return [k for k in tree.kids[token] if tree.deps[k] in OBLIQUES and _opens(case_of(tree, k), preposition)]


def _opens(case: str, preposition: str) -> bool:
    """ "along with" and "together with" add company as "with" does; "out of" leaves what its "of" names."""
    return (
        case == preposition
        or (preposition == "with" and case in ("along with", "together with", "alongside"))
        or (preposition == "of" and case == "out of")
    )


def _antecedent(tree: Tree, verb: int) -> int | None:
    """Returns the noun a relative clause hangs on, from any of its conjoined verbs."""
    for _ in range(_DEPTH):
        if tree.deps[verb].startswith("acl"):
            return tree.heads[verb]
        if tree.deps[verb] not in ("conj", "xcomp", "ccomp"):
            return None
        verb = tree.heads[verb]
    return None


def _resolve(tree: Tree, verb: int, found: list[int]) -> list[int]:
    """Puts the antecedent in the place of a relative pronoun."""
    answer = []
    for token in found:
        if tree.words[token] in _RELATIVE and tree.tags[token] in ("WDT", "WP", "IN", "WP$"):
            noun = _antecedent(tree, verb)
            answer += [] if noun is None else [noun]
        else:
            answer.append(token)
    return answer


def surface_subjects(tree: Tree, verb: int, depth: int = 0) -> list[int]:
    """Returns the heads of the grammatical subject, inherited from the governing clause where the clause has none of its own."""
    own = tree.children(verb, *SUBJECTS)
    if own:
        return _resolve(tree, verb, own)
    head, dep = tree.heads[verb], tree.deps[verb]
    if depth >= _DEPTH or head == verb:
        return []
    if dep == "acl" or dep == "acl:relcl":
        return _noun_subjects(tree, verb, head, depth)
    if dep == "xcomp":
        return _controller(tree, head, depth)
    if dep == "advcl" and tree.tags[verb] == "VBG" and is_passive(tree, head):
        return subjects(tree, head) or surface_subjects(tree, head, depth + 1)
    if dep == "advcl" and (tree.tags[verb] == "VB" or _is_prepositional(tree, verb)):
        return _controller(tree, head, depth)
    if dep in ("conj", "parataxis", "advcl", "ccomp") and tree.poses[head] in ("VERB", "AUX", "ADJ", "NOUN"):
        return surface_subjects(tree, head, depth + 1)
    return []


def _is_prepositional(tree: Tree, verb: int) -> bool:
    """ "accused of shelling", "kept from leaving"."""
    return tree.tags[verb] == "VBG" and any(tree.words[k] in PREPOSITIONAL for k in tree.children(verb, "mark", "case"))


def _noun_subjects(tree: Tree, verb: int, noun: int, depth: int) -> list[int]:
    """The subject of "soldiers firing", "the man seized", "a plan to withdraw"."""
    if tree.tags[verb] != "VB":
        return [noun]
    own = tree.children(noun, "nmod:poss")
    if own:
        return own
    clause = tree.heads[noun]
    if clause != noun and tree.poses[clause] in ("VERB", "AUX") and tree.deps[noun] in ("obj", "obl", "xcomp"):
        return surface_subjects(tree, clause, depth + 1)
    return [noun]


def _controller(tree: Tree, verb: int, depth: int) -> list[int]:
    """The subject of an infinitive under `verb`: its object for "urge", else its own subject."""
    objects = tree.children(verb, "obj", "iobj")
    governor = governors().get(tree.lemmas[verb])
    if objects and governor is not None and governor.control == "object":
        return objects
    return surface_subjects(tree, verb, depth + 1)


def subjects(tree: Tree, verb: int) -> list[int]:
    """Returns the heads of those who act: the subject, or the agent of a passive."""
    if is_passive(tree, verb):
        return tree.children(verb, "obl:agent") or obliques(tree, verb, "by")
    return surface_subjects(tree, verb)


def objects(tree: Tree, verb: int) -> list[int]:
    """Returns the heads of those acted on: the object, the subject of a passive, or the noun a relative clause leaves out."""
    own = _resolve(tree, verb, tree.children(verb, "obj"))
    if is_passive(tree, verb):
        return own or surface_subjects(tree, verb)
    if own:
        return own
    shared = [k for k in tree.children(verb, "conj") if tree.children(k, "obj") and not tree.children(k, *SUBJECTS)]
    if shared:
        return tree.children(shared[0], "obj")
    if tree.deps[verb] == "conj" and (later := [k for k in tree.children(tree.heads[verb], "obj") if k > verb]):
        return later
    if tree.deps[verb] == "acl:relcl" and not any(tree.words[k] in _RELATIVE for k in tree.children(verb, *SUBJECTS)):
        return [] if tree.children(verb, "obl", "xcomp", "ccomp") else [tree.heads[verb]]
    return []
