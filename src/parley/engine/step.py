"""A step: what is done to one Arrow batch by itself, and how batches travel between processes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

import pyarrow as pa

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Step:
    """A pure function of a batch, known by name in every process.

    Args:
        name: short, for file names.
        run: batch and `setting` → batch. Defined at the top of a module; what it needs is best imported inside it, since
            the process that plans the work never runs it.
        lost: a batch of one row, and why → the batch that stands for a row that `run` cannot be brought through.
        version: a digest of all that its answer depends on beside batch and setting: code, model, word lists.
        setting: configuration handed to `run`.
        seconds: how long a batch may take before it is halved, and a row before it is lost. Generous, as other work may slow the machine.
    """

    name: str
    run: Callable[[pa.RecordBatch, str], pa.RecordBatch]
    lost: Callable[[pa.RecordBatch, str], pa.RecordBatch]
    version: str
    setting: str = ""
    seconds: float = 300.0

    def shard_name(self, batch: pa.RecordBatch) -> str:
        """Names the file that holds this step's answer to `batch`."""
        digest = hashlib.sha256("\0".join((self.name, self.version, self.setting, "")).encode())
        digest.update(to_bytes(batch))
        return f"{self.name}-{digest.hexdigest()[:24]}.parquet"


def batched(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Yields the items in lists of `size`, the last one shorter."""
    stream = iter(items)
    while batch := list(islice(stream, size)):
        yield batch


def to_bytes(batch: pa.RecordBatch) -> bytes:
    """Packs a batch as an Arrow stream, compressed; `from_bytes` is the way back."""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, batch.schema, options=pa.ipc.IpcWriteOptions(compression="zstd")) as writer:
        writer.write_batch(batch)
    return bytes(sink.getvalue())


def from_bytes(data: bytes) -> pa.RecordBatch:
    with pa.ipc.open_stream(data) as reader:
        return reader.read_next_batch()
