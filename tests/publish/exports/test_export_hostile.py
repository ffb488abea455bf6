"""Whatever a page holds, every export of it is inert and whole: no script, no formula, no broken line, no endless name."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date

import lxml.html
import pyarrow.parquet as pq
import pytest
from markdown_it import MarkdownIt

from parley.model import (
    Actor,
    Article,
    Claim,
    Commitment,
    Disagreement,
    Event,
    Evidence,
    Interval,
    Issue,
    Page,
    Party,
    Place,
    Report,
    Source,
    Span,
    Stand,
    Statement,
    Story,
)
from parley.publish.exports import FORMATS, Content, make_content, make_export
from parley.record import Filed, FiledActor, FiledPlace, Run, View

TRICKS = [
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '=HYPERLINK("http://evil.example","x")',
    "+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd",
    "-1+1",
    "\t=1",
    "javascript:alert(1)",
    "[x](javascript:alert(1)) ![y](http://evil.example/z.png) http://evil.example",
    "a\u2028b\u2029c\x85d\r\ne\x0bf",
    "BEGIN:VEVENT\r\nSUMMARY:no\r\nEND:VEVENT",
    '"; DROP TABLE event; --","x"',
    "\u202egnol\u202d\u2066",
    "\x00\x08\x1b[31m\ud800",
    "x" * 50_000,
    "a|b|c\n# heading\n---",
]
_BAD_LINES = re.compile("[\u2028\u2029\x85\x0b\x0c\x1c-\x1e]")
DAY = Interval.day(date(2021, 3, 4), "stated")


def made(trick: str) -> Content:
    """A record in which every text that a page can choose is the trick."""
    span = Span(0, len(trick), trick)
    page = Page("p1", trick, "text/html", trick, trick, trick, trick)
    article = Article("a1", "p1", trick, trick, DAY, trick, trick, trick, trick, "en", trick, shown=trick, kept=((0, len(trick)),))
    evidence, party, place = (Evidence("a1", span, "p1"),), Party(span, trick), Place(trick, 1.0, 2.0, None, None, "city", span)
    report = Report("ASSAULT", None, "asserted", False, "certain", (party,), (party,), DAY, trick, place, trick, span, span, trick, trick)
    claim = Claim(span, span, "killed", 3.0, 3.0, trick, None, claimant=trick, relayed_by=trick, place=trick, perpetrator=trick)
    view = View(
        sources=(Source("s1", ("a1",), trick),),
        actors=(FiledActor("n1", Actor(trick, "person", None, None, (trick,)), (trick,), ("a1",), evidence),),
        places=(FiledPlace("l1", place, ("a1",), evidence),),
        reports=(Filed("r1", "a1", "s1", report, evidence),),
        claims=(Filed("c1", "a1", "s1", claim, evidence),),
        statements=(Filed("q1", "a1", "s1", Statement(party, span, (span,), "direct"), evidence),),
        commitments=(Filed("m1", "a1", "s1", Commitment(trick, trick, DAY, trick, "pledged", span, trick, trick), evidence),),
        events=(Event("e1", "ASSAULT", None, "asserted", (trick,), (trick,), DAY, place, ("r1",), ("s1",), ("a1",), evidence, False, trick),),
        disagreements=(Disagreement("d1", ("e1",), "place", "conflict", (Stand(trick, ("s1",), evidence),), trick),),
        stories=(Story("st1", trick, (("a1",),), ("e1",), ("a1",), ("s1",), "2021-03-04", "2021-03-04"),),
    )
    return make_content([page], [article], view, [Issue(trick, trick, trick)], (), [Run("2021-03-10T08:00:00+00:00", 1.0, "0", "m", "w")])


def text(trick: str, name: str) -> str:
    (data,) = make_export(name, made(trick)).files.values()
    return data.decode("utf-8")


TABLES = {"eventreport": ",", "ucdp": ",", "acled": ",", "polecat": "\t", "gdelt-events": "\t", "gdelt-mentions": "\t"}


@pytest.mark.parametrize("trick", TRICKS)
@pytest.mark.parametrize("name", TABLES)
def test_tables_stay_tables(name: str, trick: str) -> None:
    written = text(trick, name)
    quoting = csv.QUOTE_MINIMAL if TABLES[name] == "," else csv.QUOTE_NONE
    rows = list(csv.reader(io.StringIO(written), delimiter=TABLES[name], quoting=quoting))
    assert len(rows) == len(written.splitlines()) == (1 if name.startswith("gdelt") else 2)
    assert len({len(row) for row in rows}) == 1
    for cell in rows[-1]:
        assert not re.match(r"[=+\-@\t\r]", cell) or re.fullmatch(r"-?\d+(\.\d+)?", cell)
        assert not re.search("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]", cell)
        assert len(cell) < 32_767


JSONS = ["jsonl", "issues", "plover", "geojson", "timelinejs", "ftm", "ftm-statements", "annotations"]


@pytest.mark.parametrize("trick", TRICKS)
@pytest.mark.parametrize("name", JSONS)
def test_json_may_be_embedded(name: str, trick: str) -> None:
    written = text(trick, name)
    assert not set("<>&") & set(written)
    assert not _BAD_LINES.search(written)
    for part in written.splitlines() if name in ("jsonl", "issues", "plover", "ftm", "ftm-statements") else [written]:
        assert json.loads(part)


@pytest.mark.parametrize("trick", TRICKS)
def test_a_timelines_html_holds_no_element_of_the_pages(trick: str) -> None:
    (slide,) = json.loads(text(trick, "timelinejs"))["events"]
    document = lxml.html.fromstring(f"<div>{slide['text']['headline']}{slide['text']['text']}</div>")
    assert {e.tag for e in document.iter()} <= {"div", "blockquote", "br"}


@pytest.mark.parametrize("trick", TRICKS)
def test_the_brief_renders_as_text_alone(trick: str) -> None:
    html = MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(text(trick, "markdown"))
    document = lxml.html.document_fromstring(html)
    tags = {e.tag for e in document.iter()}
    assert tags <= {"html", "body", "h1", "h2", "p", "ul", "li", "strong", "table", "thead", "tbody", "tr", "th", "td"}
    assert len(list(document.iter("h1"))) == 1
    assert {len(row) for row in document.iter("tr")} == {6}


@pytest.mark.parametrize("trick", TRICKS)
def test_a_calendar_has_one_entry_and_short_lines(trick: str) -> None:
    written = text(trick, "ical")
    assert written.count("\r\nBEGIN:VEVENT\r\n") == 1
    assert all(len(line.encode()) <= 75 for line in written.split("\r\n"))
    assert not re.search("[\x00-\x09\x0b\x0c\x0e-\x1f\u2028\u2029]", written)


@pytest.mark.parametrize("trick", TRICKS)
def test_tables_of_parquet_hold_the_text_as_it_was(trick: str) -> None:
    files = make_export("parquet", made(trick)).files
    (row,) = pq.read_table(io.BytesIO(files["article.parquet"])).to_pylist()
    assert row["text"] == trick.replace("\ud800", "\ufffd")
    assert not set("<>&") & set(files["manifest.json"].decode())


def test_entities_stay_valid() -> None:
    ftm = pytest.importorskip("followthemoney", reason="followthemoney is not installed: hostile entities were NOT validated by it")
    for entity in (json.loads(line) for trick in TRICKS for line in text(trick, "ftm").splitlines()):
        ftm.model.get(entity["schema"]).validate(entity)


@pytest.mark.parametrize("name", ["plover", "geojson", "timelinejs", "ftm", "annotations", "eventreport", "gdelt-events", "gdelt-mentions"])
def test_an_address_that_is_none_is_given_nowhere_as_one(name: str) -> None:
    written = text("javascript:alert(1)", name)
    assert not re.search(r'"(url|sourceUrl|source)": *\[?"javascript', written)
    assert "urn:parley:page:p1" in written or name != "annotations"
    assert not re.search(r"\tjavascript:alert\(1\)$", written, re.MULTILINE)


def test_every_format_is_tried() -> None:
    assert {*TABLES, *JSONS, "markdown", "ical", "parquet"} == FORMATS.keys()
