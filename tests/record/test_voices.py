"""Several figures in one text: whose they are, which go on about which, and which take one back."""

from __future__ import annotations

import pytest
from invented import TORN, VESK, Writer, alone, day

from parley.model import Claim, Disagreement, Source, Span
from parley.record import build_view
from parley.record.disagreements.figures import admitted
from parley.record.disagreements.revising import is_earlier, takes_back

FIRST = "The clinic said 31 people were killed in the shelling of Vesk."


def disagreements(*writers: Writer, sources: list[Source] | None = None) -> tuple[Disagreement, ...]:
    return build_view([w.article for w in writers], {w.id: w.reading for w in writers}, [], sources or alone(*writers)).disagreements


def tolls(second: str, claimant: str = "rebels", published: str | None = None, id_: str = "a", **more: object) -> Writer:
    """A toll of 31 by a clinic, and one of 52 in a later sentence."""
    writer = Writer(id_, f"{FIRST} {second}", published).report("shelling", "ASSAULT", where=VESK)
    writer.claim("31", "killed", 31, 31, who="people", claimant="clinic", place="Vesk")
    return writer.claim("52", "killed", 52, 52, **({"claimant": claimant} | more))


def two(measure: str, first: tuple[str, float | None, float | None], second: tuple[str, float], text: str, **more: tuple[object, object]) -> Writer:
    """Two figures by an office and by the police."""
    writer = Writer("a", text, "2021-03-05")
    for at, (figure, low, high) in enumerate((first, (second[0], second[1], second[1]))):
        values = {name: pair[at] for name, pair in more.items()} | {"claimant": ("office", "police")[at]}
        writer.claim(figure, measure, low, high, **values)
    return writer


ARRESTS = "At least 190 people have been held since the protests began, the office said. Police put the number of detainees at 151."
SINCE = {"since": (day("2021-02-20"), None), "until": (day("2021-03-05"), None), "who": ("people", "detainees")}
LOSSES = "The army said 40 rebels died in the battle for Vesk. The rebels said they had lost nine men."
LENGTHS = "The talks lasted nine hours, the office said. Police said the talks had lasted six hours."

VOICES = [
    ("two voices of a text without a date", tolls("The rebels put the number of dead at 52."), [("figure", "conflict")]),
    ("one voice twice", tolls("It put the number of dead at 52.", "clinic"), []),
    ("a place of its own", tolls("In Torn the rebels counted 52 dead.").report("counted", "AID", where=TORN), []),
    ("another time", tolls("Two years ago the rebels counted 52 dead there."), []),
    ("held since a day, by two counts", two("detained", ("190", 190, None), ("151", 151), ARRESTS, **SINCE), [("figure", "conflict")]),
    ("a side's own losses", two("killed", ("40", 40, 40), ("nine", 9), LOSSES, who=("rebels", "men")), []),
    ("how long talks lasted", two("duration", ("nine hours", 9, 9), ("six hours", 6), LENGTHS, who=("talks", "talks")), [("duration", "conflict")]),
    ("how long two things lasted", two("duration", ("nine hours", 9, 9), ("six hours", 6), LENGTHS, who=("talks", "siege")), []),
    ("an earlier count of the same voice", tolls("It had earlier reported 52 dead.", "clinic"), [("figure", "superseded")]),
    ("an earlier count of another voice", tolls("The rebels had earlier reported 52 dead."), []),
    ("what another voice spoke of first", tolls("The rebels had first spoken of 52 dead."), []),
]


@pytest.mark.parametrize(("writer", "expected"), [row[1:] for row in VOICES], ids=[row[0] for row in VOICES])
def test_figures_of_one_text(writer: Writer, expected: list[tuple[str, str]]) -> None:
    assert [(d.slot, d.verdict) for d in disagreements(writer)] == expected


def test_those_who_lost_men_count_their_own() -> None:
    writer = two("killed", ("40", 40, 40), ("nine", 9), LOSSES, who=("rebels", "men")).report("battle", "ASSAULT", where=VESK)
    writer.claims = [
        Claim(c.span, c.sentence, c.measure, c.low, c.high, who=c.who, claimant=name)
        for c, name in zip(writer.claims, ("army", "rebels"), strict=True)
    ]
    (entry,) = disagreements(writer)
    assert sorted(stand.value for stand in entry.values) == ["40 (army)", "9 (rebels)"]


def test_copies_of_one_text_quarrel_once() -> None:
    one, other = (tolls("The rebels put the number of dead at 52.", id_=id_) for id_ in "ab")
    (entry,) = disagreements(one, other, sources=[Source("s", ("a", "b"))])
    assert [len(stand.evidence) for stand in entry.values] == [2, 2]


def claim(sentence: str, figure: str) -> Claim:
    at = sentence.index(figure)
    return Claim(Span(at, at + len(figure), figure), Span(0, len(sentence), sentence), "killed", float(figure), float(figure))


def crowd(id_: str, figure: str, value: float, claimant: str | None, published: str) -> Writer:
    writer = Writer(id_, f"A march filled Vesk on Thursday. Some {figure} came.", published).report("march", "PROTEST", when="2021-03-04", where=VESK)
    return writer.claim(figure, "participants", value, value, who="people", claimant=claimant)


CROWDS = [("organisers", [("figure", "conflict")]), (None, [("figure", "superseded")])]


@pytest.mark.parametrize(("claimant", "expected"), CROWDS)
def test_a_crowd_does_not_grow_once_it_is_gone(claimant: str | None, expected: list[tuple[str, str]]) -> None:
    found = disagreements(crowd("a", "35", 35, "police", "2021-03-04"), crowd("b", "80", 80, claimant, "2021-03-06"))
    assert [(d.slot, d.verdict) for d in found] == expected


EARLIER = [
    ("Police say 118 were held, up from an initial count of 49.", "49"),
    ("The junta, which initially spoke of 49 dead, said that 118 were killed.", "49"),
    ("The toll rose from 49 to 118.", "49"),
    ("Officials, who had put the toll at 49 earlier, now speak of 118.", "49"),
    ("It revised the toll to 118 from an earlier figure of 49.", "49"),
    ("The agency has registered 118 people who fled. A week ago it had counted 49.", "49"),
    ("Earlier on Friday a bomb killed 49 people and wounded 118.", None),
    ("The clinic counted 118 dead and the rebels 49.", None),
    ("Some 118 people came from Vesk, and 49 from Torn.", None),
]


@pytest.mark.parametrize(("sentence", "expected"), EARLIER)
def test_which_figure_held_before(sentence: str, expected: str | None) -> None:
    low, high = claim(sentence, "49"), claim(sentence, "118")
    assert [c.span.text for c, other in ((low, high), (high, low)) if is_earlier(c, other)] == ([expected] if expected else [])
    assert takes_back(low, high) == takes_back(high, low) == (expected is not None)


@pytest.mark.parametrize(("words", "most"), [("9 bodies lay there", float("inf")), ("9 people died there", 9.0)])
def test_there_may_be_more_dead_than_bodies_seen(words: str, most: float) -> None:
    assert admitted(claim(words, "9")).high == most
