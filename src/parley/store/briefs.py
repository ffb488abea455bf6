"""An article → its brief: what must be known of each article at every build, without the text."""

from __future__ import annotations

from dataclasses import dataclass

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
