"""What the copies room takes in, and what of it is kept so that new pages meet old ones without re-reading them."""

from __future__ import annotations

from dataclasses import dataclass

from parley.copies.fingerprint import Fingerprint, fingerprint
from parley.model import Interval


@dataclass(frozen=True, slots=True)
class CopyInput:
    """An article to be compared with others.

    Args:
        id: the article's id.
        text: its clean text.
        published: when it was published, as far as known.
        agency: the agency it credits ("Reuters").
        publisher: who printed it.
        url: where it was found.
        canonical: the address it names as its original.
    """

    id: str
    text: str
    title: str | None = None
    published: Interval | None = None
    agency: str | None = None
    publisher: str | None = None
    url: str | None = None
    canonical: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """An article as the room remembers it: a fingerprint in place of the text."""

    print: Fingerprint
    published: Interval | None = None
    agency: str | None = None
    publisher: str | None = None
    url: str | None = None
    canonical: str | None = None

    @property
    def id(self) -> str:
        return self.print.article

    @classmethod
    def of(cls, article: CopyInput) -> Known:
        """Reads an article for the first and only time."""
        taken = fingerprint(article.id, article.text)
        return cls(taken, article.published, article.agency, article.publisher, article.url, article.canonical)
