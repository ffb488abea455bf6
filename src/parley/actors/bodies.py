"""Names of organisations and groups of one article → one name for each: acronyms and short forms join the full form.

"the World Health Assembly (WHA) … the WHA", "the Northern Relief Council … the Council".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from parley.lexicon.countries import countries, country_names, demonyms
from parley.lexicon.folding import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from parley.actors.mentions import Mention

_SMALL = frozenset(("of", "the", "for", "and", "in", "on", "to", "de", "du", "des", "la", "le"))
_RULERS = frozenset(("government", "regime", "administration", "authorities", "govt"))
_TAILS = frozenset(("group", "militants", "militant", "fighters", "movement", "network", "rebels", "forces", "organisation", "organization"))
_LONGEST_ACRONYM = 8


def initials(name: str) -> frozenset[str]:
    """Returns the acronyms a name can have: initials of all its words, and of its capitalised ones."""
    words = [w for w in re.split(r"[\s\-/]+", name) if w]
    every = "".join(w[0] for w in words).upper()
    large = "".join(w[0] for w in words if w.lower() not in _SMALL).upper()
    return frozenset((every, large))


def is_acronym(text: str) -> bool:
    plain = text.replace(".", "")
    return 2 <= len(plain) <= _LONGEST_ACRONYM and plain.isupper() and plain.isalpha()


def government_of(text: str) -> str | None:
    """Returns the country when `text` names its government: "Syrian regime", "Government of Iraq"."""
    words = fold(text).split()
    if len(words) >= 2 and words[-1] in _RULERS:
        return country_of(" ".join(words[:-1]))
    if len(words) >= 3 and words[0] in _RULERS and words[1] == "of":
        return country_of(" ".join(w for w in words[2:] if w != "the"))
    return None


def country_of(words: str) -> str | None:
    """Returns the name of the country that a folded name or adjective stands for."""
    named = country_names().get(words)
    code = demonyms().get(words, "")
    return named.name if named else countries()[code].name if code in countries() else None


def _bracketed(doc: Doc, mentions: Sequence[Mention]) -> dict[str, str]:
    """Returns acronym → full form, from "Full Form (FF)"."""
    found: dict[str, str] = {}
    for full, short in pairwise(mentions):
        between = "".join(doc[i].text for i in range(full.end, short.start)) if short.start - full.end <= 2 else "-"
        if between == "(" and is_acronym(short.text) and not is_acronym(full.text) and full.type in ("ORG", "NORP", "LOC"):
            found.setdefault(short.text, full.text)
    return found


def _full_forms(names: Iterable[str]) -> dict[str, str]:
    """Returns each first, last or leading part of long names → the long name, where only one has it."""
    owners: dict[str, set[str]] = {}
    for name in names:
        words = fold(name).split()
        if len(words) < 2 or is_acronym(name):
            continue
        parts = {" ".join(words[:end]) for end in range(1, len(words))} | {words[-1]}
        head = next((i for i, w in enumerate(words) if w in _SMALL), len(words))
        parts |= {words[head - 1]} if head else set()
        for part in parts | {i.lower() for i in initials(name) if len(i) > 1}:
            if part not in _SMALL and part not in demonyms() and part not in country_names():
                owners.setdefault(part, set()).add(name)
    return {part: min(names) for part, names in owners.items() if len({fold(n) for n in names}) == 1}


def _plain(text: str) -> str:
    """Drops "group" and the like behind a name of more than that word."""
    words = text.split()
    return " ".join(words[:-1]) if len(words) > 1 and words[-1].lower() in _TAILS and words[-1].islower() else text


def name_bodies(doc: Doc, mentions: Sequence[Mention], publisher: str = "") -> dict[int, str]:
    """Returns start token → name, for the mentions of type ORG; `publisher` is one more long name that they may be short forms of."""
    bracketed = _bracketed(doc, mentions)
    full = _full_forms([*(m.text for m in mentions if m.type == "ORG"), publisher])
    answer: dict[int, str] = {}
    known = {m.text: m.known.name for m in mentions if m.known is not None and m.type == "ORG"}
    for mention in mentions:
        if mention.type != "ORG":
            continue
        text = _plain(mention.text)
        ruler = government_of(text)
        stated = bracketed.get(text)
        long = stated or full.get(fold(text)) or text
        listed = known.get(long) if stated else known.get(mention.text) or known.get(long)
        answer[mention.start] = ruler or listed or long
    return answer
