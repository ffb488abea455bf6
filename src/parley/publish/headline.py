"""A record → the figures at its top, each with the way to what it counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from parley.publish.story_views import StoryView


@dataclass(frozen=True, slots=True)
class Count:
    """`number` of `word`s; `href` leads to the first of them and is empty when there are none."""

    number: int
    word: str
    href: str


def make_counts(stories: Sequence[StoryView], issues: int, undated: Sequence[str] = ()) -> tuple[Count, ...]:
    """Counts what the stories hold, what belongs to no story included.

    Args:
        undated: the anchors of pages whose date is not known; they are counted where there are any.
    """
    real = [s for s in stories if not s.is_rest]
    dateless = [_count(len(undated), "page without a date", "pages without a date", f"#{undated[0]}")] if undated else []
    return (
        _count(len(real), "story", "stories", f"#{real[0].id}" if real else ""),
        _over(stories, "event", lambda s: len(s.events), "events"),
        _over(stories, "casualty claim", lambda s: s.claims, "figures"),
        _over(stories, "disagreement", lambda s: len(s.quarrels), "disagreements"),
        _over(stories, "next step", lambda s: len(s.steps), "steps"),
        *dateless,
        _count(issues, "issue", "issues", "#issues"),
    )


def _over(stories: Sequence[StoryView], word: str, size: Callable[[StoryView], int], part: str) -> Count:
    first = next((s.id for s in stories if size(s)), "")
    return _count(sum(size(s) for s in stories), word, word + "s", f"#{first}-{part}")


def _count(number: int, one: str, many: str, href: str) -> Count:
    return Count(number, one if number == 1 else many, href if number else "")
