"""What lies on the desk while an account grows: the articles, readings and reports that are looked at, each fetched once, and the units made."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from parley.model import Article, Event, Interval, Reading
from parley.record.events.called_off import plan_what_is_off
from parley.record.events.happening import Candidate, candidate
from parley.record.events.setting import Setting
from parley.record.filing import Files, file_readings
from parley.record.memory import Memory

Row = tuple[str, object]
"""A part of the view, and an item of it."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An article as the list of all articles has it.

    Args:
        key: a digest of the article, with its final date, and of what was read in it.
        is_read: whether there is a reading; foreign articles have none.
    """

    id: str
    key: str
    published: Interval | None
    title: str | None
    is_read: bool


class Library(Protocol):
    """Where articles and the like are fetched from. What is not there is left out of the answers."""

    def articles(self, ids: Collection[str]) -> Mapping[str, Article]:
        """Returns articles with their final dates."""

    def readings(self, ids: Collection[str]) -> Mapping[str, Reading]:
        """Returns what was read in articles, by their ids."""

    def events(self, ids: Collection[str]) -> Mapping[str, Event]:
        """Returns events of the view before."""


@dataclass
class Units:
    """The units of the view by name: the rows of those that are new, which take the place of what had their names, and those that are gone."""

    memory: Memory
    made: dict[str, list[Row]] = field(default_factory=dict)
    dropped: set[str] = field(default_factory=set)

    def put(self, name: str, rows: Iterable[Row]) -> None:
        """Puts a unit in the place of the one before; one without rows is gone."""
        self.made[name] = list(rows)

    def drop(self, names: Iterable[str]) -> None:
        self.dropped |= set(names)

    def gone(self) -> frozenset[str]:
        """Returns the units whose rows are no longer in the view; those that are made anew are among them."""
        return frozenset(self.dropped | self.made.keys())


@dataclass
class Desk:
    """Fetches what is asked for, once.

    Attributes:
        source_of: article id → the id of its source.
        ruled: the files of articles that decisions are about, as those leave them.
        setting: who is who, for the articles that are looked at.
        introduce: fills the setting with all that articles ask for.
    """

    library: Library
    source_of: Mapping[str, str]
    ruled: Mapping[str, Files] = field(default_factory=dict)
    setting: Setting = field(default_factory=lambda: Setting({}, {}, {}))
    introduce: Callable[[Collection[str]], None] = lambda ids: None
    _articles: dict[str, Article] = field(default_factory=dict)
    _readings: dict[str, Reading] = field(default_factory=dict)
    _files: dict[str, Files] = field(default_factory=dict)
    _candidates: dict[str, dict[str, Candidate]] = field(default_factory=dict)
    _events: dict[str, Event] = field(default_factory=dict)

    def articles(self, ids: Iterable[str]) -> dict[str, Article]:
        ids = list(ids)
        self._articles |= self.library.articles([id_ for id_ in ids if id_ not in self._articles])
        return {id_: self._articles[id_] for id_ in ids}

    def readings(self, ids: Iterable[str]) -> dict[str, Reading]:
        ids = list(ids)
        self._readings |= self.library.readings([id_ for id_ in ids if id_ not in self._readings])
        return {id_: self._readings[id_] for id_ in ids}

    def files(self, ids: Iterable[str]) -> dict[str, Files]:
        """Returns what was read in articles, decisions applied."""
        ids = list(ids)
        new = [id_ for id_ in ids if id_ not in self._files and id_ not in self.ruled]
        articles, readings = self.articles(new), self.readings(new)
        self._files |= {id_: file_readings([articles[id_]], {id_: readings[id_]}, self.source_of) for id_ in new}
        return {id_: self.ruled[id_] if id_ in self.ruled else self._files[id_] for id_ in ids}

    def candidates(self, ids: Iterable[str]) -> dict[str, dict[str, Candidate]]:
        """Returns the reports of articles as merging sees them, by article and report id; scenarios are none."""
        ids = list(ids)
        files, articles = self.files(ids), self.articles(ids)
        self.introduce([id_ for id_ in ids if id_ not in self._candidates])
        for id_ in ids:
            if id_ not in self._candidates:
                reports = (filed for filed in files[id_].reports if filed.item.modality != "hypothetical")
                self._candidates[id_] = plan_what_is_off(candidate(filed, articles[id_], self.setting) for filed in reports)
        return {id_: self._candidates[id_] for id_ in ids}

    def add_events(self, events: Iterable[Event]) -> None:
        """Puts events there that were just made."""
        self._events |= {event.id: event for event in events}

    def events(self, ids: Iterable[str]) -> dict[str, Event]:
        ids = list(ids)
        self._events |= self.library.events([id_ for id_ in ids if id_ not in self._events])
        return {id_: self._events[id_] for id_ in ids}
