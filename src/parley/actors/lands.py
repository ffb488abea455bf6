"""An article's own words → countries and regions no list holds, with their adjectives and capitals.

"Kestria" beside "Kestrian troops" tells a land and its people; "the Kestrian capital, Tolvash" its seat of government. Both words of a
pair must stand in the article, the land as a bare name and the adjective before a common noun, so that "Guard" and
"Guardian" or a family name are not taken for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from spacy.tokens import Doc, Token

from parley.actors.mentions import Mention
from parley.language.words import words_of
from parley.lexicon.actors import agent_sectors, first_name_genders, titles
from parley.lexicon.countries import country_names, demonyms, peoples
from parley.lexicon.folding import fold
from parley.lexicon.places import places_named

_SUFFIXES = ("n", "an", "ian", "ese", "i", "ish")
_ENDINGS = ("an", "ese", "ish")
_VOWELS = frozenset("aeiouy")
_SHORTEST = 4
_LONGEST_BODY = 6
_RULERS = frozenset(("government", "regime", "administration", "authorities"))
_NAME = r"([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)"


@dataclass(frozen=True, slots=True)
class Lands:
    """Folded adjective or plural, and folded capital → name of the land, all stated by one article alone."""

    people: Mapping[str, str] = field(default_factory=dict)
    seats: Mapping[str, str] = field(default_factory=dict)

    @property
    def names(self) -> frozenset[str]:
        return frozenset(self.people.values())


def adjectives_of(name: str) -> frozenset[str]:
    """Returns the adjectives English can make of a land's name: "Kestria" → "Kestrian", "Kestriese" …"""
    bases = {name, name[:-1]} if name[-1].lower() in _VOWELS else {name}
    made = {base + suffix for base in bases for suffix in _SUFFIXES if suffix != "n"}
    return frozenset(made | ({name + "n"} if name[-1].lower() in _VOWELS else set()))


@lru_cache(maxsize=65536)
def _is_listed(word: str) -> bool:
    key = fold(word)
    return any(key in table for table in (country_names(), demonyms(), peoples(), first_name_genders()))


def _is_capitalised(word: str) -> bool:
    return len(word) >= _SHORTEST and word[0].isupper() and word.isalpha() and not word.isupper()


def _describes(token: Token) -> bool:
    """Returns whether a word stands as an adjective before a noun: "Kestrian troops", "the Kestrian Rights Monitor"."""
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if after is None or token.pos_ not in ("ADJ", "PROPN", "NOUN"):
        return False
    if after.text.islower():
        return after.pos_ in ("NOUN", "ADJ")
    opens = token.i > 0 and token.nbor(-1).pos_ in ("DET", "PRON", "VERB")
    return opens and after.pos_ in ("PROPN", "NOUN")


def _bare_names(doc: Doc) -> set[str]:
    """Returns single words the article uses as names by themselves, never behind an article, nor as a part of a person's name."""
    alone = {ent.text.removesuffix("'s").removesuffix("’s") for ent in doc.ents if ent.label_ in ("PERSON", "ORG", "LOC", "NORP")}
    parts = {t.text for ent in doc.ents if ent.label_ == "PERSON" and len(ent) > 1 for t in ent if t.i + 1 == len(doc) or t.nbor(1).tag_ != "POS"}
    words = words_of(doc)
    headed = {words[at] for at in range(1, len(words)) if words[at - 1].lower() in ("the", "a", "an") and doc[at].dep_ != "compound"}
    return {word for word in alone if " " not in word and len(word) >= _SHORTEST} - parts - headed


def find_lands(doc: Doc, text: str) -> Lands:
    """Returns the lands an article names beside their adjectives, where no list has either."""
    words = words_of(doc)
    small = {word for word in words if word.islower()}
    used = {w for at, w in enumerate(words) if _is_capitalised(w) and w.lower() not in small and not _is_listed(w) and _describes(doc[at])}
    people: dict[str, str] = {}
    for name in sorted(_bare_names(doc)) if used else ():
        if not _is_listed(name):
            people.update((fold(word) + ending, name) for word in sorted(adjectives_of(name) & used - {name}) for ending in ("", "s"))
    lands = Lands({word: name for word, name in people.items() if name not in used})
    return replace(lands, seats=dict(_seats(text, lands)))


def _seats(text: str, lands: Lands) -> Iterator[tuple[str, str]]:
    """Yields (folded capital, land) for "the Kestrian capital, Tolvash", "Tolvash, the Kestrian capital" and "Tolvash, the capital of Kestria"."""
    for word, land in lands.people.items():
        ways = (
            rf"\b{re.escape(word)} capital,? (?-i:{_NAME})",
            rf"(?-i:{_NAME}), the {re.escape(word)} capital\b",
            rf"(?-i:{_NAME}), the capital of {re.escape(land)}\b",
        )
        for way in ways:
            yield from ((fold(found), land) for found in re.findall(way, text, re.IGNORECASE))


def _part(doc: Doc, mention: Mention, lands: Lands) -> Mention:
    """Gives a land, its people or its capital the type it has; an adjective ("Velmoran troops") is a people's even where its land is not named."""
    key, token = fold(mention.text), doc[mention.start]
    is_adjective = mention.length == 1 and mention.known is None and token.pos_ == "ADJ" and mention.type in ("PERSON", "ORG", "LOC")
    if key in lands.people or (is_adjective and key.endswith(_ENDINGS) and _describes(token) and not places_named(mention.text)):
        return replace(mention, type="NORP")
    return replace(mention, type="LOC") if mention.text in lands.names or key in lands.seats else mention


def _passed_over(doc: Doc, mentions: Iterable[Mention], lands: Lands) -> Iterator[Mention]:
    """Yields lands and adjectives the model did not mark."""
    names = lands.names
    if not lands.people:
        return
    taken = {i for m in mentions for i in range(m.start, m.end)}
    for at, word in enumerate(words_of(doc)):
        if at not in taken and (word in names or (word[:1].isupper() and fold(word) in lands.people)):
            yield Mention(at, at + 1, "LOC" if word in names else "NORP", word)


def _body_end(doc: Doc, mention: Mention, taken: frozenset[int]) -> int:
    """Returns where a body's name that opens with an adjective ends: "Kestrian Rights Monitor"; the mention's own end if it opens none."""
    end = mention.end
    while (
        end < min(len(doc), mention.start + _LONGEST_BODY)
        and end not in taken
        and doc[end].pos_ in ("PROPN", "NOUN", "ADJ")
        and doc[end].text[:1].isupper()
    ):
        end += 1
    last = doc[end - 1].lower_
    follows = end in taken or (end < len(doc) and doc[end].text[:1].isupper())
    return end if last in agent_sectors() and last not in titles() and last not in _RULERS and not follows else mention.end


def settle_lands(doc: Doc, text: str, mentions: Iterable[Mention], lands: Lands) -> tuple[Mention, ...]:
    """Returns the mentions with lands and peoples typed, those passed over added, and names of bodies that open with an adjective made whole."""
    typed = [_part(doc, mention, lands) for mention in mentions]
    every = sorted((*typed, *_passed_over(doc, typed, lands)), key=lambda m: m.start)
    taken = frozenset(i for m in every for i in range(m.start, m.end))
    answer = []
    for mention in every:
        opens = mention.type in ("NORP", "ORG") and (fold(mention.text) in lands.people or fold(mention.text) in demonyms())
        end = _body_end(doc, mention, taken) if opens else mention.end
        whole = text[doc[mention.start].idx : doc[end - 1].idx + len(doc[end - 1].text)]
        answer.append(mention if end == mention.end else Mention(mention.start, end, "ORG", whole))
    return tuple(answer)
