"""Words of a count → a number: "48", "1,000", "twenty-three", "two and a half", "a dozen"."""

from __future__ import annotations

from collections.abc import Sequence

from parley.lexicon.times import TimeLexicon

_MULTITUDES = frozenset({"couple", "dozens", "hundreds", "thousands", "scores", "number", "more"})


def read_number(words: Sequence[str], lexicon: TimeLexicon) -> float | None:
    """Returns the number the words spell, or None when they are vague ("several", "a few", "dozens of")."""
    total, current, seen = 0.0, 0.0, False
    for word in words:
        if ("VAGUE", word) in lexicon.values or word in _MULTITUDES:
            return None
        value = _value(word, lexicon)
        if value is None:
            continue
        if value in (100, 12) and seen and current:
            current *= value
        elif value >= 1000 and not word[0].isdigit():
            total, current = total + max(current, 1.0) * value, 0.0
        else:
            current += value
        seen = True
    return total + current if seen else None


def _value(word: str, lexicon: TimeLexicon) -> float | None:
    if word[0].isdecimal():
        digits = word.replace(",", "")
        return float(digits) if digits.replace(".", "", 1).isdecimal() else None
    value = lexicon.values.get(("NUMBER", word))
    return float(value) if value is not None else None
