"""Offices and descriptions → names: "the Russian foreign minister", "the UN envoy", "the Syrian government", "the regime".

Precision first: a description is resolved only when exactly one person of the article holds a role that fits it, or when
it is a plain name for a country's government. Pronouns and counted groups are `language.coreference`'s.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from parley.actors.mentions import Mention
from parley.actors.roles import Role
from parley.lexicon.actors import offices
from parley.lexicon.countries import country_names
from parley.lexicon.folding import fold

_RULERS = frozenset(("government", "regime", "administration", "authority"))
_DEFINITE = frozenset(("the", "this", "that", "his", "her", "its", "their", "our"))
_PRESS = frozenset(("correspondent", "reporter", "editor", "journalist", "diplomatic editor"))
_COUNTERPARTS = frozenset(("counterpart", "colleague"))
_VAGUE = frozenset(("member", "chief", "head", "official", "general", "major", "state", "founder", "secretary", "deputy", "officer"))


Described = tuple[int, int, tuple[str, ...]]
"""Tokens [start, end) of a description and the names it stands for."""


@dataclass(frozen=True, slots=True)
class Held:
    """A role that the person `name` holds, with the names of countries and bodies inside it."""

    name: str
    role: Role
    within: frozenset[str]


def _phrase(token: Token) -> tuple[int, int]:
    """Returns the tokens from the leftmost modifier of a noun to its "of" and "for" phrases."""
    lefts = [child.left_edge.i for child in token.lefts if child.dep_ in ("det", "nmod:poss", "compound", "amod", "nummod", "nmod", "flat")]
    rights = [child.right_edge.i for child in token.rights if child.dep_ == "nmod" and child.left_edge.i == token.i + 1 and _is_of(child)]
    return min([token.i, *lefts]), max([token.i, *rights]) + 1


def _is_of(token: Token) -> bool:
    """Returns whether a modifier behind a noun is a plain "of X", without a second noun joined to it."""
    joins = any(t.dep_ in ("cc", "conj") for t in token.doc[token.left_edge.i : token.right_edge.i + 1])
    return not joins and any(child.dep_ == "case" and child.lower_ in ("of", "for", "to") for child in token.lefts)


@cache
def _last_words() -> frozenset[str]:
    """Returns the words in which offices end."""
    return frozenset(office.rsplit(" ", 1)[-1] for office in offices())


def _office(token: Token) -> str | None:
    """Returns the office noun that ends at `token`, the longest listed one."""
    doc, lemma = token.doc, token.lemma_.lower()
    if lemma.rsplit(" ", 1)[-1] not in _last_words():
        return None
    for size in (3, 2, 1):
        start = token.i - size + 1
        words = " ".join(t.lower_ for t in doc[start : token.i] if not t.is_space) if start >= 0 else ""
        phrase = f"{words} {lemma}".strip()
        if start >= 0 and phrase in offices():
            return phrase
    return None


def _is_definite(doc: Doc, start: int) -> bool:
    return doc[start].lower_ in _DEFINITE


def _fits(office: str, held: Held, within: frozenset[str]) -> bool:
    """Returns whether a held office is the one described: the same noun, or one that ends in it ("envoy": "special envoy").

    A counterpart holds the office of somebody else, and "his Dravian counterpart" is whoever holds an office of Dravia.
    """
    if office in _COUNTERPARTS or held.role.head in _COUNTERPARTS:
        return bool(within & held.within)
    return held.role.head == office or held.role.head.endswith(" " + office)


def _describe(doc: Doc, token: Token, names: Mapping[int, str], held: Sequence[Held], countries: Collection[str]) -> Described | None:
    office = _office(token)
    if office is None or token.tag_ in ("NNS", "NNPS"):
        return None
    start, end = _phrase(token)
    within = frozenset(name for at, name in names.items() if start <= at < end)
    if not (_is_definite(doc, start) or any(names.get(i) in countries for i in range(start, token.i))):
        return None
    fitting = {
        h.name for h in held if _fits(office, h, within) and (h.role.start < token.i or office in _COUNTERPARTS) and (not within or within & h.within)
    }
    if len(fitting) != 1 or (office in _VAGUE and not within):
        return None
    return start, end, tuple(fitting)


@cache
def _country_names() -> frozenset[str]:
    """Returns the names Parley uses for countries."""
    return frozenset(country.name for country in country_names().values())


def _rulers(doc: Doc, token: Token, names: Mapping[int, str], last: tuple[str, ...], countries: Collection[str]) -> Described | None:
    """Reads "the Syrian government", "Assad's regime", and a bare "the regime" as the country last named so."""
    start, end = _phrase(token)
    inside = tuple(dict.fromkeys(names[i] for i in range(start, end) if i in names and names[i] in countries))
    if inside:
        return start, end, inside
    is_bare = doc[start].lower_ in ("the", "this", "that") and token.i - start == 1 and end == token.i + 1
    return (start, end, last) if last and is_bare else None


def owned_governments(doc: Doc, meant: Mapping[int, str], homes: Mapping[str, str]) -> Iterator[Described]:
    """Yields "her government" and "his country" with the country that the person meant acts for.

    Args:
        meant: token of a pronoun → the name it stands for.
        homes: person → country, for those whose country is known.
    """
    for token in doc:
        home = homes.get(meant.get(token.i, "")) if token.dep_ == "nmod:poss" else None
        if home and token.head.i == token.i + 1 and token.head.lemma_.lower() in {*_RULERS, "country"}:
            yield token.i, token.head.i + 1, (home,)


def _is_capital_noun(token: Token) -> bool:
    return token.pos_ in ("PROPN", "NOUN") and token.text[:1].isupper() and token.i > 0 and token.nbor(-1).lower_ == "the"


def short_bodies(doc: Doc, names: Mapping[int, str], mentions: Sequence[Mention], publisher: str = "") -> Iterator[Described]:
    """Yields "the Observatory" where one long name of the article, or its publisher's if that speaks for itself, holds that word."""
    owners: dict[str, set[str]] = {word: {publisher} for word in fold(publisher).split()}
    for mention in mentions:
        if mention.type == "ORG" and mention.start in names:
            for word in (*fold(mention.text).split(), *fold(names[mention.start]).split()):
                owners.setdefault(word, set()).add(names[mention.start])
    taken = {i for m in mentions for i in range(m.start, m.end)}
    for token in doc:
        if token.i not in taken and _is_capital_noun(token) and len(owners.get(token.lower_, ())) == 1:
            follows = token.i + 1 < len(doc) and doc[token.i + 1].pos_ == "PROPN"
            if not follows:
                yield token.i - 1, token.i + 1, tuple(owners[token.lower_])


def describe(
    doc: Doc, mentions: Sequence[Mention], names: Mapping[int, str], held: Sequence[Held], lands: Collection[str] = frozenset()
) -> Iterator[Described]:
    """Yields (start token, end token, names) for every description that can be resolved, in text order.

    Args:
        names: start token of a mention → its resolved name.
        held: the roles persons of this article hold.
        lands: names of countries that the article alone tells of.
    """
    taken = {i for m in mentions for i in range(m.start, m.end)} | {i for h in held for i in range(h.role.start, h.role.end)}
    last: tuple[str, ...] = ()
    countries = _country_names().union(lands)
    press = {h.name for h in held if h.role.head in _PRESS}
    for token in doc:
        if token.i in taken or token.pos_ not in ("NOUN", "PROPN"):
            continue
        found, lemma = None, token.lemma_.lower()
        if lemma in _RULERS:
            found = _rulers(doc, token, names, last, countries)
            last = found[2] if found else last
        elif lemma in _PRESS and token.i > 0 and token.nbor(-1).lower_ == "our":
            found = (token.i - 1, token.i + 1, tuple(press)) if len(press) == 1 else None
        else:
            found = _describe(doc, token, names, held, countries)
        if found:
            yield found
