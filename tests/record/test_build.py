"""The whole view: ids from content, any order, and what belongs together."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import GENEVA, TORN, VESK, Writer, alone, held, planned, shelled

from parley.model import CopyLink, Source
from parley.record import Rules, View, build_view
from parley.record.happenings import Happenings


def view_of(*writers: Writer, sources: list[Source] | None = None, rules: Rules | None = None, order: int = 0) -> View:
    shuffled = random.Random(order).sample(writers, len(writers))
    return build_view(
        [w.article for w in shuffled], {w.id: w.reading for w in shuffled}, [], alone(*shuffled) if sources is None else sources, (), rules
    )


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000))
def test_the_order_of_articles_does_not_show(order: int) -> None:
    writers = (planned(), held(), shelled())
    groups = Happenings((("a1",), ("a2",), ("a3",)), (("a1", "a2"), ("a3",)))
    assert view_of(*writers, rules=Rules(groups), order=order) == view_of(*writers, rules=Rules(groups))


def test_a_planned_meeting_and_the_meeting_held_are_one_event_of_two_sources() -> None:
    view = view_of(planned(), held())
    (event,) = view.events
    assert (event.type, event.modality, event.sources) == ("CONSULT", "asserted", ("s-a1", "s-a2"))
    assert event.when and event.when.first.isoformat() == "2021-03-05"
    assert event.where == GENEVA
    assert event.outcome == "without a deal"
    assert event.evidence[0].span.text.startswith("Ada Brandt met")


def test_each_merge_explains_itself() -> None:
    (merge,) = view_of(planned(), held()).merges
    assert {name for name, _, _ in merge.features} >= {"same_day", "same_place", "shared_participants"}
    assert merge.score == pytest.approx(sum(score for _, score, _ in merge.features))
    assert any("Ada Brandt" in why for _, _, why in merge.features)


def test_copies_are_one_source() -> None:
    first = held()
    copy = replace(held(), id="a9", publisher="Other Post")
    sources = [Source("s-one", ("a2", "a9"))]
    view = build_view([first.article, copy.article], {"a2": first.reading, "a9": copy.reading}, [CopyLink("a2", "a9", "copy", 1.0)], sources)
    (event,) = view.events
    assert (event.sources, event.articles) == (("s-one",), ("a2", "a9"))
    assert {s.independent for s in view.support} == {1}


def meeting(id_: str, weekday: str, when: str | None, where: object, *people: str) -> Writer:
    text = f"{' and '.join(people)} met on {weekday} in {getattr(where, 'name', 'a hotel')}."
    return Writer(id_, text, "2021-03-10").report("met", "CONSULT", *people, when=when, where=where)


BOTH = ("Ada Brandt", "Ilo Varga")
APART = [
    ("two exact days", meeting("b1", "Monday", "2021-03-08", GENEVA, *BOTH), meeting("b2", "Tuesday", "2021-03-09", GENEVA, *BOTH)),
    ("two exact places", meeting("b1", "Monday", "2021-03-08", VESK, *BOTH), meeting("b2", "Monday", "2021-03-08", TORN, *BOTH)),
    ("other people, no place", meeting("b1", "Monday", "2021-03-08", None, "Ada Brandt"), meeting("b2", "Monday", "2021-03-08", None, "Ilo Varga")),
    ("nothing but the same people", meeting("b1", "one day", None, None, *BOTH), meeting("b2", "one day", None, None, *BOTH)),
]


@pytest.mark.parametrize(("left", "right"), [row[1:] for row in APART], ids=[row[0] for row in APART])
def test_reports_that_are_parted(left: Writer, right: Writer) -> None:
    assert len(view_of(left, right).events) == 2


TOGETHER = [
    (
        "a week and a day inside it",
        meeting("b1", "one day", "2021-03-08/2021-03-14", GENEVA, *BOTH),
        meeting("b2", "Tuesday", "2021-03-09", GENEVA, *BOTH),
    ),
    ("day and people, one without a place", meeting("b1", "Monday", "2021-03-08", None, *BOTH), meeting("b2", "Monday", "2021-03-08", GENEVA, *BOTH)),
    ("day and place, nobody named", meeting("b1", "Monday", "2021-03-08", GENEVA), meeting("b2", "Monday", "2021-03-08", GENEVA, *BOTH)),
    ("place and people, one without a day", meeting("b1", "one day", None, GENEVA, *BOTH), meeting("b2", "Monday", "2021-03-08", GENEVA, *BOTH)),
]


@pytest.mark.parametrize(("left", "right"), [row[1:] for row in TOGETHER], ids=[row[0] for row in TOGETHER])
def test_reports_that_belong_together(left: Writer, right: Writer) -> None:
    assert len(view_of(left, right).events) == 1


def test_an_attack_and_a_meeting_of_one_day_and_place_stay_apart() -> None:
    attack = Writer("c1", "Sudmark shelled Geneva on Friday.", "2021-03-06").report("shelled", "ASSAULT", "Sudmark", when="2021-03-05", where=GENEVA)
    assert len(view_of(attack, held()).events) == 2


def test_a_scenario_is_no_event() -> None:
    plan = Writer("c2", "Norland would then bomb Vesk.", "2021-03-06").report("bomb", "ASSAULT", "Norland", modality="hypothetical", where=VESK)
    view = view_of(plan)
    assert (len(view.reports), view.events) == (1, ())


def test_a_sentence_that_two_sources_share_counts_once() -> None:
    left, right = held(), replace(held(), id="a9")
    pair = (
        left.cite("Ada Brandt met Ilo Varga in Geneva for nine hours on Friday."),
        right.cite("Ada Brandt met Ilo Varga in Geneva for nine hours on Friday."),
    )
    apart, shared = view_of(left, right), view_of(left, right, rules=Rules(shared=(pair,)))
    assert {s.independent for s in apart.support} == {2}
    assert {s.independent for s in shared.support} == {1}
    assert all(len(s.sources) == 2 for s in shared.support)


def test_a_reading_that_cites_other_words_is_refused() -> None:
    writer = held()
    with pytest.raises(ValueError, match="does not hold"):
        build_view([replace(writer.article, text="Something else altogether.")], {"a2": writer.reading}, [], [])


def test_a_commitment_is_kept_by_the_meeting_held() -> None:
    view = view_of(planned(), held())
    (follow_up,) = view.follow_ups
    assert (follow_up.commitment, follow_up.status, follow_up.events) == (view.commitments[0].id, "kept", (view.events[0].id,))


def test_a_commitment_without_a_later_event_stays_as_it_was_stated() -> None:
    assert view_of(planned(), shelled()).follow_ups == ()


def test_a_called_off_meeting_breaks_the_commitment() -> None:
    text = "Ilo Varga cancelled the talks in Geneva on Friday with Ada Brandt."
    off = Writer("a8", text, "2021-03-05").report("cancelled", "REJECT", "Ilo Varga", recipients=("Ada Brandt",), when="2021-03-05", where=GENEVA)
    (follow_up,) = view_of(planned(), off).follow_ups
    assert follow_up.status == "broken"


def test_a_step_can_be_called_off_before_its_day() -> None:
    text = "Ilo Varga cancelled the talks with Ada Brandt on Thursday."
    off = Writer("a8", text, "2021-03-04").report("cancelled", "REJECT", "Ilo Varga", recipients=("Ada Brandt",), when="2021-03-04")
    (follow_up,) = view_of(planned(), off).follow_ups
    assert follow_up.status == "broken"


def test_of_as_many_sources_each_the_refusal_is_believed() -> None:
    text = "Ilo Varga cancelled the talks with Ada Brandt on Thursday."
    off = Writer("a8", text, "2021-03-04").report("cancelled", "REJECT", "Ilo Varga", recipients=("Ada Brandt",), when="2021-03-04")
    again = replace(held(), id="a9")
    assert {f.status for f in view_of(planned(), held(), off).follow_ups} == {"broken"}
    assert {f.status for f in view_of(planned(), held(), again, off).follow_ups} == {"kept"}


def test_what_was_called_off_before_the_promise_was_made_does_not_break_it() -> None:
    text = "Ilo Varga cancelled the talks with Ada Brandt in February."
    off = Writer("a8", text, "2021-03-05").report("cancelled", "REJECT", "Ilo Varga", recipients=("Ada Brandt",), when="2021-02-01/2021-02-28")
    assert view_of(planned(), off).follow_ups == ()


def test_a_story_has_a_title_of_its_own_articles() -> None:
    groups = Happenings((("a1", "a2"), ("a3",)), (("a1", "a2", "a3"),))
    (story,) = view_of(planned(), held(), shelled(), rules=Rules(groups)).stories
    assert story.title in {"Brandt and Varga to meet in Geneva", "Brandt and Varga part without a deal in Geneva"}
    assert (story.first, story.last, story.happenings) == ("2021-03-03", "2021-03-06", (("a1", "a2"), ("a3",)))
    assert len(story.events) == 3


def test_the_timeline_holds_the_days_of_events_in_order() -> None:
    timeline = view_of(planned(), held(), shelled()).timeline
    assert [d.days.first.isoformat() for d in timeline] == ["2021-03-04", "2021-03-05"]
    assert timeline[1].sources == ("s-a1", "s-a2")
    assert timeline[1].best.span.text.startswith("Ada Brandt met")
