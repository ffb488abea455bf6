"""What articles ask for by name → what it stands for, fetched for the articles that are looked at; and who asks for what has changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from parley.model import identify
from parley.record.disagreements.occasions import said_where
from parley.record.events.setting import Setting, named_parts
from parley.record.filing import Files
from parley.record.growing.where import which
from parley.record.happenings import Happenings
from parley.record.memory import Json, Memory


def asked_in(files: Files) -> list[str]:
    """Returns the names that are looked up when an article's reports are merged."""
    parties = {p.name for f in files.reports for p in (*f.item.actors, *f.item.recipients)}
    speakers = {f.item.claimant for f in files.reports} | {f.item.actor for f in files.commitments} | {f.item.place for f in files.claims}
    if any(f.item.polarity == "denied" for f in files.statements):
        speakers |= {f.item.speaker.name for f in files.statements if f.item.speaker}
    counted = {f.item.sentence.text for f in files.claims}
    parts = {part for text in {f.item.evidence.text for f in files.reports} | counted for part in named_parts(text)}
    return sorted(parties | {name for name in speakers if name} | parts | {name for text in counted for name in said_where(text)})


def note_asked(files: Mapping[str, Files], gone: Iterable[str], memory: Memory) -> None:
    """Notes what articles ask for, and under each of its words that they do."""
    asked: dict[str, list[str]] = {id_: asked_in(found) for id_, found in files.items()} | {id_: [] for id_ in gone}
    before = memory.read("asked", asked)
    memory.post("asked by", *(((word, id_) for id_, names in some.items() for name in names for word in _words(name)) for some in (before, asked)))
    for id_, names in asked.items():
        memory.put("asked", id_, names)


def asking_for(names: Iterable[str], memory: Memory) -> set[str]:
    """Returns the articles that ask for all words of one of the names, as those do that ask for the name."""
    words = {name: _words(name) for name in names}
    holders = {word: set(held) for word, held in memory.holders("asked by", {word for found in words.values() for word in found}).items()}
    return {id_ for found in words.values() for id_ in set.intersection(*(holders.get(word, set()) for word in found))}


def _words(name: str) -> list[str]:
    return name.split() or [name]


def digest_names(ids: Collection[str], memory: Memory) -> dict[str, str]:
    """Returns article id → a digest of all that the names it asks for stand for."""
    asked = memory.read("asked", ids)
    names = {name for found in asked.values() for name in found}
    meaning, called = memory.read("meaning", names), memory.read("called", names)
    said = {name: f"{name}\0{meaning.get(name, '')}\0{which(called.get(name, {}))}" for name in meaning.keys() | called.keys()}
    return {id_: identify("w", *(said[name] for name in asked.get(id_, ()) if name in said)) for id_ in ids}


@dataclass
class Introductions:
    """Fills a setting with what the names stand for that articles ask for."""

    memory: Memory
    groups: Happenings | None
    _merged: dict[str, str] = field(default_factory=dict)
    _country: dict[str, str] = field(default_factory=dict)
    _places: dict[str, str] = field(default_factory=dict)
    _wide: set[str] = field(default_factory=set)
    _nations: set[str] = field(default_factory=set)
    _bodies: dict[str, frozenset[str]] = field(default_factory=dict)

    def setting(self) -> Setting:
        groups = (self.groups.happenings, self.groups.stories) if self.groups else ((), ())
        happening, story = ({id_: group[0] for group in of for id_ in group} for of in groups)
        return Setting(self._merged, self._country, happening, self._places, self._wide, self._nations, story, self._bodies)

    def introduce(self, ids: Collection[str]) -> None:
        names = {name for found in self.memory.read("asked", ids).values() for name in found}
        for name, row in self.memory.read("meaning", names).items():
            self._add(name, *row)
        for name, row in self.memory.read("called", names).items():
            if id_ := which(row):
                self._places[name] = id_
            else:
                self._wide.add(name)

    def _add(self, name: str, main: str, country: str, is_nation: bool, _: bool, bodies: Json) -> None:
        self._merged[name] = main
        if country:
            self._country[main] = country
        if is_nation:
            self._nations.add(main)
        if bodies:
            self._bodies[main] = frozenset(bodies)
