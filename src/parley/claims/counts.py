"""A figure with its measure: what the rules of this room make of a number."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from parley.claims.figures import Figure


@dataclass(frozen=True, slots=True)
class Count:
    """A figure with its measure. `noun` is the head of those counted, `anchor` the word the count hangs on (a verb or noun of harm)."""

    figure: Figure
    measure: str
    noun: Token | None
    anchor: Token
    factor: float = 1.0
