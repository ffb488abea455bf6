"""Who is who in news of conflicts: from `actors.tsv`, `agents.tsv`, `agents_extra.tsv`, `first_names.tsv`, `titles.txt`,
`office_holders.tsv.gz`, `office_homes.tsv`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from parley.lexicon.folding import fold
from parley.lexicon.own_actors import KnownActor as KnownActor  # the table below is made of these, and its users name them from here
from parley.lexicon.own_actors import own_actors
from parley.lexicon.rows import read_packed, read_rows

UNKNOWN_SECTOR = "UNK"
FAMILY_FIRST = frozenset(("CHN", "TWN", "KOR", "PRK", "VNM", "HKG", "KHM"))


@cache
def known_actors() -> tuple[KnownActor, ...]:
    """Returns the user's own list and behind it the shipped one, each in its order."""
    return own_actors() + tuple(
        KnownActor(name, tuple(filter(None, aliases.split("|"))), kind, country or None, sector or None, since, until, note)
        for name, aliases, kind, country, sector, since, until, note in read_rows("actors.tsv", 8)
    )


@cache
def actors_by_spelling() -> Mapping[str, KnownActor]:
    """Returns every spelling, as written, → actor; a user's own actor wins."""
    ranked = (*known_actors()[len(own_actors()) :], *own_actors())
    return MappingProxyType({spelling: actor for actor in ranked for spelling in (*actor.aliases, actor.name)})


@cache
def actors_by_key() -> Mapping[str, KnownActor]:
    """Returns every folded spelling → actor; the first of the list wins."""
    table: dict[str, KnownActor] = {}
    for actor in known_actors():
        for spelling in (actor.name, *actor.aliases):
            table.setdefault(fold(spelling), actor)
    return MappingProxyType(table)


@cache
def families() -> Mapping[str, tuple[KnownActor, ...]]:
    """Returns a folded word → the listed persons whose name ends in it, or begins with it where the family name stands first."""
    table: dict[str, list[KnownActor]] = defaultdict(list)
    for actor in known_actors():
        words = fold(actor.name).split()
        if actor.kind == "person" and len(words) > 1:
            table[words[0 if actor.country in FAMILY_FIRST else -1]].append(actor)
    return MappingProxyType({word: tuple(actors) for word, actors in table.items()})


@cache
def office_holders() -> Mapping[str, tuple[str, str]]:
    """Returns the folded full name of a person who held public office between 1990 and 2014 → alpha-3 country and sector."""
    rows = read_packed("office_holders.tsv.gz")
    return MappingProxyType({name: (country, sector) for name, country, sector in (row.split("\t") for row in rows)})


@cache
def surname_posts() -> Mapping[str, frozenset[tuple[str, str]]]:
    """Returns the folded last word of each office holder's name → (alpha-3 country, sector) of those who bear it, listed ones included."""
    table: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for name, post in office_holders().items():
        table[name.rsplit(" ", 1)[-1]].add(post)
    for family, bearers in families().items():
        table[family] |= {(known.country, known.sector) for known in bearers if known.country and known.sector}
    return MappingProxyType({name: frozenset(posts) for name, posts in table.items()})


@cache
def office_homes() -> Mapping[str, str]:
    """Returns lower-case words of an office or body → the one country that has it, or `NO_COUNTRY` where it serves none alone; longest first."""
    rows = [(words, country) for words, country in read_rows("office_homes.tsv", 2)]
    return MappingProxyType(dict(sorted(rows, key=lambda row: (-len(row[0]), row))))


@cache
def agent_sectors() -> Mapping[str, str]:
    """Returns a noun for a kind of people or body, lower case and singular → PLOVER sector or `UNKNOWN_SECTOR`."""
    table: dict[str, str] = {}
    table.update((noun, sector) for noun, sector in read_rows("agents.tsv", 2))
    table.update((noun, sector) for noun, sector, _ in read_rows("agents_extra.tsv", 3))
    return MappingProxyType(table)


@cache
def offices() -> frozenset[str]:
    """Returns the nouns that name one human being by office or occupation ("envoy", "foreign minister")."""
    return frozenset(noun for noun, _, kind in read_rows("agents_extra.tsv", 3) if kind == "person")


@cache
def bodies() -> frozenset[str]:
    """Returns the nouns that name a group or institution ("army", "observatory")."""
    return frozenset(noun for noun, _, kind in read_rows("agents_extra.tsv", 3) if kind == "body")


@cache
def titles() -> frozenset[str]:
    """Returns lower-case words that stand before a person's name and are not part of it."""
    return frozenset(word for (word,) in read_rows("titles.txt"))


@cache
def first_name_genders() -> Mapping[str, str]:
    """Returns folded given name → "m" or "f"; names used for both are absent."""
    table: dict[str, str] = {}
    for gender, names in read_rows("first_names.tsv", 2):
        for name in names.split():
            table[name] = gender if table.get(name, gender) == gender else "?"
    return MappingProxyType({name: gender for name, gender in table.items() if gender != "?"})


@cache
def nicknames() -> frozenset[frozenset[str]]:
    """Returns pairs of folded given names that one person can have ("bill", "william")."""
    rows = [names.split() for (names,) in read_rows("nicknames.tsv")]
    return frozenset(frozenset((one, other)) for names in rows for one in names for other in names if one != other)


@cache
def things(kind: str) -> frozenset[str]:
    """Returns the nouns of `kind`, `weapons` or `vehicles`, as written in the list."""
    return frozenset(word for (word,) in read_rows(f"{kind}.txt"))


@cache
def standing(kind: str) -> frozenset[str]:
    """Returns the lemmas of one kind of `standing.tsv`: does, to, with, at, of, near, tied."""
    return frozenset(lemma for name, lemmas in read_rows("standing.tsv", 2) if name == kind for lemma in lemmas.split())
