"""Text → tokens, and a string with one character a token that says what each can be in a time expression."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parley.lexicon.times import SHAPES, TimeLexicon

# A number, with thousands or a decimal part; an ordinal or decade ending stays with it. Every repeat is bounded.
_TOKEN = re.compile(
    r"(?P<thousands>\d{1,3}(?:,\d{3}){1,4}(?!\d|,\d))"
    r"|(?P<decade>\d{2,3}0['’]?s\b)"
    r"|(?P<ordinal>\d{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<decimal>(?<![\d.])\d{1,6}\.\d{1,4}(?![.\d]))"
    r"|(?P<digits>\d{1,12})"
    r"|(?P<short>['’‘]\d{2}(?:s\b|\b))"
    r"|(?P<dotted>[ap]\.m\b\.?|b\.c\.(?:e\.)?|b\.c\b|a\.d\.|o['’]clock\b)"
    r"|(?P<word>[^\W\d_]{1,40})"
    r"|(?P<gap>\n[^\S\n]*\n)"
    r"|(?P<other>[^\s])",
    re.IGNORECASE,
)
_FIRST_YEAR, _LAST_YEAR = 1000, 2199


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text: lower-case `words`, their offsets, and `shape`, one character for each."""

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    shape: str

    def piece(self, first: int, last: int) -> str:
        """Returns the text of tokens [first, last)."""
        return self.text[self.starts[first] : self.ends[last - 1]]


def _digit_shape(digits: str) -> str:
    number, length = int(digits), len(digits)
    if length <= 2:
        return SHAPES["D"] if 1 <= number <= 31 else SHAPES["T2"]
    if length == 3:
        return SHAPES["N3"]
    if length == 4:
        return SHAPES["Y"] if _FIRST_YEAR <= number <= _LAST_YEAR else SHAPES["N4"]
    return SHAPES["BIG"]


def _short_shape(word: str) -> str:
    return SHAPES["APDECADE"] if word.endswith("s") else SHAPES["APYEAR"]


# Characters that stand for words inside shapes must not come in from the text.
_PRIVATE = frozenset(map(chr, range(0xE000, 0xF900)))
_KIND_SHAPES = {"thousands": "BIG", "decade": "DECADE", "ordinal": "ORD", "decimal": "DEC", "gap": "BREAK"}


def _shape(kind: str, token: str, word: str, lexicon: TimeLexicon) -> str:
    if kind == "digits":
        return _digit_shape(token)
    if kind == "short":
        return _short_shape(word)
    if kind in _KIND_SHAPES:
        return SHAPES[_KIND_SHAPES[kind]]
    letter = lexicon.letters.get(word)
    if letter is not None and (token != word or word not in lexicon.proper):
        return letter
    if kind == "word" or token in _PRIVATE:
        return SHAPES["CAP"] if token[0].isupper() else SHAPES["LOW"]
    return letter or (SHAPES["LOW"] if kind == "dotted" else token[0])


def read_tokens(text: str, lexicon: TimeLexicon) -> Tokens:
    """Cuts `text` into tokens. Words are lower-cased one by one, so offsets stay those of `text`."""
    words, starts, ends, shape = [], [], [], []
    for match in _TOKEN.finditer(text):
        token = match.group()
        word = token.lower().replace("’", "'")
        words.append(word)
        starts.append(match.start())
        ends.append(match.end())
        shape.append(_shape(str(match.lastgroup), token, word, lexicon))
    return Tokens(text, tuple(words), tuple(starts), tuple(ends), "".join(shape))
