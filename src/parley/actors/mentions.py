"""A parsed article → its mentions: the model's names, corrected and extended by the word lists.

The model finds names by context and is weak on rare ones; the lists know spellings and are blind to context. Where both
speak, the longer span wins; a listed spelling that the model did not mark must be written like a name. Weapons and
vehicles, which are common nouns as often as names, come from the lists alone or from the model.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from spacy.tokens import Doc, Token

from parley.language.words import words_of
from parley.lexicon.actors import KnownActor, actors_by_key, actors_by_spelling, things, titles
from parley.lexicon.countries import capitals, country_names, demonyms
from parley.lexicon.folding import fold
from parley.lexicon.places import places_named, regions

LONGEST = 10
_BIG_TOWN = 30_000
_SUICIDE = frozenset(("suicide", "bus", "car", "truck", "teenage", "female"))  # before "bomber": a person
_TYPE_OF_KIND = {"person": "PERSON", "organization": "ORG", "group": "ORG", "people": "NORP"}
_TRIMMED = frozenset(("the", "The", "'s", "’s", "'", "’", '"', "“", "”", ",", ".", "-", "–", "—", "(", ")", "THE", ":", ";", "a", "A", "an", "An"))
_NOT_TITLES = frozenset(("king", "pope", "prince", "queen", "mullah", "sheikh", "ayatollah", "father", "saint", "state", "general", "field", "air"))


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at tokens [start, end). `known` is the listed actor its spelling stands for, if any."""

    start: int
    end: int
    type: str
    text: str
    known: KnownActor | None = None

    def overlaps(self, other: Mention) -> bool:
        return self.start < other.end and other.start < self.end

    @property
    def length(self) -> int:
        return self.end - self.start


@cache
def _listed() -> dict[str, tuple[str, KnownActor | None]]:
    """Returns folded spelling → entity type and actor, for everything the lists know by name."""
    table: dict[str, tuple[str, KnownActor | None]] = dict.fromkeys(regions(), ("LOC", None))
    table.update((key, ("LOC", None)) for key in capitals())
    table.update((key, ("LOC", None)) for key in country_names())
    table.update((key, ("NORP", None)) for key in demonyms())
    table.update((key, (_TYPE_OF_KIND[actor.kind], actor)) for key, actor in actors_by_key().items())
    return {key: entry for key, entry in table.items() if not key.startswith("the ")}


@cache
def _first_words() -> dict[str, int]:
    """Returns the first folded word of every listed spelling → number of words of the longest that begins so."""
    longest: dict[str, int] = {}
    for key in _listed():
        words = key.split()
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return longest


@cache
def _short_forms() -> frozenset[str]:
    """Returns listed spellings that must be met letter for letter: those in capitals, and short ones."""
    return frozenset(spelling for spelling in actors_by_spelling() if (spelling.isupper() and len(spelling) <= 6) or len(spelling) <= 3)


def _cut(doc: Doc, text: str, start: int, end: int) -> str:
    last = doc[end - 1]
    return text[doc[start].idx : last.idx + len(last.text)]


def _is_written_as_name(spelling: str, found: str, key: str) -> bool:
    """Returns whether `found` looks like a name: capitals where the list has them."""
    if key in _upper_keys():
        return found in actors_by_spelling() or found.replace(".", "") in ("US", "UK", "USA", "UAE", "USSR", "DPRK", "PRC", "DRC")
    return found[:1].isupper() or (found in actors_by_spelling())


@cache
def _upper_keys() -> frozenset[str]:
    """Returns keys all of whose spellings are capitals ("who", "us"): ordinary words when written small."""
    small = {fold(spelling) for spelling in actors_by_spelling() if spelling not in _short_forms()}
    countries = {"us", "uk", "usa", "uae", "ussr", "dprk", "prc", "drc", "car", "rok", "ksa", "rsa", "png"}
    return frozenset({fold(spelling) for spelling in _short_forms()} - small | countries)


@cache
def _sorted_keys() -> list[str]:
    return sorted(_listed())


def _may_go_on(key: str) -> bool:
    """Returns whether a listed name begins with these letters."""
    keys = _sorted_keys()
    at = bisect_left(keys, key)
    return at < len(keys) and keys[at].startswith(key)


@lru_cache(maxsize=65536)
def _most_words(word: str) -> int:
    """Returns how many words the longest listed name has that begins with this one; 0 where none does."""
    first = fold(word).split()
    return _first_words().get(first[0], 0) if first else 0


def listed_at(doc: Doc, text: str, at: int) -> Mention | None:
    """Returns the longest listed name that begins at token `at`."""
    most = _most_words(doc[at].text)
    if not most:
        return None
    best: Mention | None = None
    for end in range(at + 1, min(at + 2 * most, at + LONGEST, len(doc)) + 1):
        if doc[end - 1].is_space:
            break
        if not any(map(str.isalnum, doc[end - 1].text)):
            continue
        found = _cut(doc, text, at, end)
        key = fold(found)
        if not _may_go_on(key):
            break
        entry = _listed().get(key)
        if entry and _is_written_as_name(key, found, key):
            best = Mention(at, end, entry[0], found, entry[1])
    return best


def _listed_mentions(doc: Doc, text: str) -> Iterator[Mention]:
    end = 0
    for at, word in enumerate(words_of(doc)):
        found = listed_at(doc, text, at) if _most_words(word) and at >= end and not doc[at].is_punct else None
        if found:
            yield found
            end = found.end


def _trim(doc: Doc, start: int, end: int, label: str) -> tuple[int, int]:
    """Cuts articles, quotes and possessives off both ends, and titles off the front of a person."""
    while end > start and (doc[end - 1].text in _TRIMMED or doc[end - 1].is_space):
        end -= 1
    while end > start and (doc[start].text in _TRIMMED or doc[start].is_space):
        start += 1
    while label == "PERSON" and end - start > 1 and _is_title(doc[start]):
        start += 1
    return start, end


def _is_title(token: Token) -> bool:
    word = token.lower_
    return word in titles() and word not in _NOT_TITLES


def _model_mentions(doc: Doc, text: str) -> Iterator[Mention]:
    for ent in doc.ents:
        start, end = _trim(doc, ent.start, ent.end, ent.label_)
        if end > start and any(c.isalnum() for c in _cut(doc, text, start, end)):
            yield Mention(start, end, ent.label_, _cut(doc, text, start, end))


@cache
def _thing_endings() -> frozenset[str]:
    """Returns every string in which a listed weapon or vehicle ends."""
    spellings = things("weapons") | things("vehicles")
    return frozenset(spelling[at:] for spelling in spellings for at in range(len(spelling)))


def _thing_mentions(doc: Doc, text: str) -> Iterator[Mention]:
    """Yields weapons and vehicles of the lists, longest first at each place."""
    tables = (("WEAPON", things("weapons")), ("VEHICLE", things("vehicles")))
    endings = _thing_endings()
    for at in range(len(doc) - 1, -1, -1):
        token = doc[at]
        written, lemma = token.text, token.lemma_.lower()
        if (written not in endings and lemma not in endings) or token.pos_ not in ("NOUN", "PROPN"):
            continue
        if at and lemma == "bomber" and _SUICIDE & {t.lower_ for t in doc[max(0, at - 2) : at]}:
            continue
        for start in range(max(0, at - 5), at + 1):
            words = _cut(doc, text, start, at) if start < at else ""
            glue = "" if start < at and not doc[at - 1].whitespace_ else " " if words else ""
            spellings = {words + glue + written, words.lower() + glue + lemma}
            label = next((name for name, table in tables if spellings & table), None)
            if label:
                yield Mention(start, at + 1, label, _cut(doc, text, start, at + 1))
                break


def _is_name_like(doc: Doc, mention: Mention) -> bool:
    """Returns whether a listed spelling the model passed over is a name in this place."""
    if mention.length > 1 or mention.text.isupper():
        return True
    token = doc[mention.start]
    if mention.type == "NORP":
        return bool(token.pos_ in ("ADJ", "PROPN", "NOUN"))
    return bool(token.pos_ == "PROPN")


def is_town(text: str) -> bool:
    """Returns whether a spelling is the main name of a town that news would know."""
    return any(p.is_main and (p.people >= _BIG_TOWN or (p.geonameid is None and not p.division)) for p in places_named(text))


def is_province(text: str) -> bool:
    """Returns whether a spelling is the main name of a first-level division: "Florida"."""
    return any(p.is_main and p.precision == "province" for p in places_named(text))


def is_spot(text: str) -> bool:
    """Returns whether a spelling is a place of the list of those that news of conflicts names."""
    return any(p.is_main and p.geonameid is None and not p.division for p in places_named(text))


def _settle(model: Mention, listed: Mention) -> Mention:
    """Decides between the model's mention and a listed one that overlap. A seat that is no town ("the Kremlin") may be a body."""
    same = (model.start, model.end) == (listed.start, listed.end)
    if same and model.type == "ORG" and fold(model.text) in capitals() and not is_town(model.text):
        return model
    if listed.start <= model.start and model.end <= listed.end:
        is_person = model.type == "PERSON" and listed.known is None and model.length == listed.length
        return replace(model, known=listed.known) if is_person else listed
    if model.start <= listed.start and listed.end <= model.end:
        return model
    return listed if listed.length >= model.length else model


def find_mentions(doc: Doc, text: str) -> tuple[Mention, ...]:
    """Returns the mentions of an article in text order, none overlapping another.

    Args:
        text: `doc.text`.
    """
    taken: dict[int, Mention] = {}

    def place(mention: Mention) -> None:
        rivals = {taken[i] for i in range(mention.start, mention.end) if i in taken}
        for rival in sorted(rivals, key=lambda m: m.start):
            winner = _settle(rival, mention)
            if winner is rival:
                return
            mention = winner
        for rival in rivals:
            for i in range(rival.start, rival.end):
                taken.pop(i, None)
        taken.update(dict.fromkeys(range(mention.start, mention.end), mention))

    for mention in _model_mentions(doc, text):
        place(mention)
    model_tokens = frozenset(taken)
    for mention in _listed_mentions(doc, text):
        if any(i in model_tokens for i in range(mention.start, mention.end)) or _is_name_like(doc, mention):
            place(mention)
    for mention in _thing_mentions(doc, text):  # from the right, so that a compound comes before the words in it
        if not any(i in taken for i in range(mention.start, mention.end)):
            place(mention)
    unique = dict.fromkeys(taken[i] for i in sorted(taken))
    return tuple(unique)
