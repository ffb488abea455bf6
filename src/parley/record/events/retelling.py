"""A report of an attack → how its sentence leans on what its article has told before: "the attack", "fired on the market".

An article tells one attack in many sentences, and most of them give neither day nor place again. What ties them is that the
later ones speak of the act, or of what it hit, as known, or go on in the next sentence.
"""

from __future__ import annotations

import re

from parley.lexicon.act_words import act_family
from parley.lexicon.predicates import classes
from parley.model import Report

_DEFINITE = r"(?:the|this|these|those|both|(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[’']s)"
_KNOWN = re.compile(rf"\b{_DEFINITE}\s+((?:(?!(?:and|or|of|in|at|on|to|from|that|which|with|who)\b)[a-z-]+\s?){{1,3}})")
_BEFORE = re.compile(rf"\b{_DEFINITE}\s+(?:[\w-]+\s+){{0,2}}$", re.IGNORECASE)
_REACH = 45
"""Characters behind the word for an act in which what it hit is named."""
_GAP = 3
"""Characters that may part a sentence from the next one."""
_ANOTHER = re.compile(
    r"\b(?:another|other|separate(?:ly)?|elsewhere|also|meanwhile|later|earlier|before|previous(?:ly)?|since|again|second|third|its own|their own"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b",
    re.IGNORECASE,
)
"""Words of another act or time."""
_IN_REPLY = re.compile(
    r"\b(?:return\w* fire|fir\w+ back|hit\w* back|repl(?:y|ies|ied|ying)|respond\w*|retaliat\w*|in (?:self-)?defen[cs]e)\b", re.IGNORECASE
)
_FIRED, _SHOT = re.compile(r"^(?:open\w* )?fir(?:e|es|ed|ing)$", re.IGNORECASE), "shot"
"""In an attack to fire is to shoot, and no blaze."""
_NO_THING = ("place", "territory", "state", "forces", "fighters", "victims", "leaders", "agents", "time_noun", "quantity", "belligerent", "measure")
"""Word classes of what an article speaks of as known whatever it tells: "the town", "the army", "the people"."""


def known_things(report: Report) -> frozenset[str]:
    """Returns the nouns behind the word for the act that are spoken of as known: "shelled the market", "firing the shells"."""
    text, at = report.evidence.text, report.trigger.end - report.evidence.start
    found = {singular(word) for words in _KNOWN.findall(text[at : at + _REACH]) for word in words.split()}
    return frozenset(noun for noun in found if not any(noun in classes()[name] for name in _NO_THING))


def is_known(report: Report) -> bool:
    """Returns whether the act itself is spoken of as known: "the attack", "Saturday's shelling"."""
    if not report.rule.startswith("noun:"):
        return False  # "the rebels fired"
    at = report.trigger.start - report.evidence.start
    return _BEFORE.search(report.evidence.text[max(0, at - _REACH) : at]) is not None


def is_that(one: Report, known: Report) -> bool:
    """Returns whether a known act can be the one told before."""
    return one.trigger.start < known.trigger.start and can_mean(known, one)


def can_mean(known: Report, one: Report) -> bool:
    """Returns whether the word for a known act can mean another: "the attack" whatever it was, "the shelling" a shelling."""
    return act_family(known.trigger.text.casefold().split()[-1]) == act_family("attack") or says_alike(one, known)


def says_alike(one: Report, other: Report) -> bool:
    """Returns whether both are told by one word, by words that can name one act, or as attacks of one kind."""
    words = [_SHOT if r.type == "ASSAULT" and _FIRED.search(r.trigger.text) else r.trigger.text.casefold() for r in (one, other)]
    return words[0][:5] == words[1][:5] or act_family(words[0]) == act_family(words[1]) or (one.mode is not None and one.mode == other.mode)


def follows(one: Report, other: Report) -> bool:
    """Returns whether `other` stands in the sentence after that of `one`, and says nothing of another act."""
    return 0 <= other.evidence.start - one.evidence.end <= _GAP and _ANOTHER.search(other.evidence.text) is None


def is_reply(report: Report) -> bool:
    """Returns whether an act answers the one just told: "returned fire"."""
    return _IN_REPLY.search(report.evidence.text) is not None


def singular(noun: str) -> str:
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun
