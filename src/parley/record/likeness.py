"""Articles → how alike each two are in what they are about, 0 to 1.

Cosine of TF-IDF vectors over words and names, lowered where both name settings (places after "in" or "at", days by name)
and the settings differ: the same people meet again in another town. How rare a word is comes from the collection and, as if `PRIOR` more
articles had been seen, from English news at large: two articles alone are compared as sensibly as ten thousand, and in a
collection all about one war the name of the country tells nothing apart.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from parley.lexicon.weights import UNSEEN, word_weights
from parley.model import Interval

Floats = NDArray[np.float64]
Near = Callable[[int], NDArray[np.bool_]]

PRIOR, SETTING_PRIOR = 20.0, 10.0
"""Articles of general news imagined beside the collection when the rarity of words, and of settings, is counted."""
NAME_WEIGHT = 2.2
"""How much more a name says than another word as rare."""
LEAD, LEAD_WORDS = 1.4, 50
"""How much more a term says that stands among the first words, headline included; how many words those are."""
MOST_TERMS = 120
"""Terms kept of an article, the heaviest first."""
LEAST = 0.02
"""Likeness below which a pair is not listed."""

SETTING_SHARE = 0.5
"""How much of a pair's likeness is lost when its settings have nothing in common."""
SETTING_ALIKE = 0.4
"""Likeness of settings from which on nothing is lost."""
SETTING_UNKNOWN = 0.6
"""What stands in for the settings' likeness, as a share of `SETTING_ALIKE`, when one article names none."""
_DAY_SHARE = 0.2  # of articles hold the name of a given weekday or month

_WORD = re.compile(r"\w+(?:[-.]\w+)*")
_PLACE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|outside) (?:(?:the|[a-z]{1,12}ern|central) ){0,2}"
    r"(?:\w{1,20} (?:city|town|village|province|district|county|suburb) of )?((?:[A-Z][\w-]{1,30} ?){1,3})"
)
_DAY = re.compile(r"\b(?:January|February|April|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b")
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
    """Counts an article's terms on a logarithmic scale; names and the lead count more. A pure function of the article."""
    words = _WORD.findall(article.text)[:_MOST_WORDS]
    stems = {word: _stem(word.lower()) for word in set(words)}
    counts = Counter(stems[word] for word in words)
    names = {stems[word] for word in stems if word[0].isupper()} - {stems[word] for word in stems if word.islower()}
    names |= {_stem(part.lower()) for name in article.names | article.places for part in _WORD.findall(name)}
    lead = {stems[word] for word in words[:LEAD_WORDS]}

    def weigh(term: str, count: int) -> float:
        return (1 + math.log(count)) * (NAME_WEIGHT if term in names else 1.0) * (LEAD if term in lead else 1.0)

    return {term: weigh(term, count) for term, count in sorted(counts.items()) if len(term) > 1}


def count_settings(article: HappeningInput) -> dict[str, float]:
    """Counts where and when an article plays: words of places that follow "in" or "at", and days (marked `@`).

    Resolved places only help where the text puts nothing after "in": most places an article names are not where it plays.
    """
    text = article.text[: _MOST_WORDS * 8]
    places = [word for found in _PLACE.findall(text) for word in found.split() if not _DAY.fullmatch(word)]
    places = places or [word for place in sorted(article.places) for word in place.split()]
    counts = Counter(_stem(word.lower()) for word in places)
    counts.update(f"@{day.lower()}" for day in _DAY.findall(text))
    counts.update(f"@{days.first.isoformat()}" for days in article.mentioned_days if days.is_day)
    return {term: 1 + math.log(count) for term, count in sorted(counts.items())}


def _stem(word: str) -> str:
    """Takes the commonest endings off, roughly: forms of a word need only fall together."""
    for ending, least in (("ing", 6), ("ed", 5), ("es", 5), ("s", 4), ("'s", 3)):
        if word.endswith(ending) and len(word) >= least and not word.endswith("ss"):
            return word[: -len(ending)]
    return word


def expected_share(term: str) -> float:
    """Returns the share of articles of general news that hold `term`."""
    if term.startswith("@"):
        return _DAY_SHARE if term[1:].isalpha() else 0.0
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


def find_likenesses(vectors: Sequence[Mapping[str, float]], near: Near | None = None) -> Iterator[Likeness]:
    """Yields the pairs that are at least `LEAST` alike, by the second article, then the first.

    Args:
        near: says of the article with a number which others are to be compared with it; all when it is None.
    """
    for number, scores in enumerate(likeness_rows(vectors)):
        wanted = scores[:number] >= LEAST
        if near is not None:
            wanted &= near(number)[:number]
        for other in np.flatnonzero(wanted):
            yield Likeness(int(other), number, float(scores[other]))


def likeness_rows(vectors: Sequence[Mapping[str, float]]) -> Iterator[Floats]:
    """Yields for each article how alike it is to every one, itself among them, by their numbers."""
    gathered: dict[str, tuple[list[int], list[float]]] = defaultdict(lambda: ([], []))
    for number, vector in enumerate(vectors):
        for term, weight in vector.items():
            gathered[term][0].append(number)
            gathered[term][1].append(weight)
    index = {term: (np.array(holders), np.array(weights)) for term, (holders, weights) in gathered.items() if len(holders) > 1}
    for vector in vectors:
        rows = [(index[term], weight) for term, weight in vector.items() if term in index]
        if not rows:
            yield np.zeros(len(vectors))
            continue
        holders = np.concatenate([held for (held, _), _ in rows])
        weights = np.concatenate([theirs * weight for (_, theirs), weight in rows])
        yield np.round(np.bincount(holders, weights, len(vectors)), 9)


def find_alike(articles: Sequence[HappeningInput], terms: Sequence[Mapping[str, float]], near: Near | None = None) -> Iterator[Likeness]:
    """Yields pairs of articles alike in words and names, lowered by settings that differ.

    Args:
        terms: of each article, as `count_terms` counts them.
        near: as for `find_likenesses`.
    """
    settings = [count_settings(article) for article in articles]
    same_setting = {(pair.one, pair.other): pair.value for pair in find_likenesses(make_vectors(settings, SETTING_PRIOR), near)}
    for pair in find_likenesses(make_vectors(terms), near):
        known = settings[pair.one] and settings[pair.other]
        met = min(1.0, same_setting.get((pair.one, pair.other), 0.0) / SETTING_ALIKE) if known else SETTING_UNKNOWN
        yield Likeness(pair.one, pair.other, pair.value * (1 - SETTING_SHARE + SETTING_SHARE * met))
