"""Background or news: an act is historical when its own time lies well before publication, or the words say it is long over."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta

from parley.lexicon.predicates import cues
from parley.model import Interval, TimeValue
from parley.reports.tree import Tree
from parley.reports.triggers import Trigger

NEWS_DAYS = 14
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_CLIMB = 5
_SENTENCES = 2


def is_historical(tree: Tree, trigger: Trigger, time: TimeValue | None, times: Mapping[int, Sequence[TimeValue]], published: Interval | None) -> bool:
    """Returns whether the act is background.

    Args:
        tree: the parse.
        trigger: the act.
        time: the time that belongs to it.
        times: all times by the word they belong to; that of the clause it is background to counts too.
        published: the publication day or days. An act older than `NEWS_DAYS` days is background.
    """
    if time is not None:
        return _is_over(time, published)
    if _goes_on_with_background(tree, trigger, times, published):
        return True
    words = {tree.words[k] for token in (trigger.token, trigger.clause) for k in tree.children(token, "amod", "advmod")}
    if words & cues()["past"]:
        return True
    token = trigger.clause
    if tree.tags[token] in ("VBZ", "VBP") and not tree.children(token, "aux"):
        return False
    for _ in range(_CLIMB):
        head, dep = tree.heads[token], tree.deps[token]
        if head == token or dep in ("ccomp", "conj", "parataxis"):
            return False
        found = times.get(head)
        if found and dep in ("advcl", "acl:relcl", "acl", "obl", "nmod", "advcl:relcl"):
            return all(_is_over(t, published) for t in found)
        token = head
    return False


def _goes_on_with_background(tree: Tree, trigger: Trigger, times: Mapping[int, Sequence[TimeValue]], published: Interval | None) -> bool:
    """ "In November 1985 rebels seized the palace. The army stormed it.": a tale in the past tense, after a sentence of long ago in its paragraph."""
    start, _ = tree.sentence_of(trigger.token)
    for _ in range(_SENTENCES if _is_told(tree, trigger.clause) else 0):
        if start == 0:
            return False
        after, (start, _) = start, tree.sentence_of(start - 1)
        if "\n" in tree.text[tree.starts[start] : tree.starts[after]]:
            return False
        if named := [time for token in range(start, after) for time in times.get(token, ())]:
            return all(time.days is not None and _is_over(time, published) for time in named)
    return False


def _is_told(tree: Tree, verb: int) -> bool:
    """Whether a clause stands in the simple past."""
    finite = [verb, *tree.children(verb, "aux", "aux:pass")]
    return any(tree.tags[word] == "VBD" for word in finite) and not any(tree.lemmas[word] == "have" for word in finite[1:])


def _is_over(time: TimeValue, published: Interval | None) -> bool:
    if published is not None and time.days is not None:
        return time.days.last < published.first - timedelta(days=NEWS_DAYS)
    words = set(time.span.text.lower().split())
    is_counted_back = bool(words & cues()["past_unit"]) and bool(words & {"last", "ago", "earlier", "previous", "past"})
    return is_counted_back or _YEAR.search(time.span.text) is not None
