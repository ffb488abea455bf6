"""Quotation marks → quotations."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.statements.quotations import find_quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said: “We go.” Then he went.", [["“We go.”"]]),
        ('"We go," he said. "Now."', [['"We go,"'], ['"Now."']]),
        ("“First part.\n\n“Second part,” he said.", [["“First part.", "“Second part,”"]]),
        ('"First part.\n\n"Second part.\n\n"Third part," he said.', [['"First part.', '"Second part.', '"Third part,"']]),
        ("“He called it ‘a farce’ and left,” she said.", [["“He called it ‘a farce’ and left,”"]]),
        ("Talks may start 'within days', he said.", [["'within days'"]]),
        ("The rebels' gains and the army's losses.", []),
        ("A 6\" gun and a 5' wall.", []),
        ("«Nous partons», he said.", [["«Nous partons»"]]),
        ("“Never closed", [["“Never closed"]]),
        ("He said “never closed\n\nA new paragraph.", []),
    ],
)
def test_quotations(text: str, expected: list[list[str]]) -> None:
    assert [[text[start:end] for start, end in q.pieces] for q in find_quotations(text)] == expected


@given(st.text(alphabet="ab ,.“”\"'‘’\n«»", max_size=80))
def test_pieces_lie_in_the_text_in_order_and_apart(text: str) -> None:
    pieces = [piece for q in find_quotations(text) for piece in q.pieces]
    assert all(0 <= start < end <= len(text) for start, end in pieces)
    assert all(one[1] <= other[0] for one, other in pairwise(pieces))
