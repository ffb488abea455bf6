"""Sentences of raw news text by punctuation alone."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.copies.sentences import LONGEST, split_sentences

CASES = [
    ("two", "The envoy left. He did not speak.", ["The envoy left.", "He did not speak."]),
    ("titles and initials", "Gen. Odo Tarn met Dr. A. Brandt of the U.S. State Department. They spoke.", None),
    ("quotation", "“We stay.” Then he left.", ["“We stay.”", "Then he left."]),
    ("paragraphs", "A headline without a stop\n\nThe text begins", ["A headline without a stop", "The text begins"]),
    ("lines", "One line\nAnother line", ["One line", "Another line"]),
    ("hard wrap", "The envoy left the\ntown at noon.", ["The envoy left the\ntown at noon."]),
    ("number after stop", "It ended in May. 14 people died.", ["It ended in May.", "14 people died."]),
    ("nothing", " \n … ", []),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_sentences(text: str, expected: list[str] | None) -> None:
    found = [sentence.span_in(text).text for sentence in split_sentences(text)]
    if expected is None:
        assert len(found) == 2
    else:
        assert found == expected


@given(st.text(alphabet='aB1 .!?"“”\n\t-', max_size=300))
def test_sentences_stand_in_order_and_do_not_overlap(text: str) -> None:
    found = list(split_sentences(text))
    assert all(0 <= sentence.start < sentence.end <= len(text) for sentence in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert all(0 <= sentence.quoted <= len(sentence.words) for sentence in found)


def test_text_without_stops_is_cut() -> None:
    text = " ".join(f"w{number}" for number in range(3 * LONGEST + 5))
    found = list(split_sentences(text))
    assert [len(sentence.words) for sentence in found] == [LONGEST] * 3 + [5]
    assert [word for sentence in found for word in text[sentence.start : sentence.end].split()] == text.split()


def test_a_missing_quotation_mark_spoils_one_paragraph_only() -> None:
    found = list(split_sentences("“We stay. We always did.\n\nThe envoy left."))
    assert [sentence.quoted for sentence in found] == [2, 3, 0]
