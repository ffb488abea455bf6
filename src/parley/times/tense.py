"""A time expression in its sentence → whether the clause looks back or ahead, by a light look at the verbs around it.

No parse is made: the nearest verb sign to the left inside the sentence decides; without one, the first to the right.
"""

from __future__ import annotations

from collections.abc import Mapping

from parley.times.tokens import Tokens

BACK, UNKNOWN, AHEAD = -1, 0, 1
_REACH = 60
_NOT = (("'", "t"), ("’", "t"))
_TOLD = 5
_STOPS = frozenset(".!?;\n")


def _sign(tokens: Tokens, at: int, tense: Mapping[str, frozenset[str]]) -> int:
    word = tokens.words[at]
    previous = tokens.words[at - 1] if at else ""
    if word in tense["FUTURE"]:
        return _modal(tokens, at)
    if word == "won" and tokens.words[at + 1 : at + 3] in _NOT:
        return AHEAD
    if word in tense["DUE"] or word in tense["SOON"] or word in tense["WISH"]:
        return AHEAD
    if word in tense["SOONER"] and len(previous) > 2 and previous.endswith("s"):
        return AHEAD
    if word.endswith("ing") and previous in ("is", "are", "am"):
        return AHEAD
    if word in ("to", "for") and _is_planned(tokens, at, tense, word):
        return AHEAD
    if word in tense["PAST"] or _is_regular_past(tokens, at, tense):
        # "to be held", "is being built": the sign lies further left
        return UNKNOWN if previous in ("be", "being", "to", "-") else BACK
    return UNKNOWN


def _modal(tokens: Tokens, at: int) -> int:
    """ "will" looks ahead, "would have" back; "May" is the month."""
    if tokens.words[at] == "may" and tokens.text[tokens.starts[at]] == "M":
        return UNKNOWN
    return BACK if tokens.words[at + 1 : at + 2] == ("have",) else AHEAD


def _is_planned(tokens: Tokens, at: int, tense: Mapping[str, frozenset[str]], word: str) -> bool:
    """ "planned to", "set for", "was reportedly to": a plan, with at most an adverb between."""
    before = tokens.words[max(0, at - 2) : at]
    if word == "for":
        return bool(before) and before[-1] in tense["PLAN"] and before[-1] not in tense["BE"]
    near = before[-1:] and before[-1] in tense["PLAN"]
    if near or (len(before) == 2 and before[-1].endswith("ly") and before[0] in tense["PLAN"]):
        return True
    # "ordered the troops to leave": who is told stands between
    told = tokens.words[max(0, at - _TOLD) : at]
    return any(word in tense["ASK"] for word in told) and at + 1 < len(tokens.words) and _can_be_verb(tokens, at + 1, tense)


def _is_regular_past(tokens: Tokens, at: int, tense: Mapping[str, frozenset[str]]) -> bool:
    word = tokens.words[at]
    if len(word) < 5 or not word.endswith("ed") or word in tense["NOTPAST"]:
        return False
    if word in tense["PLAN"] and not _has_object(tokens, at, tense):
        return False  # "agreed to meet" plans, "called her counterpart" tells
    return not tokens.text[tokens.starts[at]].isupper()


def _has_object(tokens: Tokens, at: int, tense: Mapping[str, frozenset[str]]) -> bool:
    return at + 1 < len(tokens.words) and tokens.words[at + 1] in tense["ARTICLE"]


def look(tokens: Tokens, first: int, last: int, tense: Mapping[str, frozenset[str]]) -> int:
    """Returns BACK, AHEAD or UNKNOWN for the expression at tokens [first, last)."""
    left = range(first - 1, max(-1, first - _REACH), -1)
    right = range(last, min(len(tokens.words), last + _REACH))
    sign = _nearest(tokens, left, tense, stop_at_opening=True) or _nearest(tokens, right, tense, stop_at_opening=False)
    if sign:
        return sign
    # No finite verb: "until Sunday" and a headline's "talks to start Monday" look ahead.
    if first and tokens.words[first - 1] in tense["LIMIT"]:
        return AHEAD
    return AHEAD if _has_infinitive(tokens, left, tense) else UNKNOWN


def _nearest(tokens: Tokens, places: range, tense: Mapping[str, frozenset[str]], stop_at_opening: bool) -> int:
    for at in places:
        if _ends_sentence(tokens, at):
            return UNKNOWN
        if sign := _sign(tokens, at, tense):
            return sign
        if stop_at_opening and tokens.words[at] in tense["OPENING"] and tokens.text[tokens.starts[at]].isupper():
            return UNKNOWN
    return UNKNOWN


def _has_infinitive(tokens: Tokens, places: range, tense: Mapping[str, frozenset[str]]) -> bool:
    for at in places:
        if _ends_sentence(tokens, at):
            return False
        if tokens.words[at] == "to" and at + 1 < len(tokens.words) and _can_be_verb(tokens, at + 1, tense):
            return True
    return False


def _can_be_verb(tokens: Tokens, at: int, tense: Mapping[str, frozenset[str]]) -> bool:
    word = tokens.text[tokens.starts[at] : tokens.ends[at]]
    return word.isalpha() and word.islower() and word not in tense["ARTICLE"]


def _ends_sentence(tokens: Tokens, at: int) -> bool:
    return tokens.words[at][0] in _STOPS and not _abbreviation(tokens, at)


def _abbreviation(tokens: Tokens, at: int) -> bool:
    """A full stop inside "U.S." or after an initial does not end the sentence."""
    return tokens.words[at] == "." and at > 0 and len(tokens.words[at - 1]) == 1 and tokens.ends[at - 1] == tokens.starts[at]


def same_sentence(tokens: Tokens, first: int, last: int) -> bool:
    """Returns whether no sentence ends between tokens `first` and `last`."""
    return not any(_ends_sentence(tokens, at) for at in range(first, last))
