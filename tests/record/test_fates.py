"""Who was killed, when and where; who says who did it; and what two signed."""

from __future__ import annotations

import pytest
from invented import GENEVA, TORN, VESK, Writer, alone

from parley.record import Rules, build_view
from parley.record.happenings import Happenings


def found(*writers: Writer) -> list[tuple[str, str]]:
    ids = tuple(sorted(w.id for w in writers))
    rules = Rules(Happenings((ids,), (ids,)))
    view = build_view([w.article for w in writers], {w.id: w.reading for w in writers}, [], alone(*writers), (), rules)
    return [(d.slot, d.verdict) for d in view.disagreements]


def death(id_: str, words: str, when: str | None, **more: object) -> Writer:
    """Somebody killed, told in words that name the place."""
    writer = Writer(id_, f"Ada Brandt was {words}.", "2021-03-09")
    return writer.report("killed", "ASSAULT", recipients=("Ada Brandt",), when=when, **more)


THURSDAY, FRIDAY = "2021-03-04", "2021-03-05"
IN_VESK = death("a", "killed in Vesk on Thursday", THURSDAY, where=VESK)
DEATHS = [
    ("two days", death("b", "killed in Vesk on Friday", FRIDAY, where=VESK), [("date", "conflict")]),
    ("one day", death("b", "killed in Vesk on Thursday", THURSDAY, where=VESK), []),
    ("two days, a night between", death("b", "killed before dawn on Friday", FRIDAY), []),
    ("months apart", death("b", "killed in Vesk in January", "2021-01-04", where=VESK), []),
    ("no day", death("b", "killed in Vesk", None, where=VESK), []),
    ("two towns", death("b", "killed in Torn on Thursday", THURSDAY, where=TORN), [("place", "conflict")]),
    ("a town that the sentence does not name", death("b", "killed on Thursday", THURSDAY, where=TORN), []),
    (
        "somebody's house",
        Writer("b", "Ada Brandt's house in Torn was hit, and two killed, on Friday.", "2021-03-09").report(
            "killed", "ASSAULT", recipients=("Ada Brandt",), when=FRIDAY, where=TORN
        ),
        [],
    ),
    ("a town of another country", death("b", "killed in Geneva on Thursday", THURSDAY, where=GENEVA), []),
]


@pytest.mark.parametrize(("other", "expected"), [row[1:] for row in DEATHS], ids=[row[0] for row in DEATHS])
def test_when_and_where_somebody_was_killed(other: Writer, expected: list[tuple[str, str]]) -> None:
    assert found(IN_VESK, other) == expected


def killed(second: str, victims: str, claimant: str | None = "Villagers", first: str = "15 militants") -> Writer:
    """A toll by the army, and what others say of the dead."""
    writer = Writer("a", f"The army killed {first} in a raid, it said. {second}", "2021-03-05")
    writer.report("killed", "ASSAULT", "army", recipients=(first,), claimant="army")
    at = writer.text.rindex("killed")
    report = Writer("b", second).report("killed", "ASSAULT", recipients=(victims,), claimant=claimant).reports[0]
    shift = writer.text.index(second)
    spans = {"trigger": report.trigger, "evidence": report.evidence}
    moved = {name: type(span)(span.start + shift, span.end + shift, span.text) for name, span in spans.items()}
    assert moved["trigger"].start == at
    parties = tuple(type(p)(type(p.span)(p.span.start + shift, p.span.end + shift, p.span.text), p.name) for p in report.recipients)
    writer.reports.append(type(report)(**{f: getattr(report, f) for f in report.__slots__} | moved | {"recipients": parties}))
    return writer


DEAD = [
    ("no fighters", killed("Villagers said those killed were civilians.", "civilians"), [("recipient", "conflict")]),
    ("fighters by another word", killed("Villagers said those killed were rebels.", "rebels"), []),
    ("some more", killed("Villagers said three civilians were killed.", "three civilians"), []),
    ("nobody's word", killed("All those killed were civilians.", "civilians", None), []),
]


@pytest.mark.parametrize(("writer", "expected"), [row[1:] for row in DEAD], ids=[row[0] for row in DEAD])
def test_who_was_killed(writer: Writer, expected: list[tuple[str, str]]) -> None:
    assert found(writer) == expected


def blast(id_: str, doer: str, claimant: str, thing: str = "Hotel Marina") -> Writer:
    verb = "claimed responsibility, as" if claimant == doer else "spoke of"
    text = f"{claimant} {verb} {doer} after the bombing of the {thing} in Vesk on Thursday."
    writer = Writer(id_, text, "2021-03-05")
    return writer.report("bombing", "ASSAULT", doer, recipients=(thing,), claimant=claimant, when=THURSDAY, where=VESK)


BLASTS = [
    ("who claims it", blast("b", "Ilo Varga", "Ilo Varga"), [("actor", "conflict")]),
    ("another thing hit", blast("b", "Ilo Varga", "Ilo Varga", "Hotel Lorn"), []),
    ("whom another accuses", blast("b", "clerks", "Ilo Varga"), []),
]


@pytest.mark.parametrize(("other", "expected"), [row[1:] for row in BLASTS], ids=[row[0] for row in BLASTS])
def test_an_attack_laid_on_some_and_claimed_by_others(other: Writer, expected: list[tuple[str, str]]) -> None:
    assert found(blast("a", "drug gangs", "Police"), other) == expected


def test_followers_of_any_name_may_be_called_militants() -> None:
    assert found(blast("a", "militants", "Police"), blast("b", "Ilo Varga", "Ilo Varga")) == []


def blame(known: str) -> Writer:
    """One side shells a school; it blames the other for an attack."""
    writer = Writer("a", f"Norland shelled a school in Vesk. Norland blamed the rebels for {known}.", "2021-03-05")
    writer.report("shelled", "ASSAULT", "Norland", recipients=("school",), where=VESK, when=THURSDAY)
    return writer.report("attack", "ASSAULT", "rebels", claimant="Norland", rule="noun:attack")


@pytest.mark.parametrize(("known", "expected"), [("the attack", [("actor", "conflict")]), ("an attack", [])])
def test_who_is_said_to_have_done_what_he_blames_on_another(known: str, expected: list[tuple[str, str]]) -> None:
    assert found(blame(known)) == expected


def signed(denied: str, partner: str = "Norland") -> Writer:
    text = f"Sudmark and Norland signed a treaty in Geneva on Friday. Ada Brandt {denied} that Sudmark had signed anything with {partner}."
    writer = Writer("a", text, "2021-03-06").report("signed a", "SUPPORT", "Sudmark", "Norland", when=FRIDAY, where=GENEVA)
    return writer.report("signed anything", "SUPPORT", "Sudmark", partner, modality="negated", claimant="Ada Brandt")


SIGNED = [
    ("denied", signed("denied"), [("held", "conflict")]),
    ("not denied", signed("told us"), []),
    ("with others", signed("denied", "Ilo Varga"), []),
]


@pytest.mark.parametrize(("writer", "expected"), [row[1:] for row in SIGNED], ids=[row[0] for row in SIGNED])
def test_what_two_are_said_to_have_signed(writer: Writer, expected: list[tuple[str, str]]) -> None:
    assert found(writer) == expected


def test_a_voice_speaks_of_its_own_fighters() -> None:
    took = Writer("a", "Sudmark said its fighters had taken Vesk.", "2021-03-05")
    took.report("taken", "COERCE", "fighters", claimant="Sudmark", where=VESK, recipients=("Vesk",))
    denied = Writer("b", "Norland denied that Sudmark had taken Vesk.", "2021-03-05")
    denied.report("taken", "COERCE", "Sudmark", modality="negated", claimant="Norland", where=VESK, recipients=("Vesk",))
    assert found(took, denied) == [("actor", "conflict")]


def opened(doer: str, claimant: str, words: str, id_: str) -> Writer:
    writer = Writer(id_, f"{doer} opened fire{words} at Vesk on Thursday, {claimant} said.", "2021-03-05")
    return writer.report("opened fire", "ASSAULT", doer, claimant=claimant, where=VESK, when="2021-03-01/2021-03-07", recipients=("Vesk",))


REPLIED = [(" and the others only answered", [("actor", "conflict")]), (" and the others answered", [])]


@pytest.mark.parametrize(("words", "expected"), REPLIED)
def test_in_one_event_each_only_answered_the_other(words: str, expected: list[tuple[str, str]]) -> None:
    one = opened("Norland", "Sudmark", words, "a")
    other = opened("Sudmark", "Norland", " first", "b")
    assert found(one, other) == expected
