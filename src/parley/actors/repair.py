"""Mentions of one article → the same, made consistent: one spelling has one type, glued names are parted, leftovers dropped.

The model decides sentence by sentence; the article as a whole and the gazetteer know better when "Lausanne" is an
organisation in one sentence and a place in three, or when a family name alone is taken for a company.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from parley.actors.mentions import Mention, listed_at
from parley.lexicon.actors import first_name_genders
from parley.lexicon.countries import capitals, country_names
from parley.lexicon.folding import fold
from parley.lexicon.places import places_named

_DIRECTIONS = frozenset("north south east west northern southern eastern western central northeast northwest southeast southwest".split())
_CLOCKS = frozenset(("GMT", "UTC", "EST", "EDT", "PST", "PDT", "CET", "BST", "ET", "AM", "PM", "a.m.", "p.m."))
_DATED = re.compile(r"(?:early|mid|late)-")
_BIG_TOWN = 30_000


def _is_leftover(doc: Doc, mention: Mention) -> bool:
    """Returns whether a mention is no name: a bare direction, or the State of a Secretary of State."""
    words = mention.text.split()
    if mention.text in _CLOCKS or _DATED.match(mention.text):
        return True
    if all(word in _DIRECTIONS for word in words):
        return True
    before = doc[max(0, mention.start - 2) : mention.start].text.lower()
    return mention.text in ("State", "Defense", "Defence") and before.startswith(("secretary of", "secretary for", "department of"))


def _parts(doc: Doc, text: str, mention: Mention) -> Iterator[Mention]:
    """Yields the listed names that make up a mention completely ("UN Syria"), or the mention itself."""
    found: list[Mention] = []
    at = mention.start
    while at < mention.end and mention.known is None:
        if found and doc[at].text in ("-", "–", "/"):
            at += 1
            continue
        part = listed_at(doc, text, at) or _person_at(doc, text, at, mention.end)
        if part is None or part.end > mention.end:
            break
        found.append(part)
        at = part.end
    is_glued = at == mention.end and len(found) > 1 and found[-1].type in ("LOC", "PERSON")
    yield from found if is_glued else [mention]


def _person_at(doc: Doc, text: str, at: int, end: int) -> Mention | None:
    """Returns tokens [at, end) as a person when they open with a given name and hold two words or more."""
    if end - at < 2 or fold(doc[at].text) not in first_name_genders() or not doc[end - 1].text[:1].isupper():
        return None
    last = doc[end - 1]
    return Mention(at, end, "PERSON", text[doc[at].idx : last.idx + len(last.text)])


def _is_town(text: str) -> bool:
    return any(p.is_main and (p.people >= _BIG_TOWN or p.geonameid is None) for p in places_named(text))


def _surnames(mentions: Sequence[Mention]) -> frozenset[str]:
    return frozenset(fold(m.text).split()[-1] for m in mentions if m.type == "PERSON" and len(fold(m.text).split()) > 1)


def _retype(mention: Mention, votes: Counter[str], surnames: frozenset[str]) -> Mention:
    key = fold(mention.text)
    if key in country_names() and mention.type == "PERSON" and key not in surnames:
        return replace(mention, type="LOC")
    if mention.known is not None or mention.type in ("WEAPON", "VEHICLE", "NORP") or key in country_names():
        return mention
    if " " not in key and key in surnames and mention.type in ("ORG", "LOC") and not votes["LOC"]:
        return replace(mention, type="PERSON")
    if mention.type == "PERSON" and key in capitals() and not votes["PERSON"] > votes["LOC"] + 2 and key not in surnames:
        return replace(mention, type="LOC")
    if mention.type == "ORG" and not mention.text.isupper() and _is_town(mention.text):
        return replace(mention, type="LOC")
    if mention.type in ("PERSON", "ORG", "LOC") and sum(votes.values()) > 2:
        most, times = votes.most_common(1)[0]
        return replace(mention, type=most) if times > 2 * votes[mention.type] and most in ("PERSON", "ORG", "LOC") else mention
    return mention


def repair(doc: Doc, text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Returns the mentions with types made consistent over the article; glued names parted; leftovers dropped."""
    parted = [part for mention in mentions if not _is_leftover(doc, mention) for part in _parts(doc, text, mention)]
    votes: dict[str, Counter[str]] = {}
    for mention in parted:
        votes.setdefault(fold(mention.text), Counter())[mention.type] += 1
    surnames = _surnames(parted)
    return tuple(_retype(mention, votes[fold(mention.text)], surnames) for mention in parted)
