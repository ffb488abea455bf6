"""A record as it is now → everything the server shows of it, made once for each state of the record and part by part when asked for."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from functools import cached_property

from parley.model import Article, Issue, Page
from parley.publish.copy_trees import Passage, Tree, make_passages, make_trees
from parley.publish.index import Index, Links, make_index
from parley.publish.page_views import PageView, UnreadPage, page_views, unread_pages
from parley.publish.people import ActorRow, PlaceRow, make_actors, make_places
from parley.publish.story_views import StoryView, make_stories
from parley.record import Decision, Run, View
from parley.record.export import Line, export_lines
from parley.record.view import with_dates
from parley.store import Location, open_record

LINKS = Links(pages="/pages/{}", sources="/sources")


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

    @cached_property
    def index(self) -> Index:
        return make_index(self.pages, self.articles, self.view, LINKS)

    @cached_property
    def stories(self) -> tuple[StoryView, ...]:
        return make_stories(self.index, self.view)

    @cached_property
    def trees(self) -> tuple[Tree, ...]:
        return make_trees(self.index, self.view)

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
    def sheets(self) -> Mapping[str, PageView]:
        """Every page that holds an article, by its tag (`p3`)."""
        return {page.id: page for page in page_views(self.index, self.view)}

    @cached_property
    def unread(self) -> tuple[UnreadPage, ...]:
        return unread_pages(self.pages, self.articles, self.issues)

    @cached_property
    def lines(self) -> Mapping[str, Line]:
        """Every line of the record's export by its id, in the order of the export."""
        lines = export_lines(self.pages, self.articles, self.view, self.issues, self.decisions, self.runs)
        return {str(line["id"]): line for line in lines}

    def story(self, record_id: str) -> StoryView | None:
        return next((story for story in self.stories if story.record_id == record_id), None)


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
