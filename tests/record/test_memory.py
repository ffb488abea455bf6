"""What one build leaves for the next: states, what changed, and indexes of who holds what."""

from __future__ import annotations

from collections import defaultdict
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from kept import Kept

from parley.record.memory import Memory


def test_what_was_written_is_there_in_the_next_build_and_what_was_dropped_is_not() -> None:
    kept, memory = Kept(), Memory()
    memory.write("card", "a", [1])
    memory.write("card", "b", [2])
    kept.keep(memory)
    memory = Memory(kept)
    memory.drop("card", "a")
    assert memory.read("card", ["a", "b", "c"]) == {"b": [2]}
    kept.keep(memory)
    assert Memory(kept).read("card", ["a", "b"]) == {"b": [2]}


def test_a_memory_apart_meets_no_name_of_the_other() -> None:
    memory = Memory()
    memory.write("gist", "a", 1)
    memory.apart("dating").write("gist", "a", 2)
    assert (memory.read("gist", ["a"]), memory.apart("dating").read("gist", ["a"])) == ({"a": 1}, {"a": 2})


def test_changes_are_those_since_the_build_before() -> None:
    kept, memory = Kept(), Memory()
    assert memory.changes("read", {"a": "1", "b": "1"}).ids == {"a", "b"}
    kept.keep(memory)
    changes = Memory(kept).changes("read", {"b": "2", "c": "1"})
    assert (changes.ids, changes.there) == ({"a", "b", "c"}, ["b", "c"])
    assert Memory(kept).changes("read", {"a": "1", "b": "1"}).ids == frozenset()
    amended = Memory(kept).amend("read", {"a", "b", "c"}, {"b": "3", "c": "1"})
    assert (amended.now, amended.ids) == ({"a": "1", "b": "3", "c": "1"}, {"b", "c"})


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6))
def test_an_index_says_who_holds_what_after_any_changes(seed: int) -> None:
    dice, kept = Random(seed), Kept()
    held: dict[str, set[str]] = {}
    for _ in range(4):
        memory = Memory(kept)
        changed = {f"h{dice.randrange(5)}": {f"t{n}" for n in range(6) if dice.random() < 0.4} for _ in range(2)}
        left = [(term, holder) for holder in changed for term in held.get(holder, ())]
        come = [(term, holder) for holder, terms in changed.items() for term in terms]
        memory.post("list", left, come)
        before, now = memory.refile("table", left, [(term, holder, term + holder) for term, holder in come])
        assert {term for term, _ in left + come} == now.keys() >= before.keys()
        held |= changed
        kept.keep(memory)
        expected: dict[str, list[str]] = defaultdict(list)
        for holder, terms in sorted(held.items()):
            for term in terms:
                expected[term].append(holder)
        every = [f"t{n}" for n in range(6)]
        assert Memory(kept).holders("list", every) == expected
        assert Memory(kept).read("table", every) == {term: {holder: term + holder for holder in holders} for term, holders in expected.items()}
