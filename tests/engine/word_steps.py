"""Steps for the tests of engines: words in, words out, and words that do harm. Worker processes import this by name."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa

from parley.engine import Step


def batch_of(words: Sequence[str]) -> pa.RecordBatch:
    return pa.record_batch({"word": pa.array(words, pa.string())})


def words_of(batches: Sequence[pa.RecordBatch]) -> list[list[str]]:
    return [batch["word"].to_pylist() for batch in batches]


def shout(batch: pa.RecordBatch, setting: str) -> pa.RecordBatch:
    """Writes words large. `setting` is a folder in which harm is noted: what kills once kills no more when its note is there."""
    return batch_of([_shout(word, Path(setting)) for word in batch["word"].to_pylist()])


def _shout(word: str, notes: Path) -> str:
    if word == "die" or (word.startswith("die once") and not (notes / word).exists()):
        (notes / word).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    if word == "raise":
        raise ValueError("a bad word")
    if word == "orphan once" and not (notes / word).exists():
        (notes / word).touch()
        os.kill(parent_of(parent_of(os.getpid())), signal.SIGKILL)  # the parent is the process that this one parted from
        time.sleep(60)
    if word in ("nap", "sleep"):
        (notes / f"{os.getpid()}.pid").touch()
        time.sleep(60 if word == "sleep" else 1)
    with (notes / "shouted.txt").open("a") as log:
        log.write(f"{word}\n")
    return word.upper()


def lose(batch: pa.RecordBatch, why: str) -> pa.RecordBatch:
    return batch_of([f"{batch['word'][0]}: {why}"])


def shouting(notes: Path, version: str = "1", seconds: float = 30.0) -> Step:
    return Step("shout", shout, lose, version, str(notes), seconds)


def parent_of(pid: int) -> int:
    status = Path(f"/proc/{pid}/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("PPid:"))


def shouted(notes: Path) -> list[str]:
    """The words that were worked on, sorted."""
    log = notes / "shouted.txt"
    return sorted(log.read_text().split()) if log.exists() else []
