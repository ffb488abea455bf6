"""What is said to have become of a promise, by the report with which its own plan was merged or by what was done on its very day."""

from __future__ import annotations

import pytest
from invented import GENEVA, VESK, Writer, alone

from parley.record import build_view


def statuses(*writers: Writer) -> list[str]:
    view = build_view([w.article for w in writers], {w.id: w.reading for w in writers}, [], alone(*writers))
    return [f.status for f in view.follow_ups]


def leaving(status: str = "pledged", due: str | None = "2021-03-30") -> Writer:
    writer = Writer("a", "Sudmark promised to leave Vesk by 30 March.", "2021-03-03")
    writer.report("leave", "AGREE", "Sudmark", mode="withdraw", modality="future", when=due)
    return writer.commit("to leave Vesk by 30 March", None, due, status)


def left(when: str = "2021-03-29", published: str = "2021-03-31") -> Writer:
    return Writer("b", "Sudmark left Vesk.", published).report("left", "RETREAT", "Sudmark", mode="withdraw", when=when)


ENDS = [
    ("the plan merged with the step taken", leaving(), left(), ["kept"]),
    ("a promise without a day", leaving(due=None), left("2021-03-04", "2021-03-05"), ["kept"]),
    ("told of on the day of the promise", leaving(due=None), left("2021-03-03", "2021-03-03"), []),
    ("done too late", leaving(due="2021-03-20"), left(), []),
    ("a demand is nobody's promise", leaving("demanded"), left(), []),
    ("another's step", leaving(), Writer("b", "Norland left Vesk.", "2021-03-31").report("left", "RETREAT", "Norland", mode="withdraw"), []),
]


@pytest.mark.parametrize(("promise", "end", "expected"), [row[1:] for row in ENDS], ids=[row[0] for row in ENDS])
def test_what_became_of_a_plan(promise: Writer, end: Writer, expected: list[str]) -> None:
    assert statuses(promise, end) == statuses(end, promise) == expected


def recall(action: str = "call the parties back on Thursday") -> Writer:
    return Writer("a", f"Ada Brandt would {action}.", "2021-03-03").commit(action, "Ada Brandt", "2021-03-11")


def brought(when: str = "2021-03-11", who: str = "Ada Brandt", type_: str = "CONSULT") -> Writer:
    text = f"{who} brought the sides to Geneva."
    return Writer("b", text, "2021-03-13").report("brought", type_, who, when=when, where=GENEVA)


DAYS = [
    ("the day and the party", recall(), brought(), ["kept"]),
    ("the day before", recall(), brought("2021-03-10"), []),
    ("somebody else", recall(), brought(who="Ilo Varga"), []),
    ("an act of force", recall(), brought(type_="ASSAULT"), []),
    ("a promise that says what for", recall("send food to Vesk"), brought(), []),
]


@pytest.mark.parametrize(("promise", "end", "expected"), [row[1:] for row in DAYS], ids=[row[0] for row in DAYS])
def test_what_was_done_on_the_very_day_by_the_very_party(promise: Writer, end: Writer, expected: list[str]) -> None:
    assert statuses(promise, end) == expected


def test_a_place_is_not_needed_where_the_plan_itself_was_merged() -> None:
    towns = Writer("t", "Vesk is a town.")
    act = Writer("b", "Sudmark left Vesk.", "2021-03-31").report("left", "RETREAT", "Sudmark", mode="withdraw", when="2021-03-29", where=VESK)
    assert statuses(leaving(), act, towns) == ["kept"]
