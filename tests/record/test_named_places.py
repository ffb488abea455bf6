"""Which places a sentence names."""

import pytest

from parley.record.events import Setting

SETTING = Setting({"Vesk Relief Committee": "Vesk Relief Committee", "Norland": "Norland"}, {}, {}, {"Vesk": "l1", "Torn": "l2", "Torn Hill": "l3"})
CASES = [
    ("a place", "Shells fell on Torn.", {"l2"}),
    ("a possessive", "Vesk’s mayor spoke.", {"l1"}),
    ("a place inside a longer one", "They took Torn Hill.", {"l2", "l3"}),
    ("the name of a body", "The Vesk Relief Committee counted 31 dead.", set()),
    ("the name of a body, and a place", "The Vesk Relief Committee counted 31 dead in Torn, and none in Vesk.", {"l1", "l2"}),
    ("an actor of one word", "Norland shelled Torn.", {"l2"}),
]


@pytest.mark.parametrize(("text", "named"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_named_places(text: str, named: set[str]) -> None:
    assert SETTING.named_in(text) == named
