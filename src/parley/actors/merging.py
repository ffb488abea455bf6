"""Two actors of different articles → whether they are one, as a table of named features with the words that explain them.

The habit is nomenklatura's: a score is a sum of features, and each feature's docstring is what a user reads (before the bar
when it speaks for, behind it when against). Every feature is a number between -1 and 1 times its weight; the sum is cut to
0-1. Names that merely look alike are kept apart by what contradicts: another given name, another country, a word that one
group's name has and the other's lacks.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from rapidfuzz.distance import DamerauLevenshtein

from parley.actors.bodies import initials, is_acronym
from parley.actors.people import PARTICLES, core
from parley.lexicon.actors import KnownActor, actors_by_key, nicknames, offices
from parley.lexicon.countries import country_names, demonyms
from parley.lexicon.folding import fold, sound_key
from parley.model import Actor

ENOUGH = 0.5
_MOST = 0.5
_AMBIGUOUS = 2  # letters: too many bodies share an acronym so short
_GENERIC = frozenset("the of for and in group network movement organization organisation militants rebels fighters militia party".split())
_FAMILY_FIRST = frozenset("kim park roh moon yoon ri choe pak hong xi hu jiang wen wang zhang chen liu zhou zhu deng mao nguyen tran hun ban".split())
_SERVANT = re.compile(r"\babd(?:[aeu]l[ -]?(?:[aeu]l[ -])?|[ -](?:[aeu]l[ -]?)?)(?=[a-z])")
_SAME_INITIAL = tuple(map(frozenset, ("kqcgx", "yjieg", "szct", "uovw", "fpv", "aeio", "dtz")))
_JUNIOR, _SENIOR = frozenset(("jr", "junior", "ii", "iii")), frozenset(("sr", "senior"))


@dataclass(frozen=True, slots=True)
class Feature:
    """One reason for or against: `points` is what it adds to the score, `why` its explanation."""

    name: str
    points: float
    why: str


@dataclass(frozen=True, slots=True)
class Match:
    """How far two actors are one. `score` lies between 0 and 1; `features` are the reasons that counted."""

    score: float
    features: tuple[Feature, ...]

    @property
    def is_same(self) -> bool:
        return self.score >= ENOUGH

    @property
    def why(self) -> str:
        return "; ".join(f"{f.why} ({f.points:+.2f})" for f in self.features)


def _known(actor: Actor) -> KnownActor | None:
    return actors_by_key().get(fold(actor.name))


def listed(a: Actor, b: Actor) -> float:
    """The list of known actors has both as one. | The list of known actors keeps them apart."""
    one, other = _known(a), _known(b)
    if one is None or other is None or (one.kind == "person") != (a.kind == "person"):
        return 0.0
    if any(k.country and x.country and k.country != x.country for k, x in ((one, a), (other, b))):
        return 0.0
    return 1.0 if one.name == other.name else -1.0


def same_spelling(a: Actor, b: Actor) -> float:
    """The names are spelt the same, apart from capitals, accents and hyphens."""
    return 1.0 if fold(a.name) == fold(b.name) else 0.0


def same_kind(a: Actor, b: Actor) -> float:
    """One is a person and the other is not."""
    return -1.0 if (a.kind == "person") != (b.kind == "person") else 0.0


def same_country(a: Actor, b: Actor) -> float:
    """Their countries are the same. | Their countries differ."""
    if a.country is None or b.country is None:
        return 0.0
    return 0.2 if a.country == b.country else -1.0


def _words(actor: Actor) -> tuple[str, ...]:
    """Returns the folded words of a personal name, family name last; "Abdul Aziz" is one word, "Jr." none beside others."""
    everything = fold(_SERVANT.sub("abdul", fold(actor.name))).split()
    plain = core([w for w in everything if w not in _JUNIOR | _SENIOR] or everything)
    return (*plain[2:], "".join(plain[1:2]), plain[0])[-2:] if len(plain) > 1 and plain[0] in _FAMILY_FIRST else plain


def _close(one: str, other: str) -> bool:
    """Returns whether two words are one word spelt in two ways; Ahmad and Hamid, which sound alike but for the first letter, are not."""
    if one == other:
        return True
    is_alike = min(len(one), len(other)) > 2 and sound_key(one) == sound_key(other)
    if is_alike and (one[0] == other[0] or any({one[0], other[0]} <= letters for letters in _SAME_INITIAL)):
        return True
    return min(len(one), len(other)) >= 6 and one[0] == other[0] and DamerauLevenshtein.distance(one, other, score_cutoff=1) <= 1


def family_name(a: Actor, b: Actor) -> float:
    """Their family names agree. | Their family names differ."""
    one, other = _words(a), _words(b)
    if not one or not other:
        return 0.0
    if _close(one[-1], other[-1]) or _close("".join(one[-2:]), other[-1]) or _close(one[-1], "".join(other[-2:])):
        return 1.0
    is_reversed = len(one) == len(other) == 2 and _close(one[0], other[1]) and _close(one[1], other[0])
    return 1.0 if is_reversed or _is_inside(one, other) else -1.0


def _is_inside(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Returns whether all words of the shorter name of two or more stand in the longer in the same order."""
    short, long = sorted((one, other), key=len)
    rest = iter(long)
    return len(short) >= 2 and all(any(_close(word, w) for w in rest) for word in short)


def given_names(a: Actor, b: Actor) -> float:
    """Their given names agree. | Their given names contradict each other, as those of fathers and sons do."""
    one, other = _words(a)[:-1], _words(b)[:-1]
    if not one or not other:
        return 0.0
    generations = {bool(set(fold(x.name).split()) & _JUNIOR) for x in (a, b)}
    middles = [w[1] for w in (one, other) if len(w) > 1]
    if len(generations) > 1 or (len(middles) == 2 and middles[0][0] != middles[1][0] and min(map(len, middles)) == 1):
        return -1.0
    if _is_family_first(a) and _is_family_first(b):
        return 1.0 if "".join(one) == "".join(other) else -1.0
    if _close(one[0], other[0]) or _close("".join(one), "".join(other)) or frozenset((one[0], other[0])) in nicknames():
        return 1.0
    is_initial = min(len(one[0]), len(other[0])) == 1 and one[0][0] == other[0][0]
    return 0.6 if is_initial else 0.5 if _is_inside(_words(a), _words(b)) else -1.0


def _is_family_first(actor: Actor) -> bool:
    """Returns whether the family name stands first, as in Korean and Chinese, where one letter of a given name makes another person."""
    words = fold(actor.name).split()
    return len(words) > 1 and words[0] in _FAMILY_FIRST


def only_family_name(a: Actor, b: Actor) -> float:
    """One of them is called by the family name alone."""
    return -1.0 if min(len(_words(a)), len(_words(b))) == 1 and len(_words(a)) != len(_words(b)) else 0.0


def _office_words(actor: Actor) -> frozenset[str]:
    return frozenset(noun for role in actor.roles for noun in offices() if fold(role).endswith(noun))


def same_office(a: Actor, b: Actor) -> float:
    """The pages give both the same office."""
    return 1.0 if _office_words(a) & _office_words(b) else 0.0


def same_sector(a: Actor, b: Actor) -> float:
    """Both belong to the same sector. | They belong to different sectors."""
    if a.sector is None or b.sector is None:
        return 0.0
    return 0.5 if a.sector == b.sector else -0.5


def acronym(a: Actor, b: Actor) -> float:
    """One name is made of the initials of the other. | The list has another body for these initials."""
    for short, long in ((a, b), (b, a)):
        if is_acronym(short.name) and not is_acronym(long.name) and short.name.replace(".", "") in initials(long.name):
            known = _known(short)
            if known is not None and _known(long) is not known and not _is_form_of(long.name, known):
                return -1.0
            return 1.0 if len(short.name.replace(".", "")) > _AMBIGUOUS else 0.5
    return 0.0


def _is_form_of(name: str, known: KnownActor) -> bool:
    """Returns whether most words of a name are those of a listed body's: "Sudan People Liberation Army"."""
    words = set(_content(name))
    forms = [set(_content(spelling)) for spelling in (known.name, *known.aliases)]
    return any(len(words & form) >= _MOST * max(len(words), len(form)) for form in forms if words)


def _content(name: str) -> tuple[str, ...]:
    """Returns the words that tell a body from others, without articles and generic nouns; countries' adjectives as codes."""
    words = [w for w in fold(name).split() if w not in PARTICLES and w not in _GENERIC]
    return tuple(_as_country(w) for w in words)


def _as_country(word: str) -> str:
    named = country_names().get(word) or country_names().get(word.removesuffix("s"))
    code = demonyms().get(word, "-")
    return f"@{named.alpha2}" if named else f"@{code}" if code != "-" else word


def same_words(a: Actor, b: Actor) -> float:
    """The words of the names agree. | One name has words that the other lacks."""
    one, other = _content(a.name), _content(b.name)
    if not one or not other or acronym(a, b):
        return 0.0
    missing = [w for w in one if not any(_close(w, o) for o in other)] + [o for o in other if not any(_close(w, o) for w in one)]
    if not missing:
        return 1.0
    return 0.2 if all(word.startswith("@") for word in missing) else -1.0


_Table = tuple[tuple[Callable[[Actor, Actor], float], float], ...]
_PERSONS: _Table = (
    (listed, 1.0),
    (same_kind, 2.0),
    (same_spelling, 0.3),
    (family_name, 0.5),
    (given_names, 0.6),
    (only_family_name, 0.2),
    (same_country, 1.2),
    (same_office, 0.15),
    (same_sector, 0.1),
)
_BODIES: _Table = (
    (listed, 1.2),
    (same_kind, 2.0),
    (same_spelling, 0.5),
    (same_words, 0.6),
    (acronym, 0.9),
    (same_country, 0.8),
    (same_sector, 0.1),
)


def _explain(text: str, value: float) -> str:
    """Returns the half of a feature's docstring that fits its sign: "for | against"."""
    first, _, second = text.strip().partition(" | ")
    return second if value < 0 and second else first


def same_actor(a: Actor, b: Actor) -> Match:
    """Returns how far two actors, named in different articles, are one, and why.

    The order of the two does not matter. A merge made on `is_same` is a judgement: keep `features` beside it so that it can be undone.
    """
    table = _PERSONS if "person" in (a.kind, b.kind) else _BODIES
    found = []
    for feature, weight in table:
        value = feature(a, b)
        if value:
            found.append(Feature(feature.__name__, value * weight, _explain(feature.__doc__ or "", value)))
    return Match(min(1.0, max(0.0, sum(f.points for f in found))), tuple(found))
