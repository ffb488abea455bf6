"""Mentions of one article → the same, made consistent: one spelling has one type, glued names are parted, leftovers dropped.

The model decides sentence by sentence; the article as a whole and the gazetteer know better when "Lausanne" is an
organisation in one sentence and a place in three, or when a family name alone is taken for a company.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from parley.actors.mentions import Mention, is_province, is_spot, is_town, listed_at
from parley.language.standing import dateline_end
from parley.lexicon.actors import first_name_genders, titles
from parley.lexicon.countries import capitals, country_names
from parley.lexicon.folding import fold

_DIRECTIONS = frozenset("north south east west northern southern eastern western central northeast northwest southeast southwest".split())
_CLOCKS = frozenset(("GMT", "UTC", "EST", "EDT", "PST", "PDT", "CET", "BST", "ET", "AM", "PM", "a.m.", "p.m."))
_DATED = re.compile(r"(?:early|mid|late)-")
_CUT_SHORT = (" for", " of", " to", " and")
_LONGEST_ACRONYM = 6
_WHERE = frozenset(("in", "near", "outside", "into", "around"))


def _is_leftover(doc: Doc, mention: Mention) -> bool:
    """Returns whether a mention is no name: a bare direction, or the State of a Secretary of State."""
    words = mention.text.split()
    if mention.text.endswith(_CUT_SHORT):
        return True
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
    if mention.type == "ORG" and not mention.text.isupper() and (is_town(mention.text) or is_province(mention.text)):
        return replace(mention, type="LOC")
    if mention.type in ("PERSON", "ORG", "LOC") and sum(votes.values()) > 2:
        most, times = votes.most_common(1)[0]
        return replace(mention, type=most) if times > 2 * votes[mention.type] and most in ("PERSON", "ORG", "LOC") else mention
    return mention


def repair(doc: Doc, text: str, mentions: Sequence[Mention], lands: Collection[str] = frozenset()) -> tuple[Mention, ...]:
    """Returns the mentions with types made consistent over the article; glued names parted; leftovers dropped."""
    parted = [part for mention in mentions if not _is_leftover(doc, mention) for part in _parts(doc, text, mention)]
    votes: dict[str, Counter[str]] = {}
    for mention in parted:
        votes.setdefault(fold(mention.text), Counter())[mention.type] += 1
    surnames = _surnames(parted)
    spots = frozenset(fold(m.text) for m in parted if _is_spot(doc, m))
    settled = (m if m.text in lands else _located(_retype(m, votes[fold(m.text)], surnames), spots - surnames) for m in parted)
    return tuple(_dateline(doc, mention, spots) for mention in settled)


def _is_spot(doc: Doc, mention: Mention) -> bool:
    """Returns whether a mention's own surroundings, or the list of places that news names, make a place of it."""
    is_in = mention.start > 0 and doc[mention.start - 1].lower_ in _WHERE
    if mention.type != "PERSON":
        return mention.type == "LOC" and is_in
    has_title = mention.start > 0 and doc[mention.start - 1].lower_ in titles()
    return not has_title and is_town(mention.text) and (is_in or is_spot(mention.text) or _is_before_land(doc, mention.end))


def _is_before_land(doc: Doc, at: int) -> bool:
    """Returns whether a comma and a country's name follow, and not what belongs to it: "Raqqah, Syria," but not "Mandela, South Africa's"."""
    for size in (1, 2) if at + 1 < len(doc) and doc[at].text == "," else ():
        after = doc[at + 1 + size] if at + 1 + size < len(doc) else None
        if fold(doc[at + 1 : at + 1 + size].text) in country_names() and (after is None or (after.is_punct and after.tag_ != "POS")):
            return True
    return False


def _located(mention: Mention, spots: Collection[str]) -> Mention:
    """Makes a place of a single word, or a town, taken for a person where the article elsewhere has it for a place."""
    key = fold(mention.text)
    is_alone = mention.type == "PERSON" and mention.known is None and key not in first_name_genders() and (" " not in key or is_town(mention.text))
    return replace(mention, type="LOC") if is_alone and key in spots else mention


def _dateline(doc: Doc, mention: Mention, spots: Collection[str]) -> Mention:
    """Makes a place of the capitals that open an article or paragraph before its dash: "BEL DORRA, Kestria (Agency) – ..."."""
    if (
        mention.type not in ("ORG", "PERSON")
        or not mention.text.isupper()
        or mention.known is not None
        or dateline_end(doc, mention.start) == mention.start
    ):
        return mention
    return replace(mention, type="LOC") if fold(mention.text) in spots or len(mention.text) > _LONGEST_ACRONYM or is_town(mention.text) else mention
