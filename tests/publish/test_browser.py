"""The report in a real browser: quiet, without a network, and every click lands on the sentence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from accessibility import serious_faults

pytestmark = pytest.mark.browser


class Tab:
    """A page of the browser that keeps what it complained of and whatever it asked the network for."""

    def __init__(self, browser: Any, file: Path, width: int, scheme: str = "light") -> None:
        self.page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("dialog", lambda dialog: self.complaints.append(f"dialog: {dialog.message}"))
        self.page.goto(file.as_uri())

    def target(self) -> dict[str, Any]:
        """What the address points at: its words, its ground, and whether it can be seen."""
        found: dict[str, Any] = self.page.evaluate(
            """() => {
                const t = document.querySelector(':target'), r = t.getBoundingClientRect();
                const seen = document.elementFromPoint(r.left + 2, r.top + 4);
                return {text: t.textContent, ground: getComputedStyle(t).backgroundColor, seen: t.contains(seen) || seen.contains(t),
                        inside: r.top >= 0 && r.top < innerHeight};
            }"""
        )
        return found


@pytest.fixture(params=[(1440, "light"), (1440, "dark"), (390, "light")], ids=lambda p: f"{p[0]}-{p[1]}")
def any_tab(request: pytest.FixtureRequest, chromium: Any, report_file: Path) -> Iterator[Tab]:
    width, scheme = request.param
    made = Tab(chromium, report_file, width, scheme)
    yield made
    made.page.close()


@pytest.fixture
def tab(chromium: Any, report_file: Path) -> Iterator[Tab]:
    made = Tab(chromium, report_file, 1440)
    yield made
    made.page.close()


def test_nothing_is_complained_of_and_nothing_is_loaded(any_tab: Tab, report_file: Path) -> None:
    any_tab.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    any_tab.page.wait_for_timeout(100)
    assert any_tab.complaints == []
    assert [url for url in any_tab.requests if url not in (report_file.as_uri(), "data:,")] == []


def test_a_figure_leads_to_its_highlighted_sentence(any_tab: Tab) -> None:
    any_tab.page.locator("#c4 td a").first.click()
    found = any_tab.target()
    assert found["text"] == "Sudmark shelled Torn on Friday, and 20 people were killed there, Ada Brandt said."
    assert found["ground"] not in ("rgba(0, 0, 0, 0)", "transparent")
    assert found["inside"]
    assert found["seen"]
    assert any_tab.complaints == []


def test_every_link_of_the_record_can_be_followed(tab: Tab) -> None:
    lost = tab.page.evaluate(
        """() => [...new Set([...document.querySelectorAll("main a[href^='#p']")].map(a => a.hash))].filter(hash => {
            location.hash = hash;
            const t = document.getElementById(hash.slice(1));
            for (let box = t; box; box = box.parentElement) if (box.tagName === 'DETAILS' && !box.open) box.open = true;
            return t.getClientRects().length === 0;
        })"""
    )
    assert lost == []


def test_every_link_to_a_page_lands_on_its_lit_sentence(tab: Tab) -> None:
    """Every link of the record to a cited stretch is followed: its target is on the screen, and the words it cites are lit."""
    dark = tab.page.evaluate(
        r"""() => {
            const plain = text => text.replace(/\s+/g, '');
            const links = [...document.querySelectorAll("main a[href^='#p']")].filter(a => /^#p\d+-/.test(a.hash) && !a.closest('.page'));
            return [links.length, [...new Map(links.map(a => [a.hash, a])).values()].filter(link => {
                location.hash = link.hash;
                dispatchEvent(new HashChangeEvent('hashchange'));
                const first = document.getElementById(link.hash.slice(1));
                const parts = [first, ...document.querySelectorAll(`mark[data-part="${link.hash.slice(1)}"]`)];
                const lit = parts.every(part => !['rgba(0, 0, 0, 0)', 'transparent'].includes(getComputedStyle(part).backgroundColor));
                const box = first.getBoundingClientRect(), seen = box.height > 0 && box.top >= 0 && box.top < innerHeight;
                const words = plain(parts.map(part => part.textContent).join(''));
                const same = !link.classList.contains('said') || link.closest('.steps') || words === plain(link.textContent);
                return !(lit && seen && same);
            }).map(link => link.hash)];
        }"""
    )
    followed, missed = dark
    assert followed > 20
    assert missed == []


def test_nothing_makes_the_page_scroll_sideways(any_tab: Tab) -> None:
    for opened in (False, True):
        if opened:
            any_tab.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        assert any_tab.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_escape_closes_the_page_and_returns_to_the_link(tab: Tab) -> None:
    link = tab.page.locator("#c4 td a").first
    link.focus()
    tab.page.keyboard.press("Enter")
    assert tab.page.evaluate("getComputedStyle(document.querySelector(':target').closest('.page')).position") == "fixed"
    before = tab.page.evaluate("scrollY")
    tab.page.keyboard.press("Escape")
    assert tab.page.evaluate("document.querySelector('.page:has(:target)')") is None
    assert tab.page.evaluate("scrollY") == before
    assert tab.page.evaluate("document.activeElement === document.querySelector('#c4 td a')")


def test_axe_finds_nothing_serious(chromium: Any, report_file: Path) -> None:
    for scheme in ("light", "dark"):
        page = chromium.new_context(color_scheme=scheme, bypass_csp=True).new_page()
        page.goto(report_file.as_uri())
        assert serious_faults(page) == []
        page.context.close()


def test_the_first_tab_skips_to_the_record(tab: Tab) -> None:
    tab.page.keyboard.press("Tab")
    tab.page.keyboard.press("Enter")
    assert tab.page.evaluate("document.activeElement.id") == "record"


def test_finding_events_hides_the_others(tab: Tab) -> None:
    tab.page.locator("#s1-events ~ .filter input[type=search]").fill("brandt")
    assert tab.page.locator("#s1-list .event:visible").count() == 1
    tab.page.locator("#s1-events ~ .filter input[type=search]").fill("")
    tab.page.locator("#s1-events ~ .filter input[type=checkbox]").check()
    assert tab.page.locator("#s1-list .event:visible").all_inner_texts()[0].count("2 sources") == 1


def test_a_mark_cut_by_another_lights_up_whole(tab: Tab) -> None:
    tab.page.evaluate("location.hash = document.querySelector('[data-part]').dataset.part")
    tab.page.wait_for_timeout(100)
    assert tab.page.evaluate("document.querySelectorAll('mark.hit').length") > 0


def test_it_reads_without_scripts(chromium: Any, report_file: Path) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(report_file.as_uri())
    page.locator("#c4 td a").first.click()
    page.wait_for_timeout(200)
    assert page.locator("mark:target").is_visible()
    context.close()
