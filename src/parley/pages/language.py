"""An article's text → the code of its language (ISO 639-1), by py3langid."""

from __future__ import annotations

import py3langid

_ENOUGH = 1_000  # characters that settle it
_LEAST = 20  # characters below which any answer would be a guess


def language_of(text: str) -> str | None:
    """Returns the language's code, or None for a text too short to tell."""
    if sum(c.isalpha() for c in text[:_ENOUGH]) < _LEAST:
        return None
    code, _ = py3langid.classify(text[:_ENOUGH])
    return str(code)
