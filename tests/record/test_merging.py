"""What ties two reports of one act that name little in common, and what does not."""

from __future__ import annotations

from itertools import permutations

import pytest
from invented import GENEVA, TORN, VESK, Writer, alone, day

from parley.model import Party, Place, Source, Span
from parley.record import Rules, View, build_view
from parley.record.events.features import main_word
from parley.record.events.objects import counted_things, share_of_words, things
from parley.record.happenings import Happenings


def view_of(*writers: Writer, sources: list[Source] | None = None) -> View:
    return build_view([w.article for w in writers], {w.id: w.reading for w in writers}, [], sources or alone(*writers))


def told(id_: str, text: str, published: str, trigger: str, type_: str, *actors: str, **more: object) -> Writer:
    return Writer(id_, text, published).report(trigger, type_, *actors, **more)


PLAN = told(
    "a", "Ada Brandt and Ilo Varga will meet in Geneva on 12 March.", "2021-03-03", "will meet", "AGREE", "Ada Brandt", "Ilo Varga",
    modality="future", when="2021-03-12", where=GENEVA,
)  # fmt: skip


def off(text: str = "Ada Brandt called off the meeting in Geneva.", when: str | None = "2021-03-08", published: str = "2021-03-09") -> Writer:
    return told("b", text, published, "called off", "REJECT", "Ada Brandt", when=when)


def pledge() -> Writer:
    return told("a", "Sudmark will free 40 prisoners.", "2021-03-03", "free", "AGREE", "Sudmark", recipients=("40 prisoners",), modality="future")


def not_done(things_: str = "40 prisoners", modality: str = "negated", published: str = "2021-03-29") -> Writer:
    text = f"Norland said on Monday that {things_} had not been released."
    return told("b", text, published, "released", "RETREAT", recipients=(things_,), modality=modality)


def strike(id_: str, text: str, **more: object) -> Writer:
    return told(id_, text, "2021-03-09", "shelled", "ASSAULT", recipients=("depot",), **more)


PAIRS = [
    ("a meeting planned and called off", PLAN, off(), 1),
    ("a meeting called off long before", PLAN, off(when="2021-01-08", published="2021-01-09"), 2),
    ("a meeting called off in another place", PLAN, off("Ada Brandt called off the meeting in Torn."), 2),
    ("a promise and its failure, counted alike", pledge(), not_done(), 1),
    ("a promise and another number", pledge(), not_done("60 prisoners"), 2),
    ("one target in one place", strike("a", "Rebels shelled a depot in Vesk.", where=VESK), strike("b", "They shelled the depot.", where=VESK), 1),
    ("one target in two places", strike("a", "Rebels shelled a depot in Vesk.", where=VESK), strike("b", "They shelled the depot.", where=TORN), 2),
    (
        "a day, and a place that only the sentence names",
        strike("a", "The shelled depot in Vesk burnt.", when="2021-03-08", where=VESK),
        strike("b", "The Vesk depot was shelled on Monday.", when="2021-03-08"),
        1,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "events"), [row[1:] for row in PAIRS], ids=[row[0] for row in PAIRS])
def test_what_ties_two_reports(a: Writer, b: Writer, events: int) -> None:
    for order in permutations((a, b)):
        assert len(view_of(*order).events) == events


def test_the_day_of_a_refusal_is_not_that_of_the_meeting() -> None:
    (event,) = view_of(PLAN, off()).events
    assert (event.type, event.when) == ("REJECT", day("2021-03-12"))
    assert view_of(off()).events[0].when == day("2021-03-08")


def test_what_its_own_sentence_calls_off_was_not_held() -> None:
    text = "Ada Brandt called off the meeting in Geneva last week."
    recalled = off(text, published="2021-03-12").report("meeting", "CONSULT", when="2021-03-08/2021-03-12", where=GENEVA)
    (event,) = view_of(PLAN, recalled).events
    assert event.modality == "asserted" and event.type == "REJECT"
    attended = off("Ada Brandt called off the meeting, after Ilo Varga had come.", published="2021-03-12").report(
        "meeting", "CONSULT", "Ilo Varga", when="2021-03-08/2021-03-12"
    )
    assert len(view_of(attended).events) == 2


def talks(text: str) -> Writer:
    return told("b", text, "2021-03-13", "Talks", "CONSULT", "Ada Brandt", "Ilo Varga", when="2021-03-13", where=GENEVA)


def test_talks_that_end_in_the_early_hours_were_those_of_the_day_before() -> None:
    assert len(view_of(PLAN, talks("Talks of Ada Brandt and Ilo Varga broke up in the early hours of Saturday.")).events) == 1
    assert len(view_of(PLAN, talks("Talks of Ada Brandt and Ilo Varga broke up on Saturday.")).events) == 2


def test_a_plan_called_off_no_longer_stands() -> None:
    (entry,) = view_of(PLAN, off()).disagreements
    assert (entry.slot, entry.verdict, [stand.value for stand in entry.values]) == ("held", "superseded", ["called off", "planned"])


@pytest.mark.parametrize(("other", "events"), [("Men shelled Vesk on Monday, a nurse said", 1), ("Men shelled Torn, and a truce held", 2)])
def test_a_copy_that_rewords_a_sentence(other: str, events: int) -> None:
    a = told("a", "Men shelled Vesk on Monday, the nurse said.", "2021-03-09", "shelled", "ASSAULT")
    b = told("b", f"{other}.", "2021-03-09", "shelled", "ASSAULT")
    assert len(view_of(a, b, sources=[Source("s", ("a", "b"))]).events) == events
    assert len(view_of(a, b).events) == 2


def test_one_sentence_that_tells_of_the_act_and_its_harm() -> None:
    text = "Four people were killed on Monday when Sudmark shelled a post."
    writer = Writer("a", text, "2021-03-09").report("killed", "ASSAULT", when="2021-03-08").report("shelled", "ASSAULT", "Sudmark")
    assert len(view_of(writer).events) == 1
    two = Writer("a", "Sudmark bombed a post when Norland shelled a camp.", "2021-03-09")
    assert len(view_of(two.report("bombed", "ASSAULT", "Sudmark").report("shelled", "ASSAULT", "Norland")).events) == 2


@pytest.mark.parametrize(
    ("published", "what", "status"),
    [("2021-03-29", "40 prisoners", ["broken"]), ("2021-03-29", "60 prisoners", []), ("2021-03-01", "40 prisoners", [])],
)
def test_a_step_that_a_later_article_says_was_not_done_is_broken(published: str, what: str, status: list[str]) -> None:
    promise = pledge().commit("free 40 prisoners", "Sudmark", None, "pledged")
    assert [f.status for f in view_of(promise, not_done(what, published=published)).follow_ups] == status


def party(text: str) -> Party:
    return Party(Span(0, len(text), text), text)


def test_counted_things_and_targets() -> None:
    assert counted_things([party("15 detained rebels"), party("two men"), party("3 cars"), party("1,200 tents")]) == {"15 rebel", "1200 tent"}
    assert things([party("the fuel depots"), party("Vesk"), party("civilians")]) == {"depot"}
    assert share_of_words("a b c", "b c d") == 0.5


def test_one_copied_sentence_can_tell_of_two_acts() -> None:
    text = "Norland fired at Vesk after Sudmark raided the camp."
    writers = [Writer(id_, text, "2021-03-09").report("fired", "ASSAULT").report("raided", "ASSAULT") for id_ in ("a", "b")]
    assert [e.articles for e in view_of(*writers, sources=[Source("s", ("a", "b"))]).events] == [("a", "b"), ("a", "b")]


@pytest.mark.parametrize(
    ("a", "b", "events"),
    [("2020-12-09", "2020-12-09/2021-03-08", 1), ("2021-03-08", "2021-03-08/2021-03-14", 2), ("2021-03-01/2021-03-31", "2021-03-01", 2)],
    ids=["a siege since a day", "this week and its Monday", "a month and its first day"],
)
def test_what_begins_on_one_day_and_lasts(a: str, b: str, events: int) -> None:
    one = told("a", "The siege of Vesk began in snow.", "2021-03-09", "siege", "COERCE", when=a)
    other = told("b", "Vesk has been besieged for long.", "2021-03-09", "besieged", "COERCE", when=b)
    assert len(view_of(one, other).events) == events


def besieged(id_: str, text: str, published: str, **more: object) -> Writer:
    return told(id_, text, published, "siege", "COERCE", mode="restrict", **more)


def walkout(id_: str, when: str | None, published: str) -> Writer:
    return told(id_, "The strike at Vesk goes on.", published, "strike", "PROTEST", mode="strike", when=when, where=VESK)


SINCE = besieged("a", "The siege of Vesk began on 9 December.", "2021-01-09", when="2020-12-09", where=VESK)
LASTING = [
    ("a siege, months later and without a day", SINCE, besieged("b", "The siege of Vesk goes on.", "2021-04-09", where=VESK), 1),
    ("a siege of another town", SINCE, besieged("b", "The siege of Torn goes on.", "2021-04-09", where=TORN), 2),
    ("a strike and one of years ago", walkout("a", "2021-03-08", "2021-03-09"), walkout("b", "2011-03-08", "2021-03-20"), 2),
    ("a strike days later", walkout("a", "2021-03-08", "2021-03-09"), walkout("b", None, "2021-03-20"), 1),
]


@pytest.mark.parametrize(("a", "b", "events"), [row[1:] for row in LASTING], ids=[row[0] for row in LASTING])
def test_sieges_and_strikes_last(a: Writer, b: Writer, events: int) -> None:
    view = view_of(a, b)
    assert len(view.events) == events
    assert {e.when for e in view.events if e.when} <= {r.when for w in (a, b) for r in w.reports}


def withdrawal(id_: str, text: str, trigger: str, type_: str, actor: str = "Sudmark", **more: object) -> Writer:
    return told(id_, text, "2021-03-03" if type_ == "AGREE" else "2021-03-29", trigger, type_, actor, mode="withdraw", **more)


def unlisted(country: str) -> Place:
    return Place("Ost", None, None, None, country, "unlocated")


LEAVING = withdrawal("a", "Sudmark promised to leave Vesk by 30 March.", "leave", "AGREE", modality="future", when="2021-03-30")


@pytest.mark.parametrize(
    ("act", "events"),
    [
        (withdrawal("b", "Sudmark left Vesk on Monday.", "left", "RETREAT", when="2021-03-29"), 1),
        (withdrawal("b", "Sudmark left Vesk on Friday.", "left", "RETREAT", when="2021-03-05"), 1),
        (withdrawal("b", "Sudmark left Torn on Monday.", "left", "RETREAT", when="2021-03-29"), 2),
        (withdrawal("b", "Norland left Vesk on Monday.", "left", "RETREAT", "Norland", when="2021-03-29"), 2),
    ],
    ids=["the step promised", "before it was due", "in another town", "by another"],
)
def test_a_promise_and_the_step_taken(act: Writer, events: int) -> None:
    towns = Writer("t", "Vesk and Torn are towns.")
    assert len(view_of(LEAVING, act, towns).events) == events


def met(id_: str, text: str, *actors: str, **more: object) -> Writer:
    return told(id_, text, "2021-03-09", "met", "CONSULT", *actors, **more)


def two_meetings() -> Writer:
    return met("b", "Both sides met again. Ilo Varga held talks.").report("talks", "CONSULT", "Ilo Varga")


ONE, OTHER = met("a", "Ada Brandt met the men.", "Ada Brandt"), met("b", "Both sides met again.")
MATTER = (("a", "b"),)
ONLY = [
    ("the only meeting of both", ONE, OTHER, MATTER, True),
    ("articles on two matters", ONE, OTHER, (("a",), ("b",)), False),
    ("a second meeting in one of them", ONE, two_meetings(), MATTER, False),
    ("others who met", ONE, met("b", "Sudmark met the men.", "Sudmark"), MATTER, False),
    ("background", ONE, met("b", "Both sides met in the past.", historical=True), MATTER, False),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "groups", "is_one"), [row[1:] for row in ONLY], ids=[row[0] for row in ONLY])
def test_the_only_such_act_of_two_articles_on_one_matter(a: Writer, b: Writer, groups: tuple[tuple[str, ...], ...], is_one: bool) -> None:
    rules = Rules(Happenings(groups, groups))
    view = build_view([a.article, b.article], {w.id: w.reading for w in (a, b)}, [], alone(a, b), (), rules)
    assert sorted(e.articles for e in view.events) == ([("a", "b")] if is_one else [("a",), ("b",)])


def clash(id_: str, published: str, text: str = "A clash on 8 March shook the valley.") -> Writer:
    return told(id_, text, published, "clash", "ASSAULT", when="2021-03-08")


@pytest.mark.parametrize(
    ("a", "b", "events"),
    [(clash("a", "2021-03-09"), clash("b", "2021-03-29"), 1), (clash("a", "2021-03-09"), clash("b", "2021-03-09"), 2)],
    ids=["gone back to by its day", "news of one day"],
)
def test_an_act_that_an_article_goes_back_to_by_its_day(a: Writer, b: Writer, events: int) -> None:
    assert len(view_of(a, b).events) == events


def test_a_copy_that_takes_another_word() -> None:
    a, b = (told(id_, f"Shells {word} the old bridge of the town.", "2021-03-09", word, "ASSAULT") for id_, word in (("a", "hit"), ("b", "struck")))
    assert len(view_of(a, b, sources=[Source("s", ("a", "b"))]).events) == 1
    assert len(view_of(a, b).events) == 2


def test_two_kinds_of_force_are_two_acts() -> None:
    def force(id_: str, word: str, mode: str) -> Writer:
        return told(id_, f"Sudmark {word} men in Vesk on Monday.", "2021-03-09", word, "COERCE", "Sudmark", mode=mode, when="2021-03-08")

    assert len(view_of(force("a", "arrested", "arrest"), force("b", "seized", "arrest")).events) == 1
    assert len(view_of(force("a", "arrested", "arrest"), force("b", "disarmed", "restrict")).events) == 2


def fired(id_: str, text: str, *actors: str, published: str = "2021-03-09", recipients: tuple[str, ...] = ()) -> Writer:
    """An article that tells of a second attack too, so that neither is its only one."""
    writer = told(id_, f"{text} Guns shelled on.", published, "fired", "ASSAULT", *actors, recipients=recipients)
    return writer.report("shelled", "ASSAULT")


SHOTS = fired("a", "Sudmark fired at a depot.", "Sudmark", recipients=("depot",))
NEWS = [
    ("one doer, one word", SHOTS, fired("b", "Sudmark fired early.", "Sudmark"), True),
    ("one word alone", fired("a", "Men fired early."), fired("b", "They fired at dawn."), False),
    ("news of another day", SHOTS, fired("b", "Sudmark fired early.", "Sudmark", published="2021-03-13"), False),
    ("another target", SHOTS, fired("b", "Sudmark fired at a bridge.", "Sudmark", recipients=("bridge",)), False),
    ("doer and victim turned", fired("a", "Sudmark fired at Norland.", "Sudmark", recipients=("Norland",)),
     fired("b", "Norland fired at Sudmark.", "Norland", recipients=("Sudmark",)), False),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "is_one"), [row[1:] for row in NEWS], ids=[row[0] for row in NEWS])
def test_news_of_one_matter_told_by_one_word(a: Writer, b: Writer, is_one: bool) -> None:
    rules = Rules(Happenings((("a", "b"),), (("a", "b"),)))
    view = build_view([a.article, b.article], {w.id: w.reading for w in (a, b)}, [], alone(a, b), (), rules)
    assert any(len(e.articles) == 2 for e in view.events) is is_one


@pytest.mark.parametrize(
    ("trigger", "word"), [("round of talks", "talks"), ("set fire to", "fire"), ("Talks", "talks"), ("met", "met"), ("hit by us", "hit")]
)
def test_the_word_that_names_an_act(trigger: str, word: str) -> None:
    assert main_word(trigger) == word


def test_the_guessed_country_of_a_place_that_no_list_holds_parts_nothing() -> None:
    one, other = (
        strike(id_, "The depot in Ost was shelled.", when="2021-03-08", where=unlisted(country)) for id_, country in (("a", "NRL"), ("b", "CHE"))
    )
    assert len(view_of(one, other).events) == 1
