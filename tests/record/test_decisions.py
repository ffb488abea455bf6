"""A person's word: it is applied, can be undone without a trace, and is never lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import GENEVA, Writer, alone, held, planned, shelled

from parley.model import Span, UsageError
from parley.record import Anchor, Decision, View, anchors_of, build_view, in_force

WRITERS = (planned(), held(), shelled())


def view_after(*decisions: Decision, writers: tuple[Writer, ...] = WRITERS) -> View:
    return build_view([w.article for w in writers], {w.id: w.reading for w in writers}, [], alone(*writers), decisions)


def decide(kind: str, anchors: tuple[Anchor, ...], value: str | None = None, slot: str | None = None, at: str = "2021-04-01T10:00:00Z") -> Decision:
    return Decision(kind, anchors, "A. Reader", at, "checked by hand", value, slot)


BEFORE = view_after()
MEETING = next(e for e in BEFORE.events if e.type == "CONSULT")
ATTACK = next(e for e in BEFORE.events if e.type == "ASSAULT" and e.modality == "asserted")
ABOUT_MEETING, ABOUT_ATTACK = anchors_of(MEETING.id, BEFORE), anchors_of(ATTACK.id, BEFORE)
TOLL = next(c for c in BEFORE.claims if c.item.low == 14)


TWO_ARTICLES = (Anchor("article", "a1", ""), Anchor("article", "a2", ""))


def whens(view: View) -> set[str]:
    return {r.item.when.how for r in view.reports if r.item.when and r.id in ATTACK.reports}


def places(view: View) -> list[object]:
    return [r.item.where for r in view.reports if r.id in ATTACK.reports]


def tolls(view: View) -> set[object]:
    return {c.item.low for c in view.claims if c.id == TOLL.id}


def of_type(view: View, type_: str) -> list[tuple[str, ...]]:
    return [e.articles for e in view.events if e.type == type_]


EFFECTS: list[tuple[str, Decision, Callable[[View], object], object]] = [
    ("a rejected event is gone", decide("reject", ABOUT_ATTACK), lambda v: len(v.events), len(BEFORE.events) - 1),
    ("its reports are gone", decide("reject", ABOUT_ATTACK), lambda v: ATTACK.reports[0] in {r.id for r in v.reports}, False),
    ("a rejected claim is gone", decide("reject", anchors_of(TOLL.id, BEFORE)), lambda v: len(v.claims), len(BEFORE.claims) - 1),
    ("a confirmed event stays", decide("confirm", ABOUT_ATTACK), lambda v: v.events, BEFORE.events),
    ("a split event is two", decide("split", ABOUT_MEETING), lambda v: len(v.events), len(BEFORE.events) + 1),
    ("merged events are one", decide("merge", ABOUT_MEETING + ABOUT_ATTACK), lambda v: len(v.events), len(BEFORE.events) - 1),
    ("a day is set", decide("date", ABOUT_ATTACK, "2021-03-02"), whens, {"user"}),
    ("a known place is set", decide("place", ABOUT_ATTACK, "geneva"), places, [GENEVA]),
    ("a figure is corrected", decide("correct", anchors_of(TOLL.id, BEFORE), "41", "low"), tolls, {41}),
    ("a type is corrected", decide("correct", ABOUT_ATTACK, "COERCE", "type"), lambda v: len(of_type(v, "COERCE")), 1),
    ("a slot is emptied", decide("correct", ABOUT_MEETING[1:], "", "outcome"), lambda v: {e.outcome for e in v.events}, {None}),
    ("sources are one", decide("group", TWO_ARTICLES), lambda v: sorted(len(s.articles) for s in v.sources), [1, 2]),
]  # fmt: skip


@pytest.mark.parametrize(("decision", "look", "expected"), [row[1:] for row in EFFECTS], ids=[row[0] for row in EFFECTS])
def test_what_a_decision_does(decision: Decision, look: Callable[[View], object], expected: object) -> None:
    after = view_after(decision)
    assert look(after) == expected
    assert after.unfit == ()


@pytest.mark.parametrize("decision", [row[1] for row in EFFECTS], ids=[row[0] for row in EFFECTS])
def test_undoing_is_identity(decision: Decision) -> None:
    undo = decide("undo", (), decision.id, at="2021-04-02T10:00:00Z")
    assert view_after(decision, undo) == BEFORE
    redo = decide("undo", (), undo.id, at="2021-04-03T10:00:00Z")
    assert view_after(decision, undo, redo) == view_after(decision)


UNFIT = [
    ("words that are no longer there", decide("reject", (Anchor("report", "a3", "Sudmark bombed Vesk"),))),
    ("an article that is not there", decide("reject", (Anchor("report", "a7", "Sudmark shelled Vesk on Thursday."),))),
    ("one of two anchors is lost", decide("merge", (*ABOUT_MEETING, Anchor("report", "a3", "no such words")))),
    ("a kind that nothing has", decide("reject", (Anchor("rumour", "a3", "Sudmark shelled Vesk on Thursday."),))),
    ("a value that does not fit", decide("correct", ABOUT_ATTACK, "BOMB", "type")),
    ("a day that is none", decide("date", ABOUT_ATTACK, "last week")),
    ("a slot that is none", decide("correct", ABOUT_ATTACK, "x", "colour")),
    ("a slot that cannot be empty", decide("correct", ABOUT_ATTACK, None, "type")),
    ("bounds the wrong way round", decide("correct", anchors_of(TOLL.id, BEFORE), "3", "high")),
    ("a merge of one", decide("merge", ABOUT_ATTACK)),
    ("a group of one", decide("group", (Anchor("article", "a1", ""),))),
]


@pytest.mark.parametrize("decision", [row[1] for row in UNFIT], ids=[row[0] for row in UNFIT])
def test_a_decision_that_does_not_fit_waits_and_changes_nothing(decision: Decision) -> None:
    assert view_after(decision) == replace(BEFORE, unfit=(decision.id,))


def test_a_decision_survives_another_model() -> None:
    other = held()
    report = other.reports[0]
    wider = Span(0, len(other.text[: other.text.index(" They")]), other.text[: other.text.index(" They")])
    other.reports[0] = replace(report, trigger=other.span("Geneva"), evidence=wider, rule="another model")
    after = view_after(decide("split", ABOUT_MEETING), writers=(planned(), other, shelled()))
    assert (after.unfit, len(after.events)) == ((), len(BEFORE.events) + 1)


def test_the_nearest_of_several_reports_in_one_sentence_is_meant() -> None:
    text = "Norland shelled Torn and Sudmark shelled Vesk."
    writer = Writer("d1", text, "2021-03-05").report("shelled Torn", "ASSAULT", "Norland").report("shelled Vesk", "ASSAULT", "Sudmark")
    view = view_after(writers=(writer,))
    second = next(r for r in view.reports if r.item.trigger.text == "shelled Vesk")
    after = view_after(decide("reject", anchors_of(second.id, view)), writers=(writer,))
    assert [r.item.trigger.text for r in after.reports] == ["shelled Torn"]


@given(st.permutations([decide("confirm", ABOUT_ATTACK, at=f"2021-04-0{n}T10:00:00Z") for n in range(1, 5)]))
def test_decisions_are_taken_in_order_of_time(decisions: list[Decision]) -> None:
    undo = decide("undo", (), decisions[0].id, at="2021-05-01T10:00:00Z")
    left = in_force([undo, *decisions])
    assert [d.at for d in left] == sorted(d.at for d in decisions[1:])


def test_the_later_of_two_corrections_stands() -> None:
    first, second = decide("date", ABOUT_ATTACK, "2021-03-02"), decide("date", ABOUT_ATTACK, "2021-03-03", at="2021-04-02T10:00:00Z")
    for order in ((first, second), (second, first)):
        (when,) = {r.item.when for r in view_after(*order).reports if r.id in ATTACK.reports}
        assert when and when.first == date(2021, 3, 3)


@pytest.mark.parametrize(("kind", "value"), [("delete", None), ("undo", None)])
def test_decisions_that_cannot_be(kind: str, value: str | None) -> None:
    with pytest.raises(ValueError, match="decision"):
        decide(kind, (), value)


def test_only_what_exists_has_anchors() -> None:
    with pytest.raises(UsageError, match="e-none"):
        anchors_of("e-none", BEFORE)
