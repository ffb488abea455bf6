"""HTML text → a tree, and what its head says of the page: title, publisher, byline, language, dates."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape

import lxml.html
from lxml import etree

from parley.model import PageError
from parley.pages.guard import refuse_hostile
from parley.pages.masthead import may_be_name, spelled

_MAX_SITE = 40  # characters of a site's name
_LOGOS = etree.XPath("//header//img[contains(@alt, 'logo') or contains(@alt, 'Logo')] | //*[@id='logo' or @class='logo']")
_ARTICLES = ("Article", "Posting", "Report", "Review")
_MAX_JSON = 300_000
_PLAIN = etree.ElementDefaultClassLookup(element=lxml.html.HtmlElement)  # lxml.html would ask a Python function for the class of every element
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_SPLIT = re.compile(r"\s+[|–—·»•::-]+\s+|\s+::\s+")


@dataclass(frozen=True, slots=True)
class Head:
    """What a page's markup says of it.

    `meta` holds the first value of each `name`, `property` or `itemprop`, keys in lower case; `site` is the site's name where only
    the page's title or its logo tells it; `data` holds the JSON-LD objects of kinds of articles, `pages` those of the page as such.
    """

    title: str | None
    meta: Mapping[str, str]
    data: tuple[Mapping[str, object], ...]
    canonical: str | None
    language: str | None
    site: str | None = None
    pages: tuple[Mapping[str, object], ...] = ()


def parse_html(html: str) -> lxml.html.HtmlElement:
    """Parses a page.

    Raises:
        PageError: when the page is hostile or holds nothing.
    """
    refuse_hostile(html)
    parser = etree.HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8")
    parser.set_element_class_lookup(_PLAIN)
    try:
        tree = lxml.html.document_fromstring(_DECLARATION.sub("", html).encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise PageError("clean", f"no HTML that can be parsed: {str(error)[:120]}") from None
    return tree


def read_head(tree: lxml.html.HtmlElement) -> Head:
    """Collects the metadata of a parsed page."""
    meta: dict[str, str] = {}
    for element in tree.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop") or ""
        value = " ".join(unescape(element.get("content") or "").split())
        if key and value:
            meta.setdefault(key.strip().lower(), value)
    described = tuple(_json_ld(tree))
    data = tuple(d for d in described if _is_kind(d, _ARTICLES))
    links = (link for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical")
    canonical = next((link.get("href") for link in links), None)
    title = _title(tree, meta, data)
    return Head(title, meta, data, canonical, tree.get("lang"), _site(tree, title), tuple(d for d in described if d not in data))


def _site(tree: lxml.html.HtmlElement, title: str | None) -> str | None:
    """The site's name: what the page's title adds to the headline at its end, else the logo's text."""
    parts = [p.strip() for p in _SPLIT.split(_whole_title(tree))]
    added = parts[-1] if len(parts) > 1 and title and parts[-1] not in title and title != parts[-1] else ""
    return _site_name(added) or _site_name(_logo(tree))


def _site_name(name: str) -> str | None:
    return spelled(name) if 2 < len(name) <= _MAX_SITE and may_be_name(name) else None


def _logo(tree: lxml.html.HtmlElement) -> str:
    logo = next((" ".join((e.get("alt") or e.text_content()).split()) for e in _LOGOS(tree)), "")
    return re.sub(r"\W*\blogo$", "", logo, flags=re.IGNORECASE)


def _whole_title(tree: lxml.html.HtmlElement) -> str:
    element = tree.find(".//title")
    return " ".join((element.text or "").split()) if element is not None else ""


def _json_ld(tree: lxml.html.HtmlElement) -> Iterator[Mapping[str, object]]:
    """Yields the objects of the page's JSON-LD that describe an article or the page."""
    for script in tree.iter("script"):
        text = script.text or ""
        if "ld+json" not in (script.get("type") or "") or len(text) > _MAX_JSON:
            continue
        try:
            found = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _articles(found, 0)


def _articles(found: object, depth: int) -> Iterator[Mapping[str, object]]:
    if depth > 4:
        return
    if isinstance(found, list):
        for item in found[:200]:
            yield from _articles(item, depth + 1)
    elif isinstance(found, dict):
        if _is_kind(found, (*_ARTICLES, "WebPage")):
            yield found
        for key in ("@graph", "mainEntity", "itemListElement"):
            if key in found and key != "itemListElement":
                yield from _articles(found[key], depth + 1)


def _is_kind(found: Mapping[str, object], kinds: tuple[str, ...]) -> bool:
    stated = found.get("@type")
    return any(isinstance(name, str) and name.endswith(kinds) for name in (stated if isinstance(stated, list) else [stated]))


def _title(tree: lxml.html.HtmlElement, meta: Mapping[str, str], data: tuple[Mapping[str, object], ...]) -> str | None:
    """The headline: JSON-LD's, a first-level heading that the page's title repeats, Open Graph's, or the page's title without the site's name."""
    whole = _whole_title(tree)
    headings = [" ".join(h.text_content().split()) for h in tree.iter("h1")]
    bare = without_site(whole)
    sites = {part for part in _SPLIT.split(whole) if part not in bare}  # the site's name may stand in the heading's place
    headings = [h for h in headings if 8 <= len(h) <= 300 and h not in sites]
    stated = [str(d["headline"]) for d in data if isinstance(d.get("headline"), str)]
    og = meta.get("og:title") or meta.get("twitter:title")
    for heading in headings:
        if any(heading.lower() in other.lower() or other.lower() in heading.lower() for other in (whole, og or "", *stated) if other):
            return heading
    candidates = [*stated, og, headings[0] if len(headings) == 1 else None, whole]
    first = next((c for c in candidates if c), None)
    return without_site(" ".join(unescape(first).split())) if first else None


def without_site(title: str) -> str:
    """Cuts the site's name off a page title: "Talks fail in Vesk | Harbour Post" → "Talks fail in Vesk"."""
    parts = _SPLIT.split(title)
    longest = max(parts, key=len)
    return longest.strip() if len(parts) > 1 and len(longest.split()) >= 4 else title.strip()
