"""One article's sentences on one attack are one event, those on two attacks are two."""

from __future__ import annotations

from datetime import date

import pytest
from invented import GENEVA, TORN, VESK, Writer, alone

from parley.model import Interval
from parley.record import Rules, build_view
from parley.record.events.retelling import follows, is_known, known_things
from parley.record.growing.who import runs_of
from parley.record.happenings import Happenings
from parley.record.view import View

FIRST = "Shells hit a market in Vesk on Monday."


def events(*writers: Writer, groups: Happenings | None = None) -> int:
    return len(view_of(*writers, groups=groups).events)


def view_of(*writers: Writer, groups: Happenings | None = None) -> View:
    return build_view([w.article for w in writers], {w.id: w.reading for w in writers}, [], alone(*writers), (), Rules(groups))


def article(second: str, trigger: str, *actors: str, **more: object) -> Writer:
    writer = Writer("a", f"{FIRST} {second}", "2021-03-09").report("hit", "ASSAULT", recipients=("market",), when="2021-03-08", where=VESK)
    return writer.report(trigger, "ASSAULT", *actors, **more)


NOUN = {"rule": "noun:attack"}
AGAIN = [
    ("what it hit, as known", article("Prices rose. Rebels fired on the market.", "fired", "Rebels", recipients=("market",)), 1),
    ("another thing as known", article("Prices rose. Rebels fired on the school.", "fired", "Rebels", recipients=("school",)), 2),
    ("a market not known", article("Prices rose. Rebels fired on a market.", "fired", "Rebels", recipients=("market",)), 2),
    ("what hit it, as known", article("Prices rose. Rebels fired the shells.", "fired", "Rebels"), 1),
    ("a day of its own", article("Prices rose. Rebels fired on the market.", "fired", recipients=("market",), when="2021-03-02"), 2),
    ("the act as known", article("Prices rose. The attack shocked all.", "attack", **NOUN), 1),
    ("an act not known", article("Prices rose. An attack shocked all.", "attack", **NOUN), 2),
    ("a verb is no known act", article("Prices rose. The rebels fired.", "fired", **(NOUN | {"rule": "verb:fire"})), 2),
    ("the harm in the next sentence", article("Ten people were killed.", "killed"), 1),
    ("the harm of another attack", article("Ten people were also killed in a raid.", "killed"), 2),
    ("the harm in another place", article("Ten people were killed in Torn.", "killed", where=TORN), 2),
    ("the harm of another day", article("On Friday ten people were killed.", "killed"), 2),
    ("the harm, sentences later", article("Prices rose. Ten people were killed.", "killed"), 2),
]


@pytest.mark.parametrize(("told", "expected"), [row[1:] for row in AGAIN], ids=[row[0] for row in AGAIN])
def test_an_article_on_one_attack(told: Writer, expected: int) -> None:
    assert events(told) == expected


def test_the_act_as_known_where_two_can_be_meant() -> None:
    text = f"{FIRST} Prices rose. Bombs fell at Torn on Monday. Prices rose. The attack shocked all."
    writer = Writer("a", text, "2021-03-09").report("hit", "ASSAULT", when="2021-03-08", where=VESK)
    writer.report("fell", "ASSAULT", when="2021-03-08", where=TORN)
    assert events(writer.report("attack", "ASSAULT", **NOUN)) == 3


def test_two_sides_in_the_next_sentence_are_two_attacks_unless_one_answers() -> None:
    def fight(second: str, trigger: str) -> Writer:
        writer = Writer("a", f"Rebels shelled Vesk on Monday. {second}", "2021-03-09")
        writer.report("shelled", "ASSAULT", "Rebels", when="2021-03-08", where=VESK)
        return writer.report(trigger, "ASSAULT", "Troops")

    assert events(fight("Troops bombed a ridge.", "bombed")) == 2
    assert events(fight("Troops returned fire.", "returned fire")) == 1


def test_a_time_of_day_gives_no_day() -> None:
    clock = Interval.day(FIRST_DAY.first, "relative:clock")
    assert events(article("At five ten people were killed.", "killed", when=clock)) == 1
    assert events(article("At five ten people were killed.", "killed", when=FIRST_DAY)) == 2


FIRST_DAY = Interval.day(date(2021, 3, 9), "stated")


def clash(id_: str, published: str, when: str, text: str = "A clash shook Vesk.") -> Writer:
    return Writer(id_, text, published).report("clash", "ASSAULT", when=when)


@pytest.mark.parametrize(
    ("text", "stories", "expected"),
    [
        ("A clash shook Vesk.", (("a", "b"),), 1),
        ("A clash shook Torn.", (("a", "b"),), 2),
        ("A clash shook Vesk.", (("a",), ("b",)), 2),
    ],
    ids=["one town", "two towns", "two stories"],
)
def test_an_act_gone_back_to_by_its_week(text: str, stories: tuple[tuple[str, ...], ...], expected: int) -> None:
    one, other = clash("a", "2021-03-09", "2021-03-08"), clash("b", "2021-03-17", "2021-03-08/2021-03-14", text)
    assert events(one, other, groups=Happenings((("a",), ("b",)), stories)) == expected


def test_who_speaks_for_a_body_by_office_is_no_other_participant() -> None:
    assert "League" in runs_of(["envoy of the League", "minister"])
    assert "League" not in runs_of(["leader of the Leaguers"])


def test_an_agreement_of_one_town_and_week() -> None:
    def signed(id_: str, text: str, *actors: str) -> Writer:
        return Writer(id_, text, "2021-03-09").report("signed", "AGREE", *actors, where=GENEVA)

    assert events(signed("a", "Sudmark signed a truce in Geneva.", "Sudmark"), signed("b", "The truce signed in Geneva holds.")) == 1
    other = Writer("b", "The truce signed in Vesk holds.", "2021-03-09").report("signed", "AGREE", where=VESK)
    assert events(signed("a", "Sudmark signed a truce in Geneva.", "Sudmark"), other) == 2


def test_words_that_lean_on_what_was_told() -> None:
    (report,) = Writer("a", "Rebels fired on the crowded market and the town.").report("fired", "ASSAULT").reports
    assert known_things(report) == {"crowded", "market"}
    one, other = Writer("a", "Rebels fired. The attack hurt ten.").report("fired", "ASSAULT").report("attack", "ASSAULT", **NOUN).reports
    assert (is_known(one), is_known(other), follows(one, other), follows(other, one)) == (False, True, True, False)
