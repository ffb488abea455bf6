"""Two texts or two names → whether they are close enough to mean the same. Tolerant on purpose: spans may be cut anywhere near the right words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

CLOSE = 0.6
"""The share of a snippet's words that must stand in what was found."""
_WORD = re.compile(r"\w+(?:[.,]\d+)*")
_IDLE = frozenset(("the", "a", "an", "of", "s", "president", "minister", "colonel", "its", "his", "her"))


def words(text: str) -> list[str]:
    """Returns the words of a text, in lower case, apostrophes dropped."""
    return [word.casefold() for word in _WORD.findall(re.sub(r"[’']s?\b", "", text))]


def overlap(snippet: str, found: str, least: int = 4) -> float:
    """Returns the share of `snippet` in `found`, or of `found` in `snippet` when `found` has at least `least` words."""
    wanted, given = words(snippet), words(found)
    if not wanted or not given:
        return 0.0
    inside = sum(word in set(given) for word in wanted) / len(wanted)
    covered = sum(word in set(wanted) for word in given) / len(given) if len(given) >= least else 0.0
    return max(inside, covered)


def best_overlap(snippets: Iterable[str], found: str, least: int = 4) -> float:
    return max((overlap(snippet, found, least) for snippet in snippets), default=0.0)


@dataclass(frozen=True, slots=True)
class Names:
    """Other forms of each name that count as the same."""

    forms: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, table: Mapping[str, Iterable[str]]) -> Names:
        return cls({name: frozenset(_key(form) for form in [name, *forms]) for name, forms in table.items()})

    def same(self, wanted: str, found: str) -> bool:
        """Returns whether `found` is one of the names in `wanted`, written `a|b?`."""
        return any(self._same_one(name, found) for name in wanted.rstrip("?").split("|"))

    def _same_one(self, wanted: str, found: str) -> bool:
        given = frozenset(_key(found).split())
        if _key(found) in self.forms.get(wanted, ()):
            return True
        asked = frozenset(_key(wanted).split())
        return bool(given and asked) and (given <= asked or asked <= given)


def _key(name: str) -> str:
    """Folds a name: lower case, words without weight left out."""
    kept = [word for word in words(name) if word not in _IDLE]
    return " ".join(kept or words(name))
