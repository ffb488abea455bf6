"""Tokens → numbers: digits with separators, number words, vague counts ("tens of thousands") and ranges."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc

from parley.lexicon.quantities import NumberWords, number_words

# South Asian grouping ("2,00,000") included.
_GROUPED = re.compile(r"\d{1,3}(?:[,’']\d{2,3})*[,’']\d{3}")
_PLAIN = re.compile(r"\d{1,9}(?:\.\d{1,3})?")
_JOINED = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,6})[-–—](\d{1,3}(?:,\d{3})+|\d{1,6})")
_DASHES = frozenset(("-", "–", "—"))
_VAGUE_SHARE = 2
_SHORT = {"K": 1e3, "k": 1e3, "M": 1e6, "mn": 1e6, "bn": 1e9}  # glued to digits: "47.5K people"


@dataclass(frozen=True, slots=True)
class Number:
    """A number at tokens [start, end). `high` is None for a vague count, which has only a lower bound."""

    start: int
    end: int
    low: float
    high: float | None


def read_number(doc: Doc, start: int) -> Number | None:
    """Returns the longest number that begins at token `start`, ranges included."""
    first = _single(doc, start)
    if first is None:
        joined = _JOINED.fullmatch(doc[start].text)
        if joined is None:
            return None
        low, high = (float(part.replace(",", "")) for part in joined.groups())
        return _scaled(doc, Number(start, start + 1, low, high)) if low < high else None
    second = _range_end(doc, first)
    if second is None or second.high is None or first.high is None:
        return first
    low = first.low
    if low < 1000 <= second.high and low * 1000 <= second.high and not _is_grouped(doc, second):
        low *= _scale_of(second.high)
    return Number(start, second.end, low, second.high) if low < second.high else first


def _range_end(doc: Doc, first: Number) -> Number | None:
    """Reads what follows "to", "or" or a dash: "10 to 15", "10-15", and "and" after "between"."""
    at = first.end
    if at + 1 >= len(doc):
        return None
    between = doc[at].lower_ == "and" and first.start > 0 and doc[first.start - 1].lower_ == "between"
    if not (between or doc[at].lower_ in ("to", "or") or doc[at].text in _DASHES):
        return None
    if doc[at].text == "-" and not doc[at + 1].text[:1].isdigit():
        return None
    return _single(doc, at + 1)


def _is_grouped(doc: Doc, number: Number) -> bool:
    return "," in doc[number.start].text


def _scale_of(value: float) -> float:
    return 1e6 if value >= 1e6 else 1e3


def _scaled(doc: Doc, number: Number) -> Number:
    scale = number_words().scales.get(doc[number.end].lower_) if number.end < len(doc) else None
    if scale is None or number.high is None:
        return number
    return Number(number.start, number.end + 1, number.low * scale, number.high * scale)


def _single(doc: Doc, start: int) -> Number | None:
    words = number_words()
    text = doc[start].lower_
    if text in words.plurals:
        return _plural(doc, start, words)
    if text in words.vague:
        return _vague(doc, start, words)
    if text in words.parts:
        return _part(doc, start, words)
    value = _digits(doc[start].text)
    return _digit_number(doc, start, value, words) if value is not None else _worded(doc, start, words)


def _digits(text: str) -> float | None:
    if _GROUPED.fullmatch(text):
        return float(re.sub(r"[,’']", "", text))
    return float(text) if _PLAIN.fullmatch(text) else None


def _digit_number(doc: Doc, start: int, value: float, words: NumberWords) -> Number:
    end = start + 1
    if end < len(doc) and not doc[start].whitespace_ and doc[end].text in _SHORT:
        return Number(start, end + 1, round(value * _SHORT[doc[end].text], 3), round(value * _SHORT[doc[end].text], 3))
    hyphen = end + 1 < len(doc) and doc[end].text in _DASHES
    after = doc[end + hyphen].lower_ if end + hyphen < len(doc) else ""
    if after in words.scales and after != "score":
        return Number(start, end + 1 + hyphen, value * words.scales[after], value * words.scales[after])
    return Number(start, end, value, value)


def _worded(doc: Doc, start: int, words: NumberWords) -> Number | None:
    """Adds up "two hundred and five", "twenty-five", "a dozen", "three million"."""
    total = current = 0.0
    at = end = start
    if doc[at].lower_ in ("a", "an") and at + 1 < len(doc) and doc[at + 1].lower_ in words.scales:
        current, at = 1.0, at + 1
    while at < len(doc) and at - start < 12:
        word = doc[at].lower_
        if word in words.units and _fits(current, words.units[word]):
            current += words.units[word]
        elif word in words.scales:
            if word in ("dozen", "score", "hundred"):
                current = (current or 1.0) * words.scales[word]
            else:
                total, current = total + (current or 1.0) * words.scales[word], 0.0
        elif end > start and at + 1 < len(doc) and (word == "and" or doc[at].text == "-") and _goes_on(doc, at, current or total, words):
            at += 1
            continue
        else:
            break
        at += 1
        end = at
    value = total + current
    return Number(start, end, value, value) if end > start and value else None


def _fits(current: float, unit: float) -> bool:
    """A unit may follow a ten, a hundred or nothing: "twenty five", "hundred five", but not "five six"."""
    rest = current % 100
    return rest == 0 or (rest >= 20 and rest % 10 == 0 and unit < 10)


def _goes_on(doc: Doc, at: int, value: float, words: NumberWords) -> bool:
    following = doc[at + 1].lower_
    if doc[at].lower_ == "and":
        return value >= 100 and value % 100 == 0 and following in words.units and doc[at - 1].lower_ in words.scales
    return (following in words.units and value % 100 >= 20 and value % 10 == 0) or following in words.scales


def _plural(doc: Doc, start: int, words: NumberWords) -> Number:
    """Reads "dozens", "hundreds of thousands", "tens of millions"."""
    low, end = words.plurals[doc[start].lower_], start + 1
    if end + 1 < len(doc) and doc[end].lower_ == "of" and doc[end + 1].lower_ in words.plurals:
        inner = doc[end + 1].lower_
        # "hundreds of thousands" is two hundred thousand at least: the vagueness is counted once.
        low, end = low * words.plurals[inner] / _VAGUE_SHARE, end + 2
    return Number(start, end, low, None)


def _vague(doc: Doc, start: int, words: NumberWords) -> Number | None:
    """Reads "several hundred", "a few dozen", "a couple of thousand"."""
    at = start + 1
    if at < len(doc) and doc[at].lower_ == "of":
        at += 1
    if at < len(doc) and doc[at].lower_ in words.scales:
        return Number(start, at + 1, words.vague[doc[start].lower_] * words.scales[doc[at].lower_], None)
    return None


def _part(doc: Doc, start: int, words: NumberWords) -> Number | None:
    """Reads "half a million" and "half-million"."""
    at = start + 1
    if at < len(doc) and (doc[at].lower_ == "a" or doc[at].text == "-"):
        at += 1
    if at < len(doc) and doc[at].lower_ in words.scales:
        value = words.parts[doc[start].lower_] * words.scales[doc[at].lower_]
        return Number(start, at + 1, value, value)
    return None
