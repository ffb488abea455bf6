"""What a build can begin before its own code is loaded: the process that workers part from has more to load than the build itself."""

from __future__ import annotations

from parley.engine import load_ahead
from parley.pipeline.steps import MODULES


def load_workers(engine: str) -> None:
    """Starts loading the language model and all that pages are read with, where processes of this machine will need it."""
    load_ahead(engine, MODULES)
