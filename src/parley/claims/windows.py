"""Count and times → its window: since when and until when the figure counts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Doc, Token

from parley.claims.region import Region, nearest_verb
from parley.lexicon.quantities import harm_words
from parley.model import Interval, TimeValue

Window = tuple[Interval | None, Interval | None]
_OPEN: Window = (None, None)
_INSIDE = frozenset(("nummod", "compound", "amod", "det", "flat", "advmod", "nmod:unmarked", "obl:unmarked", "case"))
_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_TOTALS = frozenset(("total", "number", "count", "figure", "toll", "tally"))
_MAX_CLAUSE, _MAX_PHRASE = 6, 9


def window(doc: Doc, place: Region, times: Sequence[TimeValue]) -> Window:
    """Returns (since, until) as days.

    "since September 22" leaves `until` open (it is the day of publication); "on Friday" gives both ends; "between X and Y" one each.
    """
    found = _times_in(doc, place, times)
    if harm_words().is_a(place.anchor.lemma_.lower(), "burying"):
        return _OPEN  # the day of a burial is not the day of the deaths
    for token, time in found:
        if _is_when(token, time, place.anchor):
            return time.days, time.days
    found = [(token, time) for token, time in found if not _is_ranked(token)]
    for token, time in found:
        if _opens_with(token, place, "since") and not _is_of_total_behind(token, place):
            return time.days, None
    for (first, one), (second, other) in pairwise(found):
        if _introduced(doc, first) in ("between", "from") and _introduced(doc, second) in ("and", "to", "until", "till"):
            return one.days, other.days
    for token, time in found:
        if _opens_with(token, place, "until") or _opens_with(token, place, "till"):
            return None, time.days
        if [t.lower_ for t in doc[max(0, token.i - 2) : token.i]] == ["as", "of"]:
            return None, time.days
    own = [(abs(token.i - place.anchor.i), token, time) for token, time in found if _is_of_clause(token, place) or _has_begun(token, place.anchor)]
    if own:
        _, token, nearest = min(own, key=lambda found: found[0])
        if _has_begun(token, place.anchor):
            return nearest.days, None
        return (None if _has_risen(place.anchor) else nearest.days), nearest.days
    return _OPEN


def _is_ranked(token: Token) -> bool:
    """Returns whether the time only says how long nothing was like it: "the largest exchange since 2020"."""
    before = token.doc[max(token.sent.start, token.i - _MAX_CLAUSE) : token.i]
    best = any(t.tag_ in ("JJS", "RBS") and t.nbor(-1).lower_ in ("the", "its", "their") for t in before if t.i)
    return best and any(t.lower_ == "since" for t in before)


def _is_of_total_behind(token: Token, place: Region) -> bool:
    """Returns whether another figure behind this one is the total since then: "5,000 fled on Friday, taking the total since May to 61,000"."""
    before = token.doc[max(token.sent.start, token.i - 2) : token.i]
    return place.behind >= 0 and any(t.lemma_ in _TOTALS and t.i >= place.behind for t in before)


def _is_when(token: Token, time: TimeValue, anchor: Token) -> bool:
    """Returns whether the harm is told of the time itself: "the worst since 1994, when 800 were massacred"."""
    behind = [t for t in token.doc[token.i : token.i + _MAX_PHRASE] if t.idx >= time.span.end][:2]
    return [t.lower_ for t in behind] == [",", "when"] and behind[1].i < anchor.i <= behind[1].i + _MAX_PHRASE


def _has_begun(token: Token, anchor: Token) -> bool:
    """Returns whether the time is when what has done the harm since began: "the war, which began in May and has displaced 40,000"."""
    verb = nearest_verb(_head(token))
    is_just_before = verb.i < token.i < anchor.i <= token.i + _MAX_CLAUSE
    return is_just_before and verb.lemma_ in ("begin", "start", "erupt") and any(c.lemma_ == "have" and c.dep_ == "aux" for c in anchor.children)


def _has_risen(anchor: Token) -> bool:
    """Returns whether the anchor says that a number rose to what it is: the day it did is the last of the window and not the first."""
    return anchor.pos_ == "VERB" and harm_words().is_a(anchor.lemma_.lower(), "rising") and not harm_words().is_a(anchor.lemma_.lower(), "taking")


def _times_in(doc: Doc, place: Region, times: Sequence[TimeValue]) -> list[tuple[Token, TimeValue]]:
    by_offset = {token.idx: token for token in place}
    dated = [t for t in times if t.days is not None and t.type in ("DATE", "TIME", "DURATION")]  # "in the last 24 hours"
    return [(by_offset[t.span.start], t) for t in dated if t.span.start in by_offset]


def _head(token: Token, limit: int = 4) -> Token:
    """The head of the time's own phrase."""
    for _ in range(limit):
        if token.dep_ in _INSIDE and token.head.i != token.i:
            token = token.head
    return token


def _describes_thing(token: Token) -> bool:
    """A time that only names what sort of thing a noun is: "the summer capital"."""
    head = token.head
    return token.dep_ in ("compound", "amod") and head.pos_ in ("NOUN", "PROPN") and head.ent_type_ == "" and head.dep_ == "appos"


def _leads_to_clause(token: Token, place: Region) -> bool:
    """A time in the phrase that the count's relative clause describes: "the bombing 12 days ago in Oslo that killed four"."""
    doc, anchor = token.doc, place.anchor.i
    opener = next((t for t in reversed(doc[max(0, anchor - _MAX_CLAUSE) : anchor]) if t.tag_ in ("WDT", "WP", "WRB")), None)
    if opener is None or not token.i < opener.i <= token.i + _MAX_PHRASE:
        return False
    return not any(t.pos_ in ("VERB", "AUX") for t in doc[token.i : opener.i])


def _introduced(doc: Doc, token: Token) -> str:
    return doc[token.i - 1].lower_ if token.i else ""


def _opens_with(token: Token, place: Region, word: str) -> bool:
    """Returns whether "since" or "until" opens the time's phrase, or the clause it stands in ("since they began in May")."""
    doc = token.doc
    before = doc[max(token.sent.start, token.i - _MAX_PHRASE) : token.i]
    opener = next((t.i for t in reversed(before) if t.lower_ == word), None)
    between = doc[opener + 1 : token.i] if opener is not None else ()
    if opener is not None and not any(t.text in (",", ".") for t in between) and sum(t.tag_ in _FINITE for t in between) <= 1:
        return True  # "since May", "since the raid of May", "since the strike began in May"
    verb = nearest_verb(_head(token))
    return verb.i != place.anchor.i and any(c.lower_ == word and c.dep_ == "mark" for c in verb.children)


def _is_of_clause(token: Token, place: Region) -> bool:
    if _describes_thing(token):
        return False
    if _leads_to_clause(token, place):
        return True
    head = _head(token)
    verb = nearest_verb(head)
    if verb.i in place.verbs or head.i in place.verbs or head.head.i in place.verbs:
        return True
    when = verb.dep_ == "advcl" and verb.head.i in place.verbs and any(c.lower_ in ("when", "as", "while") for c in verb.children)
    return when or bool(verb.i == nearest_verb(place.anchor).i and place.anchor.pos_ != "VERB")
