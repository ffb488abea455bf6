"""A time expression in its sentence → whether the clause looks back or ahead, by a light look at the verbs around it.

No parse is made: the nearest verb sign to the left inside the sentence decides; without one, the first to the right.
"""

from __future__ import annotations

from collections.abc import Mapping

from parley.times.tokens import Tokens

BACK, UNKNOWN, AHEAD = -1, 0, 1
_REACH = 40
_STOPS = frozenset(".!?;\n")


def _sign(tokens: Tokens, at: int, tense: Mapping[str, frozenset[str]]) -> int:
    word = tokens.words[at]
    previous = tokens.words[at - 1] if at else ""
    if word in tense["FUTURE"]:
        perfect = at + 1 < len(tokens.words) and tokens.words[at + 1] == "have"
        return BACK if perfect else UNKNOWN if word == "may" and tokens.text[tokens.starts[at]] == "M" else AHEAD
    if word == "to" and (previous in tense["PLAN"] or (at > 1 and tokens.words[at - 2] in tense["PLAN"] and previous.endswith("ly"))):
        return AHEAD
    if word in ("due", "scheduled", "slated", "planned", "expected", "upcoming"):
        return AHEAD
    if word in tense["PAST"]:
        return BACK
    if len(word) > 4 and word.endswith("ed") and word not in tense["NOTPAST"] and word not in tense["PLAN"] and previous != "-":
        return BACK
    if word in tense["SOON"] and word not in ("is", "are"):
        return AHEAD
    return UNKNOWN


def look(tokens: Tokens, first: int, last: int, tense: Mapping[str, frozenset[str]]) -> int:
    """Returns BACK, AHEAD or UNKNOWN for the expression at tokens [first, last)."""
    for at in range(first - 1, max(-1, first - _REACH), -1):
        if tokens.words[at] in _STOPS and not _abbreviation(tokens, at):
            break
        if sign := _sign(tokens, at, tense):
            return sign
    for at in range(last, min(len(tokens.words), last + _REACH)):
        if tokens.words[at] in _STOPS and not _abbreviation(tokens, at):
            break
        if sign := _sign(tokens, at, tense):
            return sign
    return UNKNOWN


def _abbreviation(tokens: Tokens, at: int) -> bool:
    """A full stop inside "U.S." or after an initial does not end the sentence."""
    return tokens.words[at] == "." and at > 0 and len(tokens.words[at - 1]) == 1 and tokens.ends[at - 1] == tokens.starts[at]


def same_sentence(tokens: Tokens, first: int, last: int) -> bool:
    """Returns whether no sentence ends between tokens `first` and `last`."""
    return not any(tokens.words[at] in _STOPS and not _abbreviation(tokens, at) for at in range(first, last))
