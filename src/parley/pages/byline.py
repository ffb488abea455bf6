"""A page's metadata and its lines around the headline → the author as printed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from parley.lexicon.agencies import agency_spellings
from parley.pages.markup import Head

_META_KEYS = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "citation_author",
    "byl",
    "twitter:creator",
)
_NAME = r"[A-ZÀ-Ý][\w.'’-]*(?: (?:(?:de|van|von|al|el|bin|da|di|la|le|der)[ -])?[A-ZÀ-Ý][\w.'’-]*){0,4}"
_LINE = re.compile(
    r"\W{0,3}(?i:(?:written |reported |posted |story |words |text |published )?by:?|author:|reporter:)\s+"
    rf"(?P<names>{_NAME}(?:(?:,| and| &|, and) {_NAME}){{0,4}})(?:\s*[|,·•–—/-].{{0,80}}|\s+(?:in|for|on)\b.{{0,80}})?"
)
_MAX_CHARS = 120
_NOBODY = re.compile(
    r"https?:|www\.|@|^(?:admin|administrator|editor|staff|news desk|web desk|author|unknown|guest|none|null|user\d*)$", re.IGNORECASE
)


def find_byline(head: Head | None, near: Sequence[str]) -> str | None:
    """Returns the author or authors, joined with ", ", or None.

    Args:
        head: the metadata of an HTML page.
        near: the lines around the headline that are not the article.
    """
    stated = _from_data(head) if head else None
    return stated or next(
        (m["names"] for line in near if len(line) <= _MAX_CHARS and (m := _LINE.fullmatch(line.strip())) and not _is_agency(m["names"])), None
    )


def _from_data(head: Head) -> str | None:
    for item in head.data:
        names = [name for name in _names(item.get("author")) if _is_person(name)]
        if names:
            return ", ".join(dict.fromkeys(names))
    return next((value for key in _META_KEYS if (value := head.meta.get(key)) and _is_person(value)), None)


def _names(author: object) -> list[str]:
    if isinstance(author, str):
        return [author.strip()]
    if isinstance(author, Mapping):
        return _names(author.get("name"))
    if isinstance(author, list):
        return [name for one in author[:10] for name in _names(one)]
    return []


def _is_person(name: str) -> bool:
    return 2 < len(name) <= _MAX_CHARS and not _NOBODY.search(name)


def _is_agency(name: str) -> bool:
    return name in agency_spellings()
