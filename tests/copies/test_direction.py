"""Which of two articles is the earlier, one row for each trace."""

from __future__ import annotations

from datetime import date

import pytest

from parley.copies import CopyInput, find_copies
from parley.model import Interval

BODY = [
    "Envoys from nine countries met in Vesk on Saturday to revive the Ostrel truce.",
    "The “frank” meeting at the harbour hotel lasted more than four hours, Ada Brandt said.",
    "Milo Serr, the Dravian foreign minister, left without speaking to the reporters outside.",
    "Shelling went on around the Tarrin bridge while the delegates sat down to lunch.",
    "Aid convoys have waited at the Korda crossing since the middle of the month.",
    "A further round of discussions is planned in Belmora before the end of October.",
]
INTRO = ["Our readers asked for background on the diplomacy of recent weeks.", "Here is what the agencies wrote about the Vesk gathering."]
TEXT = " ".join(BODY)


def day(number: int) -> Interval:
    return Interval.day(date(2021, 3, number), "stated")


# The earlier article is always "z": a tie would go to "a".
CASES = [
    ("canonical address", {"url": "https://wire.example/1"}, {"canonical": "https://wire.example/1", "published": day(1)}, TEXT, TEXT),
    ("agency credit over dates", {"publisher": "Tarrin Press", "published": day(5)}, {"agency": "Tarrin Press", "published": day(3)}, TEXT, TEXT),
    ("dates", {"published": day(3)}, {"published": day(4)}, TEXT, TEXT),
    ("end cut off", {}, {}, TEXT, " ".join(BODY[:4])),
    ("introduction added", {}, {}, TEXT, " ".join(INTRO + BODY)),
    ("day made relative", {}, {}, TEXT, TEXT.replace("on Saturday", "yesterday")),
    ("quotation marks lost", {}, {}, TEXT, TEXT.replace("“", "").replace("”", "")),
    ("body pasted twice", {}, {}, TEXT, TEXT + " " + TEXT),
]


@pytest.mark.parametrize(("first", "second", "text", "copy"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_earlier(first: dict[str, Interval | str], second: dict[str, Interval | str], text: str, copy: str) -> None:
    made = find_copies([CopyInput("a", copy, **second), CopyInput("z", text, **first)])  # type: ignore[arg-type]  # fields of several types
    assert [(link.earlier, link.later) for link in made.links] == [("z", "a")]
