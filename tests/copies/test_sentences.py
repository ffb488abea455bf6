"""Sentences of raw news text by punctuation alone."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.copies.sentences import LONGEST, MOST, split_sentences

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
    found = [span.text for span in split_sentences(text).spans_in(text)]
    if expected is None:
        assert len(found) == 2
    else:
        assert found == expected


@given(st.text(alphabet='aB1 .!?"“”\n\t-', max_size=300))
def test_sentences_stand_in_order_and_do_not_overlap(text: str) -> None:
    found = split_sentences(text)
    edges = [0, *(edge for both in zip(found.starts.tolist(), found.ends.tolist(), strict=True) for edge in both), len(text)]
    assert edges == sorted(edges)
    assert (found.starts < found.ends).all()
    assert ((found.quoted >= 0) & (found.quoted <= found.lengths)).all()
    assert [len(re.findall(r"\w+", span.text)) for span in found.spans_in(text)] == found.lengths.tolist()
    assert found.lengths.sum() == len(found.words) == len(re.findall(r"\w+", text))


def test_text_without_stops_is_cut() -> None:
    text = " ".join(f"w{number}" for number in range(3 * LONGEST + 5))
    found = split_sentences(text)
    assert found.lengths.tolist() == [LONGEST] * 3 + [5]
    assert [word for span in found.spans_in(text) for word in span.text.split()] == text.split()


def test_text_without_end_is_not_read_to_its_end() -> None:
    found = split_sentences("Vesk met. " * (MOST // 5))
    assert found.ends[-1] == MOST


def test_a_missing_quotation_mark_spoils_one_paragraph_only() -> None:
    found = split_sentences("“We stay. We always did.\n\nThe envoy left.")
    assert found.quoted.tolist() == [2, 3, 0]


@pytest.mark.parametrize(
    "text", ['"We stay," he said.', "“We stay,” he said.", 'He said: "We stay"', "``We stay,'' he said.", "`` We stay '' , he said ."]
)
def test_words_in_quotation_marks_are_counted(text: str) -> None:
    assert split_sentences(text).quoted.tolist() == [2]
