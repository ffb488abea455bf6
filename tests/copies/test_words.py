"""Words found and hashed without a loop are what `\\w+` finds, one by one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.copies.words import find_words, hash_words

_TEXT = st.text(st.one_of(st.sampled_from("aAbZß_9 .,-’\n"), st.characters(max_codepoint=0x1FFFF)), max_size=80)


@given(_TEXT)
def test_words_are_what_the_regular_expression_finds(text: str) -> None:
    found = find_words(text)
    assert list(zip(found.starts.tolist(), found.ends.tolist(), strict=True)) == [match.span() for match in re.finditer(r"\w+", text)]


@given(_TEXT, _TEXT)
def test_a_word_has_one_hash_wherever_it_stands(before: str, after: str) -> None:
    alone = hash_words(["vesk", "9th"]).tolist()
    found = find_words(f"{before} Vesk, 9TH {after}")
    place = found.starts.tolist().index(len(before) + 1)
    assert found.hashes[place : place + 2].tolist() == alone


@given(st.lists(st.text("abcdeé0_", min_size=1, max_size=12), unique=True, max_size=60))
def test_different_words_have_different_hashes(words: list[str]) -> None:
    assert len(set(hash_words(words).tolist())) == len(words)


@pytest.mark.parametrize("words", [["two words"], ["", "one"], ["don’t"]])
def test_only_single_words_are_hashed(words: list[str]) -> None:
    with pytest.raises(ValueError, match="single"):
        hash_words(words)


def test_letters_above_the_table_and_lone_surrogates_do_no_harm() -> None:
    assert len(find_words("a\U00020000b \ud800 c").starts) == 2
