"""Figures without a noun of their own → what the figure before them counts: "six soldiers died … the army speaks of four"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from parley.claims.figures import Figure
from parley.claims.measures import Count
from parley.lexicon.quantities import harm_words

_SPEAKING = frozenset(("speak", "talk"))
_MAX_BACK = 3


def echoed(doc: Doc, figure: Figure, before: Count | None) -> Count | None:
    """Returns the count of a bare figure that somebody "speaks of", if one of harm was given shortly before."""
    at = figure.start
    if before is None or at < 2 or doc[at - 1].lower_ != "of" or doc[at - 2].lemma_ not in _SPEAKING:
        return None
    is_bare = figure.end >= len(doc) or doc[figure.end].is_punct or doc[figure.end].is_space
    sentences = sum(1 for token in doc[before.figure.end : at] if token.is_sent_start)
    if not is_bare or sentences > _MAX_BACK or before.measure in ("duration", "participants", "attacks"):
        return None
    return Count(figure, before.measure, before.noun, doc[at - 2])


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
