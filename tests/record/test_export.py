"""The record as lines: every kind, every citation true, plain JSON."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from invented import held, planned, shelled

from parley.model import Actor, CopyLink, Issue, Page, Party, Source, Span, Statement, UsageError
from parley.record import Decision, Rules, Run, build_view, export_lines, why
from parley.record.happenings import Happenings

WRITERS = [planned(), held(), shelled()]
SAID = WRITERS[2]
SAID.statements.append(
    Statement(Party(SAID.span("Ilo Varga"), "Ilo Varga"), SAID.span("denied"), (SAID.span("Sudmark fired on the town"),), "indirect", "denied")
)
PAGES = [Page(f"p{w.id}", f"{w.id}.txt", "text/plain", w.text) for w in WRITERS]
ARTICLES = [w.article for w in WRITERS]
GROUPS = Happenings((("a1",), ("a2",), ("a3",)), (("a1", "a2", "a3"),))
VIEW = build_view(
    ARTICLES, {w.id: w.reading for w in WRITERS}, [CopyLink("a1", "a2", "shared_quote", 0.1)], [Source("s1", ("a1",))], (), Rules(GROUPS)
)
DECISION = Decision("reject", (), "A. Reader", "2021-04-01T10:00:00Z", "a test")
RUN = Run("2021-04-01T10:00:00Z", 1.0, "0", "m", "l")
LINES: list[dict[str, Any]] = list(export_lines(PAGES, ARTICLES, VIEW, [Issue("pa1", "clean", "x")], [DECISION], [RUN]))
KINDS = "page article copy source actor place report claim statement commitment event disagreement story decision issue run".split()


def of_kind(kind: str) -> list[dict[str, Any]]:
    return [line for line in LINES if line["kind"] == kind]


def test_lines_are_plain_json() -> None:
    assert json.loads(json.dumps(LINES)) == LINES


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_lines_with_ids_of_their_own(kind: str) -> None:
    ids = [line["id"] for line in of_kind(kind)]
    assert ids
    assert len(set(ids)) == len(ids)


def test_every_citation_is_what_article_and_page_hold() -> None:
    texts = {line["id"]: line["text"] for line in of_kind("article")}
    raw = {page.id: page.raw for page in PAGES}
    cited = [e for line in LINES for e in line.get("evidence", ())]
    assert cited
    for e in cited:
        assert texts[e["article"]][e["start"] : e["end"]] == e["text"]
        assert raw[e["page"]][e["page_start"] : e["page_end"]] == e["text"]


@pytest.mark.parametrize("kind", ["report", "claim", "statement", "commitment"])
def test_what_was_read_names_its_article_source_and_words(kind: str) -> None:
    for line in of_kind(kind):
        assert line["evidence"]
        assert line["article"] in {"a1", "a2", "a3"}
        assert line["source"] in {s["id"] for s in of_kind("source")}


REFERENCES = [
    ("event", "reports", "report"), ("event", "sources", "source"), ("event", "articles", "article"), ("story", "events", "event"),
    ("story", "articles", "article"), ("story", "sources", "source"), ("source", "articles", "article"), ("commitment", "events", "event"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "field", "target"), REFERENCES)
def test_references_lead_somewhere(kind: str, field: str, target: str) -> None:
    known = {line["id"] for line in of_kind(target)}
    for line in of_kind(kind):
        assert set(line[field]) <= known


def test_days_are_iso_or_null() -> None:
    for line in LINES:
        for field in ("when", "due", "published", "since", "until"):
            days = line.get(field)
            assert days is None or (re.fullmatch(r"\d{4}-\d\d-\d\d", days["first"]) and days["how"])


def test_a_disagreement_cites_what_each_side_says() -> None:
    (line,) = of_kind("disagreement")
    assert (line["slot"], line["verdict"]) == ("actor", "conflict")
    assert all(value["evidence"] and value["sources"] for value in line["values"])
    assert line["why"]


def test_a_kept_commitment_says_so_and_what_it_was_stated_as() -> None:
    (line,) = of_kind("commitment")
    assert (line["status"], line["stated_as"]) == ("kept", "scheduled")


@pytest.mark.parametrize("kind", ["report", "claim", "statement", "commitment", "event", "disagreement", "story", "actor", "place"])
def test_why_shows_the_sentences_behind_any_item(kind: str) -> None:
    for line in of_kind(kind):
        text = str(why(line["id"], VIEW, ARTICLES))
        assert line["id"] in text
        for e in line.get("evidence", ()):
            assert e["text"] in text


def test_why_explains_a_merge_and_names_publishers() -> None:
    meeting = next(line for line in of_kind("event") if line["type"] == "CONSULT")
    text = str(why(meeting["id"][:9], VIEW, ARTICLES))
    for part in ("2 sources, all independent", "both are of 2021-03-05", "Harbour Post", "Daily Ledger", "(test)"):
        assert part in text


@pytest.mark.parametrize(("start", "message"), [("e-", "items have an id"), ("x", "nothing in the record"), ("", "nothing in the record")])
def test_why_needs_one_item(start: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        why(start, VIEW, ARTICLES)


def test_names_of_one_actor_are_merged_when_told_so() -> None:
    def surname(left: Actor, right: Actor) -> bool:
        return left.name.split()[-1] == right.name.split()[-1]

    other = held()
    other.text = other.text.replace("Ada Brandt", "Eva Brandt")
    reading = held().reading
    naming = reading.naming
    renamed = {("Eva Brandt" if n == "Ada Brandt" else n): Actor("Eva Brandt" if n == "Ada Brandt" else n, "person", "NRL") for n in naming.actors}
    entities = tuple(
        type(e)(Span(e.span.start, e.span.end, "Eva Brandt"), e.type, "Eva Brandt") if e.name == "Ada Brandt" else e for e in naming.entities
    )
    changed = type(reading)("a2", type(naming)(entities, (), renamed, naming.places), (), (), (), ())
    readings = {"a1": planned().reading, "a2": changed}
    articles = [planned().article, other.article]
    apart = build_view(articles, readings, [], [])
    merged = build_view(articles, readings, [], [], (), Rules(same_actor=surname))
    assert len(apart.actors) == len(merged.actors) + 1
    assert ("Ada Brandt", "Eva Brandt") in {a.names for a in merged.actors}
