"""The pattern language of times_rules.tsv."""

from __future__ import annotations

import re

import pytest

from parley.lexicon.times import load_tense, load_times, matchers_at
from parley.lexicon.token_patterns import PatternError, Piece, charset, compile_pattern

CLASSES = {"A": frozenset("a"), "B": frozenset("bB"), "C": frozenset("c"), "-": frozenset("-")}


def resolve(name: str) -> Piece:
    if name not in CLASSES:
        raise PatternError(name)
    return Piece(charset(CLASSES[name]), CLASSES[name], False)


@pytest.mark.parametrize(
    ("pattern", "matches", "fails"),
    [
        ("A B", ["ab", "aB"], ["a", "ba"]),
        ("A? B", ["b", "ab"], ["a"]),
        ("A (B | C)", ["ab", "ac"], ["aa"]),
        ('A "-" B', ["a-b"], ["ab"]),
        ("A{1,2} B", ["ab", "aab"], ["b", "aaab"]),
        ("x=A y=(B | C)", ["ab"], ["a"]),
        ("A !B", ["a"], []),
        ("A &B", [], ["a"]),
    ],
)
def test_patterns(pattern: str, matches: list[str], fails: list[str]) -> None:
    regex = re.compile(compile_pattern(pattern, resolve).regex)
    assert all(regex.fullmatch(text) for text in matches)
    assert not any(regex.fullmatch(text) for text in fails)


def test_look_back_and_ahead_take_nothing() -> None:
    regex = re.compile(compile_pattern("<A B !C", resolve).regex)
    assert [m.group() for m in regex.finditer("ab abc b")] == ["b"]


def test_first_characters_are_known() -> None:
    assert compile_pattern("A? (B | C) A", resolve).first == frozenset("abBc")


@pytest.mark.parametrize("pattern", ["A (B", "A )", "NOPE", "| *"])
def test_malformed_patterns_are_named(pattern: str) -> None:
    with pytest.raises(PatternError):
        compile_pattern(pattern, resolve)


def test_the_shipped_tables_load_once() -> None:
    assert load_times() is load_times()
    assert load_tense() is load_tense()
    assert load_times().values["MONTH", "august"] == "8"


def test_every_rule_names_a_reader_and_can_start_somewhere() -> None:
    from parley.times.readers import READERS

    rules = {rule.name: rule for started in load_times().starting.values() for rule in started}
    assert len(rules) > 100
    assert all(matches("\n", 0) is None for char in load_times().starting for _, matches in matchers_at(char))
    assert {rule.reader for rule in rules.values()} <= set(READERS)
