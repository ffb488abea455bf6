"""Work that takes too long is given up; other work is left alone."""

import re
import signal
import threading

import pytest

from parley.model import Page, PageError
from parley.pages import clean, clean_page
from parley.pages.deadline import processor_limit


def _spin() -> None:
    while True:
        pass


def _swallow() -> None:
    while True:
        try:
            _spin()
        except Exception:  # noqa: BLE001  # what a careless library does
            continue


def _backtrack() -> None:
    re.fullmatch(r"(?:a|aa)*b", "a" * 60)


@pytest.mark.parametrize("work", [_spin, _swallow, _backtrack])
def test_endless_work_ends_in_an_error(work: object) -> None:
    with pytest.raises(PageError, match="longer than") as caught, processor_limit(0.05):
        work()  # type: ignore[operator]  # each is a function without arguments
    assert caught.value.stage == "clean"


def test_timer_and_handler_are_put_back() -> None:
    before = signal.getsignal(signal.SIGVTALRM)
    with processor_limit(30):
        assert signal.getitimer(signal.ITIMER_VIRTUAL)[0] > 0
    assert signal.getitimer(signal.ITIMER_VIRTUAL)[0] == 0
    assert signal.getsignal(signal.SIGVTALRM) == before


def test_outside_the_main_thread_the_work_is_done_without_a_limit() -> None:
    done: list[int] = []

    def work() -> None:
        with processor_limit(30):
            done.append(1)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [1]


def test_a_page_that_takes_too_long_is_one_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clean, "MAX_SECONDS", 0.05)
    monkeypatch.setattr(clean, "split_blocks", lambda _: _spin())
    with pytest.raises(PageError, match="longer than"):
        clean_page(Page("p-1", "a.txt", "text/plain", "The talks ended."))
