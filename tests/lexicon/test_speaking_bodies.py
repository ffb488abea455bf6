"""Which publishers speak for themselves."""

from __future__ import annotations

import pytest

from parley.lexicon.speaking_bodies import speaking_body


@pytest.mark.parametrize(
    ("publisher", "speaks"),
    [
        ("Ministry of Defence of Orvalla", True),
        ("Horn Rights Monitor", True),
        ("Norland Red Crescent Society", True),
        ("Office of the Secretary-General", True),
        ("The Harbour Monitor", False),
        ("Army Times", False),
        ("Government News Agency", False),
        ("Radio Front", False),
        ("Parleyment", False),
        ("", False),
        (None, False),
    ],
)
def test_bodies_speak_for_themselves_and_newspapers_do_not(publisher: str | None, speaks: bool) -> None:
    assert speaking_body(publisher) == ((publisher or "") if speaks else "")
