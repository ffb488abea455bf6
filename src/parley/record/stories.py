"""Groups of articles → stories: titled with words of their own articles, with their events and days."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from parley.model import Article, Story, identify

_WORD = re.compile(r"[^\W\d_]{3,}")
_SENTENCE_END = re.compile(r"[.!?](?:\s|$)|\n")
_LONGEST = 120
"""Characters of a title cut from a text."""


class Told(NamedTuple):
    """What a story must know of an event."""

    id: str
    when: tuple[date, date] | None
    modality: str
    historical: bool


def make_story(happenings: Sequence[Sequence[str]], articles: Mapping[str, Article], events: Iterable[Told], source_of: Mapping[str, str]) -> Story:
    """Describes a story.

    Args:
        happenings: its articles, group by group.
        articles, source_of: article id → article, and id of its source.
        events: those that its articles tell of; one may be named several times.
    """
    members = sorted(id_ for group in happenings for id_ in group)
    told = sorted(set(events), key=_by_day)
    first, last = _days([articles[id_] for id_ in members], told)
    return Story(
        id=identify("y", *members),
        title=choose_title([articles[id_] for id_ in members]),
        happenings=_in_time([tuple(group) for group in happenings], articles),
        events=tuple(e.id for e in told),
        articles=tuple(members),
        sources=tuple(sorted({source_of[id_] for id_ in members})),
        first=first,
        last=last,
    )


def _by_day(event: Told) -> tuple[bool, date, str]:
    return event.when is None, event.when[0] if event.when else date.max, event.id


def choose_title(articles: Iterable[Article]) -> str:
    """Returns the title that says most of what the others say too, or the first words of a text when none has a title.

    Nothing is made up: it is a title of one of the articles, or a piece of its text.
    """
    titles = sorted({" ".join(a.title.split()) for a in articles if a.title and a.title.strip()})
    if not titles:
        texts = sorted(" ".join(_SENTENCE_END.split(a.text.strip(), maxsplit=1)[0].split()) for a in articles)
        return _cut(next((text for text in texts if text), ""))
    words = {title: {w.casefold() for w in _WORD.findall(title)} for title in titles}
    shared = Counter(word for found in words.values() for word in found)

    def centrality(title: str) -> float:
        return sum(shared[w] - 1 for w in words[title]) / (len(words[title]) + 3)

    return min(titles, key=lambda title: (-centrality(title), len(title), title))


def _cut(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    return text[:_LONGEST].rsplit(" ", 1)[0] + "…"


def _days(articles: Iterable[Article], events: Iterable[Told]) -> tuple[str | None, str | None]:
    """First and last day of publication; where no article is dated, of its asserted events."""
    spans = [(a.published.first, a.published.last) for a in articles if a.published is not None]
    spans = spans or [e.when for e in events if e.when is not None and e.modality == "asserted" and not e.historical]
    if not spans:
        return None, None
    return min(first for first, _ in spans).isoformat(), max(last for _, last in spans).isoformat()


def _in_time(groups: Iterable[tuple[str, ...]], articles: Mapping[str, Article]) -> tuple[tuple[str, ...], ...]:
    def first_day(group: tuple[str, ...]) -> str:
        return min((p.first.isoformat() for id_ in group if (p := articles[id_].published) is not None), default="9999")

    return tuple(sorted(groups, key=lambda group: (first_day(group), group)))
