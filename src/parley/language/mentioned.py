"""What goes into coreference and what comes out of it: named mentions, and links from words to names."""

from __future__ import annotations

from dataclasses import dataclass

from parley.language.salience import ANONYMOUS


@dataclass(frozen=True, slots=True)
class Named:
    """A mention whose name is known. `kind`: person, body, country, place, people, thing, or origin ("Kurdish" forces), for which no
    pronoun stands; `gender`: m, f or ?.

    `home` is the key of the country a person acts for, when known; `offices` the nouns of the offices they hold.
    """

    start: int
    end: int
    key: str
    kind: str
    gender: str = "?"
    home: str = ""
    offices: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Link:
    """Tokens [start, end) stand for `keys`. A key that begins with `ANONYMOUS` is a common noun, not a name."""

    start: int
    end: int
    keys: tuple[str, ...]

    @property
    def is_named(self) -> bool:
        return not any(key.startswith(ANONYMOUS) for key in self.keys)
