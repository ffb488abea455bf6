"""Every figure, line and name leads to its sentence on its page."""

from __future__ import annotations

from copy import deepcopy

import lxml.html
import pytest
from made_record import ARTICLES, CLAIMS, COMMITMENTS, REPORTS, STATEMENTS, VIEW

from parley.model import Evidence
from parley.publish.index import Index
from parley.publish.page_views import all_evidence

EVIDENCE = sorted({*all_evidence(VIEW), *(e for filed in VIEW.actors for e in filed.evidence), *(e for filed in VIEW.places for e in filed.evidence)})


def marked(document: lxml.html.HtmlElement, id_: str) -> str:
    """The text of a mark, with the parts that other marks cut off it."""
    (first,) = document.xpath("//*[@id=$id]", id=id_)
    parts = [first, *document.xpath("//mark[@data-part=$id]", id=id_)]
    return "".join("".join(part.itertext()) for part in parts)


def test_ids_are_unique(document: lxml.html.HtmlElement) -> None:
    ids = document.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_every_link_has_its_target(document: lxml.html.HtmlElement) -> None:
    ids = set(document.xpath("//@id"))
    links = {href[1:] for href in document.xpath("//@href") if href.startswith("#")}
    assert len(links) > 40
    assert links - ids == set()


def test_marker_references_resolve(document: lxml.html.HtmlElement) -> None:
    ids = set(document.xpath("//@id"))
    assert {m[5:-1] for m in document.xpath("//@marker-end")} <= ids


@pytest.mark.parametrize("evidence", EVIDENCE, ids=lambda e: f"{e.article}:{e.span.start}")
def test_a_citation_lands_on_its_own_words(evidence: Evidence, index: Index, document: lxml.html.HtmlElement) -> None:
    target = index.cite(evidence).href[1:]
    assert "".join(marked(document, target).split()) == "".join(evidence.span.text.split())


@pytest.mark.parametrize("filed", [*CLAIMS, *STATEMENTS, *COMMITMENTS, *REPORTS], ids=lambda f: f.id)
def test_every_item_is_linked_from_outside_the_pages(filed: object, index: Index, document: lxml.html.HtmlElement) -> None:
    evidence = filed.evidence[0]  # type: ignore[attr-defined]  # four kinds of item, one attribute
    assert document.xpath("//main//a[@href=$href]", href=index.cite(evidence).href)


@pytest.mark.parametrize("id_", list(ARTICLES))
def test_a_page_is_shown_letter_for_letter(id_: str, index: Index, document: lxml.html.HtmlElement) -> None:
    (sheet,) = deepcopy(document).xpath("//*[@id=$id]//div[@class='sheet']", id=f"p{index.numbers[id_]}")
    for reason in sheet.xpath(".//*[@class='reason']"):
        reason.getparent().text, reason.text = None, None
    assert "".join("".join(sheet.itertext()).split()) == "".join(ARTICLES[id_].shown.split())


def test_what_was_struck_out_carries_its_reason(document: lxml.html.HtmlElement) -> None:
    struck = [(r.text, r.getnext().text) for r in document.xpath("//article[@id='p2']//*[@class='reason']")]
    assert struck == [("site frame", "Home | World | Sport"), ("promotion", "Subscribe to our letter")]
