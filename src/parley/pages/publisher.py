"""A page's metadata, masthead and notices → the site that printed it, not the section, and not its owner where the site is named."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from parley.lexicon.agencies import agency_spellings
from parley.model import Page
from parley.pages.markup import Head
from parley.pages.masthead import confirmed_masthead, is_group, issuer, named_at_foot, shaped_masthead

_SITE_KEYS = ("og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher", "dcterms.publisher", "publisher", "cre", "copyright")
_TOKEN = r"[\w'’&]+(?:[.-][\w'’&]+){0,2}"
_NAME = rf"(?P<name>(?=[A-ZÀ-Ý]){_TOKEN}(?: {_TOKEN}){{0,5}}?)"
_YEARS = r"(?:(?:19|20)\d\d(?:\s*[-–—]\s*(?:19|20)\d\d)?)?"
_RIGHTS = (
    re.compile(
        rf"(?:©|\(c\)|copyright)\W{{0,6}}(?:copyright\W{{0,4}})?{_YEARS}\W{{0,4}}(?:by )?(?-i:{_NAME})"
        r"\s*(?:[.·|,;–—-]|\ball rights\b|\binc\b|\bltd\b|$)",
        re.IGNORECASE,
    ),
    re.compile(rf"all rights (?:are )?reserved (?:to|by|for)\s*(?-i:{_NAME})\s*(?:(?:19|20)\d\d|[.·|,;©–—-]|$)", re.IGNORECASE),
)
_YEAR_BEHIND = re.compile(r"\W*(?:19|20)\d\d$")
_SIGNAL = re.compile(r"©|\(c\)|copyright|rights", re.IGNORECASE)
_MAX_LINE = 300
_NOT_NAMES = re.compile(
    r"^(?:all|the|this|copyright|reserved|terms|privacy|rights|polic(?:y|ies)|infringement|guidelines|notice|statement|law)\b", re.IGNORECASE
)


def find_publisher(page: Page, head: Head | None, frame: Sequence[str], above: Sequence[str] = (), address: str | None = None) -> str | None:
    """Returns the publisher: as given, as the markup states it, from masthead and notices, or the host of the address.

    A company's name ("Harbour Media Group") is taken only where the site gives itself no name.

    Args:
        page: the page.
        head: its metadata, for HTML.
        frame: the lines that are not the article.
        above: those of them above the body, the headline left out.
        address: the page's address, where it is known by other means than the page's own field.
    """
    return page.publisher or (_stated(head) if head else None) or _printed(frame, above) or _host(page.url or address)


def _printed(frame: Sequence[str], above: Sequence[str]) -> str | None:
    owner, masthead = _from_rights(frame), confirmed_masthead(above, frame)
    if masthead or (owner and not is_group(owner)):
        return masthead or owner
    return shaped_masthead(above, frame) or issuer(above) or named_at_foot(frame) or owner


def _stated(head: Head) -> str | None:
    for item in head.data:
        publisher = item.get("publisher")
        name = publisher.get("name") if isinstance(publisher, Mapping) else publisher
        if isinstance(name, str) and 1 < len(name.strip()) <= 60:
            return head.meta.get("og:site_name") or name.strip()
    found = (head.meta.get(key) for key in _SITE_KEYS[:4])
    return next((name for name in found if name and len(name) <= 60), None) or head.site


def _from_rights(frame: Sequence[str]) -> str | None:
    for line in reversed(frame):
        if len(line) > _MAX_LINE or not _SIGNAL.search(line):
            continue
        match = next((m for form in _RIGHTS if (m := form.search(line))), None)
        name = _YEAR_BEHIND.sub("", match["name"]).strip(" .-&") if match else ""
        if len(name) > 2 and not _NOT_NAMES.match(name) and name not in agency_spellings():
            return name
    return None


def _host(url: str | None) -> str | None:
    host = urlsplit(url).hostname if url else None
    return host.removeprefix("www.") if host else None
