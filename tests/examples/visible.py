"""An example page → the words a browser would show, white space made single. Deliberately naive: it keeps every menu and advertisement."""

from __future__ import annotations

import functools
import re
from html.parser import HTMLParser
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2] / "examples"
PAGES = {path.name[:2]: path for path in sorted((ROOT / "pages").iterdir())}
_HIDDEN = {"script", "style", "title"}


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.hidden += tag in _HIDDEN

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in _HIDDEN

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.words.append(data)


@functools.cache
def visible(page: str) -> str:
    """Returns the visible text of the page whose file name begins with `page`."""
    raw = PAGES[page].read_text(encoding="utf-8")
    if PAGES[page].suffix == ".html":
        parser = _Text()
        parser.feed(raw)
        raw = " ".join(parser.words)
    return re.sub(r"\s+", " ", raw)
