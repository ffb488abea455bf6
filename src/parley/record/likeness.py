"""Articles → how alike each two are in what they are about, 0 to 1.

Cosine of TF-IDF vectors over words and names. How rare a word is comes from the collection and, as if `PRIOR` more
articles had been seen, from English news at large: two articles alone are compared as sensibly as ten thousand, and in a
collection all about one war the name of the country tells nothing apart.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from parley.lexicon.weights import UNSEEN, word_weights
from parley.model import Interval

PRIOR = 60.0
"""Articles of general news imagined beside the collection when rarity is counted."""
NAME_WEIGHT = 1.6
"""How much more a name says than another word as rare."""
MOST_TERMS = 120
"""Terms kept of an article, the heaviest first."""
LEAST = 0.02
"""Likeness below which a pair is not listed."""

_WORD = re.compile(r"\w+(?:[-.]\w+)*")
_MOST_WORDS = 20_000
_PER_ARTICLE = 24.0  # times the commonest word is met in an article of 400 words
_TOP = 65_000.0  # how often it was met where the weights were counted


@dataclass(frozen=True, slots=True)
class HappeningInput:
    """What is known of an article when it is grouped; only `id` and `text` are required.

    Args:
        text: title and text, or terms joined by spaces.
        published: when it was published.
        mentioned_days: the days its own events fall on, as far as resolved.
        names, places: resolved names of its actors and places.
    """

    id: str
    text: str
    published: Interval | None = None
    mentioned_days: tuple[Interval, ...] = ()
    names: frozenset[str] = field(default_factory=frozenset)
    places: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True, order=True)
class Likeness:
    """Two articles, by index, `one` before `other`, and how alike they are."""

    one: int
    other: int
    value: float


def count_terms(article: HappeningInput) -> dict[str, float]:
    """Counts an article's terms on a logarithmic scale; names count more. A pure function of the article."""
    words = _WORD.findall(article.text)[:_MOST_WORDS]
    counts = Counter(_stem(word.lower()) for word in words)
    lower = {_stem(word) for word in words if word.islower()}
    names = {_stem(word.lower()) for word in words if word[0].isupper()} - lower
    names |= {_stem(part.lower()) for name in article.names | article.places for part in _WORD.findall(name)}
    return {term: (1 + math.log(count)) * (NAME_WEIGHT if term in names else 1.0) for term, count in sorted(counts.items()) if len(term) > 1}


def _stem(word: str) -> str:
    """Takes the commonest endings off, roughly: forms of a word need only fall together."""
    for ending, least in (("ing", 6), ("ed", 5), ("es", 5), ("s", 4), ("'s", 3)):
        if word.endswith(ending) and len(word) >= least and not word.endswith("ss"):
            return word[: -len(ending)]
    return word


def expected_share(term: str) -> float:
    """Returns the share of articles of general news that hold `term`."""
    weight = word_weights().get(term, UNSEEN)
    return 1 - math.exp(-_PER_ARTICLE * _TOP**-weight)


def make_vectors(terms: Sequence[Mapping[str, float]], prior: float = PRIOR) -> list[dict[str, float]]:
    """Weighs each article's terms by rarity and scales each article to length 1."""
    held = Counter(term for counts in terms for term in counts)
    rarity = {term: max(0.0, math.log((len(terms) + prior) / (count + prior * expected_share(term)))) for term, count in held.items()}
    return [_scaled({term: count * rarity[term] for term, count in counts.items()}) for counts in terms]


def _scaled(vector: Mapping[str, float]) -> dict[str, float]:
    kept = sorted(vector.items(), key=lambda item: (-item[1], item[0]))[:MOST_TERMS]
    length = math.sqrt(sum(weight * weight for _, weight in kept)) or 1.0
    return {term: weight / length for term, weight in kept if weight > 0}


def find_likenesses(vectors: Sequence[Mapping[str, float]]) -> Iterator[Likeness]:
    """Yields the pairs that are at least `LEAST` alike, in order."""
    index: dict[str, tuple[list[int], list[float]]] = defaultdict(lambda: ([], []))
    for number, vector in enumerate(vectors):
        scores = np.zeros(number, np.float64)
        for term, weight in vector.items():
            holders, weights = index[term]
            if holders:
                scores[holders] += weight * np.asarray(weights)
            holders.append(number)
            weights.append(weight)
        for other in np.flatnonzero(scores >= LEAST):
            yield Likeness(int(other), number, round(float(scores[other]), 9))


Scores = npt.NDArray[np.float64]
