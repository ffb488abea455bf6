"""The countries an article names → the one that an official serves whose own country is not stated: "the interior minister, Ilo Varga".

News calls its country's officials by their office alone once the story's country is clear. A country counts where it acts, owns or describes
("Norland's parliament", "Norlandish police"), not where it is visited, supplied or talked to, nor in "Norland-backed". Where the sentence with
the office names one country so, it is that one; else the country that most of the article's counting names are of.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from parley.actors.mentions import Mention
from parley.lexicon.countries import Country, countries, country_names
from parley.lexicon.folding import fold
from parley.lexicon.places import places_named

_LARGE = 100_000
_MOST = 0.6
_FEWEST = 2
_AWAY = frozenset("to from with against toward towards on over into via like between outside".split())
_VISITED = frozenset("visit leave reach tour meet accuse urge warn tell ask attack invade support back condemn thank help".split())
_DESCRIBES = frozenset(("amod", "compound", "nmod:poss"))
STATE = frozenset(("GOV", "LEG", "MIL", "JUD", "COP", "PTY", "OPP", "REB", "SPY"))


@dataclass(frozen=True, slots=True)
class Sighting:
    """A country (alpha-3) that acts, owns or describes at a token, and the sentence's first token."""

    code: str
    at: int
    sentence: int
    is_away: bool


def country_named(name: str) -> Country | None:
    """Returns the country that a resolved name stands for."""
    return country_names().get(fold(name))


def home_of_place(key: str) -> Country | None:
    """Returns the country of a province, or of a town of which there is no second in another country."""
    places = [place for place in places_named(key) if place.is_main]
    homes = {place.country for place in places}
    is_known = any(p.people >= _LARGE or p.precision == "province" for p in places)
    return countries().get(homes.pop() or "") if is_known and len(homes) == 1 else None


def _is_tied(token: Token) -> bool:
    """Returns whether a name is a part of "Norland-backed"."""
    after = token.doc[token.i + 1 : token.i + 2].text
    return after in ("-", "–") or (token.i > 0 and token.nbor(-1).text in ("-", "–"))


def _is_away(doc: Doc, mention: Mention) -> bool:
    """Returns whether a country is only visited, dealt with or spoken to."""
    head = doc[mention.start : mention.end].root
    if _is_tied(doc[mention.end - 1]) or _is_tied(doc[mention.start]):
        return True
    owner = head.head if head.dep_ in _DESCRIBES else head
    if any(child.dep_ == "case" and child.lower_ in _AWAY for noun in {head, owner} for child in noun.lefts):
        return True
    return owner.dep_ == "obj" and owner.head.lemma_.lower() in _VISITED


def _code(mention: Mention, name: str) -> str | None:
    """Returns the country a mention speaks for: its own name, its people, a place in it, or one of its institutions."""
    country = country_named(name) if mention.type in ("LOC", "NORP", "ORG") else None
    country = country or (home_of_place(fold(mention.text)) if mention.type == "LOC" else None)
    if country is not None:
        return country.alpha3
    known = mention.known
    return known.country if known is not None and mention.type == "ORG" and known.sector in STATE else None


def find_sightings(doc: Doc, mentions: Sequence[Mention], names: Mapping[int, str]) -> tuple[Sighting, ...]:
    """Returns the countries of an article where they act, own or describe, in text order."""

    def found() -> Iterator[Sighting]:
        for mention in mentions:
            code = _code(mention, names[mention.start])
            if code:
                yield Sighting(code, mention.start, doc[mention.start].sent.start, _is_away(doc, mention))

    return tuple(found())


def home_by_story(doc: Doc, sightings: Iterable[Sighting], at: int) -> str | None:
    """Returns alpha-3 of the country that an official named at token `at` without a country serves, None where that is open."""
    sentence = doc[at].sent.start
    every = Counter(s.code for s in sightings if not s.is_away)
    near = {s.code for s in sightings if s.sentence == sentence}
    acting = {s.code for s in sightings if s.sentence == sentence and not s.is_away}
    if len(near) == 1 and acting:
        return near.pop()
    (most, times), *_ = every.most_common(1) or [("", 0)]
    is_clear = times >= _FEWEST and times >= _MOST * sum(every.values())
    return most if is_clear and (not near or most in near) else None
