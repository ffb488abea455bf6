"""Work on a page → the same work, given up when it takes too long.

A timer of the operating system counts the processor's time, not the clock's, so that a busy machine gives up no other pages than an idle one. Its
signal interrupts Python code and regular expressions; a call into the HTML parser is finished first, which is why `guard`
refuses what makes that slow.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from parley.model import PageError

_AGAIN = 1.0  # seconds after which the signal comes again, should a library have swallowed it


class _TimeIsUp(BaseException):
    """Passes through handlers of ordinary errors."""


@contextmanager
def processor_limit(seconds: float) -> Iterator[None]:
    """Gives up what runs inside after `seconds` of the process's own time.

    Signals reach the main thread alone and not every system has the timer; elsewhere nothing is limited.

    Raises:
        PageError: with stage "clean", when time is up.
    """
    if not hasattr(signal, "SIGVTALRM") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _stop)
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, seconds, _AGAIN)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    except _TimeIsUp:
        raise PageError("clean", f"cleaning took longer than {seconds:g} processor seconds") from None
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)  # again, for a signal that came in just before the first
        signal.signal(signal.SIGVTALRM, before or signal.SIG_DFL)


def _stop(number: int, frame: FrameType | None) -> None:
    raise _TimeIsUp
