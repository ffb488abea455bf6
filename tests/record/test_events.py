"""What parts reports and what an article goes on about."""

from __future__ import annotations

import pytest
from invented import GENEVA, TORN, VESK, Writer, alone

from parley.lexicon.themes import gathered, nearest_theme, refers_back, themes
from parley.model import Place
from parley.record import Rules, View, build_view
from parley.record.events.places import are_apart, kilometres
from parley.record.happenings import Happenings

QUARTER = Place("East Vesk", 50.12, 30.25, 903, "NRL", "district")
FAR_QUARTER = Place("Torn Docks", 50.4, 30.91, 904, "NRL", "district")
REGION = Place("Upper Norland", 50.0, 30.0, 905, "NRL", "region")
PLACES = [
    ("one place", VESK, VESK, False),
    ("two cities", VESK, TORN, True),
    ("a city and a quarter of it", VESK, QUARTER, False),
    ("a city and a quarter of another", VESK, FAR_QUARTER, True),
    ("a city and its region", VESK, REGION, False),
    ("one name without an id", Place("Ost", None, None, None, None, "city"), Place("Ost", None, None, None, None, "city"), False),
]


@pytest.mark.parametrize(("a", "b", "apart"), [row[1:] for row in PLACES], ids=[row[0] for row in PLACES])
def test_places_that_part(a: Place, b: Place, apart: bool) -> None:
    assert are_apart(a, b) is apart
    assert are_apart(b, a) is apart


def test_distance() -> None:
    assert kilometres(VESK, TORN) == pytest.approx(60.0, abs=2)


THEMES = [
    ("The ministers agreed to meet in May.", 14, "meeting"),
    ("They agreed a truce and more talks.", 5, "truce"),
    ("They agreed on talks on a truce.", 5, "meeting"),
    ("He promised help.", 3, None),
]


@pytest.mark.parametrize(("sentence", "offset", "theme"), THEMES)
def test_the_nearest_theme(sentence: str, offset: int, theme: str | None) -> None:
    assert nearest_theme(sentence, offset) == theme


@pytest.mark.parametrize(
    ("sentence", "back"),
    [("The talks ended.", True), ("Both recent meetings failed.", True), ("New talks ended.", False), ("The envoy left talks.", False)],
)
def test_what_is_spoken_of_as_known(sentence: str, back: bool) -> None:
    assert refers_back(sentence, "meeting") is back


def test_word_lists_hold_lower_case_words() -> None:
    assert all(word == word.lower().strip() for word in [*themes(), *gathered()])
    assert not any(" " in word for word in gathered())


def article(id_: str, text: str, published: str = "2021-03-09") -> Writer:
    return Writer(id_, text, published)


def view_of(*writers: Writer, happenings: tuple[tuple[str, ...], ...] = ()) -> View:
    rules = Rules(Happenings(happenings, happenings)) if happenings else None
    return build_view([w.article for w in writers], {w.id: w.reading for w in writers}, [], alone(*writers), (), rules)


MET = "Ada Brandt met Ilo Varga in Geneva on Monday. "


def long_account(rest: str, trigger: str, type_: str, *actors: str, **more: object) -> Writer:
    writer = article("a", MET + rest).report("met", "CONSULT", "Ada Brandt", "Ilo Varga", when="2021-03-08", where=GENEVA)
    return writer.report(trigger, type_, *actors, **more)


TOLD_ON = [
    ("the talks, nobody named", long_account("The talks ended without a deal.", "ended", "AGREE", modality="negated"), 1),
    ("the parties", long_account("At the meeting the parties failed to agree.", "agree", "AGREE", "parties", modality="negated"), 1),
    ("another who joined the talks", long_account("Norland joined the talks.", "joined", "CONSULT", "Norland"), 1),
    ("others who met", long_account("Sudmark held talks with Norland.", "talks", "CONSULT", "Sudmark", "Norland"), 2),
    ("a day of their own", long_account("The talks of May had failed.", "failed", "AGREE", modality="negated", when="2020-05-01/2020-05-31"), 2),
    ("the next meeting", long_account("The talks go on in spring.", "talks go on", "AGREE", modality="future"), 2),
    ("background", long_account("The talks of old had failed.", "failed", "AGREE", modality="negated", historical=True), 2),
    ("an attack", long_account("Sudmark shelled Vesk.", "shelled", "ASSAULT", "Sudmark"), 2),
]


@pytest.mark.parametrize(("writer", "events"), [row[1:] for row in TOLD_ON], ids=[row[0] for row in TOLD_ON])
def test_what_an_article_goes_on_about(writer: Writer, events: int) -> None:
    assert len(view_of(writer).events) == events


def test_going_on_never_joins_two_meetings() -> None:
    text = MET + "Norland and Sudmark met in Vesk on Sunday. The talks ended without a deal."
    writer = article("a", text).report("met Ilo", "CONSULT", "Ada Brandt", "Ilo Varga", when="2021-03-08", where=GENEVA)
    writer.report("met in Vesk", "CONSULT", "Norland", "Sudmark", when="2021-03-07", where=VESK).report("ended", "AGREE", modality="negated")
    assert sorted(len(e.reports) for e in view_of(writer).events) == [1, 2]


def test_a_meeting_has_no_recipients_though_what_it_failed_to_bring_has() -> None:
    writer = article("a", MET + "The talks ended without a deal for Sudmark.")
    writer.report("met", "CONSULT", "Ada Brandt", "Ilo Varga", when="2021-03-08", where=GENEVA)
    writer.report("ended", "AGREE", modality="negated", recipients=("Sudmark",))
    (event,) = view_of(writer).events
    assert (event.type, len(event.reports), event.recipients) == ("CONSULT", 2, ())


def shelling(id_: str, when: str | None, doer: str = "Sudmark") -> Writer:
    return article(id_, f"{doer} shelled Vesk again.").report("shelled", "ASSAULT", doer, when=when, where=VESK)


RECURRING = [
    ("one day", shelling("a", "2021-03-08"), shelling("b", "2021-03-08"), (), 1),
    ("no day", shelling("a", None), shelling("b", None), (), 2),
    ("no day, but one happening and one word", shelling("a", None), shelling("b", None), (("a", "b"),), 1),
    ("one day and place, other doers", shelling("a", "2021-03-08"), shelling("b", "2021-03-08", "Norland"), (), 2),
]


@pytest.mark.parametrize(("a", "b", "groups", "events"), [row[1:] for row in RECURRING], ids=[row[0] for row in RECURRING])
def test_acts_that_recur_need_a_common_day(a: Writer, b: Writer, groups: tuple[tuple[str, ...], ...], events: int) -> None:
    assert len(view_of(a, b, happenings=groups).events) == events


def test_descriptions_give_way_to_names() -> None:
    writer = long_account("At the meeting the parties failed to agree.", "agree", "AGREE", "parties", modality="negated")
    assert view_of(writer).events[0].actors == ("Ada Brandt", "Ilo Varga")


def test_what_is_told_as_done_on_a_day_still_to_come_is_a_plan() -> None:
    early = article("a", "Ada Brandt met Ilo Varga in Geneva.", "2021-03-01").report("met", "CONSULT", "Ada Brandt", "Ilo Varga", when="2021-03-08")
    assert [e.modality for e in view_of(early).events] == ["future"]
