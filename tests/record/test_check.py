"""A sound record has no faults, and each kind of damage is one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from invented import alone, held, planned, shelled

from parley.model import Article, Page
from parley.record import View, build_view, find_faults

WRITERS = [planned(), held(), shelled()]
PAGES = [Page(f"p{w.id}", f"{w.id}.txt", "text/plain", w.text) for w in WRITERS]
ARTICLES = [w.article for w in WRITERS]
VIEW = build_view(ARTICLES, {w.id: w.reading for w in WRITERS}, [], alone(*WRITERS))
Record = tuple[list[Page], list[Article], View]

OTHER_PAGE, OTHER_ARTICLE = replace(PAGES[0], raw="x"), replace(ARTICLES[0], text="Else.", pieces=())
OTHER_EVENT = replace(VIEW.events[0], id="e-0")

DAMAGE: list[tuple[str, Callable[[], Record], str]] = [
    ("a page is gone", lambda: (PAGES[1:], ARTICLES, VIEW), "there is no page pa1"),
    ("a page says something else", lambda: ([OTHER_PAGE, *PAGES[1:]], ARTICLES, VIEW), "does not hold its text"),
    ("an article is gone", lambda: (PAGES, ARTICLES[1:], VIEW), "cites article a1"),
    ("an article says something else", lambda: (PAGES, [OTHER_ARTICLE, *ARTICLES[1:]], VIEW), "does not hold"),
    ("a source is gone", lambda: (PAGES, ARTICLES, replace(VIEW, sources=VIEW.sources[1:])), "there is no source s-a1"),
    ("a report is gone", lambda: (PAGES, ARTICLES, replace(VIEW, reports=VIEW.reports[1:])), "there is no report"),
    (
        "an id is not of the content",
        lambda: (PAGES, ARTICLES, replace(VIEW, events=(OTHER_EVENT,))),
        "not the id of its reports",
    ),
    ("an id names two items", lambda: (PAGES, ARTICLES, replace(VIEW, claims=VIEW.claims * 2)), "names 2 items"),
]


def test_a_sound_record() -> None:
    assert find_faults(PAGES, ARTICLES, VIEW) == ()


@pytest.mark.parametrize(("damage", "words"), [row[1:] for row in DAMAGE], ids=[row[0] for row in DAMAGE])
def test_damage(damage: Callable[[], Record], words: str) -> None:
    assert any(words in fault for fault in find_faults(*damage()))
