"""Whatever a page holds, the report runs one script, ours, and loads nothing."""

from __future__ import annotations

import base64
import hashlib
import re

import lxml.html
import pytest
from made_record import ARTICLES, PAGES, RUNS, VIEW

from parley.model import Article, Interval, Issue, Page
from parley.publish import render_report
from parley.record import View

TRICKS = [
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)" x="',
    "javascript:alert(1)",
    "a\u2028b\u2029c",
    "\u202egnol\u202d \u2066",
    "{{ 7 * 7 }}{% raw %}",
    "<!-- --><style>*{display:none}</style>",
    "\x00\x08\x1b[31m\ud800",
    "x" * 50_000,
    "]]></svg></details><base href=//evil.example>",
]


def scripts(document: lxml.html.HtmlElement) -> list[str]:
    return [element.text or "" for element in document.iter("script")]


def hash_of(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


def policy(document: lxml.html.HtmlElement) -> str:
    return document.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")


def test_the_policy_allows_our_one_script_and_style_by_hash_and_nothing_else(document: lxml.html.HtmlElement) -> None:
    (script,) = scripts(document)
    (style,) = [element.text for element in document.iter("style")]
    rules = dict(rule.strip().split(" ", 1) for rule in policy(document).split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == hash_of(script)
    assert rules["style-src"] == hash_of(style)
    assert set(rules) == {"default-src", "style-src", "script-src", "img-src", "base-uri", "form-action"}


def test_no_element_carries_code_or_style(document: lxml.html.HtmlElement) -> None:
    names = {name for element in document.iter(lxml.html.etree.Element) for name in element.attrib}
    assert not [name for name in names if name.startswith("on") or name == "style"]


def test_no_address_leads_out(document: lxml.html.HtmlElement) -> None:
    addresses = [
        value for element in document.iter() for name, value in element.attrib.items() if name in ("href", "src", "action", "data", "srcset")
    ]
    assert addresses
    assert {a for a in addresses if not a.startswith("#")} == {"data:,"}
    assert not re.search(r"url\((?!#)|@import", document.xpath("string(//style)"))


def test_elements_that_load_or_embed_are_absent(document: lxml.html.HtmlElement) -> None:
    assert not [e.tag for e in document.iter("img", "iframe", "object", "embed", "base", "form", "audio", "video", "foreignobject", "b2")]


@pytest.mark.parametrize("trick", TRICKS)
def test_a_trick_in_every_field_stays_text(trick: str) -> None:
    page = Page("p1", f"{trick}.txt", "text/plain", trick, url=trick, title=trick, publisher=trick)
    article = Article(
        "a1", "p1", trick, trick, None, trick, trick, trick, trick, trick, trick, shown=trick, kept=((0, len(trick)),)
    )  # fmt: skip
    html = render_report([page], [article], View(), [Issue(trick, trick, trick)], [])
    document = lxml.html.document_fromstring(html)
    assert len(scripts(document)) == 1
    assert len(list(document.iter("style"))) == 1
    assert not list(document.iter("img", "base"))
    assert not [name for element in document.iter(lxml.html.etree.Element) for name in element.attrib if name.startswith("on")]
    html.encode("utf-8")  # a lone surrogate would raise
    assert len(html) < 400_000


def test_characters_that_no_html_may_hold_are_replaced() -> None:
    article = Article("a1", "p1", "a\x00b\ud800c", shown="a\x00b\ud800c", kept=((0, 5),))
    html = render_report([Page("p1", "x", "text/plain", article.text)], [article], View(), [], [])
    assert "a\ufffdb\ufffdc" in html


def test_the_hostile_title_is_shown_as_it_was_written(document: lxml.html.HtmlElement) -> None:
    assert any("</title><script>alert(4)</script>" in text for text in document.itertext())


def test_an_empty_record_is_a_report_too() -> None:
    html = render_report([], [], View(), [], [])
    assert "0</span> pages" in html
    assert "No article could be read" in html


def test_the_same_record_gives_the_same_report_in_any_order() -> None:
    articles = list(ARTICLES.values())
    assert render_report(PAGES, articles, VIEW, [], RUNS) == render_report(PAGES[::-1], articles[::-1], VIEW, [], RUNS)


def test_a_date_out_of_the_ordinary_does_no_harm() -> None:
    from datetime import date

    article = Article("a1", "p1", "x", published=Interval(date.min, date.max, "stated"), shown="x", kept=((0, 1),))
    assert "1 January 1 – 31 December 9999" in render_report([Page("p1", "x", "text/plain", "x")], [article], View(), [], [])
