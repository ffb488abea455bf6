"""A small record → a large one of the same shape: its articles and all that was read in them, told over and over of other people at other times.

Each copy gets ids of its own and lies some weeks later. Copies belong to a few conflicts of very different size: within one the people are the
same, and the copies' main stories are one long story; between conflicts the vowels of every text are exchanged, so that names, words and sentences
differ while every offset stays right. Nothing is read anew, which makes two thousand articles in a minute; what a real build makes of so many pages
may be merged more or less.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import TypeVar

from parley.model import Article, Page, Story
from parley.model.codec import dump, load
from parley.record import FiledActor, FiledPlace, View
from parley.store import open_record

T = TypeVar("T")
_ID, _DAY = re.compile(r"[a-z]+-[0-9a-f]{16}"), re.compile(r"\d{4}-\d\d-\d\d")
_TURNS = ("aeiou", "eioua", "iouae", "ouaei", "uaeio")
_CODES = {
    "how",
    "type",
    "mode",
    "modality",
    "kind",
    "verdict",
    "slot",
    "measure",
    "precision",
    "status",
    "certainty",
    "rule",
    "sector",
    "language",
    "media",
}


@dataclass(frozen=True, slots=True)
class Copy:
    """The n-th telling: of which conflict, and how many days later."""

    number: int
    conflict: int
    later: timedelta

    def of(self, value: T, hint: type[T]) -> T:
        """Returns the value as this copy tells it."""
        return load(json.dumps(self._told(json.loads(dump(value, hint)))), hint)

    def _told(self, value: object, key: str = "") -> object:
        if isinstance(value, dict):
            return {name: self._told(part, name) for name, part in value.items()}
        if isinstance(value, list):
            return [self._told(part, key) for part in value]
        return self._word(value) if isinstance(value, str) and key not in _CODES else value

    def _word(self, text: str) -> str:
        if _ID.fullmatch(text):
            return f"{text.partition('-')[0]}-{sha256(f'{text} {self.number}'.encode()).hexdigest()[:16]}"
        if _DAY.fullmatch(text):
            return (date.fromisoformat(text) + self.later).isoformat()
        return text.translate(str.maketrans(_TURNS[0], _TURNS[self.conflict % len(_TURNS)]))


def conflict_of(number: int, copies: int) -> int:
    """Half of the copies tell of the first conflict, half of the rest of the second, and so on; the last takes what remains."""
    left, conflict = copies, 0
    while conflict < len(_TURNS) - 1 and number >= copies - left // 2:
        left, conflict = left // 2, conflict + 1
    return conflict


def enlarge(small: Path, large: Path, copies: int) -> None:
    """Writes the record `large`, which holds the articles of `small` as many times as asked for."""
    with open_record(small) as record:
        pages, articles, view, runs = record.pages(), record.articles(), record.view(), record.runs()
    made = [Copy(n, conflict_of(n, copies), timedelta(days=17 * n)) for n in range(copies)]
    with open_record(large, create=True) as record:
        for copy in made:
            by_id = {page.id: page for page in (replace(copy.of(p, Page), path=f"{copy.number}/{p.path}") for p in pages)}
            with record.batch():
                for article in articles:
                    told = copy.of(article, Article)
                    record.add_page(by_id[told.page], told)
        record.replace_view(_joined([(copy, copy.of(view, View)) for copy in made]))
        record.add_run(runs[-1])
        record.add_run(replace(runs[-1], started="2030-01-01T00:00:00+00:00"))


def _joined(told: Sequence[tuple[Copy, View]]) -> View:
    whole = {f.name: tuple(chain.from_iterable(getattr(view, f.name) for _, view in told)) for f in fields(View)}
    joined = View(**whole)
    return replace(joined, actors=_one_each(joined.actors), places=_one_each(joined.places), stories=tuple(_stories(told)))


def _one_each(filed: Iterable[T]) -> tuple[T, ...]:
    """Actors and places of one name are one."""
    groups: dict[object, list[FiledActor | FiledPlace]] = defaultdict(list)
    for item in filed:
        assert isinstance(item, FiledActor | FiledPlace)
        groups[item.actor.name if isinstance(item, FiledActor) else item.place.name].append(item)
    return tuple(
        replace(group[0], articles=tuple(a for i in group for a in i.articles), evidence=tuple(e for i in group for e in i.evidence))  # type: ignore[misc]
        for group in groups.values()
    )


def _stories(told: Sequence[tuple[Copy, View]]) -> Iterable[Story]:
    long: dict[int, list[Story]] = defaultdict(list)
    for copy, view in told:
        largest = max(view.stories, key=lambda s: len(s.articles))
        long[copy.conflict].append(largest)
        yield from (story for story in view.stories if story is not largest)
    for parts in long.values():
        yield replace(
            parts[0],
            **{name: tuple(chain.from_iterable(getattr(p, name) for p in parts)) for name in ("happenings", "events", "articles", "sources")},
            last=max(p.last or "" for p in parts) or None,
        )
