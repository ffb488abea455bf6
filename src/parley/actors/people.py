"""Persons' names of one article → one name for each person: "Kerry", "Mr. Kerry", "John F. Kerry" → "John Kerry".

A bare family name belongs to a person of that name in the same article; when the article has none, to the listed actor who is
known by that name alone. Among several bearers decide, in this order: the title beside the name ("President Brandt", "Mrs Brandt"), whom
the article calls by given name ("Ada"), which leaves the family name to another, how often each was named, whom the list knows by that
name alone, who holds an office; only strangers who are equal in all of it go by who was named last. A title that no bearer of the
article has, but the listed one, is the listed one's. Spelling variants of one article meet by sound keys.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from parley.lexicon.actors import KnownActor, actors_by_key, first_name_genders
from parley.lexicon.folding import fold, sound_key

if TYPE_CHECKING:
    from parley.actors.mentions import Mention

PARTICLES = frozenset("al el as ash an ar ad at bin ibn ben abu de del della di da du van von der den la le ter te dos das el- al-".split())
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))


@dataclass(frozen=True, slots=True)
class Title:
    """What stands beside one name: its office nouns in lower case, and the gender of its form of address ("m", "f", "?")."""

    offices: frozenset[str] = frozenset()
    gender: str = "?"


_NO_TITLE = Title()


@dataclass(slots=True)
class Person:
    """A person of one article while names are being gathered; `name` is the best so far, `places` the tokens where it is named.

    `by_given` are those of `places` where the given name stands alone, `titles` those that stand beside longer names.
    """

    name: str
    words: tuple[str, ...]
    known: KnownActor | None
    places: list[int] = field(default_factory=list)
    by_given: set[int] = field(default_factory=set)
    titles: list[Title] = field(default_factory=list)

    def fits(self, title: Title) -> bool:
        """Returns whether nothing in a title speaks against this person: another gender."""
        genders = {t.gender for t in self.titles} - {"?"} or {gender_of(self.name)} - {"?"}
        return title.gender == "?" or not genders or title.gender in genders

    def holds(self, title: Title) -> bool:
        """Returns whether the article, or the list, gives this person an office of the title."""
        return any(title.offices & own.offices for own in self.titles) or (self.known is not None and _is_listed_as(self.known, title))


def _is_listed_as(known: KnownActor, title: Title) -> bool:
    return any(office in known.note.lower() for office in title.offices)


def name_words(name: str) -> tuple[str, ...]:
    """Returns the folded words of a personal name without suffixes ("Jr.") and single initials in the middle."""
    words = [w for w in fold(name).split() if w not in _SUFFIXES]
    return tuple(w for i, w in enumerate(words) if len(w) > 1 or i in (0, len(words) - 1))


def core(words: Sequence[str]) -> tuple[str, ...]:
    """Returns the words without particles: "de mistura" → ("mistura",)."""
    kept = tuple(w for w in words if w not in PARTICLES)
    return kept or tuple(words)


def is_same_word(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) > 3 and sound_key(one) == sound_key(other))


def _is_initial(short: str, name: str) -> bool:
    return len(short) == 1 and name.startswith(short)


def agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """Returns whether two full names can be one person's: same family name, no given name that contradicts."""
    a, b = core(one), core(other)
    if len(a) < 2 or len(b) < 2 or not is_same_word(a[-1], b[-1]):
        return a == b
    return is_same_word(a[0], b[0]) or _is_initial(a[0], b[0]) or _is_initial(b[0], a[0])


def _listed(mention: Mention) -> KnownActor | None:
    known = mention.known or actors_by_key().get(fold(mention.text))
    return known if known is not None and known.kind == "person" else None


def _find_full(people: list[Person], words: tuple[str, ...], known: KnownActor | None) -> Person | None:
    for person in people:
        if (known and person.known is known) or (agree(words, person.words) and not (known and person.known)):
            return person
    return None


def _find_bare(people: list[Person], mention: Mention, known: KnownActor | None, title: Title) -> Person | None:
    """Returns the person a bare name stands for: by family name, else by the first word of a name (Ban Ki-moon, Saddam Hussein)."""
    wanted = core(name_words(mention.text))[-1]
    bearers = [p for p in people if (len(core(p.words)) > 1 or (known is not None and p.known is known)) and p.fits(title)]
    for pick in (-1, 0):
        found = [p for p in bearers if is_same_word(core(p.words)[pick], wanted)]
        if pick == -1 and known is not None and _is_listed_as(known, title) and not any(p.holds(title) for p in found):
            return None
        if found:
            person = max(found, key=lambda p: _standing(p, mention.start, known, title))
            person.by_given |= {mention.start} if pick == 0 else set()
            return person
    return None


def _standing(person: Person, at: int, known: KnownActor | None, title: Title) -> tuple[bool, bool, int, bool, bool, int]:
    """Returns how readily readers take a bare family name at token `at` for a person; the highest is meant.

    Counts are compared by powers of two: a slight lead is chance, and a brother named once outdoes no hero.
    """
    is_listed = known is not None and person.known is known
    before = [i for i in person.places if i < at and i not in person.by_given]
    return (
        person.holds(title),
        is_listed or not person.by_given,
        len(before).bit_length(),
        is_listed,
        any(own.offices for own in person.titles),
        max(before, default=-min(person.places)),
    )


def is_bare(words: Sequence[str]) -> bool:
    return len(core(words)) < 2


def name_people(mentions: Sequence[Mention], titles: Mapping[int, Title] = MappingProxyType({})) -> dict[int, Person]:
    """Returns start token → person, for the mentions of type PERSON; `titles` by the start tokens of those that have one."""
    people: list[Person] = []
    answer: dict[int, Person] = {}
    persons = [m for m in mentions if m.type == "PERSON" and name_words(m.text)]
    for mention in persons:
        words = name_words(mention.text)
        if is_bare(words):
            continue
        known = _listed(mention)
        person = _find_full(people, words, known)
        if person is None:
            person = Person(mention.text, words, known)
            people.append(person)
        elif len(words) > len(person.words):
            person.words, person.name = words, mention.text
        person.known = person.known or known
        person.places.append(mention.start)
        person.titles.append(titles.get(mention.start, _NO_TITLE))
        answer[mention.start] = person
    bare = [m for m in persons if m.start not in answer]
    for mention in sorted(bare, key=lambda m: not titles.get(m.start, _NO_TITLE).offices):  # an office tells who an earlier headline means
        answer[mention.start] = _bare_person(people, mention, titles.get(mention.start, _NO_TITLE))
    return answer


def _bare_person(people: list[Person], mention: Mention, title: Title) -> Person:
    words, known = name_words(mention.text), _listed(mention)
    person = _find_bare(people, mention, known, title) or _find_known(people, known, words)
    if person is None:
        person = Person(mention.text, words, known)
        people.append(person)
    person.places.append(mention.start)
    return person


def _find_known(people: list[Person], known: KnownActor | None, words: tuple[str, ...]) -> Person | None:
    return next((p for p in people if (known and p.known is known) or p.words == words), None)


def person_name(person: Person) -> str:
    """Returns the name Parley uses: the listed one, else the fullest form of the article."""
    return person.known.name if person.known else person.name


def gender_of(name: str) -> str:
    """Returns "m", "f" or "?" by the first given name that tells."""
    table = first_name_genders()
    words = core(fold(name).split())
    return next((table[w] for w in words[:-1] or words if w in table), "?")
