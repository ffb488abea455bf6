"""Words of a `Tree` → triggers: the places where an event predicate of the lexicon stands in a frame it asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parley.lexicon.predicates import Predicate, Support, classes, everyday, governors, predicates, supports
from parley.reports.clauses import case_of, is_passive
from parley.reports.frames import PARTS_OF_SPEECH, holds, is_time
from parley.reports.names import Names
from parley.reports.tree import Tree

_PARTS = (
    "obj",
    "iobj",
    "compound:prt",
    "obl",
    "obl:agent",
    "nsubj:pass",
    "case",
    "xcomp",
    "nmod",
    "amod",
    "compound",
    "advmod",
    "fixed",
    "det",
    "mark",
    "nmod:desc",
    "obl:unmarked",
    "punct",
    "flat",
)
_MODIFIER = ("compound", "flat", "amod", "nmod:desc", "fixed")
_CALLING = frozenset({"call", "describe", "term", "label", "dub", "deem"})
_VERBAL = ("VERB", "AUX")


@dataclass(frozen=True, slots=True)
class Carrier:
    """The light verb over an event noun. `link` is how the noun hangs on it: `obj`, `subj` or a preposition."""

    verb: int
    link: str
    role: str


@dataclass(frozen=True, slots=True)
class Trigger:
    """A predicate found in the text. `words` are its tokens in text order, `token` the chief one; `score` is the network's probability where
    the type is its word and not the lexicon's; `is_own`: the lexicon has no such trigger at all."""

    token: int
    words: tuple[int, ...]
    predicate: Predicate
    carrier: Carrier | None
    score: float | None = None
    is_own: bool = False

    @property
    def rule(self) -> str:
        """What made it, as `parley why` calls it: `verb:meet with`, or `network:said 0.93`."""
        entry = self.predicate
        return entry.name if self.score is None else f"network:{' '.join(entry.words)} {self.score:.2f}"

    @property
    def clause(self) -> int:
        """The token that heads its clause: the light verb if there is one."""
        return self.carrier.verb if self.carrier else self.token


def find_triggers(tree: Tree, names: Names) -> list[Trigger]:
    """Returns the triggers in text order; one for each chief word, the most specific entry that fits."""
    table = predicates()
    found: list[Trigger] = []
    for first, after in tree.sentences:
        present = {*tree.words[first:after], *tree.lemmas[first:after]}
        for token in range(first, after):
            kind = PARTS_OF_SPEECH.get(tree.poses[token])
            entries = table.get((tree.lemmas[token], kind)) if kind else None
            if entries and not _is_modifier(tree, token) and not names.is_in_title(token, kind == "v"):
                fitting = [e for e in entries if e.others <= present]
                trigger = _match(tree, names, token, fitting) if fitting and not is_everyday(tree, names, token) else None
                if trigger is not None:
                    found.append(trigger)
    taken = {word: t.token for t in found for word in t.words if word != t.token and len(t.words) > 1}
    return [t for t in found if t.token not in taken]


def _is_modifier(tree: Tree, token: int) -> bool:
    return tree.deps[token] in _MODIFIER and tree.heads[token] > token


def is_everyday(tree: Tree, names: Names, token: int) -> bool:
    """Returns whether a word that can name an act is used in a sense that names none: "struck a chord", "killed the bill"."""
    entries = everyday().get((tree.lemmas[token], PARTS_OF_SPEECH.get(tree.poses[token], "")), ())
    return any(_words(tree, token, entry) and all(holds(tree, names, token, False, c) for c in entry.conditions) for entry in entries)


def _match(tree: Tree, names: Names, token: int, entries: Sequence[Predicate]) -> Trigger | None:
    carrier = find_carrier(tree, token) if entries[0].pos == "n" else None
    is_light = carrier is not None and carrier.link != "subj"
    for entry in entries:
        words = _words(tree, token, entry)
        if words and all(holds(tree, names, token, is_light, condition) for condition in entry.conditions):
            return Trigger(token, words, entry, carrier)
    return None


def _words(tree: Tree, token: int, entry: Predicate) -> tuple[int, ...]:
    """The tokens of all words of an entry, each hanging on one found before; empty when one is missing."""
    found = [token]
    missing = [w for i, w in enumerate(entry.words) if i != entry.head]
    if not missing:
        return (token,)
    reachable = list(tree.kids[token])
    if entry.pos == "v" and tree.deps[token].startswith("acl"):
        reachable.append(tree.heads[token])
    while missing and reachable:
        kid = reachable.pop(0)
        if kid != tree.heads[token] and (tree.deps[kid] not in _PARTS or _is_stray(tree, kid, entry)):
            continue
        case = case_of(tree, kid)
        fits = not case or entry.pos == "n" or case.split()[-1] in entry.words
        word = next((w for w in missing if w in (tree.lemmas[kid], tree.words[kid])), None) if fits else None
        if word is not None:
            missing.remove(word)
            found.append(kid)
        if word is not None or (tree.poses[kid] not in _VERBAL and any(tree.words[k] in missing for k in tree.kids[kid])):
            reachable += [k for k in tree.kids[kid] if k != token]
    return () if missing else tuple(sorted(found))


def _is_stray(tree: Tree, kid: int, entry: Predicate) -> bool:
    """Whether `kid` only looks like the preposition that closes an entry.

    The "in" of "give momentum in Vesk" is not that of "give in": it must be one the roles speak of, and open no time ("called him on Monday").
    """
    if entry.pos != "v" or tree.deps[kid] != "case" or tree.words[kid] != entry.words[-1]:
        return False
    return tree.words[kid] not in (*entry.actors, *entry.recipients) or is_time(tree, tree.heads[kid])


def find_carrier(tree: Tree, noun: int) -> Carrier | None:
    """Returns the light verb that carries an event noun: "hold talks", "talks due to begin", "a strike carried out by"."""
    held = participles(tree, noun)
    return _clause_carrier(tree, noun) or (Carrier(held[0], "obj", "actor") if held else None)


def participles(tree: Tree, noun: int) -> list[int]:
    """Returns the light verbs after an event noun: "a strike carried out by", "talks convened by"."""
    return [k for k in tree.children(noun, "acl", "acl:relcl") if tree.tags[k] in ("VBN", "VBD") and _support(tree, k, "obj")]


def _clause_carrier(tree: Tree, noun: int) -> Carrier | None:
    if tree.words[noun + 1 : noun + 3] == ("due", "to") and noun + 3 < len(tree) and _support(tree, noun + 3, "subj"):
        return Carrier(noun + 3, "subj", "none")
    for kid in tree.children(noun, "amod", "acl"):
        if tree.lemmas[kid] in governors():
            return next((Carrier(k, "subj", "none") for k in tree.children(kid, "xcomp") if _begins(tree, k)), None)
    top = _whole(tree, noun)
    head, dep = tree.heads[top], tree.deps[top]
    if head == top:
        return None
    if dep in ("nsubj", "nsubj:pass"):
        return _subject_carrier(tree, head, dep)
    link = "obj" if dep == "obj" else case_of(tree, top) if dep.startswith("obl") else ""
    found = _support(tree, head, link) if link else None
    return Carrier(head, link, found.subject) if found else None


def _whole(tree: Tree, noun: int) -> int:
    """Climbs from "talks" to "rounds" in "rounds of talks", and from "operation" to "what" in "what it calls an operation"."""
    if tree.deps[noun] in ("xcomp", "obj") and tree.lemmas[tree.heads[noun]] in _CALLING and _is_what(tree, tree.heads[noun]):
        return tree.heads[tree.heads[noun]]
    for _ in range(3):
        head = tree.heads[noun]
        if tree.deps[noun] != "nmod" or case_of(tree, noun) != "of" or tree.lemmas[head] not in classes()["measure"]:
            break
        noun = head
    return noun


def _is_what(tree: Tree, clause: int) -> bool:
    return tree.deps[clause] == "acl:relcl" and tree.words[tree.heads[clause]] == "what"


def _support(tree: Tree, verb: int, link: str) -> Support | None:
    particle = next((tree.words[k] for k in tree.children(verb, "compound:prt")), "")
    lemma = tree.lemmas[verb]
    found = supports().get(f"{lemma} {particle}".strip()) or supports().get(lemma)
    return found if found and link in found.links else None


def _begins(tree: Tree, verb: int) -> bool:
    return _support(tree, verb, "obj" if is_passive(tree, verb) else "subj") is not None


def _subject_carrier(tree: Tree, verb: int, dep: str) -> Carrier | None:
    if dep == "nsubj:pass" and (found := _support(tree, verb, "obj")):
        return Carrier(verb, "obj", found.subject)
    if dep == "nsubj" and _support(tree, verb, "subj"):
        return Carrier(verb, "subj", "none")
    if dep == "nsubj" and tree.children(verb, "cop") and tree.words[verb] in classes()["time_noun"]:
        return Carrier(verb, "subj", "none")
    return next((Carrier(k, "subj", "none") for k in tree.children(verb, "xcomp") if _begins(tree, k)), None)
