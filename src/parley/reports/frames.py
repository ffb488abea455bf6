"""A condition of a lexicon line and a word of the text → whether it holds: what hangs on the word, and how the clause under it is put."""

from __future__ import annotations

from functools import cache

from parley.lexicon.predicates import Condition, classes, cues, predicates
from parley.reports.clauses import SUBJECTS, case_of, is_passive, objects, obliques, subjects
from parley.reports.names import Names
from parley.reports.tree import Tree

PARTS_OF_SPEECH = {"VERB": "v", "NOUN": "n", "PROPN": "n", "ADJ": "a"}  # as the lexicon marks them
_CONTEXT = 60
_NOUNS = ("NOUN", "PROPN")
_GOING_ON = frozenset({"keep", "continue", "go", "start", "begin", "resume"})
_DUTIES = frozenset({"should", "must", "ought"})
_LATER = frozenset({"will", "'ll", "’ll", "would", "'d", "’d", "shall", "wo", "can", "ca"})


def holds(tree: Tree, names: Names, token: int, is_light: bool, condition: Condition) -> bool:
    """Returns whether `condition` holds of the word at `token`.

    Args:
        tree: the parse.
        names: who is who.
        token: the word whose frame is asked for.
        is_light: whether it is a noun that is not the subject of the light verb that carries it.
        condition: one condition of a line of `predicates.tsv` or `everyday.tsv`; the head of the former explains its keys.
    """
    return _is_met(tree, names, token, is_light, condition) is not condition.negative


def _is_met(tree: Tree, names: Names, token: int, is_light: bool, condition: Condition) -> bool:
    if condition.key == "passive":
        return is_passive(tree, token)
    if condition.key == "plural":
        return tree.tags[token].endswith("S")
    if condition.key == "present":
        return tree.tags[token] in ("VBZ", "VBP") and not tree.children(token, "aux")
    if condition.key == "labour":
        return _is_labour(tree, token)
    if condition.key == "light":
        return is_light
    if condition.key == "own":
        return any(_is_of_own_people(tree, clause) for clause in tree.children(token, "ccomp"))
    if condition.key in ("ought", "later", "wont"):
        return any(_is_put(tree, clause, condition.key) for clause in _clauses(tree, token))
    candidates = _candidates(tree, names, token, condition.key)
    if not condition.values:
        return bool(candidates)
    return any(_fits(tree, names, c, condition.values) for c in candidates)


def _is_of_own_people(tree: Tree, clause: int) -> bool:
    """ "that it had", "that its men had": who says so speaks of himself or his own."""
    return any(
        tree.tags[word] in ("PRP", "PRP$") for subject in tree.children(clause, *SUBJECTS) for word in (subject, *tree.children(subject, "nmod:poss"))
    )


def _clauses(tree: Tree, token: int) -> list[int]:
    return [*tree.children(token, "ccomp"), *_infinitives(tree, token)]


def _is_put(tree: Tree, clause: int, how: str) -> bool:
    """How the clause under a verb of speech is put.

    ought: as what is asked for ("that he leave", "that all must go"); later: as still to come; wont: as what will not be done ("that it
    would not leave", "never to leave").
    """
    verbs = {tree.words[k] for k in tree.children(clause, "aux", "aux:pass", "cop")}
    if how == "later":
        return bool(verbs & (_LATER | _DUTIES))
    if how == "wont":
        is_denied = any(tree.words[k] in cues()["negator"] for k in tree.children(clause, "advmod"))
        return is_denied and (bool(verbs & _LATER) or tree.tags[clause] == "VB")
    first = min((k for k in tree.kids[clause] if tree.words[k] in verbs), default=clause)
    bare = ("VB", "VBP") if tree.tags[tree.heads[clause]] == "VBD" else ("VB",)
    is_bare = tree.tags[first] in bare and tree.deps[clause] == "ccomp" and not any(tree.words[k] == "to" for k in tree.kids[clause])
    return bool(verbs & _DUTIES) or is_bare


def _infinitives(tree: Tree, token: int) -> list[int]:
    below = [
        k for k in tree.children(token, "xcomp", "acl", "ccomp", "advcl") if tree.deps[k] != "ccomp" or not tree.children(k, "nsubj", "nsubj:pass")
    ]
    return [k for k in below if tree.tags[k] in ("VB", "VBG", "JJ") or (tree.deps[k] == "xcomp" and tree.poses[k] != "PROPN")]


def _candidates(tree: Tree, names: Names, token: int, key: str) -> list[int]:
    if key == "obj":
        return objects(tree, token) or tree.children(token, "iobj")
    if key == "subj":
        return subjects(tree, token)
    if key == "inf":
        found = _infinitives(tree, token)
        return found + [k for verb in found if tree.lemmas[verb] in _GOING_ON for k in tree.children(verb, "xcomp")]
    if key == "that":
        return tree.children(token, "ccomp")
    if key == "xobj":
        return tree.children(token, "xcomp")
    if key == "poss":
        return tree.children(token, "nmod:poss")
    if key == "mod":
        return [k for k in names.modifiers(token) if names.is_named(k)]
    if key == "like":
        return tree.children(token, "compound", "amod", "nmod:desc")
    if key == "near":
        return [k for k in range(*tree.sentence_of(token)) if tree.poses[k] in (*_NOUNS, "ADJ")]
    if key == "over":
        return [tree.heads[token]] if tree.deps[token] in ("obj", "nsubj:pass") or case_of(tree, token) in ("on", "against") else []
    if key == "case":
        return tree.children(token, "case")
    if key.startswith("+"):
        return [k for k in tree.kids[token] if tree.words[k] == key[1:]]
    own = [k for k in obliques(tree, token, key) if key != "on" or not is_time(tree, k)]  # "called him on Monday" calls on nobody
    return own or _hung_lower(tree, token, key)


def is_time(tree: Tree, token: int) -> bool:
    """Returns whether a phrase names a time: "Monday", "12 May"."""
    parts = tree.kids[token] if tree.poses[token] == "NUM" else ()
    return any(tree.lemmas[k] in classes()["time_noun"] for k in (token, *parts))


def _hung_lower(tree: Tree, token: int, key: str) -> list[int]:
    """The parser may hang a last phrase on the one before: "accusations of crimes from neighbours", "put the group on its list"."""
    if tree.poses[token] == "NOUN":
        return [k for kid in obliques(tree, token, "of") for k in obliques(tree, kid, key)] if key == "from" else []
    return [k for kid in tree.children(token, "obj", "nsubj:pass") for k in obliques(tree, kid, key)] if key in ("on", "off", "from") else []


def _is_labour(tree: Tree, token: int) -> bool:
    """Whether more words of work than of war stand around `token`: a dockers' strike, not one from the air."""
    near = tree.lemmas[max(0, token - _CONTEXT) : token + _CONTEXT]
    return sum(w in classes()["labour"] for w in near) > 2 * sum(w in classes()["warlike"] for w in near)


@cache
def _types() -> dict[tuple[str, str], frozenset[str]]:
    """Lemma and part of speech → the event types its entries have: who parts from somebody makes no "part" an act."""
    return {word: frozenset(e.type for e in entries) for word, entries in predicates().items()}


def _is_of_type(tree: Tree, token: int, values: frozenset[str]) -> bool:
    return not values.isdisjoint(_types().get((tree.lemmas[token], PARTS_OF_SPEECH.get(tree.poses[token], "")), ()))


def _fits(tree: Tree, names: Names, token: int, values: frozenset[str]) -> bool:
    lemma = tree.lemmas[token]
    counted = obliques(tree, token, "of") if lemma in classes()["quantity"] or lemma in classes()["measure"] else []
    if (
        (lemma in values and not counted)
        or ("NAME" in values and names.is_named(token))
        or ("PERSON" in values and names.is_person(token))
        or ("ORG" in values and names.is_body(token))
        or _is_of_type(tree, token, values)
    ):
        return True
    deeper = counted + [k for k in tree.children(token, "conj", "flat") if tree.poses[k] in _NOUNS]
    return any(tree.lemmas[k] in values or ("NAME" in values and names.is_named(k)) or _is_of_type(tree, k, values) for k in deeper)
