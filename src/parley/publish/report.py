"""A record → one self-contained HTML file.

Everything on it is a fixed label or was on a page. The style sheet and the one script stand in the file, both allowed by
their hash alone; nothing is ever loaded, so the file can be mailed, archived and opened without a network.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from parley.model import Article, Issue, Page
from parley.publish.copy_trees import Passage, Tree, make_passages, make_trees
from parley.publish.headline import Count, make_counts
from parley.publish.index import Links, make_index
from parley.publish.labels import LANES, count, reason_label
from parley.publish.page_views import PageView, UnreadPage, page_views, unread_pages
from parley.publish.people import ActorRow, PlaceRow, make_actors, make_places
from parley.publish.story_views import StoryView, make_stories
from parley.record import Run, View

_UNFIT = re.compile("[\ud800-\udfff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
"""What no HTML file may hold: half characters and control characters."""


@dataclass(frozen=True, slots=True)
class ReportView:
    """All that the templates write."""

    page_count: int
    source_count: int
    counts: tuple[Count, ...]
    stories: tuple[StoryView, ...]
    actors: tuple[ActorRow, ...]
    places: tuple[PlaceRow, ...]
    trees: tuple[Tree, ...]
    passages: tuple[Passage, ...]
    pages: tuple[PageView, ...]
    unread: tuple[UnreadPage, ...]
    issues: tuple[Issue, ...]
    run: Run | None
    runs: int


def render_report(pages: Sequence[Page], articles: Sequence[Article], view: View, issues: Sequence[Issue], runs: Sequence[Run]) -> str:
    """Writes a record as one HTML page.

    Args:
        pages: every page of the record, read or not.
        articles: the articles of those that could be read.
        view: what the articles together say.
        issues: what went wrong on the way.
        runs: the executions that made the record; the last one gives the date and the versions in the footer.

    Returns:
        the whole file as text. The same record gives the same text.
    """
    report = make_report(pages, articles, view, issues, runs)
    style, script = asset("style.css"), asset("report.js")
    html = environment().get_template("report.html.j2").render(
        report=report, at=Links(), style=Markup(style), script=Markup(script), style_hash=_hash(style), script_hash=_hash(script)
    )  # fmt: skip
    return without_unfit(html)


def make_report(pages: Sequence[Page], articles: Sequence[Article], view: View, issues: Sequence[Issue], runs: Sequence[Run]) -> ReportView:
    """Builds what the templates write, without writing it."""
    index = make_index(pages, articles, view)
    stories = make_stories(index, view)
    sheets = page_views(index, view)
    last = max(runs, key=lambda r: r.started, default=None)
    return ReportView(
        page_count=len(pages),
        source_count=len(index.sources),
        counts=make_counts(stories, len(issues), [sheet.id for sheet in sheets if sheet.is_undated]),
        stories=stories,
        actors=make_actors(index, view.actors, view.events),
        places=make_places(index, view.places, view.events),
        trees=make_trees(index, view),
        passages=make_passages(index, view.links),
        pages=sheets,
        unread=unread_pages(pages, articles, issues),
        issues=tuple(issues),
        run=last,
        runs=len(runs),
    )


def without_unfit(html: str) -> str:
    """Replaces what no HTML file may hold."""
    return _UNFIT.sub("\ufffd", html)


def asset(name: str) -> str:
    return resources.files("parley.publish").joinpath("templates", name).read_text(encoding="utf-8").strip()


def _hash(text: str) -> str:
    """The digest by which a content security policy knows an inline style or script."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def environment(*packages: str) -> Environment:
    """Returns the templates of the report, and those of further packages, which are looked up first."""
    environment = Environment(
        loader=ChoiceLoader([PackageLoader(package) for package in (*packages, "parley.publish")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"reason": reason_label}
    environment.globals |= {"count": count, "lanes": LANES}
    return environment
