"""One act of harm → whether it is only the toll of a war: "has killed 4,000 people since 2017" is a figure, not something that happened one day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from parley.lexicon.predicates import classes
from parley.lexicon.quantities import number_words
from parley.model import TimeValue
from parley.reports.clauses import objects, obliques
from parley.reports.drafts import Act
from parley.reports.tree import Tree

MONTH = 31  # days: harm that went on for longer is that of many acts
WEEK = 7  # the same of a great many people
MANY = 500  # nobody harms so many in one act of which only the year is told
_COUNTING = ("nummod", "compound", "quantmod", "advmod", "amod")
_LONG = frozenset({"in", "over", "during", "within", "through"})
_SPANS = frozenset({"years", "months", "decades", "weeks"})


def is_toll(tree: Tree, act: Act, times: Mapping[int, Sequence[TimeValue]]) -> bool:
    """Returns whether an act sums up the harm of a war or campaign, which is a claim and no report.

    Args:
        tree: the parse.
        act: a verb of harm with its cast, or nobody's fighting that did it ("fighting has killed 4,000"); others are never a toll.
        times: the times by the word they belong to.
    """
    verb = _harming_verb(tree, act)
    if verb is None or any(tree.words[k] == tree.lemmas[k] in classes()["single_attack"] for k in (act.trigger.token, *act.cast.absorbed)):
        return False  # "the massacre killed 800 people in 1982" is one
    harmed = objects(tree, verb)
    is_many = any(_count(tree, head) >= MANY for head in harmed)
    own = [time for token in dict.fromkeys((verb, *act.tokens)) for time in times.get(token, ())]
    if any(_runs_on(time, WEEK if is_many else MONTH) for time in own):
        return any(_is_several(tree, head) for head in harmed)
    return is_many and (_is_spread(tree, verb, own) or (not own and _is_perfect(tree, verb)))


def _harming_verb(tree: Tree, act: Act) -> int | None:
    token, entry = act.trigger.token, act.trigger.predicate
    if entry.type not in ("ASSAULT", "COERCE"):
        return None
    if entry.pos == "n" and not act.cast.actors and tree.deps[token] in ("nsubj", "obl:agent"):
        token = tree.heads[token]
    return token if tree.lemmas[token] in classes()["counted_harm"] else None


def _runs_on(time: TimeValue, least: int) -> bool:
    """ "Since 2017"."""
    return time.days is not None and time.days.how == "inferred:since" and time.days.days > least


def _is_spread(tree: Tree, verb: int, own: Iterable[TimeValue]) -> bool:
    """ "Last year", "in the first half of the year", "in two years"."""
    own = list(own)
    if own:
        return all(time.days is None or time.days.days > MONTH for time in own)
    return any(tree.words[k] in _SPANS for word in _LONG for k in obliques(tree, verb, word))


def _is_perfect(tree: Tree, verb: int) -> bool:
    return tree.tags[verb] == "VBN" and any(tree.words[k] in ("has", "have") for k in tree.children(verb, "aux"))


def _is_several(tree: Tree, head: int) -> bool:
    return _count(tree, head) > 1 or tree.tags[head] in ("NNS", "NNPS")


def _count(tree: Tree, head: int) -> float:
    """The greatest number in a phrase: "2,600 people", "thousands of people", "1.2 million people"."""
    words = number_words()
    found, waiting = [0.0], [head]
    while waiting:
        token = waiting.pop()
        waiting += [k for k in tree.children(token, *_COUNTING) if k < head]
        word = tree.words[token].replace(",", "")
        found.append(float(word) if word.replace(".", "", 1).isdigit() else 0.0)
        found.append(max(words.scales.get(word, 0.0), words.plurals.get(word, 0.0), words.plurals.get(tree.words[token], 0.0)))
    return max(found)
