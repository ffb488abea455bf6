"""An article → its brief: what must be known of each article at every build, without the text."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from parley.model import Article, Interval, identify
from parley.model.codec import dump


@dataclass(frozen=True, slots=True)
class Brief:
    """All of an article but what is long.

    Args:
        digest: of the whole article.
        words: of its text alone, on which a reading depends.
    """

    id: str
    page: str
    digest: str
    words: str
    title: str | None = None
    published: Interval | None = None
    publisher: str | None = None
    agency: str | None = None
    language: str | None = None
    url: str | None = None

    @classmethod
    def of(cls, article: Article) -> Brief:
        a = article
        digest = identify("b", dump(a, Article))
        return cls(a.id, a.page, digest, identify("w", a.text), a.title, a.published, a.publisher, a.agency, a.language, a.url)


def read_briefs(values: Iterable[str]) -> tuple[Brief, ...]:
    """Returns what `dump` made of briefs, all at once: there are as many as articles, and every build reads them.

    Raises:
        ValueError: when one is damaged.
    """
    intervals: dict[str, Interval] = {}
    found = []
    try:
        for row in json.loads(f"[{','.join(values)}]"):
            if days := row.get("published"):
                name = f"{days['first']} {days['last']} {days['how']}"
                if name not in intervals:
                    intervals[name] = Interval(date.fromisoformat(days["first"]), date.fromisoformat(days["last"]), days["how"])
                row["published"] = intervals[name]
            found.append(Brief(**row))
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(f"not a stored Brief: {error}") from error
    return tuple(found)
