"""JSON Lines → pages: one object a line, with `id`, one of `text`, `raw` or `html`, and what else is known of the page."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import BinaryIO

from parley.model import Interval, Issue, PageError
from parley.pages.fetched import Fetched
from parley.pages.limits import MAX_LINE_BYTES, MEGABYTE

_KNOWN_MEDIA = {"text/html", "text/plain"}


def read_jsonl(name: str, stream: BinaryIO | gzip.GzipFile) -> Iterator[Fetched | Issue]:
    """Yields one page for each line; a bad line becomes an issue named `NAME#n`, lines counted from 1. Blank lines are passed over."""
    for number, line in enumerate(_lines(stream), 1):
        path = f"{name}#{number}"
        try:
            if line is None:
                raise PageError("read", f"the line is longer than {MAX_LINE_BYTES // MEGABYTE} MB")
            if line.strip():
                yield _page_of(line, path)
        except PageError as error:
            yield Issue(path, error.stage, str(error))


def _lines(stream: BinaryIO | gzip.GzipFile) -> Iterator[bytes | None]:
    """Yields lines in bounded memory; None for a line over the limit, whose rest is skipped."""
    while line := stream.readline(MAX_LINE_BYTES):
        if line.endswith(b"\n") or len(line) < MAX_LINE_BYTES:
            yield line
            continue
        while (rest := stream.readline(MEGABYTE)) and not rest.endswith(b"\n"):
            pass
        yield None


def _page_of(line: bytes, path: str) -> Fetched:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise PageError("read", f"the line is not JSON: {str(error)[:120]}") from None
    if not isinstance(found, dict):
        raise PageError("read", "the line is not a JSON object")
    content, media = _content(found)
    name = found.get("id")
    return Fetched(
        path=str(name) if isinstance(name, str | int) and str(name) else path,
        content=content,
        media=media,
        url=_word(found, "url"),
        title=_word(found, "title"),
        publisher=_word(found, "publisher"),
        published=published_of(found.get("published")),
    )


def _content(found: Mapping[str, object]) -> tuple[str, str | None]:
    """Returns the text and its media type; `media` given beats what the field's name says."""
    given = found.get("media")
    media = given.partition(";")[0].strip().lower() if isinstance(given, str) else None
    if media is not None and media not in _KNOWN_MEDIA:
        raise PageError("read", f"media is {media!r}, not text/html or text/plain")
    for field, kind in (("text", "text/plain"), ("html", "text/html"), ("raw", None)):
        content = found.get(field)
        if isinstance(content, str) and content.strip():
            return content, media or kind
    raise PageError("read", "the line has no text: none of text, raw and html is a string with words in it")


def _word(found: Mapping[str, object], field: str) -> str | None:
    value = found.get(field)
    return value.strip() or None if isinstance(value, str) else None


def published_of(value: object, how: str = "user") -> Interval | None:
    """Reads a publication date: an ISO day or time, an RFC 2822 time, an object with `first` and `last`, or null.

    Raises:
        PageError: when it is none of these.
    """
    if value is None or value == "":
        return None
    try:
        if isinstance(value, Mapping):
            return Interval(_day(str(value["first"])), _day(str(value["last"])), how)
        return Interval.day(_day(str(value)), how)
    except (ValueError, KeyError, TypeError, IndexError):
        raise PageError("read", f"published is not a date: {str(value)[:60]!r}") from None


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        moment: datetime = parsedate_to_datetime(text)
        return moment.date()
