"""Words → the sentences, events and actors that hold them, on whichever full-text index the database has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import Connection

from parley.model import Article, Event
from parley.record.view import FiledActor

SENTENCES, ITEMS = "sentence_search", "item_search"
"""The tables of the index: what articles hold, and what the view does."""
TABLES = (SENTENCES, ITEMS)
PARTS = ("events", "actors")
"""The parts of a view whose items are found."""
_SENTENCE = re.compile(r"[^\s].*?(?:[.!?][\"”’)\]]*(?=\s)|$)", re.MULTILINE)
_TERM = re.compile(r'"([^"]*)"|(\S+)')


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found. `kind` is `sentence`, `event` or `actor`; the id of a sentence is its article's, `start` its offset there."""

    kind: str
    id: str
    start: int
    text: str


class Index(Protocol):
    """The full-text index of one kind of database. Letters match without their case and accents."""

    def create(self, connection: Connection) -> None:
        """Makes the empty tables."""

    def add(self, connection: Connection, table: str, entries: Sequence[Hit], numbers: Sequence[int] = ()) -> None:
        """Adds entries; those that have numbers can be forgotten by them."""

    def forget(self, connection: Connection, table: str, ids: Sequence[str], numbers: Sequence[int] = ()) -> None:
        """Takes out all entries with these ids or, where there are numbers, with those."""

    def clear(self, connection: Connection, table: str) -> None: ...

    def find(self, connection: Connection, terms: Sequence[str], limit: int) -> list[Hit]:
        """Returns what holds all `terms`, best first; a term of several words is a phrase."""


def index_article(index: Index, connection: Connection, article: Article) -> None:
    """Makes the sentences of an article that is not indexed yet findable; they are cut at full stops, for search alone."""
    found = [Hit("sentence", article.id, m.start(), _clean(m[0])) for m in _SENTENCE.finditer(article.text)]
    if found:
        index.add(connection, SENTENCES, found)


def forget_articles(index: Index, connection: Connection, ids: Iterable[str]) -> None:
    """Takes articles out of the index."""
    index.forget(connection, SENTENCES, list(ids))


def entry_of(item: object) -> Hit | None:
    """Returns what makes an item of a view findable; None for all but events and actors."""
    if isinstance(item, Event):
        place = item.where.name if item.where else ""
        names = " ".join((item.type, item.mode or "", *item.actors, *item.recipients, place))
        return Hit("event", item.id, 0, _clean(" ".join((names, *(e.span.text for e in item.evidence)))))
    if isinstance(item, FiledActor):
        return Hit("actor", item.id, 0, _clean(" ".join((*item.names, *item.actor.roles))))
    return None


def find(index: Index, connection: Connection, words: str, limit: int) -> tuple[Hit, ...]:
    """Returns what holds all of `words`, best first; nothing when there is no word in them."""
    terms = [m[1] if m[1] is not None else m[2] for m in _TERM.finditer(_clean(words))]
    terms = [term for term in terms if any(c.isalnum() for c in term)]
    return tuple(index.find(connection, terms, limit)) if terms else ()


def _clean(words: str) -> str:
    """Without lone surrogates and NULs, which no database takes."""
    return words.encode("utf-8", "replace").decode().replace("\0", " ")
