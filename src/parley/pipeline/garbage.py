"""How often Python looks for cycles of garbage: a build makes many values, keeps most of them, and hardly any cycles."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


def look_rarely() -> None:
    """Looks for garbage seldom, and not among what is there now.

    An article makes some 100,000 short-lived values, a record of ten thousand articles about as many that stay; to look after every
    700, as Python does, takes a twentieth of reading and a fifth of bringing an account up to date.
    """
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@contextmanager
def few_collections() -> Iterator[None]:
    """Has garbage looked for rarely as long as the context lasts."""
    before = gc.get_threshold()
    look_rarely()
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
