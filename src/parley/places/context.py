"""What the words beside a place name say of it: "the Swiss city of Lausanne", "Idlib province", "northern Syria", "Tyre, Lebanon"."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile

from spacy.tokens import Doc, Span

from parley.lexicon.countries import country_names, demonyms
from parley.lexicon.folding import fold
from parley.lexicon.places import province_called, state_abbreviations

_PROVINCE = frozenset("province governorate oblast state region county prefecture emirate".split())
_SMALL = frozenset("town village hamlet township commune locality settlement".split())
_CITY = _SMALL | frozenset("city suburb port capital municipality".split())
_DISTRICT = frozenset("district neighbourhood neighborhood quarter suburb borough".split())
_SITE = frozenset(
    "airport airfield airbase base dam barrage bridge crossing camp prison hospital mosque church monastery square palace hotel checkpoint".split()
)
_SIDES = "north south east west northern southern eastern western central northeast northwest southeast southwest"
DIRECTIONS = frozenset(f"{_SIDES} northeastern northwestern southeastern southwestern".split())
_REACH = 6
_EXPLAINED = 12
_DASHES = frozenset(("-", "–", "—", "--"))


@dataclass(frozen=True, slots=True)
class Hints:
    """What surrounds a name.

    Args:
        country: alpha-2 of a country said beside it.
        direction: "eastern".
        division: the code of a state ("Mich.").
        is_explained: whether the text calls it a town or village and names no country: one that readers at home need not know, but would find.
    """

    country: str | None = None
    kind: str | None = None
    direction: str | None = None
    division: str | None = None
    is_explained: bool = False


Land = tuple[str | None, str | None]
"""Alpha-2 of a country and the code of its division, as far as words tell them."""


def _country(doc: Doc, start: int, end: int) -> str | None:
    """Returns the country whose name or adjective is at tokens [start, end)."""
    for at in range(start, end):
        for size in (3, 2, 1):
            key = fold(" ".join(t.text for t in doc[at : min(at + size, end)]))
            named = country_names().get(key)
            code = named.alpha2 if named and not doc[at].text.islower() else demonyms().get(key, "-")
            if code != "-":
                return code
    return None


def land_called(name: str) -> Land:
    """Returns what a name behind a comma tells: a country, or a state or province by its name or abbreviation."""
    named = country_names().get(fold(name))
    return (named.alpha2, None) if named else state_abbreviations().get(name) or province_called(name) or (None, None)


def _land_behind(doc: Doc, at: int) -> Land:
    """Returns what the name behind a comma tells: a country's, a province's ("Paris, Texas") or a state's ("Flint, Mich.")."""
    if at >= len(doc):
        return None, None
    short = doc[at : at + 2].text.replace(" ", "").rstrip(",;)")
    state = state_abbreviations().get(short) or state_abbreviations().get(doc[at].text)
    if state is not None or doc[at].pos_ != "PROPN":
        return state or (None, None)
    two = doc[at : at + 2].text if at + 1 < len(doc) and doc[at + 1].pos_ == "PROPN" else doc[at].text
    end = next((t.i for t in doc[at : at + 3] if t.pos_ != "PROPN" and t.lower_ not in ("of", "the")), min(at + 3, len(doc)))
    country = _country(doc, at, end) if end == len(doc) or doc[end].tag_ != "POS" else None
    return (country, None) if country else province_called(two) or province_called(doc[at].text) or (None, None)


def kind_of(word: str) -> str | None:
    """Returns the kind of place a common noun names ("governorate": province), None for other words."""
    kinds = ((_PROVINCE, "province"), (_DISTRICT, "district"), (_CITY, "city"), (_SITE, "site"))
    return next((kind for table, kind in kinds if word in table), None)


def _before(doc: Doc, start: int) -> tuple[str | None, str | None, str | None]:
    """Reads "the Syrian border town of X" and "northern X", back to the nearest verb or comma."""
    at = start
    while at > max(0, start - _REACH) and doc[at - 1].pos_ in ("NOUN", "ADJ", "PROPN", "DET", "PUNCT", "ADV") and doc[at - 1].text not in ",.;:()":
        at -= 1
    direction = next((t.lower_ for t in doc[max(at, start - 2) : start] if t.lower_ in DIRECTIONS), None)
    if start >= 2 and doc[start - 1].lower_ == "of":
        at = start - 1
        while at > max(0, start - _REACH - 1) and doc[at - 1].pos_ in ("NOUN", "ADJ", "PROPN", "PUNCT") and doc[at - 1].text not in ",.;:()":
            at -= 1
        head = doc[start - 2]
        kind = kind_of(head.lemma_.lower())
        if kind is None:
            return None, None, direction
        return _country(doc, at, start - 1), kind if kind in ("city", "province") else None, direction
    kind = kind_of(doc[start - 1].lemma_.lower()) if start > at else None
    return (_country(doc, at, start) if kind else None), kind, direction


def _after(doc: Doc, end: int) -> tuple[Land, str | None]:
    """Reads "X province", "X, Lebanon", "X in northern Iraq"."""
    following = [t for t in doc[end : end + 4] if not t.is_space]
    kind = kind_of(following[0].lemma_.lower()) if following and following[0].pos_ in ("NOUN", "PROPN") else None
    at = end
    if at < len(doc) and doc[at].text == ",":
        return _land_behind(doc, at + 1), kind
    if at < len(doc) and doc[at].lower_ == "in":
        return (_country(doc, at + 1, min(at + 4, len(doc))), None), kind
    if following and kind:
        after = [t.i for t in following[1:2] if t.lower_ in ("of", "in")]
        return (_country(doc, after[0] + 1, min(after[0] + 4, len(doc))) if after else None, None), kind
    return (None, None), kind


def _explained(doc: Doc, end: int) -> Span | None:
    """Returns the explanation that follows a name: "a small town on the river" in "Kani, a small town on the river, …"."""
    behind = [t.i for t in doc[end : end + 2] if t.text == "," or t.pos_ == "DET"]
    if len(behind) < 2 or doc[end].text != ",":
        return None
    last = next((t.i for t in doc[end + 2 : end + _EXPLAINED] if t.pos_ in ("PUNCT", "VERB", "PRON")), min(end + _EXPLAINED, len(doc)))
    said = list(takewhile(lambda t: t.pos_ != "ADP", doc[end + 2 : last]))
    return doc[end + 2 : last] if any(t.lemma_.lower() in _SMALL for t in said) else None


def read_hints(doc: Doc, start: int, end: int) -> Hints:
    """Returns what the words around tokens [start, end) say of the place they name."""
    country, kind, direction = _before(doc, start)
    (later, division), later_kind = _after(doc, end)
    explained = _explained(doc, end)
    country = country or later or (_country(doc, explained.start, explained.end) if explained else None)
    nouns = {t.lemma_.lower() for t in (*doc[max(0, start - 2) : start], *doc[end : end + 1])}
    is_small = explained is not None or ("city" in (kind, later_kind) and bool(nouns & _SMALL))
    return Hints(country, later_kind or kind, direction, division, is_small and country is None)


def is_credit(doc: Doc, start: int, end: int) -> bool:
    """Returns whether tokens [start, end) name the agency of a dateline: "YANGON, June 12 (Meridian) - Jets bombed …"."""
    if start < 2 or end + 1 >= len(doc):
        return False
    before = doc[start - 2].text
    is_in_brackets = doc[start - 1].text == "(" and doc[end].text == ")" and doc[end + 1].text in _DASHES
    return is_in_brackets and (before.isupper() or before.isdigit())
