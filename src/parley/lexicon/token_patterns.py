"""Patterns over tokens → regular expressions over one character a token.

Each kind of token is written as one character, so a sentence becomes a short string and a rule a small regular
expression without nested repeats; matching stays linear in practice and bounded by construction (a repeat has an
upper limit). The language is described at the head of `data/times_rules.tsv`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

_PIECE = re.compile(
    r"""\s*(?:(?P<group>[a-z]\w*=)|(?P<name>[A-Z][A-Z0-9]*)|(?P<quoted>"[^"]*")|(?P<word>[a-z']+)|(?P<repeat>\?|\{\d,\d\})|(?P<sign><!|[()|&!<]))"""
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a compiled pattern: the expression, the characters it can start with, and whether it can be empty."""

    regex: str
    first: frozenset[str]
    empty: bool


def charset(chars: frozenset[str]) -> str:
    """Returns a regular expression that matches one of `chars`."""
    return "[" + "".join(re.escape(c) for c in sorted(chars)) + "]" if chars else "(?!)"


class PatternError(ValueError):
    """A pattern in a data file cannot be read."""


class _Reader:
    """Recursive descent over one pattern; `resolve` gives the characters or the piece a name stands for."""

    def __init__(self, pattern: str, resolve: Callable[[str], Piece]) -> None:
        self._pattern = pattern
        self._parts = _split(pattern)
        self._at = 0
        self._resolve = resolve

    def read(self) -> Piece:
        piece = self._choice()
        if self._at != len(self._parts):
            raise PatternError(f"unexpected {self._parts[self._at][1]!r} in {self._pattern!r}")
        return piece

    def _peek(self) -> str:
        return self._parts[self._at][1] if self._at < len(self._parts) else ""

    def _choice(self) -> Piece:
        branches = [self._sequence()]
        while self._peek() == "|":
            self._at += 1
            branches.append(self._sequence())
        if len(branches) == 1:
            return branches[0]
        regex = "(?:" + "|".join(b.regex for b in branches) + ")"
        return Piece(regex, frozenset().union(*(b.first for b in branches)), any(b.empty for b in branches))

    def _sequence(self) -> Piece:
        regex, first, empty = "", frozenset[str](), True
        while self._peek() not in ("", "|", ")"):
            piece = self._item()
            regex += piece.regex
            first = first | piece.first if empty else first
            empty = empty and piece.empty
        return Piece(regex, first, empty)

    def _item(self) -> Piece:
        kind, text = self._parts[self._at]
        if kind == "sign" and text in ("&", "!", "<", "<!"):
            self._at += 1
            look = {"&": "(?=", "!": "(?!", "<": "(?<=", "<!": "(?<!"}[text]
            return Piece(f"{look}{self._atom().regex})", frozenset(), True)
        piece = self._atom()
        if self._at < len(self._parts) and self._parts[self._at][0] == "repeat":
            repeat = self._parts[self._at][1]
            self._at += 1
            return Piece(f"(?:{piece.regex}){repeat}", piece.first, piece.empty or repeat[:2] in ("?", "{0"))
        return piece

    def _atom(self) -> Piece:
        kind, text = self._parts[self._at]
        self._at += 1
        if kind == "group":
            inner = self._atom()
            return Piece(f"(?P<{text[:-1]}>{inner.regex})", inner.first, inner.empty)
        if text == "(":
            inner = self._choice()
            if self._peek() != ")":
                raise PatternError(f"a bracket stays open in {self._pattern!r}")
            self._at += 1
            return inner
        if kind not in ("name", "quoted", "word"):
            raise PatternError(f"unexpected {text!r} in {self._pattern!r}")
        return self._resolve(text.strip('"'))


def _split(pattern: str) -> list[tuple[str, str]]:
    parts, at = [], 0
    while at < len(pattern.rstrip()):
        match = _PIECE.match(pattern, at)
        if match is None:
            raise PatternError(f"cannot read {pattern[at:]!r}")
        parts.append((str(match.lastgroup), match.group().strip()))
        at = match.end()
    return parts


def compile_pattern(pattern: str, resolve: Callable[[str], Piece]) -> Piece:
    """Compiles `pattern`; `resolve` maps a class, macro or literal token to its piece.

    Raises:
        PatternError: when the pattern is malformed or names something unknown.
    """
    return _Reader(pattern, resolve).read()
