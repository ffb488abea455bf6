"""The six verbs, the same cases on every engine."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest

from engine.word_steps import batch_of, shouted, shouting, words_of
from parley.copies.candidates import find_pairs
from parley.copies.fingerprint import fingerprint
from parley.engine import Engine
from parley.model import RecordError

DIED, RAISED = "its process died on it twice", "ValueError: a bad word"
CASES = {
    "nothing": ([], []),
    "one row": ([["a"]], [["A"]]),
    "order and sizes stay": ([["a", "b"], ["c"], ["d", "e", "f"]], [["A", "B"], ["C"], ["D", "E", "F"]]),
    "an error loses one row": ([["a", "raise", "b"], ["c"]], [["A", f"raise: {RAISED}", "B"], ["C"]]),
    "a row that kills loses one row": ([["a", "b", "c", "die", "e"], ["f"]], [["A", "B", "C", f"die: {DIED}", "E"], ["F"]]),
    "two that kill": ([["die", "a", "b", "die"]], [[f"die: {DIED}", "A", "B", f"die: {DIED}"]]),
    "only what kills": ([["die"]], [[f"die: {DIED}"]]),
    "a process that dies once loses nothing": (
        [["a", "die once"], ["b"], ["die once more", "c"]],
        [["A", "DIE ONCE"], ["B"], ["DIE ONCE MORE", "C"]],
    ),
}


@pytest.mark.parametrize(("given", "expected"), CASES.values(), ids=CASES.keys())
def test_map(given: list[list[str]], expected: list[list[str]], engine: Engine, tmp_path: Path) -> None:
    assert words_of(list(engine.map(map(batch_of, given), shouting(tmp_path)))) == expected


def test_more_batches_than_are_held_at_once(engine: Engine, tmp_path: Path) -> None:
    words = [[f"w{number}", f"v{number}"] for number in range(70)]
    assert words_of(list(engine.map(map(batch_of, words), shouting(tmp_path)))) == [[word.upper() for word in pair] for pair in words]


def test_what_is_kept_is_not_made_again(engine: Engine, pool: Engine, tmp_path: Path) -> None:
    notes, shards = tmp_path, tmp_path / "shards"
    batches = [batch_of(["a", "b"]), batch_of(["c"]), batch_of(["d"])]
    first = words_of(list(engine.keep(batches, shouting(notes), shards)))
    assert (first, shouted(notes)) == ([["A", "B"], ["C"], ["D"]], ["a", "b", "c", "d"])
    assert words_of(list(engine.keep(batches, shouting(notes), shards))) == first
    assert words_of(list(pool.keep(batches[1:], shouting(notes), shards))) == first[1:]  # made by one engine, taken by another
    assert shouted(notes) == ["a", "b", "c", "d"]


def test_only_what_is_missing_or_broken_is_made(engine: Engine, tmp_path: Path) -> None:
    notes, shards, step = tmp_path, tmp_path / "shards", shouting(tmp_path)
    batches = [batch_of([word]) for word in "abcde"]
    list(engine.keep(batches, step, shards))
    (shards / step.shard_name(batches[1])).unlink()
    (shards / step.shard_name(batches[3])).write_bytes(b"PAR1")
    assert words_of(list(engine.keep(batches, step, shards))) == [["A"], ["B"], ["C"], ["D"], ["E"]]
    assert shouted(notes) == sorted("abcdebd")
    assert not list(shards.glob("*.unfinished"))


def test_equal_batches_are_answered_each(pool: Engine, tmp_path: Path) -> None:
    batches = [batch_of([word]) for word in "aabab"]
    for _ in range(2):
        assert words_of(list(pool.keep(batches, shouting(tmp_path), tmp_path / "shards"))) == [["A"], ["A"], ["B"], ["A"], ["B"]]


def test_other_input_code_or_configuration_is_another_shard(tmp_path: Path) -> None:
    batch, step = batch_of(["a"]), shouting(tmp_path)
    names = {
        step.shard_name(batch),
        step.shard_name(batch_of(["b"])),
        shouting(tmp_path, "2").shard_name(batch),
        shouting(tmp_path / "x").shard_name(batch),
    }
    assert len(names) == 4
    assert step.shard_name(batch_of(["b", "a"]).slice(1)) == step.shard_name(batch)


def test_what_is_written_is_read(engine: Engine, tmp_path: Path) -> None:
    engine.write(batch_of(["a", "b"]), tmp_path / "new" / "one.parquet")
    assert words_of(list(engine.read([tmp_path / "new" / "one.parquet"]))) == [["a", "b"]]


def test_what_cannot_be_written_is_said(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(RecordError, match="cannot write"):
        engine.write(batch_of(["a"]), tmp_path / "file" / "one.parquet")


ROWS = pa.table({"name": ["a", "b", "c", "a"], "size": pa.array([1, 2, 3, 4], pa.int64())})


def test_sql(engine: Engine) -> None:
    query = "SELECT name, sum(size) AS total FROM rows WHERE size >= $least GROUP BY name ORDER BY name"
    assert engine.sql(query, {"rows": ROWS}, {"least": 2}).select(["name"]).to_pydict() == {"name": ["a", "b", "c"]}
    assert [int(total.as_py()) for total in engine.sql(query, {"rows": ROWS}, {"least": 2})["total"]] == [4, 2, 3]


def test_scalar(engine: Engine) -> None:
    assert engine.scalar("SELECT count(*) AS count FROM rows WHERE size > $low", {"rows": ROWS}, {"low": 1}) == 3
    with pytest.raises(ValueError, match="4 rows of 1 columns"):
        engine.scalar("SELECT size FROM rows", {"rows": ROWS})


def test_both_find_the_same_candidate_pairs(engine: Engine) -> None:
    sentences = [
        f"Envoy number {number} left the hall of Vesk in the evening of day {number} without a word to anybody there." for number in range(90)
    ]
    prints = [fingerprint(f"a{start}", " ".join(sentences[start % 7 : start + 9])) for start in range(60)]
    import numpy as np

    expected, _ = find_pairs(prints, np.ones(len(prints), np.bool_))
    found, _ = find_pairs(prints, np.ones(len(prints), np.bool_), engine.sql)
    assert len(expected) > 100
    assert found.tolist() == expected.tolist()
