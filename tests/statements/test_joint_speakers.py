"""Several speakers, a speaker's own "we" and words set beside a name → who is said to speak."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from parley.model import Statement

Finder = Callable[..., tuple[Statement, ...]]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "Jets bombed the village, killing at least 30 people, two residents and a local group said on Monday.",
            "two residents and a local group",
            "Jets bombed the village, killing at least 30 people",
        ),
        (
            "The number of people killed has risen to 58, a doctor at a clinic treating the wounded and the shadow government said on Wednesday.",
            "a doctor at a clinic treating the wounded and the shadow government",
            "The number of people killed has risen to 58",
        ),
        (
            "The raid killed nine people, wounding a teacher, two nurses and a driver, the army said.",
            "the army",
            "The raid killed nine people, wounding a teacher, two nurses and a driver",
        ),
        ("Talks failed on Monday, and the army said 12 soldiers had died.", "the army", "12 soldiers had died"),
        ("Ten people were arrested, the ministry for its part said.", "the ministry", "Ten people were arrested"),
        ("Police estimated the crowd at 35,000.", "Police", "the crowd at 35,000"),
    ],
)
def test_who_says_what(find: Finder, text: str, speaker: str, content: str) -> None:
    (found,) = find(text)
    assert found.speaker is not None
    assert (found.speaker.name, "|".join(c.text for c in found.content)) == (speaker, content)


def test_named_speakers_are_both_named(find: Finder) -> None:
    text = "Ten men were freed, killing hopes of a deal, the northern Harbour Union and the Vesk Clinic said."
    named = [("Harbour Union", "ORG", "Harbour Union"), ("Vesk Clinic", "ORG", "Vesk Clinic")]
    (found,) = find(text, *named)
    assert found.speaker is not None and found.speaker.name == "Harbour Union and Vesk Clinic"


@pytest.mark.parametrize(("day", "speaker"), [("today", "Harbour Watch"), ("on Monday", None)])
def test_we_is_the_issuer_of_a_press_release(find: Finder, day: str, speaker: str | None) -> None:
    """A newspaper's own "we" is not the body whose words it reports."""
    text = f"Soldiers shelled a market in Vesk, Harbour Watch said {day}.\n\nWe have confirmed that 53 people were killed."
    found = find(text, ("Harbour Watch", "ORG", "Harbour Watch"))
    said_by = [s.speaker.name if s.speaker else None for s in found if "53" in s.content[0].text]
    assert said_by == [speaker]


def test_we_in_a_quotation_is_not_the_issuer(find: Finder) -> None:
    text = "Soldiers shelled a market, Harbour Watch said today. “We saw that shells fell,” a nurse said."
    assert [s.speaker.name for s in find(text, ("Harbour Watch", "ORG", "Harbour Watch")) if s.speaker] == ["Harbour Watch", "a nurse"]
