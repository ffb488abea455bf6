"""Where the work of a build is done: an engine, and a folder for its shards."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from parley.engine import Engine
from parley.store import Location


@dataclass(frozen=True, slots=True)
class Site:
    """What runs the steps, and where it keeps what is finished until the record has it.

    Args:
        home: the record's folder; None where it is in a database.
    """

    engine: Engine
    shards: Path
    home: Path | None = None


@contextmanager
def work_site(engine: Engine, location: Location) -> Iterator[Site]:
    """Yields the site of a build; its shards go when the build is done, and stay for the next one when it is not.

    They lie in the record's folder; for a record in a database, in a temporary folder that is gone in any case.
    """
    if isinstance(location, Path):
        shards = location / "shards"
        yield Site(engine, shards, location)
        shutil.rmtree(shards, ignore_errors=True)
    else:
        with tempfile.TemporaryDirectory(prefix="parley-") as folder:
            yield Site(engine, Path(folder))
