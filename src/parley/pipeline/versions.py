"""What the code, the shipped model and the lexicon are, as digests: a reading made with others is made again."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from parley import __version__
from parley.language import SHIPPED
from parley.lexicon.own_actors import own_actors
from parley.model import identify


@cache
def code_version() -> str:
    """Returns the package's version and a digest of its source files."""
    root = Path(str(files("parley")))
    digest = hashlib.sha256()
    for path in sorted(root.rglob("*.py")):
        digest.update(path.relative_to(root).as_posix().encode() + path.read_bytes())
    return f"{__version__}+{digest.hexdigest()[:12]}"


@cache
def lexicon_version() -> str:
    """Returns a digest of all data files of the lexicon, and of the user's own list of actors where there is one."""
    shipped = _digest(files("parley.lexicon") / "data")
    return identify(shipped, *map(repr, own_actors())) if own_actors() else shipped


@cache
def model_version(language: str) -> str:
    """Returns a digest of the shipped model, or the name of the pipeline that takes its place."""
    return _digest(files("parley.language") / "english") if language == SHIPPED else language


def _digest(folder: Traversable) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.iterdir(), key=lambda p: p.name):
        if path.is_file():
            digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]
