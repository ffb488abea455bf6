"""A record as it is now → everything the server shows of it, made once for each state of the record and part by part when asked for."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from parley.model import Article, Issue, Page
from parley.publish.copy_trees import Forest, Passage, Tree, make_forest, make_passages
from parley.publish.event_views import EventView, event_views
from parley.publish.index import Index, Links, make_index
from parley.publish.page_views import PageView, UnreadPage, cited_stretches, page_view, unread_pages
from parley.publish.people import ActorRow, PlaceRow, make_actors, make_places
from parley.publish.segments import Mark
from parley.publish.story_views import Part, StoryView, make_parts, make_story
from parley.record import Change, Decision, Run, View, diff
from parley.record.export import Line, export_lines
from parley.record.view import with_dates
from parley.server.query import Catalogue, make_catalogue
from parley.store import Location, open_record

LINKS = Links(pages="/pages/{}", sources="/sources/{}", items="/items/{}", search="/items")

T = TypeVar("T")


class Snapshot:
    """A record as one state of it left it; nothing in it ever changes."""

    def __init__(
        self,
        version: str,
        pages: Sequence[Page],
        articles: Sequence[Article],
        view: View,
        issues: Sequence[Issue],
        decisions: Sequence[Decision],
        runs: Sequence[Run],
    ) -> None:
        self.version, self.pages, self.view = version, pages, view
        self.articles, self.issues, self.decisions, self.runs = with_dates(articles, view), issues, decisions, runs
        self._made: dict[object, object] = {}
        self._lock = threading.RLock()

    @cached_property
    def index(self) -> Index:
        return make_index(self.pages, self.articles, self.view, LINKS)

    @cached_property
    def parts(self) -> Mapping[str, Part]:
        """What belongs to each story, by its id in the record; the rest has an empty one."""
        return {part.story.id: part for part in make_parts(self.index, self.view)}

    @cached_property
    def forest(self) -> Forest:
        return make_forest(self.index, self.view)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        return make_passages(self.index, self.view.links)

    @cached_property
    def actors(self) -> tuple[ActorRow, ...]:
        return make_actors(self.index, self.view.actors, self.view.events)

    @cached_property
    def places(self) -> tuple[PlaceRow, ...]:
        return make_places(self.index, self.view.places, self.view.events)

    @cached_property
    def unread(self) -> tuple[UnreadPage, ...]:
        return unread_pages(self.pages, self.articles, self.issues)

    @cached_property
    def lines(self) -> Mapping[str, Line]:
        """Every line of the record's export by its id, in the order of the export."""
        lines = export_lines(self.pages, self.articles, self.view, self.issues, self.decisions, self.runs)
        return {str(line["id"]): line for line in lines}

    @cached_property
    def catalogue(self) -> Catalogue:
        return make_catalogue(self.lines.values())

    @cached_property
    def cited(self) -> Mapping[str, Sequence[Mark]]:
        return cited_stretches(self.index, self.view)

    def story(self, part: Part) -> StoryView:
        return self._once(("story", part.story.id), lambda: make_story(self.index, self.view, part))

    def event(self, id_: str) -> EventView | None:
        """Returns what each source says of an event, None when nothing of that id is one."""
        event = next((e for e in self.view.events if e.id == id_), None)
        return event_views(self.index, [event], {})[0] if event else None

    def tree(self, tag: str) -> Tree | None:
        """Returns the copy tree of the source with this tag (`S3`), the words of its copies compared."""
        members = next((ids for ids in self.forest.members if self.index.source(ids[0]).tag == tag), None)
        return None if members is None else self._once(("tree", tag), lambda: self.forest.tree(members))

    def sheet(self, tag: str) -> PageView | None:
        """Returns the page with this tag (`p3`) in full."""
        article = next((a for a in self.index.articles.values() if f"p{self.index.numbers[a.id]}" == tag), None)
        return None if article is None else page_view(self.index, article, self.cited[article.id])

    def changes_since(self, run: str, location: Location) -> tuple[Change, ...]:
        """Returns what came, went or changed since a run."""

        def compare() -> tuple[Change, ...]:
            with open_record(location) as record:
                return diff(record.view_at(run), self.view)

        return self._once(("changes", run), compare)

    def _once(self, key: object, make: Callable[[], T]) -> T:
        """Works something out the first time it is asked for."""
        with self._lock:
            if key not in self._made:
                self._made[key] = make()
            found: T = self._made[key]  # type: ignore[assignment]  # a key always stands for one kind of thing
            return found


class LiveRecord:
    """A record, read anew only when somebody has changed it.

    Raises:
        RecordError: when there is no readable record at `location`.
    """

    def __init__(self, location: Location) -> None:
        self.location = location
        self._lock = threading.Lock()
        self._snapshot: Snapshot | None = None
        self.snapshot()

    def version(self) -> str:
        """Returns what tells this state of the record from any other."""
        with open_record(self.location) as record:
            return record.version()

    def snapshot(self) -> Snapshot:
        with self._lock, open_record(self.location) as record:
            if self._snapshot is None or self._snapshot.version != record.version():
                with record.reading():
                    self._snapshot = Snapshot(
                        record.version(), record.pages(), record.articles(), record.view(), record.issues(), record.decisions(), record.runs()
                    )
            return self._snapshot
