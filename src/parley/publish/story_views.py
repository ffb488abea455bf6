"""A view → its stories, each with its timeline, events, figures, disagreements, next steps, statements and network."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from parley.model import Disagreement, Event, Story
from parley.publish.chart import Chart, make_charts
from parley.publish.days import span_label
from parley.publish.event_views import EventView, event_views
from parley.publish.index import Index, SourceName
from parley.publish.labels import clip
from parley.publish.ledger import CASUALTIES, Measure, by_measure, make_ledger
from parley.publish.map import Map, make_map
from parley.publish.network import Network, make_network
from parley.publish.quarrels import Quarrel, make_quarrels
from parley.publish.speech import Speaker, make_speakers
from parley.publish.steps import Step, make_steps
from parley.publish.timeline import DayRow, Picture, make_days, make_picture
from parley.record import View

REST = "Outside any story"


@dataclass(frozen=True, slots=True)
class StoryView:
    """One story as it is shown. `id` is its anchor, `record_id` its id in the record, empty for what belongs to no story."""

    id: str
    record_id: str
    title: str
    is_rest: bool
    span: str
    articles: tuple[tuple[str, str, str, str], ...]
    sources: tuple[SourceName, ...]
    happenings: int
    picture: Picture | None
    days: tuple[DayRow, ...]
    events: tuple[EventView, ...]
    claims: int
    casualties: tuple[Measure, ...]
    others: tuple[Measure, ...]
    charts: tuple[Chart, ...]
    quarrels: tuple[Quarrel, ...]
    steps: tuple[Step, ...]
    speakers: tuple[Speaker, ...]
    network: Network | None
    map: Map | None


@dataclass(frozen=True, slots=True)
class Part:
    """What belongs to one story: everything read in its articles, and its events. `number` is its rank, from 1."""

    number: int
    story: Story
    is_rest: bool
    events: tuple[Event, ...]
    disagreements: tuple[Disagreement, ...]

    @property
    def title(self) -> str:
        return clip(self.story.title, 160) or REST

    @property
    def span(self) -> str:
        """The days of the story in words, empty when none is known."""
        if self.story.first is None:
            return ""
        return span_label(date.fromisoformat(self.story.first), date.fromisoformat(self.story.last or self.story.first))


def make_stories(index: Index, view: View) -> tuple[StoryView, ...]:
    """Returns the stories, the largest first; what belongs to none comes last, under a heading of its own."""
    return tuple(make_story(index, view, part) for part in make_parts(index, view))


def make_parts(index: Index, view: View) -> tuple[Part, ...]:
    """Tells which events, articles and disagreements belong to which story, in the same order, and works nothing out yet."""
    found = [(s, events, quarrels) for s, events, quarrels in _belongings(index, view) if s.articles or events]
    return tuple(Part(n, s, s.id == "", events, quarrels) for n, (s, events, quarrels) in enumerate(found, 1))


def _belongings(index: Index, view: View) -> Iterator[tuple[Story, tuple[Event, ...], tuple[Disagreement, ...]]]:
    stories = sorted(view.stories, key=lambda s: (-len(s.articles), s.first or "~", s.id))
    told, happened = {a for s in stories for a in s.articles}, {e for s in stories for e in s.events}
    rest_articles = tuple(a for a in index.articles if a not in told)
    rest_events = tuple(e.id for e in view.events if e.id not in happened)
    rest = Story("", REST, (), rest_events, rest_articles, tuple(dict.fromkeys(index.source_of[a] for a in rest_articles)), None, None)
    every = [*stories, rest]
    home = _homes(view, every)
    disputed: dict[str, list[Disagreement]] = defaultdict(list)
    for d in view.disagreements:
        disputed[next((home[a] for a in d.about if a in home), "")].append(d)
    events = {e.id: e for e in view.events}
    for story in every:
        yield story, tuple(events[e] for e in story.events if e in events), tuple(disputed[story.id])


def _homes(view: View, stories: Sequence[Story]) -> dict[str, str]:
    """Event or claim id → id of its story."""
    of_article = {a: s.id for s in stories for a in s.articles}
    return {e: s.id for s in stories for e in s.events} | {c.id: of_article[c.article] for c in view.claims if c.article in of_article}


def make_story(index: Index, view: View, part: Part) -> StoryView:
    """Works out everything shown of one story."""
    numbers = {d.id: n for n, d in enumerate(view.disagreements, 1)}
    story, inside = part.story, set(part.story.articles)
    disputes: dict[str, list[str]] = defaultdict(list)
    for d in part.disagreements:
        for about in d.about:
            disputes[about].append(f"d{numbers[d.id]}")
    events = event_views(index, part.events, disputes)
    claims = [c for c in view.claims if c.article in inside]
    figures = make_ledger(index, claims)
    measures = by_measure(figures)
    known = {e.id: (e.id, "event") for e in events} | {c: (f.id, f"figure {f.bounds}") for f in figures for c in f.claims}
    follow_ups = {f.commitment: f for f in view.follow_ups}
    return StoryView(
        id=f"s{part.number}",
        record_id=story.id,
        title=part.title,
        is_rest=part.is_rest,
        span=part.span,
        articles=_articles(index, story),
        sources=index.sources_of(story.articles),
        happenings=len(story.happenings),
        picture=make_picture(part.events, events),
        days=make_days(index, view.timeline, events),
        events=events,
        claims=sum(c.item.measure in CASUALTIES for c in claims),
        casualties=tuple(m for m in measures if m.name in CASUALTIES),
        others=tuple(m for m in measures if m.name not in CASUALTIES),
        charts=make_charts(figures),
        quarrels=make_quarrels(index, part.disagreements, numbers, known),
        steps=make_steps(index, [c for c in view.commitments if c.article in inside], follow_ups),
        speakers=make_speakers(index, [s for s in view.statements if s.article in inside]),
        network=make_network(events),
        map=make_map(part.events),
    )


def _articles(index: Index, story: Story) -> tuple[tuple[str, str, str, str], ...]:
    """Page anchor, title, publisher and source tag of each article, in the order of the pages."""
    found = [index.articles[a] for a in sorted((a for a in story.articles if a in index.numbers), key=index.numbers.__getitem__)]
    return tuple((f"p{index.numbers[a.id]}", index.title(a), index.publisher(a), index.source(a.id).tag) for a in found)
