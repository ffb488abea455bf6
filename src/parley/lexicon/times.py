"""times_words.tsv, times_rules.tsv, times_days.tsv → one frozen table of words, rules and named days."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files
from types import MappingProxyType

from parley.lexicon.token_patterns import PatternError, Piece, charset, compile_pattern

# One character for each shape of token; words get characters of the private use area.
SHAPES: Mapping[str, str] = MappingProxyType(
    {
        "D": "d", "T2": "t", "N3": "h", "Y": "y", "N4": "q", "BIG": "n", "DEC": "f", "ORD": "o",
        "DECADE": "e", "APYEAR": "a", "APDECADE": "b", "CAP": "X", "LOW": "x", "BREAK": "\n",
    }
)  # fmt: skip
_NAMED_DAY = "NAMEDAY"
_WORD_PARTS = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")


_Match = Callable[[str, int], re.Match[str] | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to write a time: the `reader` that understands it, constants for it, and the expression over token characters."""

    name: str
    reader: str
    constants: Mapping[str, str]
    expression: str


@cache
def _compiled(name: str, expression: str) -> re.Pattern[str]:
    try:
        return re.compile(expression)
    except re.error as error:
        raise PatternError(f"rule {name}: {error}") from error


@dataclass(frozen=True, slots=True)
class TimeLexicon:
    """The words, rules and named days of time expressions, compiled.

    `letters` maps a lower-case word to its character, `proper` holds words that count only when capitalised, `values`
    maps (class, word) to what the word means, `starting` the rules that can begin at a character, in the file's order.
    """

    letters: Mapping[str, str]
    proper: frozenset[str]
    values: Mapping[tuple[str, str], str]
    starting: Mapping[str, tuple[Rule, ...]]
    prefix: re.Pattern[str]
    starts: re.Pattern[str]
    days: Mapping[str, str]


def _lines(name: str) -> list[str]:
    text = files("parley.lexicon").joinpath("data", name).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]


class _Alphabet:
    """Hands out one character for each word, and knows which words a class holds."""

    def __init__(self) -> None:
        self.letters: dict[str, str] = {}
        self.classes: dict[str, set[str]] = {}
        self.values: dict[tuple[str, str], str] = {}
        self.proper: set[str] = set()
        self.days: dict[str, str] = {}

    def letter(self, word: str) -> str:
        return self.letters.setdefault(word, chr(0xE000 + len(self.letters)))

    def add_words(self) -> None:
        for line in _lines("times_words.tsv"):
            name, value, words = line.split("\t")
            for word in words.split("|"):
                self.classes.setdefault(name.rstrip("*"), set()).add(self.letter(word))
                self.values[name.rstrip("*"), word] = value
                if name.endswith("*"):
                    self.proper.add(word)

    def spellings(self, word: str) -> frozenset[str]:
        if word.isdigit():
            return frozenset("d" if len(word) < 3 else "y")
        return frozenset(self.letter(mark) for mark in ("'’‘" if word == "'" else [word]))

    def add_days(self) -> str:
        patterns = []
        for line in _lines("times_days.tsv"):
            rule, names = line.split("\t")
            for name in names.split("|"):
                words = _WORD_PARTS.findall(name)
                self.days[" ".join(words)] = rule
                patterns.append("".join(charset(self.spellings(word)) for word in words))
        return "(?:" + "|".join(sorted(patterns, key=len, reverse=True)) + ")"


def _resolve(alphabet: _Alphabet, macros: Mapping[str, Piece], name: str) -> Piece:
    if name in macros:
        return macros[name]
    if name in SHAPES:
        chars = frozenset(SHAPES[name])
    elif name.isupper() and name in alphabet.classes:
        chars = frozenset(alphabet.classes[name])
    elif name.isupper():
        raise PatternError(f"unknown class or macro {name}")
    else:
        chars = frozenset(alphabet.letter(name))
    return Piece(charset(chars), chars, False)


def _constants(column: str) -> Mapping[str, str]:
    pairs = (part.partition("=") for part in column.split() if part != "-")
    return MappingProxyType({key: value for key, _, value in pairs})


@cache
def load_times() -> TimeLexicon:
    """Returns the compiled tables; read once.

    Raises:
        PatternError: when a rule in the data file is malformed.
    """
    alphabet = _Alphabet()
    alphabet.add_words()
    days = alphabet.add_days()
    macros: dict[str, Piece] = {_NAMED_DAY: Piece(days, frozenset().union(*(alphabet.spellings(name.split()[0]) for name in alphabet.days)), False)}
    starting: dict[str, list[Rule]] = {}
    for line in _lines("times_rules.tsv"):
        if "\t" not in line:
            name, _, pattern = line.partition(" = ")
            macros[name] = compile_pattern(pattern, partial(_resolve, alphabet, macros))
            continue
        name, reader, constants, pattern = line.split("\t")
        piece = compile_pattern(pattern, partial(_resolve, alphabet, macros))
        rule = Rule(name, reader, _constants(constants), piece.regex)
        for char in piece.first:
            starting.setdefault(char, []).append(rule)
    prefix = macros["PREFIX"]
    return TimeLexicon(
        letters=MappingProxyType(alphabet.letters),
        proper=frozenset(alphabet.proper),
        values=MappingProxyType(alphabet.values),
        starting=MappingProxyType({char: tuple(rules) for char, rules in starting.items()}),
        prefix=re.compile(prefix.regex),
        starts=re.compile(charset(frozenset(starting) | prefix.first)),
        days=MappingProxyType(alphabet.days),
    )


@cache
def load_tense() -> Mapping[str, frozenset[str]]:
    """Returns the word classes of times_tense.tsv."""
    classes: dict[str, frozenset[str]] = {}
    for line in _lines("times_tense.tsv"):
        name, words = line.split("\t")
        classes[name] = classes.get(name, frozenset()) | frozenset(words.split("|"))
    return MappingProxyType(classes)


@cache
def matchers_at(char: str) -> tuple[tuple[Rule, _Match], ...]:
    """Returns the rules that can begin at a character, each with what matches it at a place of a shape.

    Expressions are compiled at first use, which keeps the start-up short.

    Raises:
        PatternError: when a pattern names a group twice.
    """
    return tuple((rule, _compiled(rule.name, rule.expression).match) for rule in load_times().starting.get(char, ()))
