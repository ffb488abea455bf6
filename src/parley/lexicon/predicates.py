"""Event words → frozen tables: predicates, governing words, cues of modality and word classes.

The data files beside this module (`data/predicates.tsv`, `everyday.tsv`, `governors.tsv`, `supports.tsv`, `event_modes.tsv`, `event_cues.tsv`,
`event_classes.tsv`) say what their columns mean at their head; a researcher edits them, not this module.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

PREPOSITIONS = frozenset(
    "about above across after against among around at before between by during for from in inside into near of off on onto out over"
    " to toward towards under upon with within alongside".split()
)


@dataclass(frozen=True, slots=True)
class Condition:
    """Something that must (or, `negative`, must not) hang on the word: `key` names it, `values` the lemmas allowed there (any if empty)."""

    key: str
    values: frozenset[str]
    negative: bool = False


@dataclass(frozen=True, slots=True)
class Predicate:
    """One line's word with its frame. `words[head]` is the trigger, the others hang on it.

    `actors` and `recipients` name the places in the sentence where they stand, in order of preference; `others` are the words
    besides the trigger, which a sentence must hold before anything else is looked at.
    """

    words: tuple[str, ...]
    head: int
    pos: str
    conditions: tuple[Condition, ...]
    type: str
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    others: frozenset[str]

    @property
    def name(self) -> str:
        """How `parley why` calls it: `verb:meet with`."""
        kind = {"v": "verb", "n": "noun", "a": "adjective"}[self.pos]
        return f"{kind}:{' '.join(self.words)}"


@dataclass(frozen=True, slots=True)
class Governor:
    """A word over a clause or event noun, what it does to it (`effects`), and who then acts: its `subject` or its `object`."""

    effects: frozenset[str]
    control: str


@dataclass(frozen=True, slots=True)
class Support:
    """A verb that only carries an event noun; `roles` maps its argument to `actor` or `recipient`."""

    links: frozenset[str]
    subject: str


def rows(name: str) -> Iterator[list[str]]:
    """Yields the cells of each line of a data file, comments and blank lines left out."""
    text = files("parley.lexicon").joinpath("data", name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            yield [cell.strip() for cell in line.split("\t")]


@cache
def classes() -> Mapping[str, frozenset[str]]:
    """Word classes by name, such as `state`, `place`, `territory`."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, words in rows("event_classes.tsv"):
        found[name].update(words.split("|"))
    return MappingProxyType({name: frozenset(words) for name, words in found.items()})


def _values(text: str) -> frozenset[str]:
    """Spells out `a|@class` as lemmas; event types, written in capitals, stay as they are."""
    found: set[str] = set()
    for value in text.split("|"):
        found.update(classes()[value[1:]] if value.startswith("@") else [value])
    return frozenset(found)


def _conditions(cell: str) -> tuple[Condition, ...]:
    found = []
    for part in cell.split() if cell != "-" else ():
        key, _, values = part.lstrip("!").partition("=")
        found.append(Condition(key, _values(values) if values else frozenset(), part.startswith("!")))
    return tuple(found)


def _head(words: list[str], pos: str) -> int:
    """Returns which word is the trigger: the first of a verb, the last before a preposition of a noun."""
    if pos != "n":
        return 0
    return next((i - 1 for i, word in enumerate(words) if i and word in PREPOSITIONS), len(words) - 1)


def _roles(cell: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    actors, _, recipients = cell.partition(">")
    return tuple(a for a in actors.split("+") if a), tuple(r for r in recipients.split("+") if r)


def _read_entries(name: str) -> Iterator[Predicate]:
    """The lines of `name`; those of `everyday.tsv` give neither type nor roles."""
    for alternatives, pos, conditions, *act in rows(name):
        event, roles = act or ("", "")
        kind, _, mode = event.partition("/")
        for entry in alternatives.split("|"):
            words = entry.split()
            head = _head(words, pos)
            others = frozenset(word for i, word in enumerate(words) if i != head)
            yield Predicate(tuple(words), head, pos, _conditions(conditions), kind, mode or None, *_roles(roles), others)


def _by_word(name: str) -> Mapping[tuple[str, str], tuple[Predicate, ...]]:
    found: dict[tuple[str, str], list[Predicate]] = defaultdict(list)
    for predicate in _read_entries(name):
        found[predicate.words[predicate.head], predicate.pos].append(predicate)
    return MappingProxyType({key: tuple(sorted(some, key=_specificity)) for key, some in found.items()})


@cache
def predicates() -> Mapping[tuple[str, str], tuple[Predicate, ...]]:
    """Predicates by (lemma of the trigger, `v`/`n`/`a`), the most specific first and otherwise in the order of the file."""
    return _by_word("predicates.tsv")


@cache
def everyday() -> Mapping[tuple[str, str], tuple[Predicate, ...]]:
    """Frames in which a word names no act, by the same keys; their type is empty."""
    return _by_word("everyday.tsv")


def _specificity(predicate: Predicate) -> int:
    return -(2 * len(predicate.words) + len(predicate.conditions))


@cache
def governors() -> Mapping[str, Governor]:
    """Governing words by lemma."""
    return MappingProxyType(
        {word: Governor(frozenset(effects.split("+")), control) for words, effects, control in rows("governors.tsv") for word in words.split("|")}
    )


@cache
def supports() -> Mapping[str, Support]:
    """Light verbs by lemma, verb particle included ("carry out")."""
    return MappingProxyType(
        {verb: Support(frozenset(links.split("|")), role) for verbs, links, role in rows("supports.tsv") for verb in verbs.split("|")}
    )


@cache
def instrument_modes() -> Mapping[str, str]:
    """Weapons and ways of attack → mode of ASSAULT."""
    return MappingProxyType({word: mode for mode, words in rows("event_modes.tsv") for word in words.split("|")})


@cache
def cues() -> Mapping[str, frozenset[str]]:
    """Words that set modality, certainty or the past on their own, by kind."""
    return MappingProxyType({kind: frozenset(words.split("|")) for kind, words in rows("event_cues.tsv")})


@cache
def plover() -> Mapping[str, frozenset[str]]:
    """PLOVER's types, each with its modes."""
    text = files("parley.lexicon").joinpath("data", "plover.json").read_text(encoding="utf-8")
    return MappingProxyType({e["type"]: frozenset(m["mode"] for m in e["modes"]) for e in json.loads(text)["event_types"]})
