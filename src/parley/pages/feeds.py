"""A feed saved as a file (RSS, Atom) → one page for each entry."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from parley.model import Interval, Issue, PageError
from parley.pages.fetched import Fetched
from parley.pages.jsonl import published_of

_BODY = ("encoded", "content", "description", "summary")
_DAY = ("pubDate", "published", "date", "issued", "updated")
_TAG = re.compile(r"<[a-zA-Z][^<>]{0,2000}>")
_ENTRY = "//*[local-name()='item' or local-name()='entry']"


def read_feed(name: str, data: bytes) -> Iterator[Fetched | Issue]:
    """Yields the entries of a feed as `NAME#n`, counted from 1; an entry without text becomes an issue.

    Raises:
        PageError: when the file is no XML or holds no entries.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise PageError("read", f"not a feed: {str(error)[:120]}") from None
    entries = root.xpath(_ENTRY) if root is not None else []
    if not entries:
        raise PageError("read", "not a feed: no item or entry in it")
    publisher = _text(root, "channel/title") or _text(root, "title")
    for number, entry in enumerate(entries, 1):
        path = f"{name}#{number}"
        try:
            yield _entry(entry, path, publisher)
        except PageError as error:
            yield Issue(path, error.stage, str(error))


def _entry(entry: etree._Element, path: str, publisher: str | None) -> Fetched:
    bodies = [text for part in _BODY if (text := _text(entry, part))]
    if not bodies:
        raise PageError("read", "the feed's entry has no text")
    body = max(bodies, key=len)
    media = "text/html" if _TAG.search(body) else "text/plain"
    return Fetched(path, body, media, url=_link(entry), title=_text(entry, "title"), publisher=publisher, published=_published(entry))


def _text(element: etree._Element, path: str) -> str | None:
    steps = "/".join(f"*[local-name()='{step}']" for step in path.split("/"))
    found = element.xpath(steps)
    text = "".join(found[0].itertext()).strip() if found else ""
    return text or None


def _link(entry: etree._Element) -> str | None:
    """The entry's address: an Atom `link` with `href` (the alternate one first), or RSS's `link` text."""
    links = entry.xpath("*[local-name()='link']")
    hrefs = [link.get("href") for link in sorted(links, key=lambda x: x.get("rel", "alternate") != "alternate") if link.get("href")]
    return hrefs[0] if hrefs else _text(entry, "link")


def _published(entry: etree._Element) -> Interval | None:
    for part in _DAY:
        text = _text(entry, part)
        if text:
            try:
                return published_of(text, how="metadata")
            except PageError:
                continue
    return None
