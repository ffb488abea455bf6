"""Steps over rows: each row is answered by itself, whatever another does."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from parley.language import SHIPPED
from parley.model import Article, Naming, Page, Reading, Statement
from parley.model.codec import dump, load
from parley.pipeline import reading, steps
from parley.pipeline.unread import reading_key
from parley.statements import find_statements
from parley.store import Brief

ACCUSING = "Sudmark accused Norland on Tuesday of breaking the truce by moving troops towards the river Ile."
DENYING = "Norland denied that any soldier had crossed the line and said that its army was training far from the border."


def test_a_page_becomes_an_article_and_a_bad_one_says_why() -> None:
    pages = [Page("p1", "one.txt", "text/plain", f"{ACCUSING} {DENYING}"), Page("p2", "two.txt", "text/plain", " \n")]
    good, bad = steps.answers_of(steps.clean_pages(steps.to_rows((page.id, dump(page, Page)) for page in pages), ""))
    assert load(good.value or "", Article).text == f"{ACCUSING} {DENYING}"
    assert (bad.id, bad.value, bad.stage) == ("p2", None, "clean")
    assert "no article" in (bad.issue or "")


def test_an_article_that_breaks_a_room_takes_no_other_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def break_on_sudmark(doc: Doc, naming: Naming) -> tuple[Statement, ...]:
        if doc.text.startswith("Sudmark"):
            raise RuntimeError("a fault of the room")
        return find_statements(doc, naming)

    monkeypatch.setattr(reading, "find_statements", break_on_sudmark)
    rows = steps.to_rows((name, dump(steps.Unread(text, None), steps.Unread)) for name, text in (("a", ACCUSING), ("b", DENYING)))
    bad, good = steps.answers_of(steps.read_articles(rows, SHIPPED))
    assert (bad.id, bad.value, bad.stage, bad.issue) == ("a", None, "reading", "RuntimeError: a fault of the room")
    assert load(good.value or "", Reading).statements


@pytest.mark.parametrize(("lose", "stage"), [(steps.lose_page, "clean"), (steps.lose_article, "reading")])
def test_a_lost_row_is_an_issue_of_its_stage(lose: object, stage: str) -> None:
    step = {"clean": steps.cleaning(), "reading": steps.reading(SHIPPED)}[stage]
    assert step.lost is lose
    assert list(steps.answers_of(step.lost(steps.to_rows([("a", "{}")]), "its process died"))) == [steps.Answer("a", None, stage, "its process died")]


def test_text_of_any_kind_survives_the_way_to_a_step() -> None:
    text = "a lone surrogate \ud800, a null \0 and 日本"
    batch = steps.to_rows([("a", dump(steps.Unread(text, None), steps.Unread))])
    assert load(batch["value"][0].as_py(), steps.Unread).text == text


def test_values_of_any_kind_come_through_a_batch() -> None:
    rows = [("a", "Łódź 🕊"), ("", ""), ("b\n", "\x00")]
    assert [tuple(row.values()) for row in steps.to_rows(rows).to_pylist()] == rows
    assert [tuple(row.values()) for row in steps.to_rows(rows).slice(1, 2).to_pylist()] == rows[1:]


def test_a_body_s_own_pages_are_read_in_its_voice() -> None:
    text = "We condemn the shelling of Vesk. The Ministry will send doctors."
    unread = steps.Unread(text, None, "Ministry of Health of Orvalla")
    (answer,) = steps.answers_of(steps.read_articles(steps.to_rows([("a", dump(unread, steps.Unread))]), SHIPPED))
    naming = load(answer.value or "", Reading).naming
    named = {e.span.text: e.name for e in naming.entities} | {r.span.text: r.names[0] for r in naming.references}
    assert [name for text, name in named.items() if text in ("We", "Ministry", "The Ministry")] == ["Ministry of Health of Orvalla"] * 2
    assert naming.actors["Ministry of Health of Orvalla"].kind == "organization"


def test_a_reading_is_shared_by_newspapers_and_kept_apart_for_those_who_speak_for_themselves() -> None:
    keys = [
        reading_key(Brief.of(Article(f"a{n}", f"p{n}", ACCUSING, publisher=publisher)), SHIPPED)
        for n, publisher in enumerate([None, "The Harbour Tribune", "Lantern & Tide", "Sudmark Ministry of Defence", "Norland Ministry of Defence"])
    ]
    assert len(set(keys)) == 3 and len(set(keys[:3])) == 1
