"""Tokens → figures: numbers with the words that bound them, those that count nothing left out.

Left out are dates, ages, money, shares, measures of length and weight, calibres, weapon names, section numbers, phone
numbers and the like; whether a figure that is left counts harm is decided in `measures`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from parley.claims.numerals import Number, read_number
from parley.language.words import words_of
from parley.lexicon.quantities import number_words, units
from parley.model import TimeValue

_NOT_ONE = frozenset(("not", "no", "any", "every", "some", "by", "one"))
_CURRENCY = frozenset("$€£¥₹₽")
_PASSED = frozenset(("another", "additional", "other", "further", "extra", "all", "the", "these", "those", "its", "their"))
_RANKED = 5
_WITH_OVER = frozenset(("hand", "turn", "take", "sign", "give", "pass", "bring"))
_YEAR = re.compile(r"1[6-9]\d\d|20\d\d")
_YEAR_BEFORE = frozenset(("in", "since", "of", "from", "until", "till", "by", "during", "before", "after", "early", "late", "mid", "the"))


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its bounds. Tokens [start, end) hold the figure with its wording, [number_start, number_end) the number alone."""

    start: int
    end: int
    number_start: int
    number_end: int
    low: float | None
    high: float | None
    wording: str


def find_figures(doc: Doc, times: Sequence[TimeValue]) -> Iterator[Figure]:
    """Yields the figures of a text in order."""
    taken, beginnings, end = _taken_by_times(doc, times), _beginnings(), 0
    for i, word in enumerate(words_of(doc)):
        number = read_number(doc, i) if i >= end and i not in taken and (word[0].isdigit() or word.lower() in beginnings) else None
        if number is not None:
            if not is_no_count(doc, number):
                yield _bounded(doc, number)
            end = number.end


@cache
def _beginnings() -> frozenset[str]:
    """Returns the words with which a number may begin that is not written in digits."""
    words = number_words()
    return frozenset(("a", "an")).union(words.units, words.scales, words.plurals, words.vague, words.parts)


def _taken_by_times(doc: Doc, times: Sequence[TimeValue]) -> set[int]:
    """Tokens inside dates and clock times. Durations stay: "four hours" may be a figure."""
    taken: set[int] = set()
    for time in times:
        if time.type == "DURATION":
            continue
        covered = doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
        if covered is not None:
            taken.update(range(covered.start, covered.end))
    return taken


def is_no_count(doc: Doc, number: Number) -> bool:
    """Returns whether the neighbours show that the number is a date, an age, money, a measure, a name or a code."""
    before = doc[number.start - 1] if number.start else None
    after = doc[number.end] if number.end < len(doc) else None
    if before is not None and before.lower_ in _NOT_ONE and number.low == number.high == 1:
        return True  # "not one rocket", "no one", "one by one"
    if number.low == number.high == 1 and _is_one_of_the_worst(doc, number):
        return True
    return (
        (before is not None and _excluded_by_left(doc, before, number))
        or (after is not None and _excluded_by_right(doc, after, number))
        or _is_year(doc, number, before, after)
        or doc[number.end - 1].ent_type_ in ("WEAPON", "VEHICLE")
    )


def _is_one_of_the_worst(doc: Doc, number: Number) -> bool:
    """ "One of the deadliest attacks" ranks an act and counts none."""
    behind = doc[number.end : number.end + _RANKED]
    return [t.lower_ for t in behind[:1]] == ["of"] and any(t.tag_ in ("JJS", "RBS") for t in behind)


def _excluded_by_left(doc: Doc, before: Token, number: Number) -> bool:
    first = doc[number.start]
    if before.text[-1] in _CURRENCY or before.lower_ in ("us$", "usd", "eur", "#", "+"):
        return True
    digit = first.text[0].isdigit() or (first.text[0].isupper() and not first.is_sent_start and before.text[0].isupper())  # "World War Two"
    if digit and before.lower_ in units().labels and before.lower_ not in ("group", "level", "no"):
        return True
    glued = not before.whitespace_ and before.i + 1 == first.i
    if glued and before.text in ("-", "–", "/", ".", ":") and before.i > 0:
        return doc[before.i - 1].text[-1:].isalnum() and not doc[before.i - 1].whitespace_ and before.text != "–"
    return glued and (before.text[-1].isalnum() and first.text[0].isdigit())


def _excluded_by_right(doc: Doc, after: Token, number: Number) -> bool:
    glued = not doc[number.end - 1].whitespace_
    unit = after
    if after.text == "-" and number.end + 1 < len(doc):
        unit = doc[number.end + 1]
        if unit.text[:1].isdigit():
            return True
    if unit.lower_ in units().other or unit.lower_.removesuffix("s") in units().other:
        return True
    if glued and (after.text[0] in ":/%°" or (after.text[0].isalpha() and after.text[0].islower() and doc[number.start].text[0].isdigit())):
        return True
    return _is_age(doc, number.end)


def _is_age(doc: Doc, at: int) -> bool:
    words = [t.lower_ for t in doc[at : at + 4] if t.text != "-"]
    return words[:2] in (["year", "old"], ["years", "old"], ["month", "old"], ["months", "old"], ["years", "of"]) and "age" in [*words, "age"][:4]


def _is_year(doc: Doc, number: Number, before: Token | None, after: Token | None) -> bool:
    text = doc[number.start].text
    if number.end - number.start != 1 or not _YEAR.fullmatch(text):
        return False
    if before is not None and (before.lower_ in _YEAR_BEFORE or before.text.isdigit() or before.text == ","):
        return True
    return after is None or not after.text[0].isalpha()


def _bounded(doc: Doc, number: Number) -> Figure:
    start, end = number.start, number.end
    at = start
    while at > 0 and start - at < 3 and doc[at - 1].lower_ in _PASSED:
        at -= 1
    found = _match_before(doc, start) or _match_before(doc, at)
    if found is not None and doc[found[0]].lower_ == "over" and found[0] > 0 and doc[found[0] - 1].lemma_ in _WITH_OVER:
        found = None  # "handed over 150 prisoners"
    side = "exact"
    wording = ""
    if found is not None:
        start, side = found
        wording = doc[start : _wording_end(doc, start)].text
    else:
        after = _match_after(doc, end)
        if after is not None:
            wording, (end, side) = doc[end : after[0]].text, after
    if not wording and start and number.low != number.high and doc[start - 1].lower_ in ("between", "from"):
        start -= 1
    if side == "high" and wording.lower() == "up to" and _is_toll(doc, start):
        side, wording = "exact", ""
    low, high = _sides(number, side)
    return Figure(start, end, number.start, number.end, low, high, wording)


def _is_toll(doc: Doc, start: int) -> bool:
    """In "bringing the death toll up to 94" the words say where the toll stands now."""
    return any(t.lower_ in ("toll", "total", "number", "count") for t in doc[max(0, start - 2) : start])


def _sides(number: Number, side: str) -> tuple[float | None, float | None]:
    if number.high is None or side == "low":
        return number.low, None
    if side == "high":
        return (None, number.high) if number.low == number.high else (number.low, number.high)
    return number.low, number.high


def _match_before(doc: Doc, end: int) -> tuple[int, str] | None:
    phrases = number_words().before
    words = _lower(doc, max(0, end - len(phrases[0][0])), end)
    return next(((end - len(phrase), side) for phrase, side in phrases if words[-len(phrase) :] == phrase), None)


def _match_after(doc: Doc, start: int) -> tuple[int, str] | None:
    phrases = number_words().after
    words = _lower(doc, start, start + len(phrases[0][0]))
    return next(((start + len(phrase), side) for phrase, side in phrases if words[: len(phrase)] == phrase), None)


def _wording_end(doc: Doc, start: int) -> int:
    phrases = number_words().before
    words = _lower(doc, start, start + len(phrases[0][0]))
    return next((start + len(phrase) for phrase, _ in phrases if words[: len(phrase)] == phrase), start + 1)


def _lower(doc: Doc, start: int, end: int) -> tuple[str, ...]:
    return tuple(t.lower_ for t in doc[start:end])
