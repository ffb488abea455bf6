"""What one voice of a text says and another denies, by their statements."""

from __future__ import annotations

import pytest
from invented import Writer, alone

from parley.model import Disagreement, Party, Source, Statement
from parley.record import build_view


def say(writer: Writer, speaker: str, content: str, polarity: str = "affirmed", cue: str | None = None) -> Writer:
    """Adds a statement; the cue of a denial is its word for denying."""
    span = writer.span(cue) if cue else None
    writer.statements.append(Statement(Party(writer.span(speaker), speaker), span, (writer.span(content),), "indirect", polarity))
    return writer


def charge(answer: str, denied: str, denier: str = "Sudmark", accuser: str = "Ada Brandt", cue: str = "denied", id_: str = "a") -> Writer:
    """A charge against Sudmark, and somebody's answer."""
    writer = Writer(id_, f"{accuser} accused Sudmark of laying mines along the river. {answer}", "2021-03-05")
    writer.report("accused", "ACCUSE", accuser, recipients=("Sudmark",))
    return say(writer, denier, denied, "denied", cue)


def word(content: str, answer: str, denied: str, denier: str = "Norland", cue: str = "denied") -> Writer:
    """What a mediator says, and somebody's answer."""
    writer = say(Writer("a", f"Ilo Varga said {content}. {answer}", "2021-03-05"), "Ilo Varga", content)
    return say(writer, denier, denied, "denied", cue)


TRUCE = "that Norland had agreed on a ceasefire"
ROWS = [
    ("the charge named again", charge("Sudmark denied laying any mines.", "laying any mines"), True),
    ("the charge as such", charge("Sudmark rejected the accusation as baseless.", "the accusation as baseless", cue="rejected"), True),
    ("it", charge("Sudmark denied it.", "it"), True),
    ("its army", charge("Sudmark's army denied laying any mines.", "laying any mines", "Sudmark's army"), True),
    ("something else", charge("Sudmark denied that it had closed its embassy.", "that it had closed its embassy"), False),
    ("only a name in common", charge("Sudmark denied that Ada Brandt had resigned.", "that Ada Brandt had resigned"), False),
    ("somebody else", charge("Norland denied laying any mines.", "laying any mines", "Norland"), False),
    ("the accuser", charge("Ada Brandt denied laying any mines.", "laying any mines", "Ada Brandt"), False),
    ("an offer", charge("Sudmark rejected the mines treaty.", "the mines treaty", cue="rejected"), False),
    ("far away", charge(f"{'Much else was said that day. ' * 25}Sudmark denied laying any mines.", "laying any mines"), False),
    ("what was said of him", word(TRUCE, "Norland denied that any ceasefire had been agreed.", "that any ceasefire had been agreed"), True),
    ("a word for what was said", word(TRUCE, "Norland denied the report.", "the report"), True),
    ("it, which may be much", word(TRUCE, "Norland denied it.", "it"), False),
    ("what was said of nobody", word("that a ceasefire held", "Norland denied that any ceasefire held.", "that any ceasefire held"), False),
    ("little of what was said", word(TRUCE, "Norland denied that it wanted war.", "that it wanted war"), False),
]


def disagreements(*writers: Writer, sources: list[Source] | None = None) -> tuple[Disagreement, ...]:
    view = build_view([w.article for w in writers], {w.id: w.reading for w in writers}, [], sources or alone(*writers))
    return view.disagreements


@pytest.mark.parametrize(("writer", "is_answered"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_answers(writer: Writer, is_answered: bool) -> None:
    assert [(d.slot, d.verdict) for d in disagreements(writer)] == ([("held", "conflict")] if is_answered else [])


def test_both_voices_are_cited() -> None:
    (entry,) = disagreements(charge("Sudmark denied laying any mines.", "laying any mines"))
    assert [stand.value for stand in entry.values] == ["alleged (Ada Brandt)", "denied (Sudmark)"]
    assert [stand.evidence[0].span.text for stand in entry.values][1] == "laying any mines"
    assert entry.about[0].startswith("e-")


def test_copies_answer_once() -> None:
    one, other = (charge("Sudmark denied laying any mines.", "laying any mines", id_=id_) for id_ in "ab")
    (entry,) = disagreements(one, other, sources=[Source("s", ("a", "b"))])
    assert [len(stand.evidence) for stand in entry.values] == [2, 2]
