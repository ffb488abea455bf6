"""One writer at a time, by a lock that the operating system takes back when its holder dies."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import TracebackType

from parley.model import RecordError

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class WriteLock:
    """The right to write to a record, taken at once or not at all.

    The file stays behind when the lock is given up: deleting it would let two writers hold locks on two files of one name.
    """

    def __init__(self, path: Path) -> None:
        """Takes the lock on `path`.

        Raises:
            RecordError: when another process holds it, or the file cannot be made.
        """
        try:
            self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        except OSError as error:
            raise RecordError(f"cannot write to {path.parent}: {error.strerror}") from error
        try:
            _take(self._descriptor)
        except OSError as error:
            os.close(self._descriptor)
            raise RecordError(f"{path.parent} is being written to by another process; wait until it is done") from error

    def release(self) -> None:
        os.close(self._descriptor)

    def __enter__(self) -> WriteLock:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.release()
