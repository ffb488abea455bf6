"""The six verbs. What differs between engines is where a step runs and who answers SQL; files are the same for all."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType

import pyarrow as pa
import pyarrow.parquet as pq

from parley.engine.step import Step
from parley.model import RecordError


class Engine(ABC):
    """Runs steps and SQL. Use it as a context manager: leaving it ends the processes it started.

    No worker is started before it is needed. All verbs are to be called from one thread.
    """

    def __enter__(self) -> Engine:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @abstractmethod
    def close(self) -> None:
        """Ends what the engine started."""

    @abstractmethod
    def map(self, batches: Iterable[pa.RecordBatch], step: Step) -> Iterator[pa.RecordBatch]:
        """Runs `step` on each batch and yields one answer for each, in order.

        A batch whose process dies is run again; one that kills its process twice, raises or takes too long is halved until the
        row that does it stands alone, and that row is answered by `step.lost`.

        Args:
            batches: none of them empty; taken one by one as they are needed.
        """

    @abstractmethod
    def sql(self, query: str, tables: Mapping[str, pa.Table], values: Mapping[str, int] | None = None) -> pa.Table:
        """Answers `query`, written in what DuckDB and Spark have in common; `$name` stands for one of `values`."""

    def scalar(self, query: str, tables: Mapping[str, pa.Table], values: Mapping[str, int] | None = None) -> int | float | str | None:
        """Returns the one value that `query` answers with.

        Raises:
            ValueError: when it answers with anything but one row of one column.
        """
        answer = self.sql(query, tables, values)
        if answer.shape != (1, 1):
            raise ValueError(f"{answer.num_rows} rows of {answer.num_columns} columns are not one value")
        value: int | float | str | None = answer.column(0)[0].as_py()
        return value

    def keep(self, batches: Iterable[pa.RecordBatch], step: Step, folder: Path) -> Iterator[pa.RecordBatch]:
        """Like `map`, and keeps each answer in `folder`, in a file named by the hash of batch, code, model and configuration.

        An answer that is there is not made again, whichever engine made it.

        Raises:
            RecordError: when a file cannot be written.
        """
        line: deque[tuple[Path, bool]] = deque()  # in order, and whether the file was there

        def missing() -> Iterator[pa.RecordBatch]:
            for batch in batches:
                path = folder / step.shard_name(batch)
                line.append((path, _is_whole(path)))
                if not line[-1][1]:
                    yield batch

        for answer in self.map(missing(), step):
            while line[0][1]:
                yield from self.read([line.popleft()[0]])
            self.write(answer, line.popleft()[0])
            yield answer
        yield from self.read(path for path, _ in line)

    def read(self, paths: Iterable[Path]) -> Iterator[pa.RecordBatch]:
        """Yields the batch that each shard file holds."""
        for path in paths:
            yield pq.ParquetFile(path).read().combine_chunks().to_batches()[0]

    def write(self, batch: pa.RecordBatch, path: Path) -> None:
        """Writes a batch to a Parquet file, which appears under its name when it is whole.

        Raises:
            RecordError: when it cannot be written.
        """
        unfinished = path.with_suffix(".unfinished")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            pq.write_table(pa.Table.from_batches([batch]), unfinished, compression="zstd")
            unfinished.replace(path)
        except OSError as error:
            with suppress(OSError):
                unfinished.unlink()
            raise RecordError(f"cannot write {path}: {error.strerror or error}") from error


def _is_whole(path: Path) -> bool:
    """Returns whether a shard is there and can be read; after a power cut a file may be there without its content."""
    try:
        return bool(pq.read_metadata(path).num_rows)
    except (OSError, pa.ArrowInvalid):
        return False
