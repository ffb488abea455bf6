"""Which items are held against each other, and which are not because that would be unsure."""

from __future__ import annotations

from dataclasses import replace

import pytest
from invented import GENEVA, TORN, VESK, Writer, alone, day, held, planned, shelled

from parley.model import Disagreement, Source
from parley.record import Rules, build_view
from parley.record.happenings import Happenings


def found(*writers: Writer, sources: list[Source] | None = None, rules: Rules | None = None) -> list[tuple[str, str]]:
    return [(d.slot, d.verdict) for d in all_found(*writers, sources=sources, rules=rules)]


def all_found(*writers: Writer, sources: list[Source] | None = None, rules: Rules | None = None) -> tuple[Disagreement, ...]:
    articles, readings = [w.article for w in writers], {w.id: w.reading for w in writers}
    return build_view(articles, readings, [], sources or alone(*writers), (), rules).disagreements


def toll(id_: str, figure: str, low: float | None, high: float | None, published: str = "2021-03-05", **more: object) -> Writer:
    """An attack of Thursday and how many it killed."""
    text = f"Sudmark shelled Vesk on Thursday. The attack killed {figure} people."
    writer = Writer(id_, text, published).report("shelled", "ASSAULT", "Sudmark", when="2021-03-04", where=VESK)
    return writer.claim(figure, "killed", low, high, **({"who": "people"} | more))


def campaign(id_: str, figure: str, value: float, since: str, place: str = "Torn", published: str = "2021-06-01") -> Writer:
    text = f"Shelling has killed {figure} people in {place} since {since}."
    return Writer(id_, text, published).claim(figure, "killed", value, value, who="people", place=place, since=day(since))


def injured(id_: str) -> Writer:
    writer = toll(id_, "17", 17, 17)
    return replace(writer, claims=[replace(writer.claims[0], measure="injured")])


def unplaced(place: str) -> Writer:
    """A total of a place that was not read as one."""
    writer = campaign("b", "171", 171, "2021-01-01", place)
    return replace(writer, claims=[replace(writer.claims[0], place=None)])


IN_JULY = campaign("b", "171", 171, "2021-01-01", published="2021-07-01")
FIGURES = [
    ("one attack, one day", toll("a", "12", 12, 12), toll("b", "17", 17, 17), [("figure", "conflict")]),
    ("one attack, a later count", toll("a", "12", 12, 12), toll("b", "17", 17, 17, "2021-03-07"), [("figure", "superseded")]),
    ("a bound and a count", toll("a", "12", 12, None, wording="at least"), toll("b", "17", 17, 17), [("figure", "compatible")]),
    ("the same figure", toll("a", "12", 12, 12), toll("b", "12", 12, 12), []),
    ("other people counted", toll("a", "12", 12, 12, who="children"), toll("b", "17", 17, 17, who="soldiers"), []),
    ("people, and some of them", toll("a", "12", 12, 12, who="children"), toll("b", "17", 17, 17), []),
    ("fewer people than some of them", toll("a", "17", 17, 17, who="children"), toll("b", "12", 12, 12), [("figure", "conflict")]),
    ("people who are not named, and some", toll("a", "17", 17, 17, who="children"), toll("b", "12", 12, 12, who=None), []),
    ("people, and so many at least of one sort", toll("a", "12", 12, None, who="marchers"), toll("b", "17", 17, 17), [("figure", "compatible")]),
    ("another measure", toll("a", "12", 12, 12), injured("b"), []),
    ("campaigns of one window and place", campaign("a", "120", 120, "2021-01-01"), campaign("b", "171", 171, "2021-01-01"), [("figure", "conflict")]),
    ("windows that begin on other days", campaign("a", "120", 120, "2021-01-01"), campaign("b", "171", 171, "2021-02-01"), []),
    ("a campaign whose place was not understood", campaign("a", "120", 120, "2021-01-01"), unplaced("Torn"), [("figure", "conflict")]),
    ("a campaign in some other place", campaign("a", "120", 120, "2021-01-01"), unplaced("Vesk"), []),
    ("campaigns in two places", campaign("a", "120", 120, "2021-01-01"), campaign("b", "171", 171, "2021-01-01", "Vesk"), []),
    ("a campaign that went on", campaign("a", "120", 120, "2021-01-01"), IN_JULY, [("figure", "superseded")]),
    ("a campaign and one attack", campaign("a", "120", 120, "2021-01-01", "Vesk"), toll("b", "17", 17, 17), []),
    ("figures of quite another size", toll("a", "12", 12, 12), toll("b", "900", 900, 900), []),
    ("the totals of a war", planned(), held(), []),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "expected"), [row[1:] for row in FIGURES], ids=[row[0] for row in FIGURES])
def test_figures(a: Writer, b: Writer, expected: list[tuple[str, str]]) -> None:
    assert found(a, b) == expected
    assert found(b, a) == expected


def test_days_known_in_different_ways_are_still_one_day() -> None:
    one, other = toll("a", "12", 12, 12), toll("b", "17", 17, 17)
    articles = [one.article, replace(other.article, published=day("2021-03-05", "stated"))]
    (entry,) = build_view(articles, {"a": one.reading, "b": other.reading}, [], []).disagreements
    assert entry.verdict == "conflict"


def test_the_only_toll_of_each_article_on_one_happening() -> None:
    one, other = toll("a", "12", 12, 12, who="soldiers"), toll("b", "17", 17, 17, who="soldiers")
    for writer in (one, other):
        writer.reports.clear()
    articles, readings = [one.article, other.article], {"a": one.reading, "b": other.reading}
    together = Rules(Happenings((("a", "b"),), (("a", "b"),)))
    assert build_view(articles, readings, [], []).disagreements == ()
    (entry,) = build_view(articles, readings, [], [], (), together).disagreements
    assert (entry.slot, entry.verdict) == ("figure", "conflict")


def dispatch(id_: str, text: str, figure: str, value: float, published: str = "2021-03-05") -> Writer:
    return Writer(id_, text, published).claim(figure, "killed", value, value, who="people" if "people" in text else None)


BOMB = dispatch("a", "A car bomb killed five people in the financial district.", "five", 5)
DISPATCHES = [
    ("other words for one bomb", dispatch("b", "The explosion in the financial district left six dead.", "six", 6), [("figure", "conflict")]),
    ("two days later", dispatch("b", "The bomb in the financial district has killed nine.", "nine", 9, "2021-03-07"), [("figure", "superseded")]),
    ("weeks later", dispatch("b", "The bomb in the financial district killed nine.", "nine", 9, "2021-04-20"), []),
    ("another matter", dispatch("b", "A bus fell off a bridge and six people died.", "six", 6), []),
    ("little in common", dispatch("b", "The bomb killed six people.", "six", 6), []),
    ("other names", dispatch("b", "A car bomb killed six people at Brack in the financial district.", "six", 6), [("figure", "conflict")]),
]


@pytest.mark.parametrize(("other", "expected"), [row[1:] for row in DISPATCHES], ids=[row[0] for row in DISPATCHES])
def test_bare_dispatches_on_one_occasion(other: Writer, expected: list[tuple[str, str]]) -> None:
    assert found(BOMB, other, rules=Rules(Happenings((("a",), ("b",)), (("a", "b"),)))) == expected


def test_names_in_capitals_are_the_same_names() -> None:
    one = dispatch("a", "A car bomb killed five people at Lorn in the financial district.", "five", 5)
    other = dispatch("b", "SIX DEAD as car bomb goes off at LORN in financial district.", "SIX", 6)
    assert found(one, other, rules=Rules(Happenings((("a",), ("b",)), (("a", "b"),)))) == [("figure", "conflict")]


def test_a_second_figure_in_common_tells_of_one_occasion() -> None:
    one = Writer("a", "Mortars at Misk killed 12 people and wounded 30.", "2021-03-05")
    one.claim("12", "killed", 12, 12, who="people").claim("30", "injured", 30, 30)
    other = Writer("b", "At Misk 14 people died and 30 were wounded.", "2021-03-05")
    other.claim("14", "killed", 14, 14, who="people").claim("30", "injured", 30, 30)
    apart = Rules(Happenings((("a",), ("b",)), (("a", "b"),)))
    assert found(one, other, rules=apart) == [("figure", "conflict")]
    alone_, bare = (replace(writer, claims=writer.claims[:1]) for writer in (one, other))
    assert found(alone_, bare, rules=apart) == []


def test_names_of_which_none_is_shared_part_two_dispatches() -> None:
    one = dispatch("a", "A car bomb killed five people at Lorn in the financial district.", "five", 5)
    assert found(one, DISPATCHES[-1][1], rules=Rules(Happenings((("a",), ("b",)), (("a", "b"),)))) == []


def two_tolls(id_: str, second: str, day_: str | None = "2021-03-04") -> Writer:
    """An article that gives two tolls, one of them of a day of its own."""
    text = f"The bomb in Vesk killed {second} people on Thursday. An earlier one killed 40 people."
    writer = Writer(id_, text, "2021-03-05").claim(second, "killed", float(second), float(second), who="people", since=day_ and day(day_))
    writer = replace(writer, claims=[replace(writer.claims[0], until=writer.claims[0].since)])
    return writer.claim("40", "killed", 40, 40, who="people")


@pytest.mark.parametrize(("day_", "expected"), [("2021-03-04", [("figure", "conflict")]), ("2021-03-03", []), (None, [])])
def test_the_only_tolls_of_one_day_beside_others(day_: str | None, expected: list[tuple[str, str]]) -> None:
    rules = Rules(Happenings((("a", "b"),), (("a", "b"),)))
    assert found(two_tolls("a", "12"), two_tolls("b", "17", day_), rules=rules) == expected


def test_a_toll_without_a_place_is_not_held_against_one_of_a_town() -> None:
    one, other = toll("a", "12", 12, 12, place="Misk"), toll("b", "17", 17, 17)
    for writer in (one, other):
        writer.reports.clear()
    together = Rules(Happenings((("a", "b"),), (("a", "b"),)))
    articles, readings = [one.article, other.article], {"a": one.reading, "b": other.reading}
    assert build_view(articles, readings, [], [], (), together).disagreements == ()


def test_another_voice_on_the_figure_just_given() -> None:
    text = "The market shelling of Thursday killed 23 people in Vesk, the clinic said. The committee said that 31 people had died."
    writer = Writer("a", text, "2021-03-05").claim(
        "23", "killed", 23, 23, who="people", claimant="clinic", place="Vesk", since=day("2021-03-04"), until=day("2021-03-04")
    )
    writer.claim("31", "killed", 31, 31, who="people", claimant="committee")
    (entry,) = all_found(writer)
    assert sorted(stand.value for stand in entry.values) == ["23 (clinic)", "31 (committee)"]


@pytest.mark.parametrize(("second", "value", "stands"), [("31", 31, ["23", "31 (committee)"]), ("four", 4, [])])
def test_only_a_larger_figure_is_held_against_the_articles_own(second: str, value: int, stands: list[str]) -> None:
    text = f"The shelling of Thursday killed 23 people in Vesk. The committee said that {second} people had died."
    writer = Writer("a", text, "2021-03-05").claim(
        "23", "killed", 23, 23, who="people", place="Vesk", since=day("2021-03-04"), until=day("2021-03-04")
    )
    writer.claim(second, "killed", value, value, who="people", claimant="committee")
    assert sorted(stand.value for entry in all_found(writer) for stand in entry.values) == stands


def test_a_number_in_words_is_shown_in_digits() -> None:
    (entry,) = all_found(toll("a", "twelve", 12, 12), toll("b", "nineteen", 19, 19))
    assert [stand.value for stand in entry.values] == ["12", "19"]


def test_figures_whose_sentences_name_two_towns_are_not_compared() -> None:
    a, b = toll("a", "12", 12, 12), toll("b", "17", 17, 17)
    text = "Sudmark shelled Vesk on Thursday. Clinics in Torn took in 17 people."
    torn = Writer("b", text, "2021-03-05").report("shelled", "ASSAULT", "Sudmark", when="2021-03-04", where=VESK).report("Clinics", "AID", where=TORN)
    torn.claims = [Writer("b", text).claim("17", "killed", 17, 17, who="people").claims[0]]
    vesk = Writer("a", "Sudmark shelled Vesk on Thursday and killed 12 people.", "2021-03-05")
    vesk.report("shelled", "ASSAULT", "Sudmark", when="2021-03-04", where=VESK).claim("12", "killed", 12, 12, who="people")
    assert found(vesk, torn) == []
    assert found(a, b) != []


def test_copies_of_one_text_cannot_disagree() -> None:
    one, other = toll("a", "12", 12, 12), toll("b", "17", 17, 17)
    assert found(one, other, sources=[Source("s", ("a", "b"))]) == []


def test_one_text_that_quotes_two_claimants() -> None:
    text = "Sudmark shelled Vesk on Thursday, killing 12 people, the mayor said, or 17 people, the ministry said."
    writer = Writer("a", text, "2021-03-05").report("shelled", "ASSAULT", "Sudmark", when="2021-03-04", where=VESK)
    writer.claim("12", "killed", 12, 12, who="people", claimant="mayor").claim("17", "killed", 17, 17, who="people", claimant="ministry")
    (entry,) = all_found(writer)
    assert (entry.slot, entry.verdict) == ("figure", "conflict")
    assert sorted(stand.value for stand in entry.values) == ["12 (mayor)", "17 (ministry)"]


def test_lengths_in_one_text_that_rounding_explains() -> None:
    text = "Ada Brandt and Ilo Varga met for almost 10 hours on Friday. Ada Brandt called the nine hours in which she met Ilo Varga long."
    writer = Writer("a", text, "2021-03-06").report("met for", "CONSULT", "Ada Brandt", "Ilo Varga", when="2021-03-05")
    writer.report("met Ilo", "CONSULT", "Ada Brandt", "Ilo Varga", when="2021-03-05")
    writer.claim("almost 10 hours", "duration", None, 10, wording="almost").claim("nine hours", "duration", 9, 9)
    assert found(writer) == [("duration", "compatible")]


def test_an_act_and_its_denial() -> None:
    (entry,) = all_found(shelled())
    assert (entry.slot, entry.verdict) == ("actor", "conflict")
    assert sorted(stand.value for stand in entry.values) == ["Sudmark", "not Sudmark (Ilo Varga)"]
    assert all(stand.evidence for stand in entry.values)
    assert len(entry.about) == 2


def denial(text: str = "Ilo Varga denied that Sudmark fired on Vesk.", trigger: str = "fired", **more: object) -> Writer:
    values = {"modality": "negated", "claimant": "Ilo Varga", "when": "2021-03-04", "where": VESK} | more
    return Writer("a4", text, "2021-03-05").report(trigger, "ASSAULT", "Sudmark", **values)


def attack(doer: str, **more: object) -> Writer:
    text = f"{doer} bombed Vesk, the home of Ada Brandt, on Thursday."
    values = {"when": "2021-03-04", "where": VESK, "recipients": ("Ada Brandt",)} | more
    return Writer(f"x-{doer}", text, "2021-03-05").report("bombed", "ASSAULT", doer, **values)


def met(id_: str, **more: object) -> Writer:
    values = {"when": "2021-03-05", "where": GENEVA} | more
    return Writer(id_, "Ada Brandt met Ilo Varga in Geneva.", "2021-03-06").report("met", "CONSULT", "Ada Brandt", "Ilo Varga", **values)


def did_not_meet(other: str = "Ilo Varga", text: str = "Ada Brandt did not meet {} in Geneva.") -> Writer:
    writer = Writer("m2", text.format(other), "2021-03-06")
    return writer.report("meet", "CONSULT", "Ada Brandt", other, modality="negated", when="2021-03-05", where=GENEVA)


def read_beside_a_denial() -> Writer:
    text = "Sudmark bombed Vesk on Thursday, which Ada Brandt denied."
    return Writer("x", text, "2021-03-05").report("bombed", "ASSAULT", "Sudmark", when="2021-03-04", where=VESK)


def began(doer: str, claimant: str, word: str = "first", day_: str = "2021-03-04") -> Writer:
    text = f"{doer} fired {word} in the clash at Vesk, {claimant} said."
    writer = Writer(f"x-{doer}", text, "2021-03-05")
    return writer.report("fired", "ASSAULT", doer, when=day_, where=VESK, claimant=claimant)


def shot(doers: str, claimant: str, victims: str = "two priests", published: str = "2021-03-05") -> Writer:
    """An attack without day or place, laid on somebody by a voice."""
    writer = Writer(f"x-{doers}", f"{claimant} said that {doers} shot {victims}.", published)
    return writer.report("shot", "ASSAULT", doers, recipients=(victims,), claimant=claimant)


def no_part(text: str = "Sudmark denied any part in the attack on the bank.", recipients: tuple[str, ...] = ("bank",)) -> Writer:
    return Writer("b", text, "2021-03-05").report("attack", "ASSAULT", modality="negated", claimant="Sudmark", recipients=recipients)


def blamed(text: str = "Ada Brandt blamed Sudmark for the attack on the bank.", recipients: tuple[str, ...] = ("bank",)) -> Writer:
    return Writer("a", text, "2021-03-05").report("attack", "ASSAULT", "Sudmark", claimant="Ada Brandt", recipients=recipients)


def unvoiced(text: str = "Sudmark denied any part in the attack on the bank.", modality: str = "negated") -> Writer:
    writer = no_part(text)
    return replace(writer, reports=[replace(writer.reports[0], claimant=None, modality=modality)])


def claimed_murder() -> Writer:
    writer = Writer("a", "Sudmark claimed responsibility for the murder of Ada Brandt.", "2021-03-05")
    return writer.report("claimed responsibility", "ASSAULT", "Sudmark")


def denied_murder(victim: str = "Ada Brandt") -> Writer:
    writer = Writer("b", f"Sudmark denied that it killed {victim}.", "2021-03-06")
    return writer.report("killed", "ASSAULT", "Sudmark", modality="negated", claimant="Sudmark", recipients=(victim,))


def answered(denier: str = "Ilo Varga", trigger: str = "denied", recipients: tuple[str, ...] = ("Vesk",)) -> Writer:
    """An act, and in the same sentence a denial that means it."""
    text = f"Sudmark took Vesk, Ada Brandt said; {denier} denied it to Norland."
    writer = Writer("a", text, "2021-03-05").report("took", "COERCE", "Sudmark", recipients=("Vesk",), claimant="Ada Brandt")
    return writer.report(trigger, "COERCE", "Sudmark", modality="negated", recipients=recipients, claimant=denier)


def exchange(doers: tuple[str, str], voices: tuple[str | None, str | None], words: str = "first", between: str = "") -> Writer:
    """Two voices of one text on who fired; neither gives day or place."""
    text = f"{doers[0]} fired {words}, one said. {between}{doers[1]} had opened fire {words}, another said."
    writer = Writer("a", text, "2021-03-05").report("fired", "ASSAULT", doers[0], claimant=voices[0])
    return writer.report("opened fire", "ASSAULT", doers[1], claimant=voices[1])


BOTH, SIDES = ("Sudmark", "Norland"), ("Norland", "Sudmark")
ONE_TEXT = [
    ("who denies it", answered(), [("held", "conflict")]),
    ("his own word", answered("Ada Brandt"), []),
    ("not the act just told", answered(recipients=("Norland",)), []),
    ("each says the other fired first", exchange(BOTH, SIDES), [("actor", "conflict")]),
    ("the first shots", exchange(BOTH, SIDES, "the first shots"), [("actor", "conflict")]),
    ("the first of several things hit", exchange(BOTH, SIDES, "on the first village"), []),
    ("the article's own word", exchange(BOTH, ("Norland", None)), []),
    ("one voice", exchange(BOTH, ("Norland", "Norland")), []),
    ("one doer", exchange(("Sudmark", "Sudmark"), SIDES), []),
    ("nobody first", exchange(BOTH, SIDES, "again"), []),
    ("far apart in the text", exchange(BOTH, SIDES, between="Much else was said that day. " * 25), []),
]


@pytest.mark.parametrize(("writer", "expected"), [row[1:] for row in ONE_TEXT], ids=[row[0] for row in ONE_TEXT])
def test_two_voices_of_one_text(writer: Writer, expected: list[tuple[str, str]]) -> None:
    assert found(writer) == expected


def test_what_copies_of_a_text_tell_is_one_disagreement() -> None:
    copies = answered(), replace(answered(), id="b")
    (entry,) = all_found(*copies, sources=[Source("s-a", ("a", "b"))])
    assert (entry.slot, [value.sources for value in entry.values]) == ("held", [("s-a",), ("s-a",)])


OTHER_BANK = no_part("Sudmark denied any part in the attack on the school.", ("school",))
ACTS = [
    ("two sides, one number of uncommon people", shot("soldiers", "Nurses"), shot("rebels", "Officials"), [("actor", "conflict")]),
    ("two words for one side", shot("soldiers", "Nurses"), shot("troops", "Officials"), []),
    ("doers who may be of any side", shot("gunmen", "Nurses"), shot("soldiers", "Officials"), []),
    ("people often killed", shot("soldiers", "Nurses", "two people"), shot("rebels", "Officials", "two people"), []),
    ("months apart", shot("soldiers", "Nurses"), shot("rebels", "Officials", published="2021-06-05"), []),
    ("who denies any part", blamed(), no_part(), [("actor", "conflict")]),
    ("who denies a part in another attack", blamed(), OTHER_BANK, []),
    ("who denies any part, its voice not understood", blamed(), unvoiced(), [("actor", "conflict")]),
    ("who denies any part in what was done", blamed(), unvoiced(modality="asserted"), [("actor", "conflict")]),
    ("what nobody is said to deny", blamed(), unvoiced("Any part in the attack on the bank is denied."), []),
    ("a murder, and somebody who denies it", claimed_murder(), denied_murder(), [("actor", "conflict")]),
    ("a murder, and another one denied", claimed_murder(), denied_murder("Pia Holm"), []),
    ("who fired first", began("Sudmark", "Norland"), began("Norland", "Sudmark"), [("actor", "conflict")]),
    ("who fired first, on two days", began("Sudmark", "Norland"), began("Norland", "Sudmark", day_="2021-03-03"), []),
    ("both fired", began("Sudmark", "Norland", "again"), began("Norland", "Sudmark", "back"), []),
    ("what stands beside a denial may be denied", read_beside_a_denial(), denial(), []),
    ("a denial in another source", attack("Sudmark"), denial(), [("actor", "conflict")]),
    ("a meeting that one denies", met("m1"), did_not_meet(), [("held", "conflict")]),
    ("a meeting with somebody else denied", met("m1"), did_not_meet("Norland"), []),
    ("a negation that no word carries", met("m1"), did_not_meet(text="Ada Brandt was to meet {} in Geneva."), []),
    ("another act not done", attack("Sudmark"), denial(text="Sudmark did not enter Vesk.", trigger="enter", when="2021-03-05"), []),
    ("a denial of another day", attack("Sudmark"), denial(when="2021-02-04"), []),
    ("a denial of another place", attack("Sudmark"), denial(where=None, when="2021-03-04"), []),
    ("two doers of one attack", attack("Sudmark"), attack("Norland"), [("actor", "conflict")]),
    ("two doers, targets not the same", attack("Sudmark"), attack("Norland", recipients=()), []),
    ("two doers, on no known day", attack("Sudmark"), attack("Norland", when=None), []),
    ("a scenario denies nothing", attack("Sudmark"), attack("Norland", modality="hypothetical"), []),
]


@pytest.mark.parametrize(("a", "b", "expected"), [row[1:] for row in ACTS], ids=[row[0] for row in ACTS])
def test_acts(a: Writer, b: Writer, expected: list[tuple[str, str]]) -> None:
    assert found(a, b) == expected


def test_a_week_and_a_day_in_it_are_compatible() -> None:
    vague = Writer("a5", "Ada Brandt and Ilo Varga met in Geneva in the first week of March.", "2021-03-10")
    vague.report("met", "CONSULT", "Ada Brandt", "Ilo Varga", when="2021-03-01/2021-03-07", where=held().reports[0].where)
    assert found(held(), vague) == [("date", "compatible")]


def test_a_plan_fulfilled_is_no_disagreement() -> None:
    assert found(planned(), held()) == []
