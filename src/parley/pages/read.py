"""Files, folders, archives and standard input → a stream of pages, with one issue for each page that cannot be read."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from parley.model import Interval, Issue, Page, PageError, UsageError
from parley.pages.feeds import read_feed
from parley.pages.fetched import Fetched, as_pages, too_large
from parley.pages.jsonl import read_jsonl
from parley.pages.limits import MAX_PAGE_BYTES
from parley.pages.warc import read_warc
from parley.pages.zipped import read_zip

_TEXT, _HTML = (".txt", ".text"), (".html", ".htm", ".xhtml")
_LINES, _FEEDS = (".jsonl", ".ndjson"), (".xml", ".rss", ".atom")
_WARC = (".warc", ".wet")
KNOWN = (*_TEXT, *_HTML, *_LINES, *_FEEDS, *_WARC, ".zip")
"""File name endings a folder is searched for, each also with `.gz`."""

_NOTHING: Mapping[str, Interval] = MappingProxyType({})


def read_pages(
    paths: Sequence[Path | str],
    published: Mapping[str, Interval] = _NOTHING,
    stdin: BinaryIO | None = None,
    is_known: Callable[[Path], bool] = lambda path: False,
) -> Iterator[Page | Issue]:
    """Streams the pages of files and folders, in the order given; folders recursively, sorted by path.

    Reads `.txt`, `.html`, `.htm`, `.jsonl`, `.warc`, `.wet`, `.zip` and feeds (`.xml`, `.rss`, `.atom`), each also gzipped; a file with
    another ending is read when named itself, by its content. "-" is JSONL on `stdin`. Archives are never held in memory.

    Args:
        paths: what to read.
        published: publication dates by file name or path; for a page of an archive by `ARCHIVE#n`; for a JSONL line by its id.
        stdin: where "-" reads from.
        is_known: asked of each file before it is opened; those of which it is true are passed over.

    Returns:
        pages, and for each page that cannot be read one issue with stage "read".

    Raises:
        UsageError: at once, when a path does not exist, or "-" is given without `stdin`.
    """
    missing = [str(p) for p in paths if str(p) != "-" and not Path(p).exists()]
    if missing:
        raise UsageError(f"no such file or folder: {', '.join(missing)}")
    if stdin is None and any(str(p) == "-" for p in paths):
        raise UsageError('"-" needs standard input')
    return _stream(paths, published, stdin, is_known)


def _stream(
    paths: Sequence[Path | str], published: Mapping[str, Interval], stdin: BinaryIO | None, is_known: Callable[[Path], bool]
) -> Iterator[Page | Issue]:
    for path in paths:
        items = read_jsonl("-", stdin) if str(path) == "-" and stdin is not None else _read_path(Path(path), is_known)
        for item in items:
            yield from as_pages(item, published)


def _read_path(path: Path, is_known: Callable[[Path], bool]) -> Iterator[Fetched | Issue]:
    found = sorted(p for p in path.rglob("*") if p.is_file() and not p.name.startswith(".") and _ending(p.name)) if path.is_dir() else [path]
    for member in found:
        if not is_known(member):
            yield from _read_file(member)


def _read_file(path: Path) -> Iterator[Fetched | Issue]:
    try:
        with path.open("rb") as stream:
            yield from read_stream(str(path), stream)
    except OSError as error:
        yield Issue(str(path), "read", f"cannot be read: {error.strerror or error}")


def read_stream(name: str, stream: BinaryIO) -> Iterator[Fetched | Issue]:
    """Yields the pages of one open file, told apart by the ending of its name."""
    ending = _ending(name)
    if ending in _WARC:
        yield from read_warc(name, stream)  # FastWARC finds out about gzip by itself
    elif ending == ".zip":
        yield from read_zip(name, stream, read_stream)
    else:
        yield from _read_plain(name, ending, gzip.GzipFile(fileobj=stream) if name.lower().endswith(".gz") else stream)


def _read_plain(name: str, ending: str, stream: BinaryIO | gzip.GzipFile) -> Iterator[Fetched | Issue]:
    try:
        if ending in _LINES:
            yield from read_jsonl(name, stream)
            return
        data = stream.read(MAX_PAGE_BYTES + 1)
        if len(data) > MAX_PAGE_BYTES:
            raise too_large()
        if ending in _FEEDS:
            yield from read_feed(name, data)
        else:
            yield Fetched(name, data, media="text/html" if ending in _HTML else None)
    except PageError as error:
        yield Issue(name, error.stage, str(error))
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        yield Issue(name, "read", f"the gzip file is damaged or cut short: {error}")


def _ending(name: str) -> str:
    """Returns the known ending of a file name, `.gz` left aside, or the empty string."""
    bare = name.lower().removesuffix(".gz")
    return next((e for e in KNOWN if bare.endswith(e)), "")
