"""A rule's match over tokens, with what its named groups hold and mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from parley.lexicon.times import SHAPES, Rule, TimeLexicon
from parley.times.numbers import read_number
from parley.times.tokens import Tokens

_QUOTES = "'’‘"


@dataclass(frozen=True, slots=True)
class Captured:
    """A match of `rule` over tokens [first, last); `spans` are the tokens of its named groups."""

    tokens: Tokens
    rule: Rule
    lexicon: TimeLexicon
    first: int
    last: int
    spans: Mapping[str, tuple[int, int]]

    @property
    def all_words(self) -> tuple[str, ...]:
        return self.tokens.words[self.first : self.last]

    def words(self, group: str) -> tuple[str, ...]:
        first, last = self.spans.get(group, (0, 0))
        return self.tokens.words[first:last]

    def has(self, group: str) -> bool:
        return group in self.spans

    def shape(self, group: str) -> str:
        first, last = self.spans.get(group, (0, 0))
        return self.tokens.shape[first:last]

    def written(self, group: str) -> str:
        """Returns the group's text as it stands."""
        return self.tokens.piece(*self.spans[group])

    def value(self, group: str, *classes: str) -> str | None:
        """Returns what the group's words mean in the first class that knows one of them."""
        for word in self.words(group):
            for name in classes:
                if (name, word) in self.lexicon.values:
                    return self.lexicon.values[name, word]
        return None

    def integer(self, group: str, *classes: str) -> int | None:
        """Returns the group's value in `classes` as a number; without classes, the first figures written in it."""
        value = self.value(group, *classes) if classes else next((w for w in self.words(group) if w.strip(_QUOTES)[:1].isdigit()), None)
        digits = "".join(c for c in value or "" if c.isdigit() or c == "-")
        return int(digits) if digits else None

    def quantity(self, group: str) -> float | None:
        """Returns the number, or None where it is vague ("several")."""
        return read_number(self.words(group), self.lexicon)

    def year(self) -> int | None:
        """Returns the year in group `y`, two digits where it is written '99."""
        return self.integer("y")

    def has_short_year(self) -> bool:
        return self.shape("y") == SHAPES["APYEAR"]

    def is_before_christ(self) -> bool:
        return self.value("e", "ERA") == "BC" or "bc" in self.rule.constants

    def step(self) -> int | None:
        return self.integer("s", "STEP", "TEXTSTEP")

    def constant(self, name: str, default: str = "") -> str:
        return self.rule.constants.get(name, default)
