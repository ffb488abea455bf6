"""A page's bytes with what its container says of it → a page, or the issue that keeps it from being one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from parley.model import Interval, Issue, Page, PageError, identify
from parley.pages.decode import decode
from parley.pages.limits import MAX_PAGE_BYTES, MEGABYTE

_HTML = re.compile(r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)*<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Fetched:
    """One page as its container holds it. `content` is bytes still to be decoded, or text; `media` may be unknown."""

    path: str
    content: bytes | str
    media: str | None = None
    charset: str | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: Interval | None = None
    fetched: Interval | None = None


def as_pages(item: Fetched | Issue, published: Mapping[str, Interval]) -> Iterator[Page | Issue]:
    """Yields the page of `item`, and an issue where it cannot be read or lost characters in decoding.

    Args:
        item: the page's content, or an issue, which is passed on.
        published: publication dates the user gives, by file name or page path; they beat the container's.
    """
    if isinstance(item, Issue):
        yield item
        return
    try:
        text, damaged = _text_of(item)
    except PageError as error:
        yield Issue(item.path, error.stage, str(error))
        return
    if damaged:
        yield Issue(item.path, "read", f"{damaged} characters are not valid UTF-8 and were replaced")
    yield _page(item, text, published)


def file_name(path: str) -> str:
    """Returns the last part of a path, with which ids are made, so that moving a folder changes none."""
    return PurePath(path.replace("\\", "/")).name or path


def too_large(size: int | None = None) -> PageError:
    """The error for a page over the size limit; `size` in bytes if known."""
    told = f" ({size // MEGABYTE} MB)" if size else ""
    return PageError("read", f"the page is larger than {MAX_PAGE_BYTES // MEGABYTE} MB{told}")


def _text_of(item: Fetched) -> tuple[str, int]:
    if len(item.content) > MAX_PAGE_BYTES:
        raise too_large(len(item.content))
    if isinstance(item.content, bytes):
        decoded = decode(item.content, item.charset)
        return decoded.text, decoded.damaged
    if not item.content.strip():
        raise PageError("read", "the page is empty")
    return item.content.encode("utf-8", "replace").decode("utf-8"), 0


def _page(item: Fetched, text: str, published: Mapping[str, Interval]) -> Page:
    name = file_name(item.path)
    given = next((published[key] for key in (item.path, name, name.partition("#")[0]) if key in published), None)
    media = item.media or ("text/html" if _HTML.match(text[:2000]) else "text/plain")
    return Page(
        id=identify("p", name, text),
        path=item.path,
        media=media,
        raw=text,
        url=item.url,
        title=item.title,
        publisher=item.publisher,
        published=given or item.published,
        fetched=item.fetched,
    )
