"""Syntax around a place name → whether it stands for the government that sits there.

"Moscow vowed", "accused Damascus", "talks between Ankara and Tehran", "Moscow-backed" name parties; "in Moscow",
"left Washington", "the Damascus suburb" name spots on the map. Metonymy of capitals, as in Markert and Nissim (2007),
"SemEval-2007 Task 08: Metonymy Resolution"; here by grammatical role and small lists of governing words.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from parley.language.words import words_of

_LOCAL = frozenset(
    (
        "in",
        "at",
        "near",
        "around",
        "outside",
        "inside",
        "into",
        "to",
        "through",
        "toward",
        "towards",
        "across",
        "throughout",
        "over",
        "via",
        "within",
        "on",
    )
)


@dataclass(frozen=True, slots=True)
class StandingWords:
    """Lemmas beside which a place name is a party, or a place; see `standing.tsv`."""

    does: frozenset[str]
    to: frozenset[str]
    joins: frozenset[str]
    at: frozenset[str]
    of: frozenset[str]
    near: frozenset[str]
    tied: frozenset[str]
    way: frozenset[str]


def _leading(name: Span) -> Token:
    """Returns the token that carries the relation of the name: its root, or the first conjunct's."""
    token = name.root
    for _ in range(4):
        if token.dep_ != "conj" or token.head.pos_ != "PROPN":
            break
        token = token.head
    return token


def _preposition(token: Token) -> str | None:
    return next((child.lower_ for child in token.children if child.dep_ == "case" and child.lower_ not in ("'s", "’s", "'", "’")), None)


def _is_tied(name: Span, words: StandingWords) -> bool:
    """Returns whether "-backed" or the like follows."""
    doc, end = name.doc, name.end
    if end < len(doc) and doc[end].text in ("-", "–", "‑"):
        end += 1
        return end < len(doc) and doc[end].lower_ in words.tied
    return False


def _is_dateline(name: Span) -> bool:
    """Returns whether the name opens a paragraph before a dash or bracket: "BAGHDAD - ..."."""
    doc = name.doc
    opens = name.start == 0 or "\n" in doc[name.start - 1].text
    following = next((t for t in doc[name.end : name.end + 2] if not t.is_space), None)
    return (
        opens
        and following is not None
        and following.text in ("-", "–", "—", "(", "--", ":")
        and bool(doc[name.end - 1].whitespace_ or following.text == ":")
    )


_DATELINE = 24
_PLACE = 6
_DASHES = ("-", "–", "—", "--")
_MONTHS = frozenset(month for month in (*calendar.month_name, *calendar.month_abbr) if month)


def dateline_end(doc: Doc, at: int) -> int:
    """Returns where the dateline ends that opens at token `at`, `at` itself if none does.

    A place in capitals and a dash ("GENEVA, 3 May (Agency) – "), or a place in small letters with a month or an agency in brackets before the dash.
    """
    in_capitals = doc[at].text.isupper()
    if (at and "\n" not in doc[at - 1].text) or not (in_capitals or doc[at].ent_type_ == "LOC") or not _is_framed(doc, at):
        return at
    for token in doc[at : at + _DATELINE]:
        if "\n" in token.text or token.text == "." or (token.text.islower() and token.pos_ in ("VERB", "AUX")):
            return at
        if token.i > at and token.text in _DASHES and token.whitespace_ and doc[token.i - 1].whitespace_:
            is_marked = in_capitals or doc[token.i - 1].text == ")" or any(t.text in _MONTHS for t in doc[at : token.i])
            return int(token.i) if is_marked else at
    return at


def _is_framed(doc: Doc, at: int) -> bool:
    """Returns whether the place that opens at token `at` ends in punctuation or a date: not "UN Envoy Ada Brandt"."""
    inside = (t.i for t in doc[at + 1 : at + _PLACE] if not (t.text.isupper() and t.is_alpha) and not (t.ent_type_ == "LOC" and t.ent_iob == 1))
    after = doc[next(inside, at)]
    return not after.text.isalpha() or after.text in _MONTHS


def in_datelines(doc: Doc) -> frozenset[int]:
    """Returns the tokens of datelines, which tell where and when a text was written and nobody's deeds."""
    words = words_of(doc)
    openings = (at for at in range(len(words)) if at == 0 or "\n" in words[at - 1])
    return frozenset(token for at in openings for token in range(at, dateline_end(doc, at)))


def _subject(token: Token, words: StandingWords) -> bool:
    verb = token.head
    if token.dep_ == "nsubj:pass":
        return verb.lemma_.lower() in words.to and verb.lemma_.lower() not in words.at
    return verb.lemma_.lower() in words.does or verb.tag_ == "MD"


def _possessor(token: Token, words: StandingWords) -> bool:
    owned = {token.head.lemma_.lower(), *(child.lemma_.lower() for child in token.head.children if child.dep_ in ("compound", "amod", "flat"))}
    return bool(owned & words.of) and not owned & words.near


def stands_for_government(name: Span, words: StandingWords) -> bool:
    """Returns whether the place name `name` acts or is dealt with as a government in this sentence.

    Args:
        name: tokens of the name alone, without article and possessive.
        words: governing words by kind.
    """
    if _is_tied(name, words):
        return True
    if _is_dateline(name):
        return False
    token = _leading(name)
    case = _preposition(token)
    if case is not None:
        if case in _LOCAL or case not in words.joins:
            return False
        return case != "from" and token.head.lemma_.lower() not in words.way and (case != "by" or token.dep_ == "obl:agent")
    if token.dep_.startswith("nsubj"):
        return _subject(token, words)
    if token.dep_ in ("obj", "iobj"):
        return token.head.lemma_.lower() in words.to and token.head.lemma_.lower() not in words.at
    if token.dep_ == "nmod:poss":
        return _possessor(token, words)
    if token.dep_ == "compound":
        return token.head.lemma_.lower() in words.of and token.head.lemma_.lower() not in words.near
    return False
