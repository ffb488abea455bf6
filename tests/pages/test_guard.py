"""Hostile HTML is refused before it is parsed."""

import pytest

from parley.model import Page, PageError
from parley.pages import clean_page
from parley.pages.guard import refuse_hostile

HOSTILE = {
    "nested blocks": "<div>" * 100_000,
    "nested inline": "<html><body>" + "<b>" * 100_000 + "text",
    "a mixture": "<div><p><span>" * 40_000,
    "unknown elements": "<x-y>" * 100_000,
    "too many tags": "<html>" + "<p>x</p>" * 200_000,
    "a crowd of attributes": "<p " + " ".join(f"a{n}=1" for n in range(60_000)) + ">text</p>",
    "a crowd behind a quoted end": '<p b=x" c=\'>\' d="<br>" ' + " ".join(f"a{n}" for n in range(60_000)) + ">text</p>",
}


@pytest.mark.parametrize("html", HOSTILE.values(), ids=HOSTILE.keys())
def test_bombs_end_in_one_error(html: str) -> None:
    with pytest.raises(PageError):
        refuse_hostile(html)
    with pytest.raises(PageError) as caught:
        clean_page(Page("p-1", "a.html", "text/html", html))
    assert caught.value.stage == "clean"


@pytest.mark.parametrize(
    "html", ["<p>one" * 5000, "<ul>" + "<li>x" * 5000, "<br>" * 5000, "<div><i>x</i></div>" * 5000, f"<p title='{'word ' * 9000}'>x</p>"]
)
def test_sloppy_but_flat_markup_passes(html: str) -> None:
    refuse_hostile(html)
