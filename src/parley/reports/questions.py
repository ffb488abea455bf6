"""A word in its sentence → whether the text leaves it open or calls it untrue: questions, what is asked about, reports said to be false."""

from __future__ import annotations

from parley.lexicon.predicates import classes, cues
from parley.reports.tree import Tree

_QUOTES = frozenset("\"“”'‘’")


def is_asked(tree: Tree, token: int) -> bool:
    """Whether a word stands in a question, which tells nothing: in a sentence that ends in one, and in its quotation where it has one."""
    first, after = tree.sentence_of(token)
    quotes = [t for t in range(first, after) if tree.words[t] in _QUOTES]
    last = next((t for t in reversed(range(first, after)) if tree.words[t] not in _QUOTES and tree.words[t].strip()), first)
    return tree.words[last] == "?" and (not quotes or token > quotes[0])


def asks_about(tree: Tree, verb: int, clause: int) -> bool:
    """Returns whether `verb` asks about the clause under it: "asked whether troops had left", "tried to find out who shot him"."""
    return tree.lemmas[verb] in cues()["asking"] and any(tree.words[k] in cues()["question"] for k in tree.children(clause, "mark", "advmod", "obj"))


def is_untrue(tree: Tree, hearsay: int) -> bool:
    """ "reports in the press that … are false", "there is no truth in reports that …"."""
    hearsay = next((n for n in (hearsay, *tree.above(hearsay, 2)) if tree.lemmas[n] in classes()["hearsay"]), hearsay)
    head = tree.heads[hearsay]
    if tree.lemmas[hearsay] not in classes()["hearsay"] or head == hearsay:
        return False
    is_without = any(tree.words[k] in cues()["negator"] for k in tree.kids[head])
    return (tree.lemmas[head] in classes()["untrue"]) != is_without if tree.lemmas[head] != "truth" else is_without
