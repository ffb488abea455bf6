"""An article → its gist: the terms by which it is held against others, and where and when it plays, each with how common it is in general news."""

from __future__ import annotations

import hashlib
import math
import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from parley.lexicon.weights import UNSEEN, word_weights
from parley.model import Interval
from parley.record.memory import Memory

Floats = NDArray[np.float64]
Codes = NDArray[np.uint64]

NAME_WEIGHT = 2.2
"""How much more a name says than another word as rare."""
LEAD, LEAD_WORDS = 1.4, 50
"""How much more a term says that stands among the first words, headline included; how many words those are."""

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


@dataclass(frozen=True, slots=True)
class Terms:
    """Terms as parallel arrays, in order of their codes: a 64-bit code of each, how much it counts, the share of articles of news that hold it."""

    codes: Codes
    counts: Floats
    shares: Floats

    @classmethod
    def of(cls, counted: Mapping[str, float]) -> Terms:
        rows = sorted((_code(term), count, expected_share(term)) for term, count in counted.items())
        codes, counts, shares = zip(*rows, strict=True) if rows else ((), (), ())
        return cls(np.array(codes, np.uint64), np.array(counts, np.float64), np.array(shares, np.float64))


@dataclass(frozen=True, slots=True)
class Gist:
    """All that grouping needs of an article: its words and names, and its settings (places after "in" or "at", days by name)."""

    words: Terms
    settings: Terms

    @classmethod
    def of(cls, article: HappeningInput) -> Gist:
        """Reads an article for the first and only time."""
        return cls(Terms.of(count_terms(article)), Terms.of(count_settings(article)))

    def to_bytes(self) -> bytes:
        """Packs it for the store; `from_bytes` is the way back."""
        arrays = [array.astype(array.dtype.newbyteorder("<")) for t in (self.words, self.settings) for array in (t.codes, t.counts, t.shares)]
        return len(self.words.codes).to_bytes(4, "little") + b"".join(array.tobytes() for array in arrays)

    @classmethod
    def from_bytes(cls, data: bytes) -> Gist:
        words = int.from_bytes(data[:4], "little")
        return cls(_unpack(data, 4, words), _unpack(data, 4 + 24 * words, (len(data) - 4) // 24 - words))


def _unpack(data: bytes, start: int, size: int) -> Terms:
    counts, shares = (np.frombuffer(data, "<f8", size, start + 8 * size * part) for part in (1, 2))
    return Terms(np.frombuffer(data, "<u8", size, start), counts, shares)


def keep_gists(gists: Mapping[str, Gist], memory: Memory) -> None:
    """Keeps the gists of articles under their ids."""
    for id_, gist in gists.items():
        memory.keep("gist", id_, gist.to_bytes())


def recall_gists(ids: Collection[str], memory: Memory) -> dict[str, Gist]:
    """Returns the gists that were kept of articles."""
    return {id_: Gist.from_bytes(data) for id_, data in memory.fetch("gist", ids).items()}


@lru_cache(maxsize=1 << 16)
def _code(term: str) -> int:
    return int.from_bytes(hashlib.blake2b(term.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


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

    return {term: weigh(term, count) for term, count in counts.items() if len(term) > 1}


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
    return {term: 1 + math.log(count) for term, count in counts.items()}


@lru_cache(maxsize=1 << 16)
def _stem(word: str) -> str:
    """Takes the commonest endings off, roughly: forms of a word need only fall together."""
    for ending, least in (("ing", 6), ("ed", 5), ("es", 5), ("s", 4), ("'s", 3)):
        if word.endswith(ending) and len(word) >= least and not word.endswith("ss"):
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=1 << 16)
def expected_share(term: str) -> float:
    """Returns the share of articles of general news that hold `term`."""
    if term.startswith("@"):
        return _DAY_SHARE if term[1:].isalpha() else 0.0
    weight = word_weights().get(term, UNSEEN)
    return 1 - math.exp(-_PER_ARTICLE * _TOP**-weight)
