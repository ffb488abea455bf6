import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn

from accessibility import serious_faults
from parley.server import create_app

pytestmark = pytest.mark.browser


@pytest.fixture
def address(made: Path, tmp_path: Path) -> Iterator[str]:
    """A server on a record of its own."""
    shutil.copytree(made, tmp_path / "record")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(create_app(tmp_path / "record"), host="127.0.0.1", port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(timeout=10)


@pytest.fixture
def tab(chromium) -> Iterator[object]:
    """A tab that notes what goes wrong in it."""
    page = chromium.new_page()
    page.wrong = []
    page.on("console", lambda message: page.wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: page.wrong.append(str(error)))
    yield page
    page.close()


@pytest.mark.parametrize("path", ["/", "/items", "/people", "/sources", "/pages/p1", "/review", "/decisions", "/new"])
@pytest.mark.parametrize("width", [1440, 390])
def test_pages_are_quiet_and_fit(address: str, tab, path: str, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 900})
    foreign = []
    tab.on("request", lambda request: foreign.append(request.url) if not request.url.startswith((address, "data:")) else None)
    tab.goto(address + path)
    assert tab.wrong == []
    assert foreign == []
    assert tab.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", ["/", "/items", "/people", "/sources", "/pages/p1", "/review", "/decisions", "/new", "/issues"])
def test_axe_finds_nothing_serious(address: str, chromium, path: str) -> None:
    page = chromium.new_context(bypass_csp=True).new_page()
    page.goto(address + path)
    assert serious_faults(page) == []
    page.context.close()


def test_a_quotation_leads_to_its_lit_sentence(address: str, tab) -> None:
    tab.goto(address + "/review")
    link = tab.locator(".task a.said").first
    words = link.inner_text()
    link.click()
    tab.wait_for_url("**/pages/**")
    lit = tab.locator("mark:target, mark.hit").all_inner_texts()
    assert lit
    assert " ".join("".join(lit).split())[:40] in " ".join(words.split())


def test_review_by_keyboard_changes_the_record(address: str, tab) -> None:
    tab.goto(address + "/review")
    tab.wait_for_selector(".task:focus")
    while tab.locator(".task:focus").get_attribute("data-kind") == "disagreement":
        tab.keyboard.press("j")
    tab.keyboard.press("r")
    tab.get_by_text("rejected", exact=True).wait_for(timeout=20_000)
    tab.goto(address + "/decisions")
    assert "reject" in tab.locator("tbody").inner_text()
    assert tab.wrong == []
