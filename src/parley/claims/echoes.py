"""Figures without a noun of their own → what the figure before them counts: "six soldiers died … the army speaks of four"."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Doc

from parley.claims.counts import Count
from parley.claims.figures import Figure
from parley.lexicon.quantities import harm_words

_SPEAKING = frozenset(("speak", "talk"))
_COUNTING = frozenset(("count", "say", "report", "claim", "estimate", "give", "list", "confirm", "acknowledge", "admit"))
_FIGURES = frozenset(("figure", "number", "total", "count", "it"))
_PUTTING = frozenset(("put", "place", "set", "fix", "estimate"))
_MAX_BACK = 3
_MAX_LEAD = 7
_TOTALS = re.compile(
    r"\b(?:taking|bringing|raising|pushing|lifting|putting) (?:the|its|their) (?:overall |combined )?(?:total|number|count|figure|tally)\b"
    r"[^,;.]{0,40} (?:to|at)$"
)
_REPLACED = re.compile(
    r"\b(?:(?:up|down|revised|raised|lowered|increased|reduced) from|instead of)(?: an?| the| its| their)?"
    r"(?: (?:initial|initially|earlier|previous|previously|preliminary|first|provisional|original|reported|official|death)){0,2}"
    r"(?: (?:count|toll|figure|number|total|tally|estimate)(?: of)?)?$"
)


def echoed(doc: Doc, figure: Figure, before: Count | None) -> Count | None:
    """Returns the count of a bare figure that somebody else gives for what was just counted: "the army speaks of four", "now counts 13"."""
    at = figure.start
    if before is None or at < 2 or before.measure in ("duration", "attacks"):
        return None
    is_bare = figure.end >= len(doc) or doc[figure.end].is_punct or doc[figure.end].is_space
    sentences = sum(1 for token in doc[before.figure.end : at] if token.is_sent_start)
    if doc[at - 1].lower_ == "at" and doc[at - 2].lower_ in _FIGURES:  # "a spokesman put the figure at nine"
        cue = next((t for t in reversed(doc[max(doc[at].sent.start, at - 6) : at]) if t.lemma_ in _PUTTING), None)
        return Count(figure, before.measure, before.noun, cue) if cue is not None and is_bare and sentences <= _MAX_BACK else None
    cue = doc[at - 2] if doc[at - 1].lower_ == "of" else doc[at - 1]
    gives = cue.lemma_ in (_SPEAKING if cue.i == at - 2 else _COUNTING) and cue.pos_ == "VERB"
    return Count(figure, before.measure, before.noun, cue) if is_bare and gives and sentences <= _MAX_BACK else None


def revised(doc: Doc, figure: Figure, before: Count | None) -> Count | None:
    """Returns the count of the figure that the one before it is said to replace: "118 were held, up from an initial count of 49".

    Or that it adds up to: "5,000 crossed on Friday, taking the total to 61,000".
    """
    if before is None or before.measure == "duration" or doc[figure.start].sent.start != doc[before.figure.start].sent.start:
        return None
    between = " ".join(t.lower_ for t in doc[max(before.figure.end, figure.start - _MAX_LEAD) : figure.start])
    noun = next(iter(doc[figure.end : figure.end + 1]), None)
    is_bare = noun is None or noun.pos_ not in ("NOUN", "PROPN") or (before.noun is not None and noun.lemma_ == before.noun.lemma_)
    return Count(figure, before.measure, before.noun, before.anchor) if is_bare and (_REPLACED.search(between) or _TOTALS.search(between)) else None


def with_noun_of(doc: Doc, count: Count, before: Count | None) -> Count:
    """Gives a figure without a noun the one it goes on from: in "12 people were killed and 30 wounded" the 30 are people."""
    if count.noun is not None or before is None or before.noun is None or count.measure == "duration" or before.measure == "duration":
        return count
    at = count.figure.end
    if at >= len(doc) or doc[at].sent.start != doc[before.figure.start].sent.start:
        return count
    words = harm_words()
    is_ellipsis = doc[at].tag_ == "VBN" or doc[at].lower_ in words.states
    joined = any(t.lower_ in ("and", "but", ",") for t in doc[before.figure.end : count.figure.start])
    is_plain = before.noun.lemma_.lower() not in words.nouns
    return replace(count, noun=before.noun) if is_ellipsis and joined and is_plain else count
