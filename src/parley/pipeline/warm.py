"""Imported by the process that worker processes part from: loads, by working once, all that steps load at first use.

Workers then share that memory, and start in milliseconds. A model on an accelerator is left for each worker to load: its
state does not survive the parting of processes.
"""

from __future__ import annotations

import gc

from parley.pipeline.garbage import look_rarely

_TEXT = (
    "Ministers of Norland and Sudmark met in Vesk on Monday. At least 14 people were killed there in March, according to the mayor, "
    "who said that the fighting had not been stopped by the agreement."
)
_HTML = f"<html><body><article><h1>Talks in Vesk</h1><p>{_TEXT}</p></article></body></html>"


def warm() -> None:
    """Cleans a page and reads a text. No garbage is looked for meanwhile: what is loaded stays, and looking through it took a quarter of the time."""
    gc.disable()
    _work()
    look_rarely()  # and so does not touch, and copy, shared memory
    gc.enable()


def _work() -> None:
    from parley.language import SHIPPED
    from parley.language.network import choose_providers
    from parley.model import Page
    from parley.model.codec import dump
    from parley.pipeline.steps import Unread, cleaning, reading, to_rows

    clean, read = cleaning(), reading(SHIPPED)
    clean.run(to_rows([("p", dump(Page("p", "p", "text/html", _HTML), Page))]), clean.setting)
    if len(choose_providers()) == 1:
        read.run(to_rows([("a", dump(Unread(_TEXT, None), Unread))]), read.setting)


warm()
