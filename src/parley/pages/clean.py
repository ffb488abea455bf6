"""A page → the article it holds, with what the page says about itself and a verdict on every line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import unescape

import lxml.html

from parley.model import Article, Page, PageError, identify
from parley.pages.address import printed_address
from parley.pages.assemble import Body, assemble
from parley.pages.blocks import Block, split_blocks
from parley.pages.byline import find_byline
from parley.pages.credits import find_agency
from parley.pages.dated_markup import read_day
from parley.pages.dateline import find_dateline
from parley.pages.deadline import processor_limit
from parley.pages.judge import Judged, is_prose, judge_lines
from parley.pages.language import language_of
from parley.pages.limits import MAX_LINES, MAX_PAGE_BYTES, MAX_SECONDS, MAX_TEXT_CHARS, MEGABYTE
from parley.pages.markup import Head, parse_html, read_head
from parley.pages.published import find_published
from parley.pages.publisher import find_publisher
from parley.pages.stamped import Layout
from parley.pages.visible import VisibleLine, visible_lines

_MIN_VISIBLE = 0.5  # characters of the page's prose to those of the text its JSON-LD states
_NEAR = 8  # lines around the body's start in which a byline is looked for


@dataclass(frozen=True, slots=True)
class _Read:
    """A page taken apart: what is shown, in blocks, each judged; the markup for HTML."""

    shown: str
    blocks: Sequence[Block]
    judged: Judged
    head: Head | None = None
    tree: lxml.html.HtmlElement | None = None
    marked: Sequence[date | None] = ()


def clean_page(page: Page) -> Article:
    """Returns the article of `page`.

    The headline is metadata and not repeated in the text; paragraphs are parted by an empty line. For plain text, `pieces`
    map the article to the page letter for letter; for HTML, `kept` and `dropped` index `shown`, the page's visible lines.

    Raises:
        PageError: with stage "clean", when the page holds no article or goes beyond a limit.
    """
    if len(page.raw) > MAX_PAGE_BYTES:
        raise PageError("clean", f"the page is larger than {MAX_PAGE_BYTES // MEGABYTE} million characters")
    with processor_limit(MAX_SECONDS):
        return _cleaned(page)


def _cleaned(page: Page) -> Article:
    is_html = page.media == "text/html"
    read = _read_html(page) if is_html else _read_text(page)
    body = assemble(read.blocks, read.judged.reasons)
    if not any(c.isalnum() for c in body.text):
        raise PageError("clean", "no article found on the page")
    return _article(page, read, body, is_html=is_html)


def _read_text(page: Page) -> _Read:
    blocks = split_blocks(page.raw)
    lines = [block.text for block in blocks]
    _refuse_long(lines)
    return _Read(page.raw, blocks, judge_lines(lines, page.title))


def _read_html(page: Page) -> _Read:
    tree = parse_html(page.raw)
    head = read_head(tree)
    seen = visible_lines(tree)
    lines = [line.text for line in seen]
    _refuse_long(lines)
    unseen = _unseen_text(head, seen)
    if unseen:
        return _Read("\n".join(unseen), _in_a_row(unseen), judge_lines(unseen, page.title or head.title), head, tree)
    marked = [read_day(line.moment) if line.moment else None for line in seen]
    return _Read("\n".join(lines), _in_a_row(lines), judge_lines(lines, page.title or head.title, seen), head, tree, marked)


def _unseen_text(head: Head, seen: Sequence[VisibleLine]) -> list[str]:
    """The lines of the article that JSON-LD holds, where the page shows little prose because a script would put it there."""
    visible = sum(len(line.text) for line in seen if is_prose(line.text))
    bodies = (body for item in head.data if isinstance(body := item.get("articleBody"), str))
    stated = next((body for body in bodies if visible < _MIN_VISIBLE * len(body)), "")
    return [" ".join(line.split()) for line in unescape(stated).split("\n") if line.strip()]


def _in_a_row(lines: Sequence[str]) -> list[Block]:
    """The lines as blocks of the text in which they stand one below the other."""
    blocks: list[Block] = []
    at = 0
    for line in lines:
        blocks.append(Block(at, at + len(line), line))
        at += len(line) + 1
    return blocks


def _refuse_long(lines: Sequence[str]) -> None:
    if len(lines) > MAX_LINES:
        raise PageError("clean", f"the page has more than {MAX_LINES} lines")
    if sum(map(len, lines)) > MAX_TEXT_CHARS:
        raise PageError("clean", f"the page shows more than {MAX_TEXT_CHARS // MEGABYTE} million characters")


def _article(page: Page, read: _Read, body: Body, *, is_html: bool) -> Article:
    lines = [block.text for block in read.blocks]
    kept = [reason is None for reason in read.judged.reasons]
    start = kept.index(True)
    frame = [line for line, k in zip(lines, kept, strict=True) if not k]
    above = [line for line, reason in zip(lines[:start], read.judged.reasons, strict=False) if reason != "title"]
    near = [line for line, k in zip(lines[: start + _NEAR], kept, strict=False) if not k][-2 * _NEAR :]
    byline = find_byline(read.head, near)
    end = len(kept) - 1 - kept[::-1].index(True)
    address = page.url or (read.head.canonical if read.head else None) or printed_address(lines, start, end)
    publisher = find_publisher(page, read.head, frame, above, address)
    agency = find_agency(lines, kept, byline)
    return Article(
        id=identify("a", page.id, body.text),
        page=page.id,
        text=body.text,
        title=read.judged.title,
        published=find_published(page, Layout(lines, kept, read.judged.title, read.marked), read.head, read.tree),
        publisher=publisher,
        agency=None if agency and _is_short_for(agency, publisher) else agency,
        byline=byline,
        dateline=find_dateline([line for line, k in zip(lines, kept, strict=True) if k], lines[:start]),
        language=language_of(body.text),
        url=address,
        shown=read.shown,
        kept=body.kept,
        dropped=body.dropped,
        pieces=() if is_html else body.pieces,
    )


def _is_short_for(agency: str, publisher: str | None) -> bool:
    """Whether an agency's name is the publisher's initials: "(HT)" in a dateline of the Harbour Tribune."""
    return agency.isupper() and agency == "".join(word[0] for word in (publisher or "").split() if word[0].isupper())
